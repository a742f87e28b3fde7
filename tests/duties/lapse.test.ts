import { eq } from 'drizzle-orm'
import { afterEach, expect, test } from 'vitest'
import { DUTIES } from '#app/duties.server.ts'
import { recordLapsed } from '#app/inquiries/lapse.server.ts'
import { recountClocks } from '#app/inquiries/recount.server.ts'
import type { Letter } from '#app/notices/letter.server.ts'
import { mark } from '#app/register/mark.server.ts'
import { breaches, extensions, inquiries, proceedings } from '#db/schema/inquiries.ts'
import { events, outbox } from '#db/schema/register.ts'
import { aWorld, type World } from '#tests/support/world.ts'
import { aRound, at, dutiesAt, lettersOf } from './a-round.ts'

let world: World
afterEach(() => world.store.close())

const run = (now: Date) => dutiesAt(world.store, now)
const breachEvents = () => world.store.read.select().from(events).where(eq(events.type, 'breached'))
const letters = (notice: string) => lettersOf(world.store, notice)

test('a term that lapsed while nothing ran for three days is on record once, with its legal moment', async () => {
	world = await aWorld()
	const { proceedingId, dueOn, number } = await world.file()
	expect(dueOn).toBe('2026-02-02')

	await run(at('2026-02-02', '23:59'))
	expect(await breachEvents()).toEqual([])
	await run(at('2026-02-05', '08:00'))
	await run(at('2026-02-05', '08:01'))

	const [event, ...more] = await breachEvents()
	expect(more).toEqual([])
	expect(event).toMatchObject({ proceedingId, on: '2026-02-02', at: at('2026-02-03', '00:00') })
	expect(event?.recordedAt).toEqual(at('2026-02-05', '08:00'))
	expect(await world.store.read.select().from(breaches)).toMatchObject([
		{ legalMoment: at('2026-02-03', '00:00'), recordedAt: at('2026-02-05', '08:00'), duty: 'answer' },
	])
	expect(await world.store.read.select().from(inquiries)).toMatchObject([
		{ breachedAt: at('2026-02-03', '00:00'), state: 'open', dueOn: '2026-02-02' },
	])
	expect(await letters('deemed-refusal')).toMatchObject([
		{
			recipient: 'author@demo.example',
			values: {
				number,
				dueOn: '2026-02-02',
				since: '2026-02-03',
				complainBy: '2026-05-03',
				superiorId: 'GOV',
				path: `/inquiries/${number}/complaint`,
			},
		},
	])
	const told = (await letters('breach')).map(({ recipient }) => recipient)
	expect(told.sort()).toEqual(['ENV-approver@demo.example', 'overseer@demo.example'])
})

test('two runners at once make one event and one letter', async () => {
	world = await aWorld()
	for (let filed = 0; filed < 5; filed++) await world.file()
	const now = at('2026-02-03', '09:30')
	const sent: Letter[] = []
	const both = [aRound(now, sent), aRound(now, sent)]
	for (const duty of DUTIES) await Promise.all(both.map((one) => duty(world.store, one)))

	expect(await breachEvents()).toHaveLength(5)
	expect(await letters('deemed-refusal')).toHaveLength(5)
	expect(await letters('breach')).toHaveLength(10)
	expect(await letters('digest')).toHaveLength(1)
	expect(new Set(sent.map(({ number }) => number)).size).toBe(sent.length)
	expect(sent).toHaveLength(await world.store.read.$count(outbox))
})

test('while one runner holds the lease another does nothing, and a lease left behind ends by itself', async () => {
	world = await aWorld()
	await world.file()
	const now = at('2026-02-03')
	await world.store.write('lease:duties', (tx) =>
		mark(tx, 'lease:duties', `another ${now.getTime() + 60_000}`),
	)
	await run(now)
	expect(await breachEvents()).toHaveLength(0)
	await run(new Date(now.getTime() + 60_001))
	expect(await breachEvents()).toHaveLength(1)
})

test('a body with nobody above it leaves no complaint to prepare, and the letter says so', async () => {
	world = await aWorld()
	const { number } = await world.file({ bodyId: 'GOV', officeId: null })
	await run(at('2026-02-03'))
	expect(await letters('deemed-refusal')).toEqual([])
	expect(await letters('deemed-refusal-final')).toMatchObject([{ values: { path: `/inquiries/${number}` } }])
})

test('an author without an account is led to the complaint by their receipt', async () => {
	world = await aWorld()
	const { secret } = await world.file({
		channel: 'paper',
		by: 'clerk',
		author: { personId: null, name: 'B', publicName: 'B.', email: 'b@demo.example', assuranceLevel: 0 },
	})
	const sent = await run(at('2026-02-03'))
	expect(
		sent.find(({ to, subject }) => to === 'b@demo.example' && subject.includes('refusal'))?.action,
	).toEqual({
		label: 'Complain to the superior body',
		address: `https://demo.example/en/receipts/${secret}/complaint`,
	})
})

test('a question that follows another lapses too; its author is told, the desk hears of the lead only', async () => {
	world = await aWorld()
	const lead = await world.file()
	await world.file({
		leadId: lead.inquiryId,
		author: { personId: 'stranger', name: 's', publicName: 'S.', assuranceLevel: 1 },
	})
	await run(at('2026-02-03'))
	const told = (await letters('deemed-refusal')).map(({ recipient }) => recipient)
	expect(told.sort()).toEqual(['author@demo.example', 'stranger@demo.example'])
	expect(await letters('breach')).toHaveLength(2)
})

test('an extension of which the author was not told by the third working day is a breach of its own', async () => {
	world = await aWorld()
	const { proceedingId } = await world.file()
	await world.store.write('test', async (tx) => {
		await tx.insert(extensions).values({
			id: 'extension',
			proceedingId,
			until: '2026-03-02',
			reason: 'experts are asked',
			decidedAt: at('2026-01-26'),
			decidedOn: '2026-01-26',
			by: 'ENV-approver',
			tellBy: '2026-01-29',
		})
	})
	await run(at('2026-01-29', '23:00'))
	expect(await breachEvents()).toHaveLength(0)
	await run(at('2026-02-01'))
	await run(at('2026-02-02'))
	expect(await breachEvents()).toMatchObject([{ at: at('2026-01-30', '00:00'), on: '2026-01-29' }])
})

test('all the terms that lapsed are on record after one round, however many', async () => {
	world = await aWorld()
	await world.file()
	const [inquiry] = await world.store.read.select().from(inquiries)
	const [proceeding] = await world.store.read.select().from(proceedings)
	if (!inquiry || !proceeding) throw new Error('nothing filed')
	const ids = Array.from({ length: 450 }, (_, number) => `copy-${number}`)
	await world.store.write('test', async (tx) => {
		await tx
			.insert(inquiries)
			.values(ids.map((id) => ({ ...inquiry, id, number: id, receiptHash: id, submissionId: null })))
		await tx.insert(proceedings).values(ids.map((id) => ({ ...proceeding, id: `${id}-1`, inquiryId: id })))
	})
	const round = aRound(at('2026-02-03'))
	await recountClocks(world.store, round)
	await recordLapsed(world.store, round)
	expect(await world.store.read.$count(breaches)).toBe(451)
	expect(await letters('deemed-refusal')).toHaveLength(451)
})
