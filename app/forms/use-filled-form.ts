import { useTranslation } from '#app/i18n/use-translation.ts'
import type { FormReply } from './form-reply.ts'
import { PROBLEMS, type Problem } from './problem-codes.ts'

interface FilledForm {
	/** What stands in a field: what was typed, else what the page begins with. */
	value: (field: string) => string | undefined
	values: (field: string) => string[]
	/** The words beside a field. */
	problem: (field: string) => string | undefined
	/** For the error summary. Without a field it is about the form as a whole. */
	problems: { field?: string; message: string }[]
	/** Of a page with several forms: what was sent, if it was the one with these values; else what the page begins with. */
	of: (which: Record<string, string>) => FilledForm
}

interface Options {
	defaults?: Record<string, string | number | null | undefined>
	/** The page's own words for what its act refuses. */
	refusal?: (code: string) => string
}

/** A form as it was sent, so that nothing typed is lost: `useFilledForm(useActionData()?.form)`. */
export function useFilledForm(
	reply: FormReply | undefined,
	{ defaults = {}, refusal }: Options = {},
): FilledForm {
	const { t } = useTranslation()

	function inWords(code: string): string {
		const [name, amount] = code.split(':', 2) as [Problem, string | undefined]
		if (!PROBLEMS.includes(name)) return refusal ? refusal(code) : t('errors.invalid')
		if (name === 'fileTooBig') return t('errors.fileTooBig', { megabytes: amount })
		return t(`errors.${name}`, { count: Number(amount), limit: amount })
	}

	function filledBy(sent: FormReply | undefined): FilledForm {
		function values(field: string): string[] {
			const typed = sent?.initialValue?.[field] ?? (sent ? undefined : defaults[field])
			if (typed === undefined || typed === null) return []
			return (Array.isArray(typed) ? typed : [typed]).map(String)
		}
		const found = Object.entries(sent?.error ?? {}).map(([field, codes]) => ({
			// A file of a list is named `files[2]`; its problem stands at the field.
			field: field.replace(/\[.*$/, ''),
			message: [...new Set((codes ?? []).map(inWords))].join(' '),
		}))
		return {
			values,
			value: (field) => values(field)[0],
			problem: (field) => found.find((one) => one.field === field)?.message,
			problems: found.map(({ field, message }) => (field ? { field, message } : { message })),
			of: (which) => {
				const isIt = Object.entries(which).every(([field, value]) => values(field)[0] === value)
				return sent && isIt ? filledBy(sent) : filledBy(undefined)
			},
		}
	}
	return filledBy(reply)
}
