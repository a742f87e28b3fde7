import type { useFilledForm } from '#app/forms/use-filled-form.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { Check } from '#app/ui/choice.tsx'
import { Field } from '#app/ui/field.tsx'

/** Where one lives, where that is asked, and what may be shown and told; the consent last. */
export function WishFields({
	filled,
	regions,
	display,
}: {
	filled: ReturnType<typeof useFilledForm>
	/** Empty where the law knows no regions, or a proof has said which. */
	regions: readonly string[]
	/** Whether the law lets a first name and an initial be shown. */
	display: boolean
}) {
	const { t } = useTranslation(['signing', 'law', 'common'])
	return (
		<>
			{regions.length > 0 && (
				<Field
					name="region"
					type="select"
					label={t('signing:region')}
					description={t('signing:regionHelp')}
					error={filled.problem('region')}
					defaultValue={filled.value('region')}
					options={[
						{ value: '', label: t('signing:regionChoose') },
						...regions.map((code) => ({ value: code, label: t(`law:region.${code as 'KZ-10'}`) })),
						{ value: 'abroad', label: t('signing:abroad') },
					]}
					required
				/>
			)}
			{display && (
				<Check
					name="show"
					label={t('signing:show')}
					description={t('signing:showHelp')}
					defaultChecked={filled.value('show') === 'on'}
				/>
			)}
			<Check
				name="updates"
				label={t('signing:updates')}
				description={t('signing:updatesHelp')}
				defaultChecked={filled.value('updates') === 'on'}
			/>
			<Check
				name="consent"
				label={t('signing:consent')}
				description={t('signing:consentHelp')}
				error={filled.problem('consent')}
				defaultChecked={filled.value('consent') === 'on'}
				required
			/>
		</>
	)
}
