import { LANGUAGE_NAMES, type Language } from '#app/i18n/languages.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { Details } from '#app/ui/details.tsx'
import { Heading } from '#app/ui/heading.tsx'
import type { ShownPetition } from './shown.ts'

/** The text of record, and what it was translated to one tap away. */
export function PetitionText({ petition }: { petition: Pick<ShownPetition, 'original' | 'translations'> }) {
	const { t } = useTranslation('petitions')
	const { original, translations } = petition
	if (!original) return null
	return (
		<section className="stack" aria-label={t('page.asked')}>
			{/* biome-ignore lint/security/noDangerouslySetInnerHtml: it came through the one door */}
			<div className="prose" lang={original.language} dangerouslySetInnerHTML={{ __html: original.html }} />
			{translations.map(({ language, title, html }) => (
				<Details
					key={language}
					summary={
						<>
							{t('page.translationTo')} <span lang={language}>{LANGUAGE_NAMES[language as Language]}</span>
						</>
					}
				>
					<p className="quiet small">{t('page.translation')}</p>
					<Heading level={2} size="sm" lang={language}>
						{title}
					</Heading>
					{/* biome-ignore lint/security/noDangerouslySetInnerHtml: it came through the one door */}
					<div className="prose" lang={language} dangerouslySetInnerHTML={{ __html: html }} />
				</Details>
			))}
		</section>
	)
}
