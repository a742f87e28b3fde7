import { describe, expect, test } from 'vitest'
import { brokenBy, discussionEnd, discussionRules, type PlanFacts, planOf } from '#app/hearings/plan.ts'
import { noticeLanguages } from '#app/hearings/terms.ts'
import { calendarOf, profileById } from '#app/jurisdictions/profiles.ts'

const lawOf = (id: 'KZ' | 'GB' | 'EE') => ({ profile: profileById(id), calendar: calendarOf(id) })
const KZ = lawOf('KZ')

const NOTHING: PlanFacts = {
	civic: false,
	form: 'open_meeting',
	heldFor: 'environmental_impact_report',
	discussionRule: null,
	requested: null,
	answered: null,
	received: null,
	posted: null,
	changed: null,
	published: [],
	start: null,
	end: null,
}

/** All that the profile wants published, on one day. */
const everywhere = ({ profile }: ReturnType<typeof lawOf>, publishedOn: string) =>
	noticeLanguages(profile).flatMap((language) =>
		Object.entries(profile.hearing.announce_channels).flatMap(([channel, { need }]) =>
			Array.from({ length: need }, (_, at) => ({ channel, language, name: `${channel} ${at}`, publishedOn })),
		),
	)

const gate = (facts: Partial<PlanFacts>, today: string, rule: string, law = KZ) =>
	planOf(law, { ...NOTHING, ...facts }, today).gates.find((one) => one.rule === rule)

describe('the plan of a hearing in Kazakhstan', () => {
	test('V31: a hearing on 14 April is announced by 12 March', () => {
		const plan = planOf(KZ, { ...NOTHING, start: '2026-04-14', end: '2026-04-14' }, '2026-03-02')
		expect(plan.announceBy).toBe('2026-03-12')
	})

	test('V32: posted and announced on 12 March, it starts on 14 April at the earliest', () => {
		const facts = { ...NOTHING, posted: '2026-03-12' }
		expect(planOf(KZ, facts, '2026-03-12').earliestStart).toBe('2026-04-14')
		expect(planOf(KZ, facts, '2026-03-12').gates.find(({ rule }) => rule === 'documents_public')?.day).toBe(
			'2026-04-13',
		)
	})

	test('V33: written remarks to a hearing on 12 May are taken until 5 May', () => {
		expect(planOf(KZ, { ...NOTHING, start: '2026-05-12' }, '2026-04-01').remarksUntil).toBe('2026-05-05')
	})

	test('V39: documents that came on 8 May are posted by 13 May', () => {
		expect(gate({ received: '2026-05-08' }, '2026-05-13', 'post_documents')).toMatchObject({
			day: '2026-05-13',
			state: 'open',
		})
		expect(gate({ received: '2026-05-08' }, '2026-05-14', 'post_documents')?.state).toBe('broken')
		const late = { received: '2026-05-08', posted: '2026-05-14' }
		expect(gate(late, '2026-05-20', 'post_documents')?.state).toBe('broken')
	})

	test('a hearing on 13 April announced on 12 March breaks ENV 73(4): 11 March was the last day', () => {
		const facts = { ...NOTHING, posted: '2026-03-12', start: '2026-04-13', end: '2026-04-13' }
		expect(brokenBy(KZ, facts, '2026-03-12')).toMatchObject({
			rule: 'announce',
			article: 'ENV 73(4)',
			day: '2026-03-11',
		})
		expect(brokenBy(KZ, { ...facts, start: '2026-04-14', end: '2026-04-14' }, '2026-03-12')).toBeUndefined()
	})

	test('documents must have been public for thirty days, however early it was announced', () => {
		const facts = {
			...NOTHING,
			posted: '2026-03-16',
			published: everywhere(KZ, '2026-03-02'),
			start: '2026-04-14',
			end: '2026-04-14',
		}
		expect(brokenBy(KZ, facts, '2026-03-16')).toMatchObject({ rule: 'documents_public', day: '2026-04-15' })
		expect(planOf(KZ, facts, '2026-03-16').earliestStart).toBe('2026-04-15')
	})

	test('a session lasts five working days in a row at most', () => {
		const facts = { ...NOTHING, posted: '2026-03-02', start: '2026-04-14' }
		expect(brokenBy(KZ, { ...facts, end: '2026-04-20' }, '2026-03-02')).toBeUndefined()
		expect(brokenBy(KZ, { ...facts, end: '2026-04-21' }, '2026-03-02')).toMatchObject({
			rule: 'duration',
			day: '2026-04-20',
		})
	})

	test('what is announced on a day off counts from that day, back from the start', () => {
		const facts = { ...NOTHING, posted: '2026-02-02', published: everywhere(KZ, '2026-03-14') }
		const { earliestStart } = planOf(KZ, facts, '2026-03-16')
		const start = { ...facts, start: earliestStart, end: earliestStart }
		expect(planOf(KZ, start, '2026-03-16').announceBy).toBe('2026-03-16')
		expect(brokenBy(KZ, start, '2026-03-16')).toBeUndefined()
	})
})

