import type { i18n, Resource, TFunction } from 'i18next'
import { CATALOGS, NAMESPACES } from './catalogs.ts'
import { speaking } from './instance.ts'
import { LANGUAGES, type Language } from './languages.ts'
import { wordsOf } from './words.ts'

export type Translator = TFunction<typeof NAMESPACES>

const instances = new Map<Language, i18n>(
	LANGUAGES.map((language) => [language, speaking(language, CATALOGS[language] as Resource[string])]),
)

/** For loaders, mail and feeds: `translator('kk')('mail:breach.subject', { number })`. */
export function translator(language: Language): Translator {
	return wordsOf(i18nIn(language), NAMESPACES).t
}

/** For the provider round a page that is rendered on the server or in a test. */
export function i18nIn(language: Language): i18n {
	return instances.get(language) as i18n
}
