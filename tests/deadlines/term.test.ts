import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isWorkingDay, reasonOff } from '#app/deadlines/calendar.ts'
import { addDays, addMonths } from '#app/deadlines/day.ts'
import { explain } from '#app/deadlines/explain.ts'
import { type Limit, lastDay, type Period, type TermOptions, UNITS } from '#app/deadlines/term.ts'
import { aCalendar, CALENDAR } from './calendars.ts'

describe('the modes', () => {
	test.each<[string, Limit, string, string, TermOptions?]>([
		['working days over a holiday', { n: 3, unit: 'wd' }, '2026-03-20', '2026-03-30'],
		['a working Saturday counts', { n: 1, unit: 'wd' }, '2026-05-15', '2026-05-16'],
		['the anchor is not counted', { n: 1, unit: 'wd' }, '2026-03-02', '2026-03-03'],
		['the anchor is day 1', { n: 1, unit: 'wd', start: 'same' }, '2026-03-02', '2026-03-02'],
		['an anchor off is no day 1', { n: 1, unit: 'wd', start: 'same' }, '2026-03-07', '2026-03-10'],
		['back in working days', { n: 1, unit: 'wd', dir: 'before' }, '2026-03-26', '2026-03-20'],
		['calendar days stay on a Sunday', { n: 15, unit: 'cd' }, '2026-03-07', '2026-03-22'],
		['calendar days roll', { n: 15, unit: 'cd', roll: 'next' }, '2026-03-07', '2026-03-26'],
		['calendar days roll back', { n: 15, unit: 'cd', roll: 'prev' }, '2026-03-07', '2026-03-20'],
		['back in calendar days', { n: 10, unit: 'cd', dir: 'before' }, '2026-03-11', '2026-03-01'],
		['holidays are skipped, weekends count', { n: 3, unit: 'cdx' }, '2026-03-06', '2026-03-11'],
		['a working Saturday counts once', { n: 2, unit: 'cdx' }, '2026-05-15', '2026-05-17'],
		['months end with their month', { n: 1, unit: 'mo' }, '2026-01-31', '2026-02-28'],
		['months roll', { n: 2, unit: 'mo', roll: 'next' }, '2026-01-29', '2026-03-30'],
		['a month with its first day', { n: 1, unit: 'mo', start: 'same' }, '2026-03-01', '2026-03-31'],
		['years', { n: 1, unit: 'yr' }, '2024-02-29', '2025-02-28'],
		['back in months', { n: 1, unit: 'mo', dir: 'before' }, '2026-03-31', '2026-02-28'],
	])('%s', (_, limit, anchor, expected, options) => {
		expect(lastDay(limit, anchor, CALENDAR, options)).toBe(expected)
	})

	const pause: Period[] = [{ from: '2026-04-08', to: '2026-04-10' }]
	test.each<[string, Limit, Period[], string]>([
		['working days', { n: 5, unit: 'wd' }, pause, '2026-04-16'],
		['calendar days', { n: 5, unit: 'cd' }, pause, '2026-04-14'],
		['months: a day for a day', { n: 1, unit: 'mo' }, pause, '2026-05-09'],
		['overlapping periods count once', { n: 5, unit: 'wd' }, [...pause, ...pause], '2026-04-16'],
		[
			'a period before the anchor is nothing',
			{ n: 5, unit: 'wd' },
			[{ from: '2026-01-01', to: '2026-04-06' }],
			'2026-04-13',
		],
	])('disregarded periods in %s', (_, limit, disregard, expected) => {
		expect(lastDay(limit, '2026-04-06', CALENDAR, { disregard })).toBe(expected)
	})

	test('a rolled end does not come to rest in a disregarded period', () => {
		const disregard = [{ from: '2026-04-13', to: '2026-04-14' }]
		const limit: Limit = { n: 5, unit: 'cd', roll: 'next' }
		expect(lastDay(limit, '2026-04-06', CALENDAR, { disregard })).toBe('2026-04-15')
	})

	test('a term without working days and rolls needs no table', () => {
		expect(lastDay({ n: 30, unit: 'cd' }, '2031-01-01', CALENDAR)).toBe('2031-01-31')
		expect(() => lastDay({ n: 30, unit: 'cd', roll: 'next' }, '2031-01-01', CALENDAR)).toThrowError(
			expect.objectContaining({ code: 'no-calendar', year: 2031 }),
		)
	})

	test('the day before the first table may be the anchor', () => {
		expect(lastDay({ n: 1, unit: 'wd' }, '2024-12-31', aCalendar({ years: [2025] }))).toBe('2025-01-01')
	})
})

