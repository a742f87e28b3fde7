import { render, screen } from '@testing-library/react'
import { I18nextProvider } from 'react-i18next'
import { describe, expect, test } from 'vitest'
import { Account } from '#app/clocks/account.tsx'
import { DayStrip } from '#app/clocks/day-strip.tsx'
import { standingInShort, standingSentence } from '#app/clocks/standing-words.ts'
import { type Strip, stripOf } from '#app/clocks/strip.ts'
import { drawStrip } from '#app/clocks/strip-drawing.ts'
import { calendarFrom } from '#app/deadlines/calendar.ts'
import { type ClockEvent, clockOf } from '#app/deadlines/clock.ts'
import { accountOf } from '#app/deadlines/standing.ts'
import type { Language } from '#app/i18n/languages.ts'
import { i18nIn } from '#app/i18n/translator.ts'

const calendar = calendarFrom({
	week: [1, 2, 3, 4, 5],
	years: [2026],
	entries: [
		{ day: '2026-01-07', kind: 'rest_day', title: { kk: 'Рождество', ru: 'Рождество', en: 'Christmas' } },
		{
			day: '2026-03-09',
			kind: 'moved_rest_day',
			title: { en: 'Moved from 8 March' },
			source: 'https://example.kz/order/1',
			confidence: 'confirm',
		},
	],
})
const rule = { limit: { n: 15, unit: 'wd' }, correction: 'suspend' } as const
const registered: ClockEvent = { type: 'registered', on: '2026-01-05' }

const clockAfter = (...events: ClockEvent[]) => clockOf([registered, ...events], rule, calendar)
const stripAfter = (today: string, ...events: ClockEvent[]) => stripOf(clockAfter(...events), today, calendar)

/** T, t: a day of the term, gone by or to come; E, e: of its extension; C: the citizen's; w: waits; O: late; s: spared. */
function inLetters({ cells }: Strip): string {
	const letters = { term: 't', extension: 'e', citizen: 'c', waiting: 'w', over: 'o', more: '+' }
	return cells
		.map((cell) => {
			const letter = cell.time === 'spared' ? 's' : letters[cell.kind]
			const marks = `${cell.today ? '*' : ''}${cell.due ? '!' : ''}${cell.stop ? '#' : ''}`
			return `${cell.gap ? ' ' : ''}${cell.time === 'done' ? letter.toUpperCase() : letter}${marks}${cell.count ?? ''}`
		})
		.join('')
}

describe('a strip has a cell for each working day', () => {
	test.each<[string, Strip, string]>([
		['on the day of registration', stripAfter('2026-01-05'), 't tt ttttt ttttt tt!'],
		['on its ninth day', stripAfter('2026-01-19'), 'T TT TTTTT t*tttt tt!'],
		['on its last day', stripAfter('2026-01-27'), 'T TT TTTTT TTTTT Tt*!'],
		['five days late', stripAfter('2026-02-03'), 'T TT TTTTT TTTTT TT!OOO Oo*'],
		['long overdue', stripAfter('2026-03-20'), 'T TT TTTTT TTTTT TT!OOO OOOOO OO+27'],
		[
			'answered in time',
			stripAfter('2026-02-20', { type: 'answered', on: '2026-01-20' }),
			'T TT TTTTT TT#sss ss!',
		],
		[
			'answered late',
			stripAfter('2026-02-20', { type: 'answered', on: '2026-01-29' }),
			'T TT TTTTT TTTTT TT!OO#',
		],
		[
			'answered on a Saturday',
			stripAfter('2026-02-20', { type: 'answered', on: '2026-01-17' }),
			'T TT TTTTTT# sssss ss!',
		],
		['sent on', stripAfter('2026-02-20', { type: 'redirected', on: '2026-01-08' }), 'T T#s sssss sssss ss!'],
		[
			'waiting for a correction',
			stripAfter('2026-01-14', { type: 'returned_for_correction', on: '2026-01-12' }),
			'T TT TCc*wwwwwwwwwww',
		],
		[
			'extended',
			stripAfter('2026-01-29', { type: 'extended', on: '2026-01-20', until: '2026-02-04' }),
			'T TT TTTTT TTTTT TTEe*e eee!',
		],
	])('%s', (_, strip, letters) => {
		expect(inLetters(strip)).toBe(letters)
	})
})

test('a gap says which of its days are more than a weekend', () => {
	const gaps = stripAfter('2026-01-19').cells.flatMap(({ gap }) => (gap ? [gap.reasons] : []))
	expect(gaps[0]).toMatchObject([{ day: '2026-01-07', why: 'rest_day', title: { en: 'Christmas' } }])
	expect(gaps.slice(1)).toEqual([[], [], []])
})

test('today on a weekend is marked in the gap', () => {
	expect(stripAfter('2026-01-17').cells.filter(({ gap }) => gap?.today)).toMatchObject([
		{ day: '2026-01-19' },
	])
})

