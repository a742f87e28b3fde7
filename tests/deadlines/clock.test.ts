import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { workingDaysBetween } from '#app/deadlines/calendar.ts'
import { type Clock, type ClockEvent, type ClockRule, clockOf } from '#app/deadlines/clock.ts'
import { addDays, type Day } from '#app/deadlines/day.ts'
import { accountOf, standingOf } from '#app/deadlines/standing.ts'
import { lastDay } from '#app/deadlines/term.ts'
import { aCalendar, CALENDAR } from './calendars.ts'

const ANSWER: ClockRule = { limit: { n: 15, unit: 'wd' }, correction: 'suspend' }
const RESTART: ClockRule = { ...ANSWER, correction: 'restart' }

const registered = (on: Day): ClockEvent => ({ type: 'registered', on })
const returned = (on: Day): ClockEvent => ({ type: 'returned_for_correction', on })
const corrected = (on: Day): ClockEvent => ({ type: 'corrected', on })
const extended = (on: Day, until: Day): ClockEvent => ({ type: 'extended', on, until })
const answered = (on: Day): ClockEvent => ({ type: 'answered', on })

/** Registered Monday 6 April: day 1 is the 7th, day 14 the 24th, day 15 Monday the 27th. */
const START = registered('2026-04-06')

function clock(events: ClockEvent[], rule = ANSWER, calendar = CALENDAR): Clock {
	return clockOf([START, ...events], rule, calendar)
}

