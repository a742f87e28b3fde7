import { dayInWords, numberInWords } from '#app/i18n/dates.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import type { Population } from '#app/jurisdictions/populations.ts'
import { Field } from '#app/ui/field.tsx'
import { TextLink } from '#app/ui/text-link.tsx'

/** What the form must know of petitions: the kinds of bodies in the law, and what follows for this one. */
export interface Petitions {
	competences: readonly string[]
	/** How many signatures a petition to this body needs, as it stands now. */
	needed: readonly { key: string; needed: number }[]
	/** The figure of its region, where there is one that is not filled in yet. */
	regional?: Population | undefined
}

interface Filled {
	value: (field: string) => string | undefined
	problem: (field: string) => string | undefined
}

/** As what a body decides on petitions, and how many people it serves. */
export function PetitionFields({ form, petitions }: { form: Filled; petitions: Petitions }) {
	const { t } = useTranslation(['oversight', 'common', 'law'])
	const language = useLanguage()
	const optional = t('common:form.optional')
	const { competences, needed, regional } = petitions
	return (
		<fieldset className="ds-fieldset stack">
			<legend className="ds-label">{t('oversight:bodies.petitions')}</legend>
			{needed.map(({ key, needed: count }) => (
				<p key={key}>
					{t('oversight:bodies.needed', {
						count,
						number: numberInWords(language, count),
						threshold: t(`law:petition.threshold.${key as 'national'}`),
					})}
				</p>
			))}
			<Field
				name="competence"
				type="select"
				label={t('oversight:bodies.competence')}
				description={t('oversight:bodies.competenceHint')}
				options={[
					{ value: '', label: t('oversight:bodies.noCompetence') },
					...competences.map((value) => ({ value, label: t(`law:petition.body.${value as 'central'}`) })),
				]}
				defaultValue={form.value('competence')}
				error={form.problem('competence')}
			/>
			<Field
				name="population"
				type="number"
				width="short"
				min={1}
				label={t('oversight:bodies.population')}
				description={
					<>
						{t('oversight:bodies.populationHint')}
						{regional && (
							<>
								{' '}
								<TextLink href="?fill=population#population">
									{t('oversight:bodies.fillPopulation', {
										number: numberInWords(language, regional.people),
										day: dayInWords(language, regional.on, 'plain'),
									})}
								</TextLink>
							</>
						)}
					</>
				}
				optional={optional}
				defaultValue={form.value('population')}
				error={form.problem('population')}
			/>
			<Field
				name="populationOn"
				type="date"
				width="short"
				label={t('oversight:bodies.populationOn')}
				optional={optional}
				defaultValue={form.value('populationOn')}
				error={form.problem('populationOn')}
			/>
			<Field
				name="populationSource"
				label={t('oversight:bodies.populationSource')}
				optional={optional}
				defaultValue={form.value('populationSource')}
				error={form.problem('populationSource')}
			/>
		</fieldset>
	)
}
