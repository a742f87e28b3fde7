import { asc, eq } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Petition, petitionKey } from '#app/petitions/petition.server.ts'
import {
	CHAIN_START,
	checkpointText,
	commitmentOf,
	headAfter,
	isSigned,
	saltOf,
} from '#app/receipts/receipt.server.ts'
import type { Round } from '#app/round.ts'
import { setApartRevoked } from '#app/signing/revoked.server.ts'
import { sign } from '#app/signing/sign.server.ts'
import { type AskedSignature, takeSignatures } from '#app/signing/take.server.ts'
import { signatureKey } from '#app/signing/take-back.server.ts'
import { cellsOf, moveSignatures, tallyOf } from '#app/signing/tally.server.ts'
import { considerations, petitionCheckpoints, petitionSignatures, petitions } from '#db/schema/petitions.ts'
import { signatures } from '#db/schema/signatures.ts'
import type { Store } from '#db/store.ts'
import { anAsked, aPetition, SIGNED_AT } from '#tests/petitions/a-petition.ts'
import { aWorld } from '#tests/support/world.ts'

let store: Store
beforeAll(async () => {
	store = (await aWorld()).store
})

const take = (petition: Petition, asked: AskedSignature[], now = SIGNED_AT) =>
	store.write(`petition:${petition.id}`, (tx) => takeSignatures(tx, petition.id, asked, now))

const rowsOf = (petition: Petition) =>
	store.readOwn
		.select()
		.from(petitionSignatures)
		.where(eq(petitionSignatures.petitionId, petition.id))
		.orderBy(asc(petitionSignatures.ordinal))

const sum = (cells: { confirmed: number }[]) => cells.reduce((all, { confirmed }) => all + confirmed, 0)

async function expectToAgree(petition: Petition, confirmed: number) {
	const rows = await rowsOf(petition)
	const tally = await tallyOf(store.readOwn, petition.id)
	expect(tally).toMatchObject({ taken: rows.length, confirmed })
	expect(rows.filter(({ state }) => state === 'confirmed')).toHaveLength(confirmed)
	for (const by of ['method', 'region', 'hour'] as const)
		expect(sum(await cellsOf(store.readOwn, petition.id, by))).toBe(confirmed)
	expect(rows.map(({ ordinal }) => ordinal)).toEqual(rows.map((_, at) => at + 1))
}

describe('one person, one signature', () => {
	it('counts a human once, in one batch, in two, and from two accounts', async () => {
		const petition = await aPetition(store)
		const answers = await take(petition, [anAsked(petition, 1), anAsked(petition, 2), anAsked(petition, 1)])
		expect(answers).toEqual([
			{ ok: true, value: { ordinal: 1, before: false } },
			{ ok: true, value: { ordinal: 2, before: false } },
			{ ok: true, value: { ordinal: 1, before: true } },
		])
		const again = await take(petition, [anAsked(petition, 2, { personId: 'another account' })])
		expect(again).toEqual([{ ok: true, value: { ordinal: 2, before: true } }])
		await expectToAgree(petition, 2)
	})

	it('knows whoever signed by e-mail and has since shown who they are', async () => {
		const petition = await aPetition(store)
		await take(petition, [anAsked(petition, 'a', { signers: ['mail of a'] })])
		const [answer] = await take(petition, [anAsked(petition, 'a', { signers: ['human a', 'mail of a'] })])
		expect(answer).toEqual({ ok: true, value: { ordinal: 1, before: true } })
	})

	it('counts ten people who try twenty times at once as ten', async () => {
		const petition = await aPetition(store, { closesAt: null })
		const tries = Array.from({ length: 200 }, (_, n) => sign(petition.id, anAsked(petition, n % 10), store))
		const answers = await Promise.all(tries)
		expect(answers.filter((one) => one.ok && !one.value.before)).toHaveLength(10)
		await expectToAgree(petition, 10)
	})

	it('loses nobody and doubles nobody when hundreds come at once', async () => {
		const petition = await aPetition(store, { closesAt: null })
		const answers = await Promise.all(
			Array.from({ length: 700 }, (_, n) => sign(petition.id, anAsked(petition, n), store)),
		)
		expect(new Set(answers.map((one) => one.ok && one.value.ordinal)).size).toBe(700)
		await expectToAgree(petition, 700)
	})
})

