import { describe, expect, test } from 'vitest'
import { isWorkingDay, suggestSubstitutes, workingDaysBetween } from '#app/deadlines/calendar.ts'
import { addDays, weekday } from '#app/deadlines/day.ts'
import { CATALOGS } from '#app/i18n/catalogs.ts'
import { Profile } from '#app/jurisdictions/profile.ts'
import {
	calendarEntriesOf,
	calendarNamesOf,
	calendarOf,
	calendarYearsOf,
	PROFILES,
	profileById,
} from '#app/jurisdictions/profiles.ts'
import { articleParts, findRule, ruleNames, ruleOf } from '#app/jurisdictions/rule.ts'
import { signaturesNeeded } from '#app/jurisdictions/threshold.ts'

const KZ = profileById('KZ')
const EE = profileById('EE')
const GB = profileById('GB')

describe('the calendars of next year, by the same acts', () => {
	test('254 days work in Estonia in 2027, 248 all over the United Kingdom, 253 in England and Wales', () => {
		const days = (id: string, name?: string) =>
			workingDaysBetween(calendarOf(id, name), '2026-12-31', '2027-12-31')
		expect([days('EE'), days('GB'), days('GB', 'england_wales')]).toEqual([254, 248, 253])
	})

	test('those that move with Easter stand on 28 March 2027', () => {
		expect(isWorkingDay(calendarOf('GB'), '2027-03-29')).toBe(false)
		expect(isWorkingDay(calendarOf('EE'), '2027-03-29')).toBe(true)
		expect(isWorkingDay(calendarOf('EE'), '2027-03-26')).toBe(false)
		expect(calendarEntriesOf('EE').find(({ day }) => day === '2027-05-16')?.title?.en).toBe('Pentecost')
	})
})

describe('the calendars of Kazakhstan', () => {
	const entries = calendarEntriesOf('KZ')
	const calendar = calendarOf('KZ')

	test.each([2024, 2025, 2026, 2027])('the moved days of %i follow from the rule', (year) => {
		const ofYear = entries.filter(({ day }) => day.startsWith(String(year)))
		const ordered = new Set(['2024-05-08', '2025-01-03'])
		const moved = ofYear.filter(({ day, kind }) => kind === 'moved_rest_day' && !ordered.has(day))
		const suggested = suggestSubstitutes(KZ.calendar.week, ofYear).map(({ substitute }) => substitute)
		expect(suggested).toEqual(moved.map(({ day }) => day))
	})

	test('2026 has these weekdays off and 247 working days', () => {
		expect(weekdaysOff(2026)).toEqual([
			'2026-01-01',
			'2026-01-02',
			'2026-01-07',
			'2026-03-09',
			'2026-03-23',
			'2026-03-24',
			'2026-03-25',
			'2026-05-01',
			'2026-05-07',
			'2026-05-11',
			'2026-05-27',
			'2026-07-06',
			'2026-10-26',
			'2026-12-16',
		])
		expect(workingDaysBetween(calendar, '2025-12-31', '2026-12-31')).toBe(247)
	})

	test.each([
		['2024-05-04', true], // Saturday, in exchange for the 8th
		['2024-05-08', false],
		['2024-06-17', true], // Kurban Ait fell on a Sunday and is not moved
		['2024-08-30', false],
		['2025-01-05', true], // Sunday, in exchange for the 3rd
		['2025-01-03', false],
		['2025-09-01', false], // for Saturday 30 August
		['2026-08-31', true], // no holiday from 2026
		['2027-03-15', false], // Constitution Day from 2027
		['2027-03-24', false],
		['2027-03-25', true],
		['2027-05-17', true],
	])('%s: works? %s', (day, works) => {
		expect(isWorkingDay(calendar, day)).toBe(works)
	})

	test('all of 2027, and the days the moon decides, wait for confirmation', () => {
		const unsure = entries.filter(({ confidence }) => confidence === 'confirm').map(({ day }) => day)
		expect(unsure.filter((day) => !day.startsWith('2027'))).toEqual(['2024-06-16', '2025-06-06'])
		expect(unsure.filter((day) => day.startsWith('2027'))).toHaveLength(
			entries.filter(({ day }) => day.startsWith('2027')).length,
		)
	})

	function weekdaysOff(year: number): string[] {
		const days: string[] = []
		for (let day = `${year}-01-01`; day <= `${year}-12-31`; day = addDays(day, 1)) {
			if (weekday(day) <= 5 && !isWorkingDay(calendar, day)) days.push(day)
		}
		return days
	}
})

test('the profiles and their calendars are valid, and each entry lies in a year of its table', () => {
	for (const profile of PROFILES) {
		expect(Profile.safeParse(profile).success).toBe(true)
		for (const name of calendarNamesOf(profile.id)) {
			const years = calendarYearsOf(profile.id, name)
			const entries = calendarEntriesOf(profile.id, name)
			expect(entries.every(({ day }) => years.includes(Number(day.slice(0, 4))))).toBe(true)
			expect(new Set(entries.map(({ day }) => day)).size).toBe(entries.length)
		}
	}
})