const limits = fc.record({
	n: fc.integer({ min: 1, max: 60 }),
	unit: fc.constantFrom('wd', 'cd', 'cdx'),
	dir: fc.constantFrom('after', 'before'),
	start: fc.constantFrom('next', 'same'),
	roll: fc.constantFrom('none', 'next', 'prev'),
}) as fc.Arbitrary<Limit>
const months = fc.record({
	n: fc.integer({ min: 1, max: 4 }),
	unit: fc.constant('mo'),
	dir: fc.constantFrom('after', 'before'),
	start: fc.constantFrom('next', 'same'),
	roll: fc.constantFrom('none', 'next', 'prev'),
}) as fc.Arbitrary<Limit>
const anyLimit = fc.oneof(limits, months)
const anchors = fc.integer({ min: 0, max: 500 }).map((days) => addDays('2025-05-01', days))
const periods = fc.array(
	fc
		.tuple(anchors, fc.integer({ min: 0, max: 20 }))
		.map(([from, days]) => ({ from, to: addDays(from, days) })),
	{ maxLength: 3 },
)

describe('properties', () => {
	test('a longer term never ends sooner', () => {
		fc.assert(
			fc.property(anyLimit, anchors, periods, (limit, anchor, disregard) => {
				const one = lastDay(limit, anchor, CALENDAR, { disregard })
				const more = lastDay({ ...limit, n: limit.n + 1 }, anchor, CALENDAR, { disregard })
				expect(limit.dir === 'before' ? more <= one : more >= one).toBe(true)
			}),
		)
	})

	test('a later anchor never ends sooner', () => {
		fc.assert(
			fc.property(limits, anchors, periods, (limit, anchor, disregard) => {
				const one = lastDay(limit, anchor, CALENDAR, { disregard })
				const next = lastDay(limit, addDays(anchor, 1), CALENDAR, { disregard })
				expect(next >= one).toBe(true)
			}),
		)
		fc.assert(
			fc.property(months, anchors, (limit, anchor) => {
				expect(lastDay(limit, addDays(anchor, 1), CALENDAR) >= lastDay(limit, anchor, CALENDAR)).toBe(true)
			}),
		)
	})

	test('what is counted in working days or rolls never ends on a day off or in a pause', () => {
		fc.assert(
			fc.property(anyLimit, anchors, periods, (limit, anchor, disregard) => {
				fc.pre(limit.unit === 'wd' || limit.roll !== 'none')
				const end = lastDay(limit, anchor, CALENDAR, { disregard })
				expect(isWorkingDay(CALENDAR, end)).toBe(true)
				expect(disregard.some(({ from, to }) => from <= end && end <= to)).toBe(false)
			}),
		)
	})

	test('counted forward and back again is the day it began', () => {
		fc.assert(
			fc.property(fc.integer({ min: 1, max: 60 }), anchors, (n, anchor) => {
				const there = lastDay({ n, unit: 'cd' }, anchor, CALENDAR)
				expect(lastDay({ n, unit: 'cd', dir: 'before' }, there, CALENDAR)).toBe(anchor)

				fc.pre(isWorkingDay(CALENDAR, anchor))
				const worked = lastDay({ n, unit: 'wd' }, anchor, CALENDAR)
				expect(lastDay({ n, unit: 'wd', dir: 'before' }, worked, CALENDAR)).toBe(anchor)
			}),
		)
	})

	test('the last day is the one found by trying day after day', () => {
		fc.assert(
			fc.property(limits, anchors, periods, (limit, anchor, disregard) => {
				const plain: Limit = { ...limit, roll: 'none' }
				expect(lastDay(plain, anchor, CALENDAR, { disregard })).toBe(tried(plain, anchor, disregard))
			}),
		)
		fc.assert(
			fc.property(fc.integer({ min: 1, max: 4 }), anchors, (n, anchor) => {
				expect(lastDay({ n, unit: 'mo' }, anchor, CALENDAR)).toBe(addMonths(anchor, n))
			}),
		)
	})

	test('the account ends on the last day and numbers the days of the term', () => {
		fc.assert(
			fc.property(anyLimit, anchors, periods, (limit, anchor, disregard) => {
				const account = explain(limit, anchor, CALENDAR, { disregard })
				expect(account.at(-1)).toMatchObject({
					day: lastDay(limit, anchor, CALENDAR, { disregard }),
					why: 'due',
				})
				expect(account[0]!.day).toBe(anchor)
				const numbers = account.map(({ n }) => n).filter((n) => n !== null)
				expect(numbers).toEqual(Array.from({ length: limit.n }, (_, i) => i + 1))
			}),
		)
	})
})

