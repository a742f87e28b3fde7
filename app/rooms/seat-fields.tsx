import type { useFilledForm } from '#app/forms/use-filled-form.ts'
import { AFFILIATIONS, POSITIONS } from '#app/hearings/sides.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { RegionField } from '#app/jurisdictions/region-field.tsx'
import { Choice } from '#app/ui/choice.tsx'
import { Field } from '#app/ui/field.tsx'
import { LONGEST } from './room.ts'
import { useRoomWords } from './words.ts'

export function SeatFields({
	form,
	regions,
}: {
	form: ReturnType<typeof useFilledForm>
	regions: readonly string[]
}) {
	const { t } = useTranslation(['rooms', 'common'])
	const words = useRoomWords()
	return (
		<>
			<Field
				name="name"
				label={t('rooms:registration.name')}
				description={t('rooms:registration.nameHelp')}
				maxLength={LONGEST.name}
				autoComplete="name"
				defaultValue={form.value('name')}
				error={form.problem('name')}
			/>
			<Field
				name="affiliation"
				type="select"
				width="medium"
				label={t('rooms:registration.affiliation')}
				options={AFFILIATIONS.map((value) => ({ value, label: words.affiliation[value] }))}
				defaultValue={form.value('affiliation')}
				error={form.problem('affiliation')}
			/>
			<Field
				name="representing"
				label={t('rooms:registration.representing')}
				optional={t('rooms:optional')}
				maxLength={LONGEST.representing}
				defaultValue={form.value('representing')}
				error={form.problem('representing')}
			/>
			<Choice
				name="position"
				legend={t('rooms:registration.position')}
				options={POSITIONS.map((value) => ({ value, label: words.position[value] }))}
				defaultValue={form.value('position')}
				error={form.problem('position')}
			/>
			<RegionField
				filled={form}
				regions={regions}
				label={t('rooms:registration.region')}
				none={t('rooms:registration.noRegion')}
			/>
		</>
	)
}
