import { LANGUAGE_NAMES, type Language } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { Details } from '#app/ui/details.tsx'
import { Heading } from '#app/ui/heading.tsx'
import type { ShownPetition } from './shown.ts'

/** The text of record, and what it was translated to one tap away. */
export function PetitionText({ petition }: { petition: Pick<ShownPetition, 'original' | 'translations'> }) {
	const { t } = useTranslation('petitions')
	const { original, translations } = petition
	const own = useLanguage()
	if (!original) return null
	const forReader = translations.filter(({ language }) => language === own)
	const others = translations.filter(({ language }) => language !== own)
	return (
		<section className="stack" aria-label={t('page.asked')}>
			<Translations of={forReader} />
			{/* biome-ignore lint/security/noDangerouslySetInnerHtml: it came through the one door */}
			<div className="prose" lang={original.language} dangerouslySetInnerHTML={{ __html: original.html }} />
			<Translations of={others} />
		</section>
	)
}

function Translations({ of: texts }: { of: ShownPetition['translations'] }) {
	const { t } = useTranslation('petitions')
	return texts.map(({ language, title, html }) => (
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
	))
}