describe('a clock', () => {
	test('runs from the day after registration', () => {
		expect(clock([])).toMatchObject({
			startedOn: '2026-04-06',
			dueOn: '2026-04-27',
			originalDueOn: '2026-04-27',
		})
	})

	test('stands still while the citizen corrects; the day asked is the body’s, the day it comes is not', () => {
		const asked = clock([returned('2026-04-10')])
		expect(asked.dueOn).toBeUndefined()
		expect(asked.pausedSince).toBe('2026-04-10')
		const back = clock([returned('2026-04-10'), corrected('2026-04-15')])
		expect(back).toMatchObject({
			dueOn: '2026-04-30',
			originalDueOn: '2026-04-27',
			pauses: [{ from: '2026-04-11', to: '2026-04-15' }],
		})
		expect(back.pausedSince).toBeUndefined()
	})

	test('asked and corrected on one day loses nothing', () => {
		expect(clock([returned('2026-04-10'), corrected('2026-04-10')])).toMatchObject({
			dueOn: '2026-04-27',
			pauses: [],
		})
	})

	test('asked on day 14, answered, and asked again: one day was left each time', () => {
		const once = clock([returned('2026-04-24'), corrected('2026-05-05')])
		expect(once.dueOn).toBe('2026-05-06')
		const twice = clock([
			returned('2026-04-24'),
			corrected('2026-05-05'),
			returned('2026-05-05'),
			corrected('2026-05-12'),
		])
		expect(twice.dueOn).toBe('2026-05-13')
		expect(twice.pauses).toHaveLength(2)
	})

	test('asked on the last day, the body has a day when the correction comes', () => {
		expect(clock([returned('2026-04-27'), corrected('2026-05-05')]).dueOn).toBe('2026-05-06')
	})

	test('a term that has lapsed cannot be stopped or extended', () => {
		const late = clock([
			returned('2026-04-28'),
			corrected('2026-05-05'),
			extended('2026-04-28', '2026-06-01'),
		])
		expect(late).toEqual(clock([]))
	})

	test('starts anew when the rule restarts it', () => {
		const back = clock([returned('2026-04-10'), corrected('2026-04-15')], RESTART)
		expect(back).toMatchObject({
			startedOn: '2026-04-15',
			dueOn: lastDay(ANSWER.limit, '2026-04-15', CALENDAR),
			originalDueOn: '2026-04-27',
		})
	})

	test('goes on when the rule knows no pause', () => {
		const none: ClockRule = { ...ANSWER, correction: 'none' }
		expect(clock([returned('2026-04-10'), corrected('2026-04-15')], none)).toEqual(clock([], none))
	})

	test('extended on the last day is due on the new day', () => {
		expect(clock([extended('2026-04-27', '2026-06-26')])).toMatchObject({
			dueOn: '2026-06-26',
			originalDueOn: '2026-04-27',
			extendedUntil: '2026-06-26',
		})
	})

	test('a pause after an extension moves its day by the working days of the pause', () => {
		const back = clock([
			extended('2026-04-20', '2026-05-29'),
			returned('2026-05-04'),
			corrected('2026-05-07'),
		])
		expect(back.dueOn).toBe('2026-06-03')
		// The pause was over before the extension was decided with its day in view.
		const before = clock([
			returned('2026-04-08'),
			corrected('2026-04-10'),
			extended('2026-04-20', '2026-05-29'),
		])
		expect(before.dueOn).toBe('2026-05-29')
	})

	test('an extension never takes days away', () => {
		expect(clock([extended('2026-04-20', '2026-04-24')]).dueOn).toBe('2026-04-27')
	})

	test.each(['answered', 'terminated', 'withdrawn', 'redirected', 'closed'] as const)(
		'%s stops it, and nothing after resets it',
		(type) => {
			const ended = clock([{ type, on: '2026-04-20' }])
			expect(ended).toMatchObject({ stoppedOn: '2026-04-20', stoppedBy: type, dueOn: '2026-04-27' })
			const after = [
				returned('2026-04-21'),
				corrected('2026-04-22'),
				registered('2026-05-04'),
				answered('2026-05-05'),
			]
			expect(clock([{ type, on: '2026-04-20' }, ...after])).toEqual(ended)
		},
	)

	test('answered while it stands still is answered in time', () => {
		const ended = clock([returned('2026-04-10'), answered('2026-06-01')])
		expect(ended).toMatchObject({
			stoppedOn: '2026-06-01',
			pauses: [{ from: '2026-04-11', to: '2026-06-01' }],
		})
		expect(standingOf(ended, '2026-06-02', CALENDAR).state).toBe('met')
	})

	test('registered again is still the first registration', () => {
		expect(clock([registered('2026-04-20')])).toEqual(clock([]))
	})

	test('a holiday decreed after the start moves the day, and moves it back when it is taken away', () => {
		const decreed = aCalendar({ add: [{ day: '2026-04-20', kind: 'moved_rest_day' }] })
		const worked = aCalendar({ add: [{ day: '2026-04-18', kind: 'working_day' }] })
		expect(clock([], ANSWER, decreed).dueOn).toBe('2026-04-28')
		expect(clock([], ANSWER, worked).dueOn).toBe('2026-04-24')
		expect(clock([], ANSWER, aCalendar()).dueOn).toBe('2026-04-27')
	})

	test('a body to which it was sent on counts from its own registration', () => {
		const first = clock([{ type: 'redirected', on: '2026-04-08' }])
		const second = clockOf([registered('2026-04-09')], ANSWER, CALENDAR)
		expect(first.stoppedBy).toBe('redirected')
		expect(second.dueOn).toBe('2026-04-30')
	})

	test('however often it pauses, the body has its fifteen working days and no more', () => {
		const gaps = fc.array(fc.tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 12 })), {
			maxLength: 5,
		})
		fc.assert(
			fc.property(gaps, (gaps) => {
				const events: ClockEvent[] = [START]
				let day = '2026-04-06'
				for (const [wait, length] of gaps) {
					const askedOn = addDays(day, wait)
					day = addDays(askedOn, length)
					events.push(returned(askedOn), corrected(day))
				}
				const { dueOn, pauses } = clockOf(events, ANSWER, CALENDAR)
				expect(workingDaysBetween(CALENDAR, '2026-04-06', dueOn!, pauses)).toBe(15)
			}),
		)
	})
})

