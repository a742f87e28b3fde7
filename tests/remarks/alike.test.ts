import { describe, expect, it } from 'vitest'
import { bandsOf, compared, likeness, sharedOf } from '#app/remarks/alike.ts'

const VOCABULARY = Array.from({ length: 400 }, (_, n) => `word${n}`)

/** The same numbers on every run (mulberry32). */
function numbers(seed: number) {
	let state = seed
	return (below: number) => {
		state = (state + 0x6d2b79f5) | 0
		let t = Math.imul(state ^ (state >>> 15), 1 | state)
		t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
		return ((t ^ (t >>> 14)) >>> 0) % below
	}
}

function aText(next: (below: number) => number, words: number): string[] {
	return Array.from({ length: words }, () => VOCABULARY[next(VOCABULARY.length)] as string)
}

const alike = (a: string, b: string) => likeness(compared(a), compared(b))
const meet = (a: string, b: string) => {
	const theirs = new Set(bandsOf(compared(b)))
	return bandsOf(compared(a)).some((band) => theirs.has(band))
}

describe('the same words', () => {
	it.each([
		['I am against.', 'i am AGAINST'],
		['Мен қарсымын!', '  мен   қарсымын '],
		['Ёлки, не надо', 'елки — не надо'],
	])('%s and %s meet, however they are typed', (a, b) => {
		expect(alike(a, b)).toBe('same')
		expect(meet(a, b)).toBe(true)
	})

	it.each([
		['I am for the resort', 'I am against the resort'],
		['Build it', 'Do not build it'],
		['Мен қолдаймын', 'Мен қолдамаймын'],
		['', 'something'],
	])('short ones that differ in a word do not: %s, %s', (a, b) => {
		expect(alike(a, b)).toBe('different')
	})

	it('of forty random texts each meets itself and no other', () => {
		const next = numbers(7)
		const texts = Array.from({ length: 40 }, () => aText(next, 5 + next(120)).join(' '))
		for (const [at, text] of texts.entries())
			for (const [other, another] of texts.entries())
				expect(alike(text, another)).toBe(at === other ? 'same' : 'different')
	})
})

describe('nearly the same', () => {
	const next = numbers(11)
	const texts = Array.from({ length: 100 }, () => aText(next, 40 + next(160)))

	it('a name above and a greeting below keep a letter in its campaign', () => {
		for (const words of texts.filter(({ length }) => length >= 100))
			expect(alike(words.join(' '), `Dear commission, ${words.join(' ')} Aigul, Tauqala, block 7`)).toBe(
				'nearly',
			)
	})

	it('one who adds a quarter of their own or more is read by themselves', () => {
		for (const words of texts) {
			const own = aText(next, Math.ceil(words.length / 3))
			expect(alike(words.join(' '), [...words, ...own].join(' '))).toBe('different')
		}
	})

	it('it is a measure: of itself one, the same from both sides, less with every word changed', () => {
		for (const words of texts) {
			const text = compared(words.join(' '))
			expect(sharedOf(text, text)).toBe(1)
			let before = 1
			const changed = [...words]
			for (let at = 5; at < words.length; at += 11) {
				changed[at] = `other${at}`
				const other = compared(changed.join(' '))
				expect(sharedOf(text, other)).toBe(sharedOf(other, text))
				expect(sharedOf(text, other)).toBeLessThan(before)
				before = sharedOf(text, other)
			}
		}
	})

	it('what is nearly the same shares a band in all but one of a hundred', () => {
		let near = 0
		let missed = 0
		for (const words of texts.filter(({ length }) => length > 60))
			for (let copy = 0; copy < 10; copy++) {
				const changed = [...words]
				for (let n = 0; n < 1 + next(5); n++) changed[next(words.length)] = `own${next(1000)}`
				const [a, b] = [words.join(' '), changed.join(' ')]
				if (alike(a, b) !== 'nearly') continue
				near++
				if (!meet(a, b)) missed++
			}
		expect(near).toBeGreaterThan(500)
		expect(missed / near).toBeLessThan(0.01)
	})

	it('strangers seldom share one', () => {
		const seen = new Map<string, number>()
		for (const words of texts)
			for (const band of bandsOf(compared(words.join(' ')))) seen.set(band, (seen.get(band) ?? 0) + 1)
		expect([...seen.values()].filter((texts) => texts > 1).length).toBeLessThan(5)
	})
})

it('a text of nothing but signs, and one of ten thousand characters, are compared like any other', () => {
	expect(alike('!!! ???', '...')).toBe('same')
	const long = 'ө'.repeat(10_000)
	expect(alike(long, long)).toBe('same')
	expect(bandsOf(compared('a '.repeat(5000)))).toHaveLength(9)
})
