import type { Held } from '#app/bodies/body.ts'
import { OfOwnWill } from '#app/bodies/of-own-will.tsx'
import { FollowLinks } from '#app/following/follow-link.tsx'
import { dayInWords } from '#app/i18n/dates.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { bodiesPath, bodyPath } from '#app/links.ts'
import { MailAddress } from '#app/mail/mail-address.tsx'
import { Breadcrumbs } from '#app/ui/breadcrumbs.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { Heading } from '#app/ui/heading.tsx'
import { Notice } from '#app/ui/notice.tsx'
import type { Words } from '#db/schema/bodies.ts'

interface Props {
	office: {
		slug: string
		names: Words
		closed: boolean
		body: { code: string; names: Words; bound: boolean }
	}
	holder?: Held | undefined
	feed: string
	/** Where to write by e-mail, in an installation that takes mail. */
	address?: string | undefined
}

/** Which office, who holds it since when, and the way to ask. */
export function OfficeHead({ office, holder, feed, address }: Props) {
	const { t } = useTranslation('blogs')
	const language = useLanguage()
	return (
		<header className="page-heading">
			<Breadcrumbs
				label={t('way')}
				steps={[
					{ label: t('bodies.title'), href: bodiesPath(language) },
					{ label: office.body.names[language], href: bodyPath(language, office.body.code) },
					{ label: office.names[language] },
				]}
			/>
			<Heading level={1}>{office.names[language]}</Heading>
			{holder ? (
				<p className="lead">
					<strong>{holder.names[language]}</strong>{' '}
					<span className="quiet">
						{t('office.since', { day: dayInWords(language, holder.from, 'plain') })}
					</span>
				</p>
			) : (
				!office.closed && <p className="lead">{t('office.vacant')}</p>
			)}
			{office.closed ? (
				<Notice tone="warning">
					<p>{t('office.closed')}</p>
				</Notice>
			) : (
				<p className="actions">
					<LinkButton icon="pen" href="#asking">
						{t('office.ask')}
					</LinkButton>
					<MailAddress address={address} />
					<FollowLinks subject="office" name={office.slug} feed={feed} />
				</p>
			)}
			{!office.closed && !office.body.bound && <OfOwnWill />}
		</header>
	)
}
