import { expect, test } from 'vitest'
import { type RegistrationRule, registeredOn } from '#app/deadlines/registration.ts'
import { CALENDAR } from './calendars.ts'

const KZ = {
	same_day_until: 'office_close',
	else: 'next_working_day',
	zone: 'Asia/Almaty',
	officeClose: '18:30',
} as const
const GB = { same_day_until: '24:00', else: null, zone: 'Europe/London' } as const
const EE = { same_day_until: '24:00', else: 'next_working_day', zone: 'Europe/Tallinn' } as const

type Rule = RegistrationRule & { zone: string; officeClose?: string }

test.each<[string, Rule, string, string]>([
	['within the hours', KZ, '2026-03-05T17:00:00+05:00', '2026-03-05'],
	['before the office opens', KZ, '2026-03-05T00:01:00+05:00', '2026-03-05'],
	['a minute before midnight', KZ, '2026-03-05T23:59:00+05:00', '2026-03-06'],
	[
		'at the very end of the working day, which is not after it',
		KZ,
		'2026-03-05T18:30:00+05:00',
		'2026-03-05',
	],
	['a millisecond after the end', KZ, '2026-03-05T18:30:00.001+05:00', '2026-03-06'],
	['on Friday evening before a long weekend', KZ, '2026-03-06T19:10:00+05:00', '2026-03-10'],
	['on a Saturday', KZ, '2026-03-14T11:00:00+05:00', '2026-03-16'],
	['on a Sunday', KZ, '2026-03-15T11:00:00+05:00', '2026-03-16'],
	['on a holiday', KZ, '2026-03-23T11:00:00+05:00', '2026-03-26'],
	['on a Saturday that works', KZ, '2026-05-16T11:00:00+05:00', '2026-05-16'],
	['on the evening before it', KZ, '2026-05-15T20:00:00+05:00', '2026-05-16'],
	['while Almaty was still at +06', KZ, '2024-02-29T12:31:00Z', '2024-03-01'],
	['the same hour after the change', KZ, '2024-03-04T12:31:00Z', '2024-03-04'],
	['in London receipt counts on a Sunday', GB, '2026-03-15T23:59:00Z', '2026-03-15'],
	['in London in summer the day begins at 23:00 UTC', GB, '2026-06-14T23:10:00Z', '2026-06-15'],
	['in Estonia to midnight', EE, '2026-03-13T23:59:00+02:00', '2026-03-13'],
	['in Estonia a Saturday goes to Monday', EE, '2026-03-14T00:00:00+02:00', '2026-03-16'],
])('%s', (_, rule, received, registered) => {
	expect(registeredOn(new Date(received), rule, CALENDAR)).toBe(registered)
})

test('an office without closing time cannot be asked about it', () => {
	const { officeClose: _, ...rule } = KZ
	expect(() => registeredOn(new Date('2026-03-05T10:00:00Z'), rule, CALENDAR)).toThrowError('not a time')
})
