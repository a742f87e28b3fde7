import type { ReactNode } from 'react'
import type { useFilledForm } from '#app/forms/use-filled-form.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { Field } from '#app/ui/field.tsx'
import { ABROAD, regionName } from './region.ts'

/** Where somebody lives, of the regions of the law in force; nothing is asked where it knows none. */
export function RegionField({
	filled,
	regions,
	label,
	description,
	none,
	abroad,
	required,
}: {
	filled: ReturnType<typeof useFilledForm>
	regions: readonly string[]
	label: string
	description?: ReactNode
	/** Of the first line, which chooses nothing. */
	none: string
	/** Of the last, where one may live outside of them all. */
	abroad?: string
	required?: boolean
}) {
	const { t } = useTranslation('law')
	if (regions.length === 0) return null
	return (
		<Field
			name="region"
			type="select"
			label={label}
			description={description}
			error={filled.problem('region')}
			defaultValue={filled.value('region')}
			options={[
				{ value: '', label: none },
				...regions.map((code) => ({ value: code, label: regionName(t, code) ?? code })),
				...(abroad ? [{ value: ABROAD, label: abroad }] : []),
			]}
			required={required}
		/>
	)
}
