import type { SerializeFrom } from '@remix-run/node'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { deskLetterPath } from '#app/links.ts'
import type { mailOfCase } from '#app/mail/find.server.ts'
import { LeftOut } from '#app/mail/left-out.tsx'
import { Details } from '#app/ui/details.tsx'
import { Heading } from '#app/ui/heading.tsx'
import { Paragraphs } from '#app/ui/paragraphs.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import { Time } from '#app/ui/time.tsx'

type Mail = SerializeFrom<Awaited<ReturnType<typeof mailOfCase>>[number]>

/** The letters of the case that came by mail: what they quoted, what could not be taken, what is known of the sender. */
export function MailOfCase({ mail }: { mail: readonly Mail[] }) {
	const { t } = useTranslation(['desk', 'inquiries'])
	const language = useLanguage()
	if (mail.length === 0) return null
	return (
		<section className="stack" aria-labelledby="mail-heading">
			<Heading level={2} id="mail-heading">
				{t('desk:case.mail')}
			</Heading>
			<ul className="plain-list stack">
				{mail.map((one) => (
					<li key={one.id}>
						<p>
							<TextLink href={deskLetterPath(language, one.id)}>
								<Time at={one.receivedAt} format="short" />, {one.sender || t('desk:mail.nobody')}
							</TextLink>{' '}
							<span className="quiet">{t(`desk:mail.state.${one.state}`)}</span>
						</p>
						<LeftOut files={one.leftOut} />
						{one.folded && (
							<Details summary={t('inquiries:thread.folded')}>
								<Paragraphs text={one.folded} />
							</Details>
						)}
					</li>
				))}
			</ul>
		</section>
	)
}
