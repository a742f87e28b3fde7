import { DEFAULT_LANGUAGE, isLanguage, type Language } from './languages.ts'

/** The language that a page's address begins with. For an unknown one the frame says that there is no such page. */
export function pageLanguage({ lang }: { lang?: string }): Language {
	return isLanguage(lang) ? lang : DEFAULT_LANGUAGE
}
