import type { Language } from '#app/i18n/languages.ts'

/** The language of a letter that does not name it: by its letters. */
export function languageOf(text: string): Language {
	const letters = text.match(/\p{L}/gu)?.length ?? 0
	const cyrillic = text.match(/\p{Script=Cyrillic}/gu)?.length ?? 0
	if (letters === 0) return 'kk'
	if (cyrillic < letters / 2) return 'en'
	// Every Kazakh sentence has some of these; in Russian there are none.
	const kazakh = text.match(/[әғқңөұүһі]/giu)?.length ?? 0
	return kazakh > cyrillic / 50 ? 'kk' : 'ru'
}
