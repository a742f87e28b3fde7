import type { FormReply } from '#app/forms/form-reply.ts'
import { useFilledForm } from '#app/forms/use-filled-form.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'

/** A form as it was sent, with the words for what an act after a hearing refuses. */
export function useProtocolForm(
	reply: FormReply | undefined,
	defaults: Record<string, string | number | null | undefined> = {},
) {
	const { t } = useTranslation('protocols')
	return useFilledForm(reply, {
		defaults,
		refusal: (code) => t(`refused.${(code.startsWith('factorOften') ? 'often' : code) as 'often'}`),
	})
}
