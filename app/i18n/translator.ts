import type { i18n, Resource, TFunction } from 'i18next'
import { CATALOGS, NAMESPACES } from './catalogs.ts'
import { speaking } from './instance.ts'
import { LANGUAGES, type Language } from './languages.ts'

export type Translator = TFunction<typeof NAMESPACES>

const instances = new Map<Language, i18n>()
const translators = new Map<Language, Translator>()

for (const language of LANGUAGES) {
	const instance = speaking(language, CATALOGS[language] as Resource[string])
	instances.set(language, instance)
	translators.set(language, instance.getFixedT(language, NAMESPACES) as Translator)
}

/** For loaders, mail and feeds: `translator('kk')('mail:breach.subject', { number })`. */
export function translator(language: Language): Translator {
	return translators.get(language) as Translator
}

/** For the provider round a page that is rendered on the server or in a test. */
export function i18nIn(language: Language): i18n {
	return instances.get(language) as i18n
}
