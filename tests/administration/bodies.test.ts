import { and, eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { appointOfficial, endTenure } from '#app/administration/appoint.server.ts'
import { changeBody, closeBody, createBody } from '#app/administration/bodies.server.ts'
import { type BodyWords, makesCircle } from '#app/administration/body.ts'
import { changeOffice, closeOffice, createOffice } from '#app/administration/offices.server.ts'
import { succession } from '#app/administration/tenure.ts'
import { holdersOf, officeBySlug } from '#app/bodies/find.server.ts'
import { holderOn } from '#app/bodies/holder.server.ts'
import { CATALOGS } from '#app/i18n/catalogs.ts'
import { proceedingsOf } from '#app/inquiries/filed.server.ts'
import { populationOf } from '#app/jurisdictions/populations.ts'
import { profileById } from '#app/jurisdictions/profiles.ts'
import { thresholdsFor } from '#app/jurisdictions/threshold.ts'
import type { Actor } from '#app/people/actor.ts'
import { bodies, officials, tenures } from '#db/schema/bodies.ts'
import { events } from '#db/schema/register.ts'
import type { Writer } from '#db/store.ts'
import { aWorld, type World } from '#tests/support/world.ts'

let world: World
beforeEach(async () => {
	world = await aWorld()
})
afterEach(() => world.store.close())

const now = new Date('2026-01-20T12:00:00+05:00')
const words = (text: string) => ({ kk: text, ru: text, en: text })
const write = <Result>(work: (tx: Writer) => Promise<Result>) => world.store.write('bodies', work)
const aBody = (over: Partial<BodyWords> = {}): BodyWords => ({
	code: 'WTR',
	names: words('Ministry of Water'),
	parentId: 'GOV',
	region: null,
	deskEmail: null,
	officeClose: null,
	bound: true,
	competence: null,
	population: null,
	populationOn: null,
	populationSource: null,
	...over,
})
const profile = profileById('KZ')
const by = (who = 'administrator') => ({ actor: world.actors[who] as Actor, now })
const create = (over: Partial<BodyWords> = {}, who?: string) =>
	write((tx) => createBody(tx, { words: aBody(over), profile, ...by(who) }))
const change = (bodyId: string, over: Partial<BodyWords>) =>
	write((tx) => changeBody(tx, { bodyId, words: aBody(over), profile, ...by() }))

describe('bodies', () => {
	test('a body is created, changed, and closed once it owes nothing', async () => {
		const created = await create()
		const bodyId = created.ok ? created.value.bodyId : ''
		expect(await change(bodyId, { code: 'WAT', officeClose: '17:30' })).toMatchObject({ ok: true })
		expect(await write((tx) => closeBody(tx, { bodyId, ...by() }))).toMatchObject({ ok: true })
		expect(await world.store.read.select().from(bodies).where(eq(bodies.id, bodyId))).toMatchObject([
			{ code: 'WAT', officeClose: '17:30', closedAt: now },
		])
		const recorded = await world.store.read.select().from(events).where(eq(events.subject, 'body'))
		expect(recorded.map(({ type, by }) => [type, by])).toEqual([
			['body-created', 'administrator'],
			['body-changed', 'administrator'],
			['body-closed', 'administrator'],
		])
	})

	test('that the law does not bind a body is on record with what held before', async () => {
		expect(await change('HSG', { code: 'HSG', bound: false })).toMatchObject({ ok: true })
		expect(await world.store.read.select().from(bodies).where(eq(bodies.id, 'HSG'))).toMatchObject([
			{ bound: false },
		])
		const [changed] = await world.store.read.select().from(events).where(eq(events.type, 'body-changed'))
		expect(changed?.details).toMatchObject({ before: { bound: true }, after: { bound: false } })
	})

	test('a body that the law binds stands below none that it does not bind', async () => {
		expect(await change('HSG', { code: 'HSG', bound: false })).toMatchObject({ ok: true })
		expect(await create({ code: 'WAT', parentId: 'HSG' })).toMatchObject({ refusal: 'unbound-above' })
		expect(await create({ code: 'WAT', parentId: 'HSG', bound: false })).toMatchObject({ ok: true })
		expect(await create({ code: 'AIR', parentId: 'ENV' })).toMatchObject({ ok: true })
		expect(await change('ENV', { code: 'ENV', bound: false })).toMatchObject({ refusal: 'unbound-above' })
	})

	test('a code is given once, also when numbers under it are in people’s hands', async () => {
		expect(await create({ code: 'ENV' })).toMatchObject({ refusal: 'code-taken' })
		await world.file()
		await change('ENV', { code: 'ECO' })
		expect(await create({ code: 'ENV' })).toMatchObject({ refusal: 'code-taken' })
	})

	const counted = { populationOn: '2025-01-01', populationSource: 'Bureau of statistics' }
	test.each([
		['a competence that the law does not know', { competence: 'parliament' }, 'no-competence'],
		['a share of nobody knows how many', { competence: 'region_executive' }, 'population-needed'],
		['a number of people for the district', { competence: 'district_assembly' }, 'population-needed'],
		['a figure without its day', { population: 50_000, populationSource: 'A count' }, 'population-unsourced'],
		[
			'a figure without its source',
			{ population: 50_000, populationOn: '2025-01-01' },
			'population-unsourced',
		],
	])('a body does not take petitions with %s', async (_, over, refusal) => {
		expect(await create(over)).toMatchObject({ refusal })
		expect(await change('ENV', { code: 'ENV', ...over })).toMatchObject({ refusal })
	})

	test('how many signatures a petition needs follows from what its body is and how many people it serves', async () => {
		const region = { competence: 'region_executive', population: 1_234_567, ...counted }
		expect(await change('ENV', { code: 'ENV', ...region })).toMatchObject({ ok: true })
		expect(await world.store.read.select().from(bodies).where(eq(bodies.id, 'ENV'))).toMatchObject([region])
		expect(thresholdsFor(profile, region)).toEqual([{ key: 'region_executive', needed: 12_346 }])
		const needed = (competence: string | null, population: number | null = null) =>
			thresholdsFor(profile, { competence, population })?.map((one) => one.needed)
		expect(needed('region_assembly', 1_234_567)).toEqual([24_692])
		expect(needed('central')).toEqual([50_000])
		// Exactly 50,000 people are not more than 50,000.
		expect(needed('district_assembly', 50_000)).toEqual([5000])
		expect(needed('district_executive', 50_000)).toEqual([2500])
		expect(needed('district_assembly', 50_001)).toEqual([5000])
		expect(needed('district_assembly', 49_991)).toEqual([5000])
		expect(needed('district_executive', 30_001)).toEqual([1501])
		expect(needed(null)).toBeUndefined()
		expect(thresholdsFor(profileById('GB'), { competence: 'parliament', population: null })).toEqual([
			{ key: 'response', needed: 10_000 },
			{ key: 'debate', needed: 100_000 },
		])
	})

	test('the people of every region are known, and are to be confirmed', () => {
		const regions = Object.keys((CATALOGS.en.law as unknown as { region: object }).region)
		const known = regions.map((region) => populationOf(region))
		expect(known.every((one) => one?.conf === 'confirm')).toBe(true)
		const people = known.reduce((sum, one) => sum + (one?.people ?? 0), 0)
		expect(Math.round(people / 100_000)).toBe(203)
	})

	test('nobody is superior to the one above them', async () => {
		expect(await change('GOV', { code: 'GOV', parentId: 'ENV' })).toMatchObject({ refusal: 'circle' })
		expect(await change('GOV', { code: 'GOV', parentId: 'GOV' })).toMatchObject({ refusal: 'circle' })
		expect(await change('GOV', { code: 'GOV', parentId: 'nobody' })).toMatchObject({ refusal: 'no-parent' })
		expect(
			makesCircle(
				'a',
				'b',
				new Map([
					['a', null],
					['b', 'c'],
					['c', 'b'],
				]),
			),
		).toBe(true)
	})

	test('a body that owes an answer, or has bodies below it, cannot be closed', async () => {
		await world.file()
		expect(await write((tx) => closeBody(tx, { bodyId: 'ENV', ...by() }))).toMatchObject({
			refusal: 'open-clocks',
		})
		expect(await write((tx) => closeBody(tx, { bodyId: 'GOV', ...by() }))).toMatchObject({
			refusal: 'bodies-below',
		})
	})
})

describe('offices', () => {
	const office = (over = {}) => ({ slug: 'deputy', names: words('Deputy'), position: 1, ...over })

	test('an office is created, changed and closed; its holder leaves with it', async () => {
		const created = await write((tx) => createOffice(tx, { bodyId: 'ENV', words: office(), ...by() }))
		const officeId = created.ok ? created.value.officeId : ''
		await write((tx) =>
			appointOfficial(tx, { officeId, official: { id: 'holder' }, from: '2026-01-12', ...by() }),
		)
		await write((tx) => changeOffice(tx, { officeId, words: office({ slug: 'first-deputy' }), ...by() }))
		await write((tx) => closeOffice(tx, { officeId, ...by() }))
		expect(await officeBySlug(world.store.read, 'first-deputy')).toMatchObject({ closed: true })
		expect(await holdersOf(world.store.read, officeId)).toMatchObject([{ until: '2026-01-20' }])
	})

	test('an address is given once', async () => {
		const act = { bodyId: 'HSG', words: office({ slug: 'minister' }), ...by() }
		expect(await write((tx) => createOffice(tx, act))).toMatchObject({ refusal: 'slug-taken' })
	})
})

describe('tenures', () => {
	const appoint = (
		from: string,
		official: { id: string } | { names: ReturnType<typeof words>; email?: string },
	) => write((tx) => appointOfficial(tx, { officeId: 'minister', official, from, ...by() }))

	test('an appointment ends the tenure before it on the day before, and nothing of the office moves', async () => {
		const { inquiryId } = await world.file()
		const before = await proceedingsOf(world.store.read, inquiryId)
		const email = 'author@demo.example'
		const outcome = await appoint('2026-02-01', { names: words('Successor'), email })
		const officialId = outcome.ok ? outcome.value.officialId : ''
		expect(await holdersOf(world.store.read, 'minister')).toMatchObject([
			{ names: { en: 'Successor' }, from: '2026-02-01', until: null },
			{ names: { en: 'Holder' }, from: '2024-01-01', until: '2026-01-31' },
		])
		expect(await holderOn(world.store.read, 'minister', '2026-01-31')).toBe('holder')
		expect(await holderOn(world.store.read, 'minister', '2026-02-01')).toBe(officialId)
		expect(await proceedingsOf(world.store.read, inquiryId)).toEqual(before)
		expect(await world.store.read.select().from(officials).where(eq(officials.id, officialId))).toMatchObject(
			[{ personId: 'author' }],
		)
		expect(
			await world.store.read
				.select()
				.from(events)
				.where(and(eq(events.subject, 'office'), eq(events.type, 'appointed'))),
		).toMatchObject([{ subjectId: 'minister', details: { officialId, from: '2026-02-01' } }])
	})

	test('two appointments at once leave one holder', async () => {
		const outcomes = await Promise.all(
			['One', 'Other'].map((name) => appoint('2026-02-01', { names: words(name) })),
		)
		expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
		expect(await world.store.read.$count(tenures, eq(tenures.from, '2026-02-01'))).toBe(1)
	})

	test('an office that stood empty is filled again', async () => {
		await write((tx) => endTenure(tx, { tenureId: 'tenure', until: '2026-01-10', ...by() }))
		expect(await appoint('2026-01-10', { id: 'holder' })).toMatchObject({ refusal: 'overlaps' })
		expect(await appoint('2026-01-15', { id: 'holder' })).toMatchObject({ ok: true })
		expect(await holderOn(world.store.read, 'minister', '2026-01-12')).toBeNull()
	})

	test.each([
		['2026-02-01', 'holder', 'same-holder'],
		['2024-01-01', 'other', 'later-tenure'],
		['2023-12-31', 'other', 'later-tenure'],
	])('from %s %s cannot be appointed: %s', (from, officialId, refusal) => {
		const held = [{ id: 'tenure', officialId: 'holder', from: '2024-01-01', until: null }]
		expect(succession(held, { officialId, from })).toEqual({ ok: false, refusal })
	})
})

test.each(['overseer', 'moderator', 'author', 'ENV:approver'])(
	'bodies, offices and tenures are not for %s',
	async (who) => {
		const act = by(who)
		const office = { slug: 'x', names: words('X'), position: 0 }
		const outcomes = [
			await create({}, who),
			await write((tx) => changeBody(tx, { bodyId: 'ENV', words: aBody(), profile, ...act })),
			await write((tx) => closeBody(tx, { bodyId: 'HSG', ...act })),
			await write((tx) => createOffice(tx, { bodyId: 'ENV', words: office, ...act })),
			await write((tx) => changeOffice(tx, { officeId: 'minister', words: office, ...act })),
			await write((tx) => closeOffice(tx, { officeId: 'minister', ...act })),
			await write((tx) =>
				appointOfficial(tx, { officeId: 'minister', official: { id: 'holder' }, from: '2027-01-01', ...act }),
			),
			await write((tx) => endTenure(tx, { tenureId: 'tenure', until: '2026-01-20', ...act })),
		]
		expect(outcomes).toEqual(outcomes.map(() => ({ ok: false, refusal: 'not-allowed' })))
	},
)
