import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { petitionsPath } from '#app/links.ts'
import { Heading } from '#app/ui/heading.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import type { ListedPetition } from './listed.ts'
import { PetitionList } from './petition-list.tsx'

/** The newest petitions to a body. */
export function PetitionsTo({ code, petitions }: { code: string; petitions: readonly ListedPetition[] }) {
	const { t } = useTranslation('petitions')
	const language = useLanguage()
	if (petitions.length === 0) return null
	return (
		<section aria-labelledby="petitions">
			<div className="section-heading">
				<Heading level={2} id="petitions">
					{t('body.title')}
				</Heading>
				<TextLink href={petitionsPath(language, { body: code })}>{t('body.all')}</TextLink>
			</div>
			<PetitionList items={petitions} />
		</section>
	)
}