it('counts under no region that there is not', async () => {
	const petition = await aPetition(store)
	await take(petition, [anAsked(petition, 1, { region: '=1+1' }), anAsked(petition, 2, { region: 'abroad' })])
	expect(await cellsOf(store.readOwn, petition.id, 'region')).toEqual([
		{ key: 'abroad', confirmed: 1 },
		{ key: 'unknown', confirmed: 1 },
	])
})

describe('who may sign when', () => {
	it('takes whoever asked before the end, and nobody who asked after it', async () => {
		const petition = await aPetition(store)
		const end = petition.closesAt as Date
		const late = new Date(end.getTime() + 60_000)
		const [inTime, tooLate] = await take(
			petition,
			[anAsked(petition, 1, { at: new Date(end.getTime() - 1) }), anAsked(petition, 2, { at: end })],
			late,
		)
		expect([inTime?.ok, tooLate]).toEqual([true, { ok: false, refusal: 'closed' }])
		await store.write(petitionKey(petition.id), (tx) =>
			tx.update(petitions).set({ state: 'decided' }).where(eq(petitions.id, petition.id)),
		)
		const [waited] = await take(petition, [anAsked(petition, 3, { at: new Date(end.getTime() - 1) })], late)
		expect(waited?.ok, 'also when all that it reached is decided').toBe(true)
	})

	it('shows a petition that gathers sponsors to nobody without its link, and stops at the most', async () => {
		const petition = await aPetition(store, { state: 'sponsoring', sponsorsNeeded: 50, sponsorsMost: 2 })
		const answers = await take(petition, [
			anAsked(petition, 1),
			anAsked(petition, 2, { byLink: true }),
			anAsked(petition, 3, { byLink: true }),
			anAsked(petition, 4, { byLink: true }),
		])
		expect(answers.map((one) => (one.ok ? one.value.ordinal : one.refusal))).toEqual([
			'not-found',
			1,
			2,
			'full',
		])
	})
})

describe('the chain of commitments', () => {
	it('leads from the start to the head over every row, and its checkpoints are signed', async () => {
		const petition = await aPetition(store)
		for (let at = 0; at < 1500; at += 300)
			await take(
				petition,
				Array.from({ length: 300 }, (_, n) => anAsked(petition, at + n)),
			)
		let head = CHAIN_START
		const heads = new Map<number, string>()
		for (const row of await rowsOf(petition)) {
			const salt = saltOf(petition.id, row.ordinal)
			const { ordinal, level, method, region } = row
			const said = { petition: petition.number ?? '', ordinal, at: row.signedAt, level, method, region, salt }
			expect(commitmentOf({ ...said, name: row.fullName ?? '' })).toBe(row.commitment)
			head = headAfter(head, row.commitment)
			heads.set(ordinal, head)
		}
		expect((await tallyOf(store.readOwn, petition.id))?.head).toBe(head)
		const checkpoints = await store.readOwn
			.select()
			.from(petitionCheckpoints)
			.where(eq(petitionCheckpoints.petitionId, petition.id))
		expect(checkpoints.map(({ ordinal, head: at }) => [ordinal, at])).toEqual([[1000, heads.get(1000)]])
		for (const one of checkpoints) {
			const text = checkpointText({ ...one, petition: petition.number ?? '' })
			expect(isSigned(text, one.signature)).toBe(true)
			expect(isSigned(text.replace('1000', '1001'), one.signature)).toBe(false)
		}
	})
})

