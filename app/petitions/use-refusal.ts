import type en from '#app/i18n/en/invalidating.json'
import { useTranslation } from '#app/i18n/use-translation.ts'

/** Why an act to the signatures of a petition was not done, in words. */
export function useRefusal() {
	const { t } = useTranslation('invalidating')
	return (code: string) => t(`refused.${code as keyof typeof en.refused}`)
}
