import { describe, expect, test } from 'vitest'
import { type Calendar, calendarFrom, workingDayFrom, workingDaysBetween } from '#app/deadlines/calendar.ts'
import { laterOf } from '#app/deadlines/day.ts'
import { type Limit, lastDay } from '#app/deadlines/term.ts'
import { computeDeadline } from '#app/jurisdictions/compute.ts'
import { calendarOf, profileById, registrationDay } from '#app/jurisdictions/profiles.ts'
import { ruleOf } from '#app/jurisdictions/rule.ts'

const KZ = calendarOf('KZ')

/** As the calendar was published in December 2025, with 31 August 2026 still off. */
const KZ_FIRST = {
	daysOff: {
		'2026': [...KZ.entries.values()]
			.filter(({ day, kind }) => day.startsWith('2026') && kind !== 'working_day')
			.map(({ day }) => day)
			.concat('2026-08-31'),
	},
}

type Example = {
	profile: 'KZ' | 'GB' | 'EE'
	rule?: string
	limit?: Limit
	anchor: string
	calendar?: unknown
	due: string
}

const BY_ANCHOR: Record<string, Example> = {
	V01: { profile: 'KZ', rule: 'inquiry.answer', anchor: '2026-01-12', due: '2026-02-02' },
	V02: { profile: 'KZ', rule: 'inquiry.answer', anchor: '2026-01-05', due: '2026-01-27' },
	V07: { profile: 'KZ', rule: 'inquiry.redirect', anchor: '2026-05-06', due: '2026-05-13' },
	V09: { profile: 'KZ', rule: 'inquiry.extend', anchor: '2026-01-29', due: '2026-03-30' },
	V11: { profile: 'KZ', rule: 'inquiry.notify_extension', anchor: '2026-03-20', due: '2026-03-30' },
	V12: { profile: 'KZ', rule: 'inquiry.return_uncorrected', anchor: '2026-10-22', due: '2026-10-28' },
	V14: { profile: 'KZ', rule: 'inquiry.objection', anchor: '2026-05-06', due: '2026-05-12' },
	V15: { profile: 'KZ', rule: 'inquiry.decide_complaint', anchor: '2026-03-02', due: '2026-04-03' },
	V16: { profile: 'KZ', rule: 'inquiry.complain', anchor: '2026-03-31', due: '2026-06-30' },
	V18a: { profile: 'KZ', rule: 'inquiry.answer', anchor: '2026-08-17', due: '2026-09-07' },
	V18b: {
		profile: 'KZ',
		rule: 'inquiry.answer',
		anchor: '2026-08-17',
		calendar: KZ_FIRST,
		due: '2026-09-08',
	},
	V20: { profile: 'KZ', rule: 'inquiry.answer', anchor: '2026-12-02', due: '2026-12-24' },
	V21: { profile: 'KZ', rule: 'petition.sponsors', anchor: '2026-04-20', due: '2026-05-21' },
	V22: { profile: 'KZ', rule: 'petition.check', anchor: '2026-05-05', due: '2026-06-05' },
	V23: { profile: 'KZ', rule: 'petition.inform_media', anchor: '2026-03-19', due: '2026-03-31' },
	V24: { profile: 'KZ', rule: 'petition.collect', anchor: '2026-03-19', due: '2026-09-19' },
	V25: { profile: 'KZ', rule: 'petition.collect', anchor: '2026-08-31', due: '2027-02-28' },
	V27: { profile: 'KZ', rule: 'petition.consider_central', anchor: '2026-04-06', due: '2026-06-05' },
	V28: { profile: 'KZ', rule: 'petition.consider_local', anchor: '2026-06-10', due: '2026-07-09' },
	V29: { profile: 'KZ', rule: 'petition.discussion_notice', anchor: '2026-05-28', due: '2026-05-22' },
	V30: { profile: 'KZ', rule: 'petition.publish_decision', anchor: '2026-03-20', due: '2026-03-26' },
	V31: { profile: 'KZ', rule: 'hearing.announce', anchor: '2026-04-14', due: '2026-03-12' },
	V33: { profile: 'KZ', rule: 'hearing.written_comments', anchor: '2026-05-12', due: '2026-05-05' },
	V35: { profile: 'KZ', rule: 'hearing.sign_protocol', anchor: '2026-03-20', due: '2026-03-27' },
	V36: { profile: 'KZ', rule: 'hearing.publish_protocol', anchor: '2026-03-27', due: '2026-03-31' },
	V39: { profile: 'KZ', rule: 'hearing.post_documents', anchor: '2026-05-08', due: '2026-05-13' },
	V40: { profile: 'KZ', rule: 'hearing.result_valid', anchor: '2026-03-27', due: '2026-09-27' },
	V41: { profile: 'GB', rule: 'inquiry.answer', anchor: '2026-02-24', due: '2026-03-25' },
	'V41 in England': {
		profile: 'GB',
		limit: { n: 20, unit: 'wd' },
		calendar: 'england_wales',
		anchor: '2026-02-24',
		due: '2026-03-24',
	},
	V42: { profile: 'GB', rule: 'inquiry.answer', anchor: '2026-06-01', due: '2026-06-30' },
	'V42 in England': {
		profile: 'GB',
		limit: { n: 20, unit: 'wd' },
		calendar: 'england_wales',
		anchor: '2026-06-01',
		due: '2026-06-29',
	},
	V45: { profile: 'GB', rule: 'hearing.site_notice', anchor: '2026-03-23', due: '2026-04-14' },
	V46: { profile: 'GB', rule: 'inquiry.answer', anchor: '2026-12-01', due: '2026-12-31' },
	V47: { profile: 'EE', rule: 'inquiry.answer_information', anchor: '2026-06-19', due: '2026-06-30' },
	V49: { profile: 'EE', rule: 'inquiry.answer_address', anchor: '2026-03-04', due: '2026-04-06' },
	V51: {
		profile: 'KZ',
		limit: { n: 15, unit: 'cd', roll: 'next' },
		anchor: '2026-03-06',
		due: '2026-03-26',
	},
	V53: { profile: 'KZ', limit: { n: 1, unit: 'wd' }, anchor: '2024-12-31', due: '2025-01-05' },
	'V53 with a calendar of the request': {
		profile: 'KZ',
		limit: { n: 1, unit: 'wd' },
		anchor: '2024-12-31',
		calendar: {
			daysOff: { '2025': ['2025-01-01', '2025-01-02', '2025-01-07'] },
			extraOn: ['2025-01-05'],
			extraOff: ['2025-01-03'],
		},
		due: '2025-01-05',
	},
}

