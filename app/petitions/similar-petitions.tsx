import { numberInWords } from '#app/i18n/dates.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { petitionPath } from '#app/links.ts'
import { TextLink } from '#app/ui/text-link.tsx'
import { Time } from '#app/ui/time.tsx'
import { PetitionTag } from './petition-tag.tsx'
import type { SimilarPetition } from './similar.ts'

/** Petitions on the same matter, each with what it means for another one. */
export function SimilarPetitions({ similar }: { similar: readonly SimilarPetition[] }) {
	const { t } = useTranslation('proposing')
	const language = useLanguage()
	return (
		<ul className="entries">
			{similar.map(({ number, title, state, confirmed, barredUntil, ...petition }) => (
				<li key={number}>
					<p className="entry-title" lang={petition.language}>
						<TextLink href={petitionPath(language, number)}>{title}</TextLink>
					</p>
					<p className="meta">
						<PetitionTag state={state} />
						<span className="tabular">{number}</span>
						<span>
							{t('similar.signed', { count: confirmed, number: numberInWords(language, confirmed) })}
						</span>
						{barredUntil && (
							<strong>
								{t('similar.barred')} <Time on={barredUntil} format="plain" />
							</strong>
						)}
					</p>
				</li>
			))}
		</ul>
	)
}