describe('how it stands', () => {
	test.each<[string, ClockEvent[], Day, object]>([
		[
			'on the day of registration',
			[],
			'2026-04-06',
			{ state: 'running', dayNumber: 0, ofDays: 15, workingDaysLeft: 15 },
		],
		['before the last day', [], '2026-04-24', { state: 'running', dayNumber: 14, workingDaysLeft: 1 }],
		['on a day off', [], '2026-04-25', { state: 'running', dayNumber: 14, workingDaysLeft: 1 }],
		['on the last day', [], '2026-04-27', { state: 'due-today', dayNumber: 15, workingDaysLeft: 0 }],
		['after it', [], '2026-04-28', { state: 'overdue', dayNumber: 16, workingDaysOver: 1, timeWithBody: 16 }],
		['over a holiday', [], '2026-05-04', { state: 'overdue', workingDaysOver: 4 }],
		[
			'paused',
			[returned('2026-04-10')],
			'2026-04-15',
			{
				state: 'paused',
				dayNumber: 4,
				workingDaysLeft: 11,
				timeWithBody: 4,
				timeWithCitizen: 3,
			},
		],
		[
			'after a pause',
			[returned('2026-04-10'), corrected('2026-04-15')],
			'2026-04-16',
			{
				state: 'running',
				dayNumber: 5,
				ofDays: 15,
				workingDaysLeft: 10,
				timeWithCitizen: 3,
			},
		],
		[
			'extended',
			[extended('2026-04-20', '2026-05-08')],
			'2026-04-28',
			{
				state: 'running',
				dayNumber: 16,
				ofDays: 23,
				workingDaysLeft: 7,
			},
		],
		[
			'answered on the last day',
			[answered('2026-04-27')],
			'2026-06-01',
			{ state: 'met', dayNumber: 15, timeWithBody: 15 },
		],
		['answered late', [answered('2026-04-29')], '2026-06-01', { state: 'met-late', workingDaysOver: 2 }],
		[
			'before the answer was given',
			[answered('2026-04-27')],
			'2026-04-08',
			{ state: 'running', dayNumber: 2 },
		],
		['withdrawn late', [{ type: 'withdrawn', on: '2026-05-05' }], '2026-06-01', { state: 'stopped' }],
	])('%s', (_, events, today, expected) => {
		expect(standingOf(clock(events), today, CALENDAR)).toMatchObject(expected)
	})

	test('a term in calendar days still says its working days', () => {
		const address: ClockRule = { limit: { n: 30, unit: 'cd', roll: 'next' }, correction: 'none' }
		const standing = standingOf(clock([], address), '2026-04-30', CALENDAR)
		expect(standing).toMatchObject({ state: 'running', dayNumber: 24, ofDays: 30, workingDaysLeft: 3 })
	})

	test('an old case is shown in a year that has no table yet', () => {
		const standing = standingOf(clock([]), '2031-02-03', CALENDAR)
		expect(standing).toMatchObject({ state: 'overdue', ofDays: 15 })
		expect(standing.workingDaysOver).toBeUndefined()
	})

	test('not registered yet', () => {
		expect(standingOf(clockOf([], ANSWER, CALENDAR), '2026-04-06', CALENDAR)).toMatchObject({
			state: 'running',
		})
	})
})

describe('its account', () => {
	test.each<[string, ClockEvent[]]>([
		['as it runs', []],
		['with a pause', [returned('2026-04-10'), corrected('2026-04-15')]],
		['extended', [extended('2026-04-20', '2026-05-29')]],
		[
			'extended and paused',
			[extended('2026-04-20', '2026-05-29'), returned('2026-05-04'), corrected('2026-05-07')],
		],
	])('%s ends on the due day and leaves out no day', (_, events) => {
		const state = clock(events)
		const account = accountOf(state, '2026-04-20', CALENDAR)
		expect(account.at(-1)).toMatchObject({ day: state.dueOn, why: 'due' })
		expect(account.filter(({ why }) => why === 'due')).toHaveLength(1)
		for (const [i, { day }] of account.entries()) expect(day).toBe(addDays('2026-04-06', i))
		const last = account.findLast(({ n }) => n !== null)
		expect(last?.n).toBe(standingOf(state, state.dueOn!, CALENDAR).ofDays)
	})

	test('paused: as far as today, with no due day', () => {
		const account = accountOf(clock([returned('2026-04-10')]), '2026-04-14', CALENDAR)
		expect(account.map(({ n, why }) => n ?? why)).toEqual([
			'anchor',
			1,
			2,
			3,
			4,
			'disregarded',
			'disregarded',
			'disregarded',
			'disregarded',
		])
	})
})