test('a profile with a value that nobody answers for is refused', () => {
	const { src: _src, ...step } = KZ.inquiry.steps[0]!
	const unsourced = { ...KZ, inquiry: { ...KZ.inquiry, steps: [step] } }
	expect(Profile.safeParse(unsourced).success).toBe(false)
	expect(Profile.safeParse({ ...KZ, extra: 1 }).success).toBe(false)
})

describe('rules by name', () => {
	test('the procedure decides which step a general name means', () => {
		expect(ruleOf(KZ, 'inquiry.answer', { procedure: 'simple' }).limit.n).toBe(15)
		expect(ruleOf(KZ, 'inquiry.answer', { procedure: 'complaint' }).name).toBe('inquiry.decide_complaint')
		expect(ruleOf(EE, 'inquiry.answer', { procedure: 'information' }).limit).toMatchObject({
			n: 5,
			unit: 'wd',
		})
		expect(ruleOf(EE, 'inquiry.answer', { procedure: 'address' }).limit).toMatchObject({ n: 30, unit: 'cd' })
		expect(ruleOf(EE, 'inquiry.answer_address').id).toBe('answer_address')
	})

	test('the twenty days of a complaint have no extension', () => {
		expect(findRule(KZ, 'inquiry.extend', { procedure: 'complaint' })).toBeUndefined()
		expect(findRule(KZ, 'inquiry.extend', { procedure: 'simple' })?.limit.n).toBe(2)
	})

	test('asking for a correction: Kazakhstan waits, the United Kingdom starts anew, Estonia goes on', () => {
		expect(ruleOf(KZ, 'inquiry.answer').correction).toBe('suspend')
		expect(ruleOf(GB, 'inquiry.answer').correction).toBe('restart')
		expect(ruleOf(EE, 'inquiry.answer_address').correction).toBe('none')
	})

	test.each([
		[KZ, 'inquiry.nothing', 'unknown-rule'],
		[KZ, 'answer', 'unknown-rule'],
		[KZ, 'toString.answer', 'unknown-rule'],
		[EE, 'inquiry.answer', 'procedure-needed'],
		[GB, 'inquiry.clarify', 'rule-without-limit'],
	])('%# is refused', (profile, name, code) => {
		expect(() => ruleOf(profile, name)).toThrowError(expect.objectContaining({ code }))
	})
})

test.each([
	['region_assembly', 1_234_567, 24_692],
	['region_executive', 1_234_567, 12_346],
	['district_assembly', 50_000, 5000],
	['district_executive', 50_000, 2500],
	['district_assembly', 50_001, 5000],
	['district_assembly', 30_001, 3001],
	['national', 0, 50_000],
])('a petition to the %s of %i people needs %i signatures', (level, people, needed) => {
	expect(signaturesNeeded(KZ.petition.thresholds[level]!, people)).toBe(needed)
})

test.each(['kk', 'ru', 'en'] as const)('every code of the profiles has words in %s', (language) => {
	const law = CATALOGS[language].law as unknown as Words
	const missing = PROFILES.flatMap(codesOf).filter((code) => typeof at(law, code) !== 'string')
	expect(missing).toEqual([])
})

type Words = { [key: string]: string | Words }

function at(words: Words, path: string): string | Words | undefined {
	return path
		.split('.')
		.reduce<string | Words | undefined>(
			(node, key) => (typeof node === 'object' ? node[key] : undefined),
			words,
		)
}

function codesOf(profile: Profile): string[] {
	const { inquiry, petition } = profile
	const rules = ruleNames(profile).map((name) => ruleOf(profile, name))
	return [
		`profile.${profile.id}`,
		...Object.keys(inquiry.kinds).flatMap((kind) => [`kind.${kind}.name`, `kind.${kind}.about`]),
		...Object.keys(inquiry.procedures).map((procedure) => `procedure.${procedure}`),
		...Object.values(inquiry.procedures).flatMap(({ outcomes }) => outcomes.map((code) => `outcome.${code}`)),
		...inquiry.answer_must_have.map((code) => `mustHave.${code}`),
		...inquiry.close_without_answer.map((code) => `ground.${code}`),
		...inquiry.steps.flatMap(({ on_breach = [] }) => on_breach.map((code) => `onBreach.${code}`)),
		...petition.stages.map(({ id }) => `petition.stage.${id}`),
		...Object.keys(petition.thresholds).map((key) => `petition.threshold.${key}`),
		...Object.keys(petition.competences).flatMap((key) => [
			`petition.competence.${key}`,
			`petition.body.${key}`,
		]),
		...petition.banned_subjects.map((code) => `petition.banned.${code}`),
		...Object.keys(petition.grounds).map((code) => `petition.ground.${code}`),
		...(petition.duties ?? []).map((code) => `petition.duty.${code}`),
		...petition.outcomes.map((code) => `petition.outcome.${code}`),
		`from.${petition.keep_signers.limit.from}`,
		...calendarNamesOf(profile.id).map((name) => `calendar.${name}`),
		...rules.flatMap(({ name, limit, article }) => [
			`rule.${name}`,
			`from.${limit.from}`,
			`unit.${limit.unit}_other`,
			...(article ? [`code.${articleParts(article).law}`] : []),
		]),
	]
}
