import { createPublicKey } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { STRANGER } from '#app/people/actor.ts'
import type { Petition } from '#app/petitions/petition.server.ts'
import { shownPetition } from '#app/petitions/shown.server.ts'
import { checkReceipt } from '#app/receipts/check-receipt.server.ts'
import { commitmentsAsCsv, commitmentsAsJson } from '#app/receipts/commitment-list.server.ts'
import {
	CHAIN_START,
	commitmentOf,
	headAfter,
	receiptKeyPem,
	receiptText,
} from '#app/receipts/receipt.server.ts'
import { receiptOf } from '#app/receipts/receipt-of.server.ts'
import { ListPart, verifyReceipt } from '#app/receipts/verify.server.ts'
import { growthOf } from '#app/signing/growth.server.ts'
import { takeSignatures } from '#app/signing/take.server.ts'
import { signatureAt } from '#app/signing/take-back.server.ts'
import { tallyOf } from '#app/signing/tally.server.ts'
import { petitionCells, petitionSignatures } from '#db/schema/petitions.ts'
import { anAsked, aPetition, SIGNED_AT } from '#tests/petitions/a-petition.ts'
import { aWorld, type World } from '#tests/support/world.ts'

let world: World
let petition: Petition

beforeEach(async () => {
	world = await aWorld()
	petition = await aPetition(world.store)
})
afterEach(() => world.store.close())

const signed = (count: number) =>
	world.store.write('sign', (tx) =>
		takeSignatures(
			tx,
			petition.id,
			Array.from({ length: count }, (_, who) => anAsked(petition, who, { publicName: `Signer ${who}.` })),
			SIGNED_AT,
		),
	)

async function part(after: number, limit: number) {
	const tally = await tallyOf(world.store.read, petition.id)
	if (!tally) throw new Error('no tally')
	const number = String(petition.number)
	return { petition: { id: petition.id, number }, tally, after, limit, publicUrl: 'https://jauap.example' }
}

const whole = async (parts: AsyncIterable<string>) => {
	let text = ''
	for await (const some of parts) text += some
	return text
}

test('anybody can count the list again: the lines give the total and join to the head of the chain', async () => {
	await signed(2300)
	let after = 0
	let head = CHAIN_START
	const heads = new Map<number, string>()
	const states: string[] = []
	for (;;) {
		const page = JSON.parse(await whole(commitmentsAsJson(world.store.read, await part(after, 1500))))
		for (const line of page.signatures) {
			expect(line.ordinal).toBe(states.length + 1)
			head = headAfter(head, line.commitment)
			heads.set(line.ordinal, head)
			states.push(line.state)
		}
		for (const checkpoint of page.checkpoints)
			if (heads.has(checkpoint.ordinal)) expect(heads.get(checkpoint.ordinal)).toBe(checkpoint.head)
		after = page.signatures.at(-1).ordinal
		if (page.next)
			expect(page.next).toBe(
				`https://jauap.example/petitions/${petition.number}/signatures.json?after=${after}&limit=1500`,
			)
		else {
			expect(head).toBe(page.chain.head)
			const given = states.filter((state) => state === 'given')
			expect(given.length - page.totals.review).toBe(page.totals.confirmed)
			break
		}
	}
	expect(states).toHaveLength(2300)
})

test('the list says nothing of who signed: the hour, the region and the method alone', async () => {
	await signed(3)
	const csv = await whole(commitmentsAsCsv(world.store.read, await part(1, 10)))
	const [head, ...lines] = csv.trim().split('\r\n')
	expect(head).toBe('ordinal,hour,region,method,level,state,commitment')
	expect(lines).toHaveLength(2)
	expect(lines[0]).toMatch(/^2,2026-03-10T06,KZ-75,eds,3,given,[0-9a-f]{64}$/)
	expect(csv).not.toContain('Signer')
})

test('whether one signature is set apart is told nowhere: two of them read alike, and the total is still counted', async () => {
	const { read, readOwn, write } = world.store
	await write('sign', (tx) =>
		takeSignatures(
			tx,
			petition.id,
			['counted', 'noticed'].map((who) =>
				anAsked(petition, who, { level: 1, method: 'email', fullName: 'Same', review: who === 'noticed' }),
			),
			SIGNED_AT,
		),
	)
	const lines = JSON.parse(await whole(commitmentsAsJson(read, await part(0, 10))))
	const alike = ({ ordinal: _, commitment: __, ...line }: Record<string, unknown>) => line
	expect(alike(lines.signatures[1])).toEqual(alike(lines.signatures[0]))
	expect(lines.totals).toMatchObject({ taken: 2, confirmed: 1, review: 1 })
	expect(await whole(commitmentsAsCsv(read, await part(0, 10)))).not.toContain('review')
	const checked = async (ordinal: number) => {
		const row = await signatureAt(readOwn, petition.id, ordinal)
		const receipt = row && (await receiptOf(readOwn, petition, row, 'https://jauap.example'))
		return receipt && checkReceipt(read, receiptText(receipt), 'https://jauap.example')
	}
	expect(await checked(2)).toEqual({ ...(await checked(1)), ordinal: 2 })
	const verified = await verifyReceipt(
		receiptText(
			(await receiptOf(
				readOwn,
				petition,
				(await signatureAt(readOwn, petition.id, 2)) as never,
				'https://jauap.example',
			)) as never,
		),
		[ListPart.parse(lines)],
		createPublicKey(receiptKeyPem()),
	)
	expect(verified).toMatchObject({ ok: true, counted: { given: 2 }, confirmed: 1 })
})

