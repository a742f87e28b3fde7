import { execFileSync } from 'node:child_process'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
	addDays,
	addMonths,
	dayIn,
	daysBetween,
	instantIn,
	isDay,
	startOfDay,
	timeIn,
	weekday,
} from '#app/deadlines/day.ts'
import { legalMoment } from '#app/deadlines/registration.ts'

test.each([
	['2026-01-31', true],
	['2024-02-29', true],
	['2000-02-29', true],
	['2026-02-29', false],
	['1900-02-29', false],
	['2026-13-01', false],
	['2026-00-10', false],
	['2026-04-31', false],
	['0000-01-01', false],
	['2026-1-1', false],
	['2026/01/01', false],
	['2026-01-01T00:00', false],
	['', false],
	[20260101, false],
	[null, false],
])('%s is a day: %s', (text, real) => {
	expect(isDay(text)).toBe(real)
})

test.each([
	['2026-01-31', 1, '2026-02-28'],
	['2024-01-31', 1, '2024-02-29'],
	['2026-08-31', 6, '2027-02-28'],
	['2026-03-31', -1, '2026-02-28'],
	['2026-01-15', -1, '2025-12-15'],
	['2026-12-15', 1, '2027-01-15'],
	['2024-02-29', 12, '2025-02-28'],
])('%s and %i months is %s', (day, months, expected) => {
	expect(addMonths(day, months)).toBe(expected)
})

test('weekdays run from Monday, 1, to Sunday, 7', () => {
	expect(weekday('2026-03-02')).toBe(1)
	expect(weekday('2026-03-08')).toBe(7)
	expect(weekday('1969-12-31')).toBe(3)
	expect(weekday('0001-01-01')).toBe(1)
})

test('adding days and taking the difference agree with the calendar of the machine', () => {
	const days = fc.integer({ min: -700_000, max: 2_900_000 })
	fc.assert(
		fc.property(days, fc.integer({ min: -5000, max: 5000 }), (from, ahead) => {
			const day = iso(from)
			expect(addDays(day, ahead)).toBe(iso(from + ahead))
			expect(daysBetween(day, iso(from + ahead))).toBe(ahead)
		}),
	)
})

test('the calendar ends with the year 9999 and does not go on in five digits', () => {
	expect(() => addDays('9999-12-31', 1)).toThrowError(expect.objectContaining({ code: 'impossible-date' }))
	expect(() => addMonths('9999-12-31', 1)).toThrowError(expect.objectContaining({ code: 'impossible-date' }))
	expect(() => addDays('2026-02-30', 1)).toThrowError(expect.objectContaining({ code: 'impossible-date' }))
})

describe('local days', () => {
	test.each([
		['Asia/Almaty', '2026-03-06T18:59:00Z', '2026-03-06', '23:59'],
		['Asia/Almaty', '2026-03-06T19:01:00Z', '2026-03-07', '00:01'],
		['Asia/Almaty', '2024-02-29T17:59:59Z', '2024-02-29', '23:59'], // still +06
		['Asia/Almaty', '2024-02-29T18:00:00Z', '2024-02-29', '23:00'], // the clocks have gone back an hour
		['Asia/Almaty', '2024-02-29T19:00:00Z', '2024-03-01', '00:00'],
		['Europe/London', '2026-03-29T00:59:00Z', '2026-03-29', '00:59'],
		['Europe/London', '2026-03-29T01:00:00Z', '2026-03-29', '02:00'],
		['Europe/London', '2026-07-01T23:30:00Z', '2026-07-02', '00:30'],
		['Europe/Tallinn', '2026-10-25T01:00:00Z', '2026-10-25', '03:00'],
	])('in %s at %s it is %s, %s', (zone, instant, day, time) => {
		expect(dayIn(zone, new Date(instant))).toBe(day)
		expect(timeIn(zone, new Date(instant))).toBe(time)
	})

	test.each([
		['Asia/Almaty', '2026-03-07', '2026-03-06T19:00:00.000Z'],
		// On 1 March 2024 the clocks reached midnight, went back to 23:00 and reached it again.
		['Asia/Almaty', '2024-03-01', '2024-02-29T19:00:00.000Z'],
		['Asia/Almaty', '2024-02-29', '2024-02-28T18:00:00.000Z'],
		['Europe/London', '2026-03-29', '2026-03-29T00:00:00.000Z'],
		['Europe/London', '2026-03-30', '2026-03-29T23:00:00.000Z'],
		['Africa/Cairo', '2026-04-24', '2026-04-23T22:00:00.000Z'], // midnight itself is jumped over
		['America/St_Johns', '2026-01-01', '2026-01-01T03:30:00.000Z'],
	])('in %s the day %s begins at %s', (zone, day, instant) => {
		expect(startOfDay(zone, day).toISOString()).toBe(instant)
	})

	test('a day begins where the day before has ended, in every zone', () => {
		const zone = fc.constantFrom(
			'Asia/Almaty',
			'Europe/London',
			'Europe/Tallinn',
			'Africa/Cairo',
			'Pacific/Chatham',
		)
		fc.assert(
			fc.property(zone, fc.integer({ min: 8000, max: 21_500 }), (zone, number) => {
				const start = startOfDay(zone, iso(number))
				expect(dayIn(zone, start)).toBe(iso(number))
				expect(dayIn(zone, new Date(start.getTime() - 1))).toBe(iso(number - 1))
			}),
		)
	})

	test('a local time is an instant and back', () => {
		expect(instantIn('Asia/Almaty', '2026-03-06', 66_600_000).toISOString()).toBe('2026-03-06T13:30:00.000Z')
		// 01:30 does not exist in London that night: the moment of the jump.
		expect(instantIn('Europe/London', '2026-03-29', 5_400_000).toISOString()).toBe('2026-03-29T01:00:00.000Z')
	})

	test('the due day lasts to its end', () => {
		expect(legalMoment('2026-04-03', 'Asia/Almaty').toISOString()).toBe('2026-04-03T19:00:00.000Z')
		expect(legalMoment('2024-02-29', 'Asia/Almaty').toISOString()).toBe('2024-02-29T19:00:00.000Z')
	})

	test.each(['UTC', 'Asia/Almaty', 'America/New_York', 'Pacific/Kiritimati'])(
		'a server in %s counts the same',
		{ timeout: 30_000 },
		(zone) => {
			const asked = `
				import { computeDeadline } from '#app/jurisdictions/compute.ts'
				const at = (received) => {
					const { registered, due } = computeDeadline({ profile: 'KZ', rule: 'inquiry.answer', received })
					return registered + ' ' + due
				}
				console.log([
					at('2026-03-05T23:59:00+05:00'),
					at('2026-03-06T00:01:00+05:00'),
					at('2026-03-05T18:59:00Z'),
					at('2026-03-05T19:01:00Z'),
				].join())`
			const output = execFileSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', asked], {
				env: { ...process.env, TZ: zone },
				encoding: 'utf8',
			})
			const friday = '2026-03-06 2026-04-02'
			expect(output.trim()).toBe([friday, friday, friday, friday].join())
		},
	)
})

function iso(number: number): string {
	return new Date(number * 86_400_000).toISOString().slice(0, 10)
}
