import type { FormReply } from '#app/forms/form-reply.ts'
import { useFilledForm } from '#app/forms/use-filled-form.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'

/** A form of considering a petition as it was sent, with the words for what its act refuses. */
export function useConsideringForm(
	reply: FormReply | undefined,
	defaults: Record<string, string | null | undefined> = {},
) {
	const { t } = useTranslation('considering')
	return useFilledForm(reply, {
		defaults,
		refusal: (code) => t(`refused.${code as 'wrong-state'}`),
	})
}
