import { useTranslation } from '#app/i18n/use-translation.ts'
import { Field } from '#app/ui/field.tsx'

interface Filled {
	value: (field: string) => string | undefined
	problem: (field: string) => string | undefined
}

/** The same name in the three languages of the site. */
export function NameFields({
	form,
	legend,
	description,
}: {
	form: Filled
	legend: string
	description?: string
}) {
	const { t } = useTranslation('oversight')
	return (
		<fieldset className="ds-fieldset stack">
			<legend className="ds-label">{legend}</legend>
			{description && <p className="quiet small">{description}</p>}
			{(['kk', 'ru', 'en'] as const).map((language) => (
				<Field
					key={language}
					name={language}
					lang={language}
					label={t(`names.${language}`)}
					defaultValue={form.value(language)}
					error={form.problem(language)}
				/>
			))}
		</fieldset>
	)
}
