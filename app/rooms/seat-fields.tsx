import type { useFilledForm } from '#app/forms/use-filled-form.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { regionName, regionsOf } from '#app/jurisdictions/region.ts'
import { Choice } from '#app/ui/choice.tsx'
import { Field } from '#app/ui/field.tsx'
import { LONGEST } from './room.ts'
import { AFFILIATED, STANDS } from './seat.ts'
import { useRoomWords } from './words.ts'

export function SeatFields({ form }: { form: ReturnType<typeof useFilledForm> }) {
	const { t } = useTranslation(['rooms', 'common'])
	const { t: law } = useTranslation('law')
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
				options={AFFILIATED.map((value) => ({ value, label: words.affiliation[value] }))}
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
				options={STANDS.map((value) => ({ value, label: words.position[value] }))}
				defaultValue={form.value('position')}
				error={form.problem('position')}
			/>
			<Field
				name="region"
				type="select"
				width="medium"
				label={t('rooms:registration.region')}
				options={[
					{ value: '', label: t('rooms:registration.noRegion') },
					...regionsOf('KZ').map((value) => ({ value, label: regionName(law, value) ?? value })),
				]}
				defaultValue={form.value('region')}
				error={form.problem('region')}
			/>
		</>
	)
}
