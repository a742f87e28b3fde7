import { useTranslation } from '#app/i18n/use-translation.ts'
import type { Language } from './languages.ts'

/** The language of the page, which is that of its address. */
export function useLanguage(): Language {
	return useTranslation().i18n.language as Language
}
