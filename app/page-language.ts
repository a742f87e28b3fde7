import { isLanguage, type Language } from './i18n/languages.ts'
import { notFound } from './not-found.ts'

/** The language a page is asked for in: the first part of its address. */
export function pageLanguage({ lang }: { lang?: string }): Language {
	if (!isLanguage(lang)) throw notFound()
	return lang
}
