import { useTranslation } from '#app/i18n/use-translation.ts'
import { SIGNATURE_REFUSALS } from '#app/signatures/refusal.ts'
import { useSignatureRefusals } from '#app/signatures/use-refusals.ts'

/** Why a petition was not signed, and what to do now. */
export function useSigningRefusals() {
	const { t } = useTranslation('signing')
	const ofSignature = useSignatureRefusals()
	return (code: string) =>
		(SIGNATURE_REFUSALS as readonly string[]).includes(code)
			? ofSignature(code)
			: t(`refused.${code as 'closed'}`)
}