describe('the account', () => {
	test('says why each day counts or does not', () => {
		const account = explain({ n: 4, unit: 'wd' }, '2026-03-06', CALENDAR, {
			disregard: [{ from: '2026-03-11', to: '2026-03-11' }],
		})
		expect(account.map(({ day, n, why }) => `${day.slice(8)} ${n} ${why}`)).toEqual([
			'06 null anchor',
			'07 null weekend',
			'08 null holiday',
			'09 null moved_rest_day',
			'10 1 counted',
			'11 null disregarded',
			'12 2 counted',
			'13 3 counted',
			'14 null weekend',
			'15 null weekend',
			'16 4 due',
		])
		expect(account[2]!.entry).toMatchObject({ day: '2026-03-08', kind: 'holiday' })
	})

	test('tells a working Saturday, and an end that rolls', () => {
		const saturday = explain({ n: 2, unit: 'wd' }, '2026-05-15', CALENDAR)
		expect(saturday.map(({ why }) => why)).toEqual(['anchor', 'working_day', 'weekend', 'due'])
		const rolled = explain({ n: 2, unit: 'cd', roll: 'next' }, '2026-03-19', CALENDAR)
		expect(rolled.map(({ n, why }) => `${n} ${why}`)).toEqual([
			'null anchor',
			'1 counted',
			'2 rolled_from',
			'null holiday',
			'null holiday',
			'null moved_rest_day',
			'null moved_rest_day',
			'null due',
		])
	})

	test('a term counted back goes back in time', () => {
		const account = explain({ n: 2, unit: 'wd', dir: 'before' }, '2026-03-10', CALENDAR)
		expect(account.map(({ day }) => day.slice(8))).toEqual(['10', '09', '08', '07', '06', '05'])
	})
})

test.each<[string, unknown, string]>([
	['bad-n', { n: 0, unit: 'wd' }, '2026-01-05'],
	['bad-n', { n: -1, unit: 'cd' }, '2026-01-05'],
	['bad-n', { n: Number.NaN, unit: 'cd' }, '2026-01-05'],
	['bad-n', { n: 2.5, unit: 'mo' }, '2026-01-05'],
	['unknown-unit', { n: 1, unit: 'week' }, '2026-01-05'],
	['bad-limit', { n: 1, unit: 'wd', dir: 'sideways' }, '2026-01-05'],
	['too-long', { n: 1201, unit: 'mo' }, '2026-01-05'],
	['too-long', { n: 99_999, unit: 'wd' }, '2026-01-05'],
	['impossible-date', { n: 1, unit: 'wd' }, '2026-02-30'],
	['no-calendar', { n: 1, unit: 'wd' }, '2030-01-05'],
])('%s: %j is refused', (code, limit, anchor) => {
	expect(() => lastDay(limit as Limit, anchor, CALENDAR)).toThrowError(expect.objectContaining({ code }))
})

test('a pause without end is refused and does not run for ever', () => {
	const disregard = [{ from: '2026-01-01', to: '9999-12-31' }]
	for (const unit of UNITS) {
		expect(() => lastDay({ n: 5, unit }, '2026-01-05', CALENDAR, { disregard })).toThrowError()
	}
})

/** Without any cleverness: step by step, asking of each day whether it counts. */
function tried(limit: Limit, anchor: string, disregard: Period[]): string {
	const step = limit.dir === 'before' ? -1 : 1
	let day = limit.start === 'same' ? anchor : addDays(anchor, step)
	for (let left = limit.n; ; day = addDays(day, step)) {
		const reason = limit.unit === 'cd' ? undefined : reasonOff(CALENDAR, day)?.why
		const off = limit.unit === 'cdx' && reason === 'weekend' ? undefined : reason
		if (!off && !disregard.some(({ from, to }) => from <= day && day <= to)) left--
		if (left === 0) return day
	}
}
