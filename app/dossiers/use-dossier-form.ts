import type { FormReply } from '#app/forms/form-reply.ts'
import { useFilledForm } from '#app/forms/use-filled-form.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'

/** A form of the dossier as it was sent, with the words for what its acts refuse. */
export function useDossierForm(reply: FormReply | undefined, defaults: Record<string, string> = {}) {
	const { t } = useTranslation(['dossiers', 'common'])
	return useFilledForm(reply, {
		defaults,
		refusal: (code) => t(`dossiers:refused.${code as 'wrong-state'}`),
	})
}
