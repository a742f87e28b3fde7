import { useTranslation } from '#app/i18n/use-translation.ts'
import type { SIGNATURE_REFUSALS } from './refusal.ts'

/** Why a signature was not taken, and what to do now. */
export function useSignatureRefusals() {
	const { t } = useTranslation('signatures')
	return (code: string) => t(`refused.${code as (typeof SIGNATURE_REFUSALS)[number]}`)
}