describe('a drawing', () => {
	const extended = stripAfter('2026-01-21', { type: 'extended', on: '2026-01-20', until: '2026-03-20' })

	test.each(['small', 'normal', 'large'] as const)(
		'fits a narrow screen, even of two months more (%s)',
		(size) => {
			expect(extended.cells.length).toBeGreaterThan(45)
			expect(drawStrip(extended, size).width).toBeLessThanOrEqual(380)
		},
	)

	test('of fifteen days stands in one line', () => {
		expect(drawStrip(stripAfter('2026-01-19'), 'normal').height).toBeLessThan(50)
	})

	test('has no two cells in one place', () => {
		const { paths } = drawStrip(extended, 'large')
		const boxes = paths
			.filter(({ name }) => /^(term|extension)-/.test(name))
			.flatMap(({ d }) => d.split('z').filter(Boolean))
		expect(new Set(boxes).size).toBe(extended.cells.length)
	})
})

const WORDS: [Language, Strip, string][] = [
	['en', stripAfter('2026-01-19'), 'Day 9 of 15. Due Tuesday 27 January. 6 working days left.'],
	['ru', stripAfter('2026-01-19'), 'День 9 из 15. Срок ответа: вторник, 27 января. Осталось 6 рабочих дней.'],
	['kk', stripAfter('2026-01-19'), '15 күннің 9-күні. Соңғы күн: 27 қаңтар, сейсенбі. 6 жұмыс күні қалды.'],
	[
		'en',
		stripAfter('2026-01-05'),
		'Registered today. The answer is due Tuesday 27 January, in 15 working days.',
	],
	[
		'en',
		stripAfter('2026-01-04'),
		'Will be registered Monday 5 January. The answer is due Tuesday 27 January.',
	],
	['en', stripAfter('2026-01-27'), 'Day 15 of 15. The answer is due today, Tuesday 27 January.'],
	[
		'en',
		stripAfter('2026-01-28'),
		'The term ended Tuesday 27 January without an answer. It is 1 working day overdue.',
	],
	[
		'en',
		stripAfter('2026-02-20', { type: 'answered', on: '2026-01-20' }),
		'Answered Tuesday 20 January, on day 10 of 15.',
	],
]

test.each(WORDS)('the sentence (%s) of %o', (language, strip, sentence) => {
	expect(standingSentence(i18nIn(language).getFixedT(language, 'clock'), language, strip)).toBe(sentence)
})

test('every state has its words in every language', () => {
	const strips = [
		stripAfter('2026-01-14', { type: 'returned_for_correction', on: '2026-01-12' }),
		stripAfter('2026-01-29', { type: 'extended', on: '2026-01-20', until: '2026-02-04' }),
		stripAfter('2026-02-20', { type: 'answered', on: '2026-01-29' }),
		...(['redirected', 'terminated', 'withdrawn', 'closed'] as const).map((type) =>
			stripAfter('2026-02-20', { type, on: '2026-01-08' }),
		),
	]
	for (const language of ['kk', 'ru', 'en'] as const) {
		const t = i18nIn(language).getFixedT(language, 'clock')
		for (const strip of strips) {
			expect(standingSentence(t, language, strip)).not.toMatch(/\{\{|strip\./)
			expect(standingInShort(t, strip)).not.toMatch(/\{\{|standing\./)
		}
	}
})

describe('the page', () => {
	const inEnglish = (part: React.ReactNode) =>
		render(<I18nextProvider i18n={i18nIn('en')}>{part}</I18nextProvider>)

	test.each(['small', 'normal'] as const)('the strip is a link whose words are the sentence (%s)', (size) => {
		inEnglish(<DayStrip strip={stripAfter('2026-01-19')} size={size} href="/en/inquiries/1/clock" />)
		const link = screen.getByRole('link', {
			name: 'Day 9 of 15. Due Tuesday 27 January. 6 working days left.',
		})
		expect(link.getAttribute('href')).toBe('/en/inquiries/1/clock')
	})

	test('the strip names its holidays and has no style attributes', () => {
		const { container } = inEnglish(<DayStrip strip={stripAfter('2026-01-19')} />)
		const titles = [...container.querySelectorAll('title')].map(({ textContent }) => textContent)
		expect(titles).toEqual(['Wednesday 7 January: Christmas, a day off'])
		expect(container.innerHTML).not.toMatch(/ style=/)
	})

	test('a strip in a list is under a kilobyte', () => {
		const { container } = inEnglish(<DayStrip strip={stripAfter('2026-01-19')} size="small" href="/en" />)
		expect(container.innerHTML.length).toBeLessThan(1000)
	})

	test('the account says what each day counts, why, and by which source', () => {
		const clock = clockOf([{ type: 'registered', on: '2026-03-04' }], rule, calendar)
		inEnglish(<Account days={accountOf(clock, '2026-03-10', calendar)} article="APPC 76" />)
		const rows = screen.getAllByRole('row').map(({ textContent }) => textContent)
		expect(rows).toContain('Thursday 5 March – Friday 6 March1–2Counts')
		expect(rows).toContain('Saturday 7 March – Sunday 8 MarchWeekend, does not count')
		expect(rows.find((row) => row?.startsWith('Monday 9 March'))).toMatch(
			/Moved from 8 March.*example\.kz \(to be confirmed\)/,
		)
		expect(rows.at(-1)).toBe('Thursday 26 March15The last day for the answer')
	})
})
