import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { lapsedProceedings, recordLapse } from '#app/inquiries/breach.server.ts'
import { lawOf } from '#app/jurisdictions/law.server.ts'
import { type BreachFilter, DUTIES, filterOf } from '#app/oversight/breach-filter.ts'
import { breachesAsCsv, breachesAsJson } from '#app/oversight/export.server.ts'
import { breachCounts, breachesOf } from '#app/oversight/find.server.ts'
import { HEARING_DUTIES, hearingBreaches } from '#db/schema/hearings.ts'
import { BREACH_DUTIES, breaches, inquiries } from '#db/schema/inquiries.ts'
import { PETITION_DUTIES, petitionBreaches } from '#db/schema/petitions.ts'
import { aHearing } from '#tests/hearings/a-hearing.ts'
import { aPetition } from '#tests/petitions/a-petition.ts'
import { aWorld, type World } from '#tests/support/world.ts'

let world: World
beforeEach(async () => {
	world = await aWorld()
})
afterEach(() => world.store.close())

const TODAY = '2026-02-12'
const YEAR: BreachFilter = { of: 'questions', from: '2026-01-01', to: '2026-12-31' }

/** Files a question due on Monday 2 February 2026 and lets its term pass. */
async function aBreach(over: Parameters<World['file']>[0] = {}) {
	const receipt = await world.file(over)
	const now = new Date(`${TODAY}T12:00:00+05:00`)
	for (const { id } of await lapsedProceedings(world.store.read, TODAY, 500))
		await world.store.write('lapse', (tx) => recordLapse(tx, id, now))
	return receipt
}

async function list(filter: Partial<BreachFilter> = {}, actor = world.actors.overseer) {
	const law = await lawOf(world.store.read, 'KZ')
	return breachesOf(world.store.read, actor, { ...YEAR, ...filter }, { law, today: TODAY, limit: 25 })
}

async function text(lines: AsyncGenerator<string>) {
	let all = ''
	for await (const line of lines) all += line
	return all
}

test('a breach is listed with its case, its due day, its legal moment and the working days since', async () => {
	const { number } = await aBreach()
	expect(await list()).toMatchObject([
		{
			number,
			subject: 'Where do batteries go',
			duty: 'answer',
			dueOn: '2026-02-02',
			legalMoment: new Date('2026-02-02T19:00:00Z'),
			mendedAt: null,
			daysLate: 8,
			body: { code: 'ENV' },
			office: { slug: 'minister' },
		},
	])
})

test('a breach that was mended counts its days only until then', async () => {
	await aBreach()
	await world.store.write('mend', (tx) =>
		tx.update(breaches).set({ mendedAt: new Date('2026-02-04T12:00:00+05:00') }),
	)
	expect(await list()).toMatchObject([{ daysLate: 2 }])
	expect(await list({ mending: 'open' })).toEqual([])
	expect(await list({ mending: 'mended' })).toHaveLength(1)
})

test('it belongs to the period in which its duty was due', async () => {
	await aBreach()
	expect(await list({ from: '2026-02-02', to: '2026-02-02' })).toHaveLength(1)
	expect(await list({ from: '2026-02-03' })).toEqual([])
	expect(await list({ to: '2026-02-01' })).toEqual([])
})

test('what is hidden is read by overseers only, what is private not even by them', async () => {
	const { inquiryId } = await aBreach()
	await world.store.write('inquiry', (tx) =>
		tx.update(inquiries).set({ hidden: true }).where(eq(inquiries.id, inquiryId)),
	)
	expect((await list())[0]?.subject).toBe('Where do batteries go')
	expect((await list({}, world.actors.administrator))[0]?.subject).toBeUndefined()
	await world.store.write('inquiry', (tx) =>
		tx.update(inquiries).set({ visibility: 'private' }).where(eq(inquiries.id, inquiryId)),
	)
	expect((await list())[0]).toMatchObject({ subject: undefined, duty: 'answer' })
})

test('breaches are counted by body and office, and the filter narrows both alike', async () => {
	await aBreach()
	await aBreach({ officeId: null })
	await aBreach({ bodyId: 'HSG', officeId: null })
	const law = await lawOf(world.store.read, 'KZ')
	expect(await breachCounts(world.store.read, YEAR, law)).toMatchObject([
		{ code: 'ENV', total: 2, open: 2, offices: [{ slug: 'minister', total: 1, open: 1 }] },
		{ code: 'HSG', total: 1, open: 1, offices: [] },
	])
	expect(await breachCounts(world.store.read, { ...YEAR, body: 'hsg' }, law)).toMatchObject([{ total: 1 }])
	expect(await breachCounts(world.store.read, { ...YEAR, body: 'NONE' }, law)).toEqual([])
	expect(await list({ office: 'minister' })).toHaveLength(1)
	expect(await list({ duty: 'redirect' })).toEqual([])
})

