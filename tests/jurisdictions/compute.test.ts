import { expect, test } from 'vitest'
import { calendarFrom } from '#app/deadlines/calendar.ts'
import { computeDeadline, type DeadlineRequest } from '#app/jurisdictions/compute.ts'

const ANSWER = { profile: 'KZ', rule: 'inquiry.answer' }

test('an arrival after hours is registered on the next working day, with the account of the term', () => {
	const result = computeDeadline({ id: 'a', ...ANSWER, received: '2026-03-06T19:10:00+05:00' })
	expect(result).toMatchObject({
		id: 'a',
		registered: '2026-03-10',
		due: '2026-04-03',
		rule: 'inquiry.answer',
		article: 'APPC 76(1)',
	})
	if ('error' in result) throw new Error(result.message)
	expect(result.days[0]).toMatchObject({ day: '2026-03-10', n: null, why: 'anchor' })
	expect(result.days.at(-1)).toMatchObject({ day: '2026-04-03', n: 15, why: 'due' })
})

test('days that run against the citizen are left out', () => {
	const request: DeadlineRequest = {
		id: 'c',
		profile: 'GB',
		limit: { n: 20, unit: 'wd' },
		anchor: '2026-02-02',
		disregard: [{ from: '2026-02-05', to: '2026-02-16' }],
	}
	expect(computeDeadline(request)).toMatchObject({ id: 'c', due: '2026-03-12' })
})

test.each<[string, object, object]>([
	[
		'a redirect runs from arrival',
		{ rule: 'inquiry.redirect', received: '2026-05-06T23:00:00+05:00' },
		{
			registered: '2026-05-08',
			due: '2026-05-13',
		},
	],
	[
		'an instant in another zone is a day here',
		{ rule: 'inquiry.notify_extension', anchor: '2026-01-12T20:00:00Z' },
		{
			due: '2026-01-16',
		},
	],
	[
		'a local time without offset is of this zone',
		{ ...ANSWER, received: '2026-03-06T19:10' },
		{ registered: '2026-03-10' },
	],
	[
		'a day without a time is within the hours',
		{ ...ANSWER, received: '2026-03-06' },
		{ registered: '2026-03-06' },
	],
	[
		'a body may close earlier',
		{ ...ANSWER, received: '2026-03-05T17:30:00+05:00', officeClose: '17:00' },
		{
			registered: '2026-03-06',
		},
	],
	[
		'a complaint has its own term',
		{ ...ANSWER, procedure: 'complaint', anchor: '2026-03-02' },
		{
			due: '2026-04-03',
			rule: 'inquiry.decide_complaint',
		},
	],
	[
		'before the tables, months need none',
		{ limit: { n: 1, unit: 'mo' }, anchor: '2001-01-31' },
		{ due: '2001-02-28' },
	],
	[
		'added days stand on the calendar of the profile',
		{
			limit: { n: 1, unit: 'wd' },
			anchor: '2026-01-08',
			calendar: { extraOff: ['2026-01-09'] },
		},
		{ due: '2026-01-12' },
	],
])('%s', (_, request, expected) => {
	expect(computeDeadline({ profile: 'KZ', ...request })).toMatchObject(expected)
})

test('where receipt counts there is no registration', () => {
	const result = computeDeadline({ profile: 'GB', rule: 'inquiry.answer', received: '2026-02-22T23:30:00Z' })
	expect(result).not.toHaveProperty('registered')
	expect(result).toMatchObject({ due: '2026-03-23' })
})

test.each<[string, object]>([
	['unknown-profile', { ...ANSWER, profile: 'FR', anchor: '2026-01-05' }],
	['unknown-rule', { profile: 'KZ', rule: 'inquiry.nothing', anchor: '2026-01-05' }],
	['unknown-procedure', { ...ANSWER, procedure: 'court', anchor: '2026-01-05' }],
	['procedure-needed', { profile: 'EE', rule: 'inquiry.answer', anchor: '2026-01-05' }],
	['rule-without-limit', { profile: 'GB', rule: 'inquiry.clarify', anchor: '2026-01-05' }],
	['unknown-unit', { profile: 'KZ', limit: { n: 3, unit: 'weeks' }, anchor: '2026-01-05' }],
	['bad-limit', { profile: 'KZ', limit: { n: 3, unit: 'wd', roll: 'up' }, anchor: '2026-01-05' }],
	['bad-n', { profile: 'KZ', limit: { n: 0, unit: 'wd' }, anchor: '2026-01-05' }],
	['bad-n', { profile: 'KZ', limit: { n: 1.5, unit: 'cd' }, anchor: '2026-01-05' }],
	['too-long', { profile: 'KZ', limit: { n: 1e9, unit: 'cd' }, anchor: '2026-01-05' }],
	['impossible-date', { ...ANSWER, anchor: '2026-02-30' }],
	['impossible-date', { ...ANSWER, anchor: 'tomorrow' }],
	['impossible-date', { ...ANSWER, received: '2026-02-29T10:00:00+05:00' }],
	['impossible-date', { ...ANSWER, received: '2026-02-28T24:10:00+05:00' }],
	['impossible-date', { profile: 'KZ', limit: { n: 99, unit: 'yr' }, anchor: '9950-01-01' }],
	['impossible-date', { ...ANSWER, anchor: '2026-01-05', calendar: { daysOff: { '2026': ['2026-02-30'] } } }],
	['bad-period', { ...ANSWER, anchor: '2026-01-05', disregard: [{ from: '2026-01-09', to: '2026-01-08' }] }],
	['no-calendar', { ...ANSWER, anchor: '2028-01-05' }],
	['no-calendar', { ...ANSWER, anchor: '2027-12-20' }],
	['no-calendar', { ...ANSWER, anchor: '2026-12-20', calendar: { daysOff: { '2026': [] } } }],
	['unknown-calendar', { ...ANSWER, anchor: '2026-01-05', calendar: 'wales' }],
	['bad-request', { ...ANSWER }],
	['bad-request', { profile: 'KZ', anchor: '2026-01-05' }],
	['bad-request', { ...ANSWER, anchor: '2026-01-05', received: '2026-01-05' }],
	['bad-request', { ...ANSWER, anchor: '2026-01-05', disregrad: [] }],
	['bad-request', { ...ANSWER, anchor: 20260105 }],
])('%s: the request is refused with its id', (error, request) => {
	expect(computeDeadline({ id: 7, ...request })).toEqual({ id: 7, error, message: expect.any(String) })
})

test.each([null, 'text', 5, [], { id: {} }])('%j is no request', (input) => {
	expect(computeDeadline(input)).toMatchObject({ id: null, error: 'bad-request' })
})

test('a calendar given by the site stands in for the built-in one', () => {
	const calendar = calendarFrom({ week: [1, 2, 3, 4, 5], years: [2030], entries: [] })
	expect(computeDeadline({ ...ANSWER, anchor: '2030-01-07' }, calendar)).toMatchObject({ due: '2030-01-28' })
})
