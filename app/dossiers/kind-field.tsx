import type { useFilledForm } from '#app/forms/use-filled-form.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { Field } from '#app/ui/field.tsx'
import type { DossierParty } from '#db/schema/hearings.ts'
import { kindsOf } from './document.ts'

/** What kind of document it is, of those that this party may add. */
export function KindField({
	party,
	filled,
}: {
	party: DossierParty
	filled: ReturnType<typeof useFilledForm>
}) {
	const { t } = useTranslation('dossiers')
	return (
		<Field
			name="kind"
			type="select"
			label={t('kindLabel')}
			defaultValue={filled.value('kind')}
			error={filled.problem('kind')}
			options={kindsOf(party).map((value) => ({ value, label: t(`kind.${value}`) }))}
			width="medium"
		/>
	)
}
