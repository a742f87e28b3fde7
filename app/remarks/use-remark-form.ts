import type { FormReply } from '#app/forms/form-reply.ts'
import { useFilledForm } from '#app/forms/use-filled-form.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'

/** A form about remarks as it was sent, with the words for what its acts refuse. */
export function useRemarkForm(
	reply: FormReply | undefined,
	defaults: Record<string, string | undefined> = {},
) {
	const { t } = useTranslation('remarks')
	return useFilledForm(reply, {
		defaults,
		refusal: (code) => t(`refused.${code.split(':', 1)[0] as 'often'}`),
	})
}
