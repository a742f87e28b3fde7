import { z } from 'zod'
import type { useFilledForm } from '#app/forms/use-filled-form.ts'
import { LANGUAGE_NAMES, LANGUAGES } from '#app/i18n/languages.ts'
import { Field } from '#app/ui/field.tsx'

/** The same words in each language of the site. */
export const wordsSent = (longest: number) => {
	const words = z.string().trim().min(2).max(longest)
	return { kk: words, ru: words, en: words }
}

/** One field for each language. */
export function InLanguages({
	label,
	form,
	maxLength,
	prefix = '',
	rows,
}: {
	label: string
	form: ReturnType<typeof useFilledForm>
	maxLength: number
	prefix?: string
	/** For several lines. */
	rows?: number
}) {
	return LANGUAGES.map((language) => (
		<Field
			key={language}
			name={prefix + language}
			type={rows ? 'textarea' : 'text'}
			rows={rows}
			label={`${label} (${LANGUAGE_NAMES[language]})`}
			lang={language}
			maxLength={maxLength}
			defaultValue={form.value(prefix + language)}
			error={form.problem(prefix + language)}
		/>
	))
}
