import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { hearingsPath } from '#app/links.ts'
import { Heading } from '#app/ui/heading.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import { HearingList } from './hearing-list.tsx'

/** The hearings that a body chairs, or beside which a petition or a question was set, on its page. */
export function HearingsOf({ code, hearings }: { code?: string } & HearingsShown) {
	const { t } = useTranslation('hearings')
	const language = useLanguage()
	if (hearings.length === 0) return null
	return (
		<section aria-labelledby="hearings">
			<div className="section-heading">
				<Heading level={2} id="hearings">
					{t('list.title')}
				</Heading>
				{code && <TextLink href={hearingsPath(language, { body: code })}>{t('home.all')}</TextLink>}
			</div>
			<HearingList items={hearings} />
		</section>
	)
}

interface HearingsShown {
	hearings: Parameters<typeof HearingList>[0]['items']
}
