import { describe, expect, test } from 'vitest'
import {
	type CalendarEntry,
	calendarFrom,
	isWorkingDay,
	nextWorkingDay,
	previousWorkingDay,
	reasonOff,
	suggestSubstitutes,
	workingDayFrom,
	workingDaysBetween,
} from '#app/deadlines/calendar.ts'
import { NoCalendarError } from '#app/deadlines/problem.ts'
import { aCalendar, CALENDAR, WEEK } from './calendars.ts'

test.each([
	['2026-03-06', undefined],
	['2026-03-07', 'weekend'],
	['2026-03-08', 'holiday'], // a Sunday: the holiday is the better reason
	['2026-03-09', 'moved_rest_day'],
	['2026-01-07', 'rest_day'],
	['2026-05-16', undefined], // a Saturday that works
])('%s is off for: %s', (day, why) => {
	expect(reasonOff(CALENDAR, day)?.why).toBe(why)
	expect(isWorkingDay(CALENDAR, day)).toBe(why === undefined)
})

test('the neighbours of a day off', () => {
	expect(nextWorkingDay(CALENDAR, '2026-03-20')).toBe('2026-03-26')
	expect(previousWorkingDay(CALENDAR, '2026-03-26')).toBe('2026-03-20')
	expect(workingDayFrom(CALENDAR, '2026-03-20')).toBe('2026-03-20')
	expect(workingDayFrom(CALENDAR, '2026-03-21')).toBe('2026-03-26')
	expect(workingDaysBetween(CALENDAR, '2026-03-20', '2026-03-27')).toBe(2)
	expect(
		workingDaysBetween(CALENDAR, '2026-03-20', '2026-03-27', [{ from: '2026-03-26', to: '2026-03-26' }]),
	).toBe(1)
})

test('a year without a table is refused and not guessed', () => {
	const calendar = aCalendar({ years: [2025, 2027] })
	for (const day of ['2024-12-31', '2026-06-01', '2028-01-01']) {
		expect(() => isWorkingDay(calendar, day)).toThrowError(NoCalendarError)
	}
	expect(() => nextWorkingDay(calendar, '2025-12-31')).toThrowError(
		expect.objectContaining({ code: 'no-calendar', year: 2026 }),
	)
	expect(isWorkingDay(calendar, '2027-06-01')).toBe(true)
})

test('an order that makes a day work is stronger than its holiday, whichever was entered first', () => {
	const two: CalendarEntry[] = [
		{ day: '2026-06-01', kind: 'working_day' },
		{ day: '2026-06-01', kind: 'holiday' },
	]
	for (const entries of [two, two.toReversed()]) {
		expect(isWorkingDay(calendarFrom({ week: WEEK, years: [2026], entries }), '2026-06-01')).toBe(true)
	}
})

describe('the rule that moves holidays', () => {
	test.each<[string, string[], string[], string[]]>([
		['a Saturday before a holiday Monday goes to Tuesday', ['2022-05-07', '2022-05-09'], [], ['2022-05-10']],
		['two of three', ['2026-03-21', '2026-03-22', '2026-03-23'], [], ['2026-03-24', '2026-03-25']],
		['a holiday on a weekday stays', ['2026-05-01'], [], []],
		['rest days are passed over and not moved', ['2026-03-07'], ['2026-03-09', '2026-03-14'], ['2026-03-10']],
	])('%s', (_, holidays, rest, substitutes) => {
		const entries: CalendarEntry[] = [
			...holidays.map((day) => ({ day, kind: 'holiday' as const })),
			...rest.map((day) => ({ day, kind: 'rest_day' as const })),
		]
		expect(suggestSubstitutes(WEEK, entries).map(({ substitute }) => substitute)).toEqual(substitutes)
	})
})