test('those who signed last and wished to be seen are shown by first name and initial', async () => {
	await signed(12)
	const shown = await shownPetition(world.store.read, String(petition.number), {
		actor: STRANGER,
		now: SIGNED_AT,
	})
	expect(shown?.names).toHaveLength(10)
	expect(shown?.names[0]).toBe('Signer 11.')
	expect(JSON.stringify(shown)).not.toMatch(/authorName|linkHash|signerHash/)
})

test('nobody is asked to sign after the last day, also while no duty has ended the petition', async () => {
	const signable = async (now: Date) =>
		(await shownPetition(world.store.read, String(petition.number), { actor: STRANGER, now }))?.signable
	const end = petition.closesAt as Date
	expect(await signable(new Date(end.getTime() - 1))).toBe(true)
	expect(await signable(end)).toBe(false)
})

test('growth is told by the day of the law, and by the hour in the first three days', async () => {
	await world.store.write('cells', (tx) =>
		tx.insert(petitionCells).values(
			// In Kazakhstan a day begins at 19:00 UTC.
			[
				['2026-03-10T18', 1],
				['2026-03-10T19', 2],
				['2026-03-11T18', 4],
				['2026-03-11T19', 8],
			].map(([key, confirmed]) => ({
				petitionId: petition.id,
				by: 'hour' as const,
				key: String(key),
				confirmed: Number(confirmed),
			})),
		),
	)
	const when = { zone: 'Asia/Almaty', now: new Date('2026-04-01T06:00:00Z') }
	const days = await growthOf(world.store.read, petition, when)
	expect(days.points.map(({ at, confirmed }) => [at.toISOString().slice(0, 10), confirmed])).toEqual([
		['2026-03-10', 1],
		['2026-03-11', 6],
		['2026-03-12', 8],
	])
	const london = await growthOf(world.store.read, petition, { ...when, zone: 'Europe/London' })
	expect(london.points.map(({ confirmed }) => confirmed)).toEqual([3, 12])
	const young = { ...petition, publishedAt: new Date('2026-03-10T05:00:00Z') }
	const hours = await growthOf(world.store.read, young, { ...when, now: new Date('2026-03-12T05:00:00Z') })
	expect(hours).toMatchObject({ by: 'hour', points: [{}, {}, {}, {}] })
})

test('a receipt is found true in its place, and any change to it or to the list is seen', async () => {
	await signed(5)
	const { read, write } = world.store
	const site = 'https://jauap.example'
	const signature = await signatureAt(read, petition.id, 4)
	const receipt = signature && (await receiptOf(read, petition, signature, site))
	if (!receipt) throw new Error('no receipt')
	const text = receiptText(receipt)
	expect(await checkReceipt(read, text, site)).toEqual({
		ok: true,
		petition: petition.number,
		ordinal: 4,
		state: 'given',
		isPublic: true,
	})
	const found = async (changed: string, where = site) => {
		const answer = await checkReceipt(read, changed, where)
		return answer.ok || answer.problem
	}
	expect(await found('hello')).toBe('unreadable')
	expect(await found(text, 'https://other.example')).toBe('other-site')
	expect(await found(text.replace('region: KZ-75', 'region: KZ-71'))).toBe('not-signed')
	expect(await found(receiptText({ ...receipt, name: 'Another' }))).toBe('changed')
	const unknown = { ...receipt, petition: 'P-2026-999999-9' }
	expect(await found(receiptText({ ...unknown, commitment: commitmentOf(unknown) }))).toBe('no-petition')
	const moved = { ...receipt, ordinal: 3 }
	expect(await found(receiptText({ ...moved, commitment: commitmentOf(moved) }))).toBe('not-in-list')
	await write('tamper', (tx) =>
		tx
			.update(petitionSignatures)
			.set({ commitment: 'f'.repeat(64) })
			.where(and(eq(petitionSignatures.petitionId, petition.id), eq(petitionSignatures.ordinal, 2))),
	)
	expect(await found(text)).toBe('chain')
})
