import type en from '#app/i18n/en/oversight.json'
import { useTranslation } from '#app/i18n/use-translation.ts'

/** Why an act was refused, in the reader's language. */
export function useRefusal(): (code: string) => string {
	const { t } = useTranslation('oversight')
	return (code) => t(`refused.${code as keyof typeof en.refused}`)
}