const BY_RECEIPT: Record<string, { received: string; registered: string; due: string }> = {
	V03: { received: '2026-01-03T11:00:00+05:00', registered: '2026-01-05', due: '2026-01-27' },
	V05: { received: '2026-04-30T23:30:00+05:00', registered: '2026-05-04', due: '2026-05-28' },
}

describe('worked examples', () => {
	test.each(Object.entries(BY_ANCHOR))('%s by the calculator', (id, { due, ...request }) => {
		expect(computeDeadline({ id, ...request })).toMatchObject({ id, due })
	})

	const plain = Object.entries(BY_ANCHOR).filter(([, { calendar }]) => typeof calendar !== 'object')
	test.each(plain)('%s by the counting alone', (_, { profile, rule: name, limit, anchor, calendar, due }) => {
		const rule = name ? ruleOf(profileById(profile), name) : undefined
		const named = (calendar as string | undefined) ?? rule?.calendar
		expect(lastDay((rule?.limit ?? limit)!, anchor, calendarOf(profile, named))).toBe(due)
	})

	test.each(Object.entries(BY_RECEIPT))(
		'%s from the moment of arrival',
		(id, { received, registered, due }) => {
			expect(computeDeadline({ id, profile: 'KZ', rule: 'inquiry.answer', received })).toMatchObject({
				id,
				registered,
				due,
			})
			expect(registrationDay(profileById('KZ'), new Date(received), KZ)).toBe(registered)
			expect(lastDay({ n: 15, unit: 'wd' }, registered, KZ)).toBe(due)
		},
	)

	// V32: documents must be out for thirty days and the announcement twenty working days old.
	test('V32: the earliest hearing is the later of the two gates', () => {
		const posted = dueOf({ profile: 'KZ', rule: 'hearing.documents_public', anchor: '2026-03-12' })
		const announced = dueOf({ profile: 'KZ', limit: { n: 20, unit: 'wd' }, anchor: '2026-03-12' })
		expect(posted).toBe('2026-04-11')
		expect(workingDayFrom(KZ, posted)).toBe('2026-04-13')
		expect(laterOf(workingDayFrom(KZ, posted), announced)).toBe('2026-04-14')
	})
})

describe('what must not come out', () => {
	// A calendar that puts the substitute of 21 March on 23 March, which is a holiday itself, works on the 25th.
	test('a calendar without the cascade of moved days gives other days', () => {
		const wrong = without(KZ, '2026-03-25')
		expect(lastDay({ n: 3, unit: 'wd' }, '2026-03-20', wrong)).toBe('2026-03-27')
		expect(lastDay({ n: 2, unit: 'wd' }, '2026-03-20', wrong)).toBe('2026-03-26')
		expect(lastDay({ n: 3, unit: 'wd' }, '2026-03-20', KZ)).not.toBe('2026-03-27')
		expect(lastDay({ n: 2, unit: 'wd' }, '2026-03-20', KZ)).not.toBe('2026-03-26')
	})

	test('11 to 17 December 2025 is four working days and no discussion of five', () => {
		expect(workingDaysBetween(KZ, '2025-12-10', '2025-12-17')).toBe(4)
		const last = dueOf({ profile: 'KZ', rule: 'hearing.portal_discussion_short', anchor: '2025-12-11' })
		expect(last).toBe('2025-12-18')
	})

	test('a hearing on 13 April cannot be announced on 12 March', () => {
		const latest = dueOf({ profile: 'KZ', rule: 'hearing.announce', anchor: '2026-04-13' })
		expect(latest).toBe('2026-03-11')
		expect(workingDaysBetween(KZ, '2026-03-12', '2026-04-13')).toBe(19)
	})
})

function dueOf(request: object): string {
	const result = computeDeadline(request)
	if ('error' in result) throw new Error(result.message)
	return result.due
}

function without(calendar: Calendar, day: string): Calendar {
	const { week, years, entries } = calendar
	return calendarFrom({ week, years, entries: [...entries.values()].filter((entry) => entry.day !== day) })
}
