import { and, asc, eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
	CHAIN_START,
	checkpointText,
	commitmentOf,
	headAfter,
	isSigned,
	saltOf,
} from '#app/receipts/receipt.server.ts'
import { takeSignatures } from '#app/signing/take.server.ts'
import { cellsOf, tallyOf } from '#app/signing/tally.server.ts'
import {
	considerations,
	petitionCheckpoints,
	petitionSignatures,
	petitions,
	TALLIED_BY,
} from '#db/schema/petitions.ts'
import { events } from '#db/schema/register.ts'
import { layFoundation } from '#db/seed/foundation.ts'
import { seedManySignatures } from '#db/seed/many-signatures.ts'
import { timelineAt } from '#db/seed/timeline.ts'
import { openStore, type Store } from '#db/store.ts'
import { anAsked } from '#tests/petitions/a-petition.ts'
import { freshDatabase } from '#tests/support/fresh-store.ts'

const now = new Date('2026-10-13T12:00:00+05:00')
const COUNT = 13_000
let store: Store
let number: string

beforeAll(async () => {
	const url = await freshDatabase()
	store = await openStore(url)
	await store.write('foundation', (tx) =>
		layFoundation(tx, timelineAt(now), new Date('2025-08-01T04:00:00Z')),
	)
	await store.close()
	number = await seedManySignatures({ url, count: COUNT, now })
	store = await openStore(url)
}, 60_000)
afterAll(() => store?.close())

const found = async () => {
	const [petition] = await store.read.select().from(petitions).where(eq(petitions.number, number))
	if (!petition) throw new Error(`no ${number}`)
	return petition
}

test('its totals are its rows, by method, region and hour as well', async () => {
	const { id, state } = await found()
	expect(state).toBe('open')
	expect(await store.read.$count(petitionSignatures, eq(petitionSignatures.petitionId, id))).toBe(COUNT)
	expect(await tallyOf(store.read, id)).toMatchObject({ taken: COUNT, confirmed: COUNT, removed: 0 })
	for (const by of TALLIED_BY) {
		const cells = await cellsOf(store.read, id, by)
		expect(cells.reduce((sum, { confirmed }) => sum + confirmed, 0)).toBe(COUNT)
	}
})

test('its commitments make its chain, through checkpoints that the installation signed', async () => {
	const { id } = await found()
	const rows = await store.read
		.select()
		.from(petitionSignatures)
		.where(eq(petitionSignatures.petitionId, id))
		.orderBy(asc(petitionSignatures.ordinal))
	const checkpoints = await store.read
		.select()
		.from(petitionCheckpoints)
		.where(eq(petitionCheckpoints.petitionId, id))
	expect(checkpoints).toHaveLength(COUNT / 1000)
	let head = CHAIN_START
	for (const { ordinal, signedAt: at, level, method, region, fullName, commitment } of rows) {
		const signed = { petition: number, ordinal, at, level, method, region, name: String(fullName) }
		expect(commitmentOf({ ...signed, salt: saltOf(id, ordinal) })).toBe(commitment)
		head = headAfter(head, commitment)
		const checkpoint = checkpoints.find((one) => one.ordinal === ordinal)
		if (!checkpoint) continue
		expect(checkpoint.head).toBe(head)
		expect(isSigned(checkpointText({ petition: number, ...checkpoint }), checkpoint.signature)).toBe(true)
	}
	expect((await tallyOf(store.read, id))?.head).toBe(head)
})

test('it goes on: the next signature is the next ordinal, once', async () => {
	const petition = await found()
	const asked = anAsked(petition, 'the next', { at: now })
	const [taken, again] = await store.write(`petition:${petition.id}`, (tx) =>
		takeSignatures(tx, petition.id, [asked, asked], now),
	)
	expect(taken).toMatchObject({ value: { ordinal: COUNT + 1, before: false } })
	expect(again).toMatchObject({ value: { ordinal: COUNT + 1, before: true } })
})

test('a quarter of the way is on record at its moment, and nothing is reached', async () => {
	expect(await store.read.$count(considerations)).toBe(0)
	const { id } = await found()
	const milestones = and(eq(events.type, 'milestone'), eq(events.subjectId, String(id)))
	const [quarter, ...others] = await store.read.select().from(events).where(milestones)
	const [row] = await store.read
		.select({ signedAt: petitionSignatures.signedAt })
		.from(petitionSignatures)
		.where(and(eq(petitionSignatures.petitionId, id), eq(petitionSignatures.ordinal, 12_500)))
	expect(quarter).toMatchObject({ details: { share: 25 }, at: row?.signedAt })
	expect(others).toEqual([])
})