describe('a threshold follows the count, both ways', () => {
	it('is reached by the signature that is needed, lost when some are removed, and reached again', async () => {
		const petition = await aPetition(store, { thresholds: [{ key: 'national', needed: 3 }] })
		const reached = () =>
			store.readOwn.select().from(considerations).where(eq(considerations.petitionId, petition.id))
		await take(petition, [anAsked(petition, 1), anAsked(petition, 2)])
		expect(await reached()).toEqual([])
		await take(petition, [anAsked(petition, 3), anAsked(petition, 4, { review: true })])
		expect(await reached()).toMatchObject([{ threshold: 'national', needed: 3, state: 'reached' }])
		await expectToAgree(petition, 3)

		const move = (ordinals: number[], state: 'confirmed' | 'removed') =>
			store.write(`petition:${petition.id}`, (tx) =>
				moveSignatures(tx, petition, ordinals, { state, invalidationId: 'x' }, SIGNED_AT),
			)
		expect(await move([1, 2], 'removed')).toBe(2)
		expect(await move([1, 2], 'removed')).toBe(0)
		expect(await reached()).toEqual([])
		await expectToAgree(petition, 1)
		expect(await tallyOf(store.readOwn, petition.id)).toMatchObject({ removed: 2, review: 1 })

		await move([1, 4], 'confirmed')
		expect(await reached()).toMatchObject([{ threshold: 'national' }])
		await expectToAgree(petition, 3)
	})
})

const REVOKED = {
	subject: 'petition' as const,
	statement: '',
	cms: Buffer.from(''),
	text: '',
	signerName: 'Signer 2',
	issuer: 'An authority',
	serial: '1',
	validUntil: SIGNED_AT,
	signedAt: SIGNED_AT,
	revocation: 'revoked' as const,
}

it('sets apart, once, a signature whose certificate turns out to have been revoked', async () => {
	const petition = await aPetition(store)
	await take(petition, [anAsked(petition, 1), anAsked(petition, 2)])
	await store.write('revoked', (tx) =>
		tx
			.insert(signatures)
			.values({ ...REVOKED, id: `revoked-${petition.id}`, subjectId: signatureKey(petition.id, 2) }),
	)
	const round = { now: SIGNED_AT } as Round
	await setApartRevoked(store, round)
	expect(await tallyOf(store.readOwn, petition.id)).toMatchObject({ confirmed: 1, review: 1 })
	// A moderator has looked and counts it all the same.
	await store.write(`petition:${petition.id}`, (tx) =>
		moveSignatures(tx, petition, [2], { state: 'confirmed' }, SIGNED_AT),
	)
	await setApartRevoked(store, round)
	await expectToAgree(petition, 2)
})

it('leaves a signature with the removal that took it out, also when its key turns out to be revoked', async () => {
	const petition = await aPetition(store)
	await take(petition, [anAsked(petition, 1)])
	await store.write(`petition:${petition.id}`, async (tx) => {
		await tx.insert(signatures).values({
			...REVOKED,
			id: 'revoked and removed',
			subjectId: signatureKey(petition.id, 1),
		})
		await moveSignatures(tx, petition, [1], { state: 'removed', invalidationId: 'machine' }, SIGNED_AT)
	})
	await setApartRevoked(store, { now: SIGNED_AT } as Round)
	expect(await rowsOf(petition)).toMatchObject([{ state: 'removed', invalidationId: 'machine' }])
})

it('has what was asked for in time reach the threshold, also when the end has come meanwhile', async () => {
	const petition = await aPetition(store, {
		...{ profileId: 'GB', competence: 'parliament', state: 'closed' as const },
		thresholds: [{ key: 'response', needed: 2 }],
	})
	await take(petition, [anAsked(petition, 1), anAsked(petition, 2)])
	const reached = await store.readOwn
		.select()
		.from(considerations)
		.where(eq(considerations.petitionId, petition.id))
	expect(reached).toHaveLength(1)
})