test('the export tells every breach and nothing of who asked or what', async () => {
	for (let filed = 0; filed < 3; filed++) await aBreach()
	const law = await lawOf(world.store.read, 'KZ')
	const given = { language: 'en' as const, law, today: TODAY }
	const csv = await text(breachesAsCsv(world.store.read, world.actors.overseer, YEAR, given))
	expect(csv.trim().split('\r\n')).toHaveLength(4)
	expect(csv).toContain(',ENV,Body ENV,minister,Minister,answer,2026-02-02,2026-02-02T19:00:00.000Z,8,')
	expect(csv).not.toMatch(/batteries|author|A\./)
	const json = JSON.parse(await text(breachesAsJson(world.store.read, world.actors.overseer, YEAR, given)))
	expect(json).toHaveLength(3)
	expect(Object.keys(json[0]).join()).not.toMatch(/subject|author/)
})

test.each([
	['', { from: '2025-11-14', to: TODAY }],
	['from=2026-01-01&to=2026-01-31', { from: '2026-01-01', to: '2026-01-31' }],
	['from=2026-03-01&to=2026-01-31', { from: '2026-01-31', to: '2026-01-31' }],
	['from=31.01.2026&duty=nothing&mending=x', { from: '2025-11-14', duty: undefined, mending: undefined }],
	['of=petitions&duty=check&office=x', { of: 'petitions', duty: 'check' }],
	['of=hearings&duty=answer', { of: 'hearings', duty: undefined }],
	['duty=redirect&mending=open&body=ENV', { duty: 'redirect', mending: 'open', body: 'ENV' }],
])('the address "%s" asks for a filter that makes sense', (address, filter) => {
	expect(filterOf(new URLSearchParams(address), TODAY)).toMatchObject(filter)
})

test('what was owed to petitions and to hearings is asked for, counted and exported in the same way', async () => {
	const { store, actors } = world
	const law = await lawOf(store.read, 'KZ')
	const petition = await aPetition(store, { state: 'checking', publishedAt: null })
	const hearing = await aHearing(store)
	const missed = (id: string, duty: string, dueOn: string) => ({
		...{ id, duty, dueOn, legalMoment: new Date(`${dueOn}T19:00:00Z`), recordedAt: new Date() },
	})
	await store.write('missed', async (tx) => {
		const owed = (id: string, duty: string, dueOn: string, bodyId: string | null) =>
			tx
				.insert(petitionBreaches)
				.values({ ...missed(id, duty, dueOn), petitionId: petition.id, bodyId } as never)
		await owed('1', 'check', '2026-02-02', null)
		await owed('2', 'consider', '2026-02-03', 'ENV')
		await tx
			.insert(hearingBreaches)
			.values({ ...missed('3', 'announce', '2026-02-04'), hearingId: hearing.id, bodyId: 'ENV' } as never)
	})
	const petitions = { ...YEAR, of: 'petitions' as const }
	// One that is being checked is nobody's to read but theirs who watch.
	expect(await list(petitions)).toMatchObject([
		{ duty: 'consider', body: { code: 'ENV' }, subject: `A petition ${petition.id}`, hasPage: false },
		{ duty: 'check', body: null, daysLate: 8 },
	])
	expect((await list(petitions, actors.administrator))[0]?.subject).toBeUndefined()
	expect(await list({ ...petitions, duty: 'check' })).toHaveLength(1)
	expect(await list({ ...petitions, body: '-' })).toMatchObject([{ duty: 'check' }])
	expect(await breachCounts(store.read, petitions, law)).toMatchObject([
		{ code: '-', names: null, total: 1 },
		{ code: 'ENV', total: 1, offices: [] },
	])
	expect(await list({ of: 'hearings' })).toMatchObject([
		{ number: hearing.number, duty: 'announce', hasPage: true },
	])
	const given = { language: 'en' as const, law, today: TODAY }
	const csv = await text(breachesAsCsv(store.read, actors.overseer, petitions, given))
	expect(csv.trim().split('\r\n').slice(1)).toEqual([
		`${petition.number},ENV,Body ENV,,,consider,2026-02-03,2026-02-03T19:00:00.000Z,7,`,
		`${petition.number},,,,,check,2026-02-02,2026-02-02T19:00:00.000Z,8,`,
	])
})

test('every duty whose breach is kept can be asked for', () => {
	const known = { questions: BREACH_DUTIES, petitions: PETITION_DUTIES, hearings: HEARING_DUTIES }
	for (const [of, duties] of Object.entries(known))
		expect([...DUTIES[of as keyof typeof DUTIES]].sort(), of).toEqual([...duties].sort())
})
