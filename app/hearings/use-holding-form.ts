import type { FormReply } from '#app/forms/form-reply.ts'
import { useFilledForm } from '#app/forms/use-filled-form.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'

/** A form as it was sent, with the words for what the acts of a hearing refuse. */
export function useHoldingForm(
	reply: FormReply | undefined,
	defaults: Record<string, string | number | null | undefined> = {},
) {
	const { t } = useTranslation('holding')
	return useFilledForm(reply, {
		defaults,
		refusal: (code) => t(`refused.${code as 'wrong-state'}`),
	})
}