describe('the announcement', () => {
	const facts = { posted: '2026-03-02', start: '2026-04-14', end: '2026-04-14' }

	test('is complete in a newspaper, on TV or radio and on two official sites, in both languages', () => {
		const all = everywhere(KZ, '2026-03-12')
		expect(all).toHaveLength(8)
		expect(planOf(KZ, { ...NOTHING, ...facts, published: all }, '2026-03-20')).toMatchObject({
			missing: [],
			announced: '2026-03-12',
		})
		for (const [at, left] of all.entries()) {
			const plan = planOf(KZ, { ...NOTHING, ...facts, published: all.toSpliced(at, 1) }, '2026-03-20')
			expect(plan.announced).toBeNull()
			expect(plan.missing).toEqual([{ channel: left.channel, language: left.language, count: 1 }])
			expect(plan.gates.find(({ rule }) => rule === 'announce')?.state).toBe('broken')
		}
	})

	test('is two sites only where they are two', () => {
		const same = everywhere(KZ, '2026-03-12').map((one) => ({ ...one, name: 'The same' }))
		expect(planOf(KZ, { ...NOTHING, ...facts, published: same }, '2026-03-12').missing).toEqual([
			{ channel: 'official_site', language: 'kk', count: 1 },
			{ channel: 'official_site', language: 'ru', count: 1 },
		])
	})

	test('that was printed too late breaks the gate, also when it is complete', () => {
		const published = everywhere(KZ, '2026-03-12').map((one) =>
			one.channel === 'newspaper' ? { ...one, publishedOn: '2026-03-13' } : one,
		)
		expect(gate({ ...facts, published }, '2026-03-13', 'announce')).toMatchObject({
			done: '2026-03-13',
			day: '2026-03-12',
			state: 'broken',
		})
		expect(planOf(KZ, { ...NOTHING, ...facts, published }, '2026-03-13').earliestStart).toBe('2026-04-15')
	})
})

describe('a discussion on the portal', () => {
	const facts = {
		form: 'portal_discussion',
		heldFor: 'state_expertise',
		discussionRule: 'portal_discussion_short',
		start: '2025-12-11',
	} as const

	test('from 11 to 17 December 2025 is four working days of five', () => {
		expect(gate({ ...facts, end: '2025-12-17' }, '2025-12-01', 'portal_discussion_short')).toMatchObject({
			day: '2025-12-18',
			state: 'broken',
		})
		expect(brokenBy(KZ, { ...NOTHING, ...facts, end: '2025-12-17' }, '2025-12-01')?.rule).toBe(
			'portal_discussion_short',
		)
		expect(brokenBy(KZ, { ...NOTHING, ...facts, end: '2025-12-18' }, '2025-12-01')).toBeUndefined()
	})

	test('lasts five or twenty working days, and takes remarks to its end', () => {
		expect(discussionRules(KZ)).toEqual(['portal_discussion_short', 'portal_discussion_long'])
		expect(discussionEnd(KZ, 'portal_discussion_short', '2025-12-11')).toBe('2025-12-18')
		expect(discussionEnd(KZ, 'portal_discussion_long', '2026-03-02')).toBe('2026-04-02')
		const plan = planOf(KZ, { ...NOTHING, ...facts, end: '2025-12-18' }, '2025-12-01')
		expect(plan.remarksUntil).toBe('2025-12-18')
	})
})

test('a civic group stands under no stage of the law', () => {
	const facts = { ...NOTHING, civic: true, start: '2026-03-13', end: '2026-03-13' }
	expect(planOf(KZ, facts, '2026-03-12')).toMatchObject({
		gates: [],
		missing: [],
		remarksUntil: '2026-03-13',
	})
	expect(brokenBy(KZ, facts, '2026-03-12')).toBeUndefined()
})

test('where no calendar reaches, no date is promised', () => {
	const plan = planOf(KZ, { ...NOTHING, posted: '2027-12-20' }, '2027-12-20')
	expect(plan.earliestStart).toBeNull()
})

describe('by the rules of other countries', () => {
	const GB = lawOf('GB')
	const EE = lawOf('EE')

	test('V45: a site notice of 23 March stands until 14 April in England', () => {
		const facts = {
			...NOTHING,
			form: 'portal_discussion',
			heldFor: 'planning_application',
			published: everywhere(GB, '2026-03-23'),
			start: '2026-03-23',
			end: '2026-04-14',
		} as const
		expect(planOf(GB, facts, '2026-03-23').gates).toMatchObject([
			{ rule: 'site_notice', day: '2026-04-14', state: 'met' },
			{ rule: 'newspaper_notice', day: '2026-04-07', state: 'met' },
		])
		expect(brokenBy(GB, { ...facts, end: '2026-04-13' }, '2026-03-23')?.rule).toBe('site_notice')
		const statement = { ...facts, heldFor: 'environmental_statement' }
		expect(brokenBy(GB, statement, '2026-03-23')).toMatchObject({
			rule: 'environmental_statement',
			day: '2026-04-22',
		})
	})

	test('in Estonia a display is announced fourteen days before and lasts as long', () => {
		const facts = { ...NOTHING, form: 'portal_discussion', heldFor: 'detailed_plan' } as const
		expect(planOf(EE, facts, '2026-03-02').earliestStart).toBe('2026-03-16')
		expect(brokenBy(EE, { ...facts, start: '2026-03-16', end: '2026-03-29' }, '2026-03-02')?.rule).toBe(
			'display',
		)
		expect(brokenBy(EE, { ...facts, start: '2026-03-16', end: '2026-03-30' }, '2026-03-02')).toBeUndefined()
	})
})
