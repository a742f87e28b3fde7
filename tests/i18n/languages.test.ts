import { describe, expect, test } from 'vitest'
import { languageFor, languageOfPath } from '#app/i18n/languages.ts'
import { translator } from '#app/i18n/translator.ts'
import { inLanguage, languageChoicePath, safeReturnPath, withoutSecrets } from '#app/links.ts'

describe('the language of somebody who comes to the front door', () => {
	test.each([
		['', 'de, en;q=0.5, ru;q=0.7', 'ru'],
		['', 'kk-KZ,kk;q=0.9,ru;q=0.8', 'kk'],
		['', 'en-US', 'en'],
		['', 'fr', 'kk'],
		['', 'ru;q=0, en;q=0.1', 'en'],
		['', '', 'kk'],
		['a=b; jauap_language=en', 'ru', 'en'],
		['jauap_language=xx', 'ru', 'ru'],
		['not_jauap_language=en', 'ru', 'ru'],
	])('cookie "%s", browser "%s": %s', (cookie, accepted, language) => {
		expect(languageFor(new Headers({ Cookie: cookie, 'Accept-Language': accepted }))).toBe(language)
	})
})

test.each([
	['/kk', 'kk'],
	['/en/bodies', 'en'],
	['/english', undefined],
	['/', undefined],
])('the address %s is in %s', (path, language) => {
	expect(languageOfPath(path)).toBe(language)
})

test('the same page in another language keeps the rest of the address', () => {
	expect(inLanguage('ru', '/kk/inquiries?state=open')).toBe('/ru/inquiries?state=open')
	expect(inLanguage('ru', '/kk?a=1')).toBe('/ru?a=1')
	expect(languageChoicePath('en', '/kk/bodies/ENV')).toBe('/language/en/bodies/ENV')
})

test.each(['//evil.example', 'https://evil.example', '/\\evil.example', '/kk\\@evil', 'javascript:1', null])(
	'nobody is sent from a form to %s',
	(path) => {
		expect(safeReturnPath('kk', path)).toBe('/kk')
	},
)

test('a secret is not written to a log', () => {
	expect(withoutSecrets('/kk/receipts/abc123')).toBe('/kk/receipts/***')
	expect(withoutSecrets('/desk-calendar/abc.ics')).toBe('/desk-calendar/***')
	expect(withoutSecrets('/kk/inquiries/ENV-2026-000123-7')).toBe('/kk/inquiries/ENV-2026-000123-7')
})

describe('words', () => {
	test('count as the language counts', () => {
		const t = translator('ru')
		const days = [1, 2, 5, 21].map((count) => t('common:workingDays', { count }))
		expect(days).toEqual(['1 рабочий день', '2 рабочих дня', '5 рабочих дней', '21 рабочий день'])
	})

	test('that are missing stop whoever works on the software', () => {
		expect(() => translator('kk')('common:nothing.of.the.kind' as 'common:errors.required')).toThrow(
			'common:nothing.of.the.kind',
		)
	})
})
