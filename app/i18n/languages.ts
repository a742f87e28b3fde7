/** The languages of every page, the default first. They are also the first part of every address. */
export const LANGUAGES = ['kk', 'ru', 'en'] as const

export type Language = (typeof LANGUAGES)[number]

export const DEFAULT_LANGUAGE: Language = 'kk'

/** Each language by its own name, as the switch shows it. */
export const LANGUAGE_NAMES: Record<Language, string> = { kk: 'Қазақша', ru: 'Русский', en: 'English' }

export const LANGUAGE_COOKIE = 'jauap_language'

export function isLanguage(value: unknown): value is Language {
	return LANGUAGES.includes(value as Language)
}

/** The language somebody chose here before; else the first they read, by their browser; else the default. */
export function languageFor(headers: Headers): Language {
	return chosenBefore(headers.get('Cookie')) ?? readsBest(headers.get('Accept-Language')) ?? DEFAULT_LANGUAGE
}

export function languageOfPath(pathname: string): Language | undefined {
	const first = pathname.split('/', 2)[1]
	return isLanguage(first) ? first : undefined
}

function chosenBefore(cookies: string | null): Language | undefined {
	const value = cookies?.match(new RegExp(`(?:^|;\\s*)${LANGUAGE_COOKIE}=([a-z]{2})(?:;|$)`))?.[1]
	return isLanguage(value) ? value : undefined
}

function readsBest(accepted: string | null): Language | undefined {
	const wishes = (accepted ?? '')
		.slice(0, 500)
		.split(',')
		.map((wish) => {
			const [tag = '', ...parameters] = wish.trim().split(';')
			const quality = parameters.find((parameter) => parameter.trim().startsWith('q='))?.trim()
			return { language: tag.toLowerCase().split('-')[0], quality: quality ? Number(quality.slice(2)) : 1 }
		})
		.filter(({ language, quality }) => isLanguage(language) && quality > 0)
		.sort((a, b) => b.quality - a.quality)
	return wishes[0]?.language as Language | undefined
}
