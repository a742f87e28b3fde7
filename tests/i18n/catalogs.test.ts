import { describe, expect, test } from 'vitest'
import { CATALOGS, NAMESPACES } from '#app/i18n/catalogs.ts'
import { dayInWords } from '#app/i18n/dates.ts'
import { LANGUAGES, type Language } from '#app/i18n/languages.ts'
import { translator } from '#app/i18n/translator.ts'

/** Words that Kazakh and Russian officials both use as they are. */
const SAME_IN_BOTH = new Set([
	'Талон',
	'петиция',
	'Браузер: {{device}}.',
	'Талон {{number}}',
	'{{size}} КБ',
	'Орган',
	'сайт',
	'телефон',
	'Эстония',
	'Меморандум',
	'Модератор',
	'Модерация',
	'Код',
	'Файл',
	'Петиция',
	'Карта',
	'Зал',
	'Стенограмма',
	'мин',
])

/** Short names of places. */
const NAME = /^map\.tile\./

describe.each(NAMESPACES)('%s', (namespace) => {
	const words = (language: Language) => wordsOf(CATALOGS[language][namespace])

	test.each(LANGUAGES)('%s has every key with the forms its plurals need, and no other', (language) => {
		expect([...words(language).keys()].sort()).toEqual(keysFor(language, words('en')).sort())
	})

	test.each(LANGUAGES)('%s leaves nothing empty', (language) => {
		const empty = [...words(language)].filter(([, text]) => text.trim() === '').map(([key]) => key)
		expect(empty).toEqual([])
	})

	test.each(LANGUAGES)('%s has a place for each value', (language) => {
		const english = placesByKey(words('en'))
		for (const [key, places] of placesByKey(words(language))) {
			expect([key, [...places].sort()]).toEqual([key, [...(english.get(key) ?? [])].sort()])
		}
	})

	test('Kazakh is not Russian', () => {
		const russian = words('ru')
		const same = [...words('kk')].filter(
			([key, text]) =>
				/[а-я]/i.test(text) && text === russian.get(key) && !SAME_IN_BOTH.has(text) && !NAME.test(key),
		)
		expect(same).toEqual([])
	})
})

const PLURAL = /_(zero|one|two|few|many|other)$/

/** The keys a language must have, from the English ones and the plural forms of the language. */
function keysFor(language: Language, english: Map<string, string>): string[] {
	const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories
	return [...english.keys()].flatMap((key) => {
		if (!PLURAL.test(key) || !english.has(key.replace(PLURAL, '_other'))) return [key]
		// Nothing at all may be said in words of its own, in every language.
		if (key.endsWith('_zero')) return [key]
		return key.endsWith('_other') ? forms.map((form) => key.replace(PLURAL, `_${form}`)) : []
	})
}

/** The names of values by key. The forms of one plural share theirs: "one day" may leave the number out. */
function placesByKey(words: Map<string, string>): Map<string, Set<string>> {
	const places = new Map<string, Set<string>>()
	for (const [key, text] of words) {
		const name = key.replace(PLURAL, '')
		const found = places.get(name) ?? new Set()
		for (const [, place] of text.matchAll(/\{\{\s*(\w+)[^}]*\}\}/g)) found.add(place as string)
		places.set(name, found)
	}
	return places
}

function wordsOf(catalog: object, before = ''): Map<string, string> {
	const words = new Map<string, string>()
	for (const [key, value] of Object.entries(catalog)) {
		if (typeof value === 'string') words.set(before + key, value)
		else for (const [inner, text] of wordsOf(value as object, `${before + key}.`)) words.set(inner, text)
	}
	return words
}

test('a Russian date that ends a sentence of a page brings the only full stop', () => {
	const day = dayInWords('ru', '2026-06-01')
	expect(translator('ru')('proposing:media.by', { day })).toMatch(/2026 г\.$/)
	expect(translator('en')('proposing:media.by', { day: '1 June 2026' })).toMatch(/2026\.$/)
})
