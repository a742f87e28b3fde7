import type { useFilledForm } from '#app/forms/use-filled-form.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { RegionField } from '#app/jurisdictions/region-field.tsx'
import { Check } from '#app/ui/choice.tsx'

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
	const { t } = useTranslation('signing')
	return (
		<>
			<RegionField
				filled={filled}
				regions={regions}
				label={t('region')}
				description={t('regionHelp')}
				none={t('regionChoose')}
				abroad={t('abroad')}
				required
			/>
			{display && (
				<Check
					name="show"
					label={t('show')}
					description={t('showHelp')}
					defaultChecked={filled.value('show') === 'on'}
				/>
			)}
			<Check
				name="updates"
				label={t('updates')}
				description={t('updatesHelp')}
				defaultChecked={filled.value('updates') === 'on'}
			/>
			<Check
				name="consent"
				label={t('consent')}
				description={t('consentHelp')}
				error={filled.problem('consent')}
				defaultChecked={filled.value('consent') === 'on'}
				required
			/>
		</>
	)
}
