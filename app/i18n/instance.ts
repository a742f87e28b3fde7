import { createInstance, type i18n, type Resource } from 'i18next'
import type { Language } from './languages.ts'

/** Speaks one language for ever, so that one instance serves every request in it. */
export function speaking(language: Language, catalogs: Resource[string]): i18n {
	const instance = createInstance()
	instance.init({
		lng: language,
		fallbackLng: false,
		defaultNS: 'common',
		ns: Object.keys(catalogs),
		resources: { [language]: catalogs },
		returnNull: false,
		// React escapes, and so does the text of a mail.
		interpolation: { escapeValue: false },
		react: { useSuspense: false, bindI18n: '', bindI18nStore: '' },
		initAsync: false,
		showSupportNotice: false,
		saveMissing: true,
		missingKeyHandler: refuseMissing,
	})
	return instance
}

/** A reader is shown the key; whoever works on the software is stopped. */
function refuseMissing(languages: readonly string[], namespace: string, key: string) {
	if (process.env.NODE_ENV !== 'production') throw new Error(`No ${languages} words for ${namespace}:${key}`)
}
