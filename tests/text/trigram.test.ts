import fc from 'fast-check'
import { expect, test } from 'vitest'
import { similarity, trigramsOf } from '#app/text/trigram.ts'

test('a word has its trigrams with two blanks before and one after', () => {
	expect([...trigramsOf('Жол')]).toEqual(['  ж', ' жо', 'жол', 'ол '])
})

test.each([
	['word', 'two words', 0.363636],
	['cat', 'cats', 0.5],
	['Жолды жөндеу', 'жолды ЖӨНДЕУ!', 1],
	['жол', 'су', 0],
	['', '', 0],
])('%s and %s are alike as pg_trgm counts: %s', (a, b, expected) => {
	expect(similarity(a, b)).toBeCloseTo(expected, 5)
})

test('it is from 0 to 1, the same both ways, and 1 with itself', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (a, b) => {
			const alike = similarity(a, b)
			expect(alike).toBe(similarity(b, a))
			expect(alike >= 0 && alike <= 1).toBe(true)
			if (trigramsOf(a).size > 0) expect(similarity(a, a)).toBe(1)
		}),
	)
})
