import type { Namespace } from '#app/i18n/catalogs.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import type { FormReply } from './form-reply.ts'
import { useFilledForm } from './use-filled-form.ts'

/** A form as it was sent, with the words of a catalog for what its acts refuse. */
export function useFormOf(
	catalog: Namespace,
	reply: FormReply | undefined,
	defaults: Parameters<typeof useFilledForm>[1] extends { defaults?: infer Defaults } | undefined
		? Defaults
		: never = {},
) {
	const { t } = useTranslation(catalog as 'holding')
	// What follows a colon is a number: `often:300`.
	return useFilledForm(reply, {
		defaults,
		refusal: (code) => t(`refused.${code.split(':', 1)[0] as 'often'}`),
	})
}
