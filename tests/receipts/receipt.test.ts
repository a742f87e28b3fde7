import { createPublicKey } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Petition } from '#app/petitions/petition.server.ts'
import { commitmentsAsJson } from '#app/receipts/commitment-list.server.ts'
import { receiptKeyPem, receiptSecret, receiptText, signatureOfSecret } from '#app/receipts/receipt.server.ts'
import { receiptOf } from '#app/receipts/receipt-of.server.ts'
import { ListPart, verifyReceipt } from '#app/receipts/verify.server.ts'
import { type AskedSignature, takeSignatures } from '#app/signing/take.server.ts'
import { signatureAt, takeBackSignature } from '#app/signing/take-back.server.ts'
import { tallyOf } from '#app/signing/tally.server.ts'
import type { Store } from '#db/store.ts'
import { anAsked, aPetition, SIGNED_AT } from '#tests/petitions/a-petition.ts'
import { aWorld } from '#tests/support/world.ts'

const SITE = 'https://jauap.example'
const key = () => createPublicKey(receiptKeyPem())

let store: Store
let petition: Petition
let receipt: string
beforeAll(async () => {
	store = (await aWorld()).store
	petition = await aPetition(store)
	for (let at = 0; at < 1200; at += 400)
		await store.write(`petition:${petition.id}`, (tx) =>
			takeSignatures(
				tx,
				petition.id,
				Array.from({ length: 400 }, (_, n) => anAsked(petition, at + n)),
				SIGNED_AT,
			),
		)
	receipt = await receiptOfOrdinal(1107)
})

async function receiptOfOrdinal(ordinal: number): Promise<string> {
	const signature = await signatureAt(store.readOwn, petition.id, ordinal)
	const made = signature && (await receiptOf(store.readOwn, petition, signature, SITE))
	if (!made) throw new Error('no receipt')
	return receiptText(made)
}

async function list(): Promise<ListPart[]> {
	const parts: ListPart[] = []
	for (let after = 0; after < 1200; after += 500) {
		const tally = await tallyOf(store.readOwn, petition.id)
		if (!tally) throw new Error('no tally')
		let text = ''
		const asked = { petition: { id: petition.id, number: petition.number ?? '' }, tally, after, limit: 500 }
		for await (const piece of commitmentsAsJson(store.readOwn, { ...asked, publicUrl: SITE })) text += piece
		parts.push(ListPart.parse(JSON.parse(text)))
	}
	return parts
}

const check = async (change?: (parts: ListPart[]) => void, text = receipt) => {
	const parts = await list()
	change?.(parts)
	return verifyReceipt(text, parts, key())
}

describe('a receipt', () => {
	it('is true of the list that was published, which counts to its total', async () => {
		expect(await check()).toEqual({
			ok: true,
			petition: petition.number,
			ordinal: 1107,
			counted: { given: 1200, removed: 0, withdrawn: 0 },
			confirmed: 1200,
		})
	})

	it('shows a commitment that was changed, dropped or added, before it or in its place', async () => {
		const problemOf = async (change: (parts: ListPart[]) => void) => {
			const checked = await check(change)
			return checked.ok ? 'none' : checked.problem
		}
		const lines = (parts: ListPart[]) => parts[2]?.signatures ?? []
		const early = (parts: ListPart[]) => parts[0]?.signatures ?? []
		expect(
			await problemOf((parts) => {
				early(parts)[3] = { ...early(parts)[3], commitment: 'a'.repeat(64) } as never
			}),
		).toBe('checkpoint')
		expect(
			await problemOf((parts) => {
				lines(parts)[50] = { ...lines(parts)[50], commitment: 'a'.repeat(64) } as never
			}),
		).toBe('changed-before')
		expect(
			await problemOf((parts) => {
				lines(parts)[106] = { ...lines(parts)[106], commitment: 'a'.repeat(64) } as never
			}),
		).toBe('changed-here')
		expect(await problemOf((parts) => void early(parts).splice(3, 1))).toBe('order')
		// Dropped, and numbered anew as if it had never been.
		expect(
			await problemOf((parts) => {
				parts.splice(
					0,
					3,
					renumbered(parts, (all) => void all.splice(1050, 1)),
				)
			}),
		).toBe('changed-here')
		expect(
			await problemOf((parts) => {
				const added = { ordinal: 0, state: 'given' as const, commitment: 'b'.repeat(64) }
				parts.splice(
					0,
					3,
					renumbered(parts, (all) => void all.push(added)),
				)
			}),
		).toBe('head')
		expect(await problemOf((parts) => void lines(parts).splice(100))).toBe('not-in-list')
		expect(
			await problemOf((parts) => {
				early(parts)[3] = { ...early(parts)[3], state: 'removed' } as never
			}),
		).toBe('totals')
	})

	it('is no receipt once a letter of it was changed', async () => {
		expect(await check(undefined, receipt.replace('Signer 1106', 'Signer 1108'))).toMatchObject({
			problem: 'not-signed',
		})
		expect(await check(undefined, 'not a receipt')).toMatchObject({ problem: 'unreadable' })
	})

	it('is reached by its secret alone', () => {
		const secret = receiptSecret(petition.id, 7)
		expect(signatureOfSecret(secret)).toEqual({ petitionId: petition.id, ordinal: 7 })
		expect(signatureOfSecret(secret.replace('.7.', '.8.'))).toBeUndefined()
	})
})

describe('a signature that is taken back', () => {
	const takeBack = (ordinal: number, personId: string | null) =>
		store.write(`petition:${petition.id}`, (tx) =>
			takeBackSignature(tx, { petitionId: petition.id, ordinal, personId, now: SIGNED_AT }),
		)

	it('leaves a counted trace and no name, and its signer may sign again', async () => {
		expect(await takeBack(5, null)).toEqual({ ok: true, value: null })
		expect(await signatureAt(store.readOwn, petition.id, 5)).toMatchObject({
			state: 'withdrawn',
			fullName: null,
			personId: null,
		})
		expect(await takeBack(5, null)).toEqual({ ok: false, refusal: 'wrong-state' })
		// The list still leads to every receipt.
		expect(await check()).toMatchObject({ ok: true, counted: { given: 1199, withdrawn: 1 }, confirmed: 1199 })
		const [again] = await store.write(`petition:${petition.id}`, (tx) =>
			takeSignatures(tx, petition.id, [anAsked(petition, 4)], SIGNED_AT),
		)
		expect(again).toEqual({ ok: true, value: { ordinal: 1201, before: false } })
	})

	it('waits for review again when it did before, from wherever its signer comes', async () => {
		const noticed = (over: Partial<AskedSignature> = {}) =>
			store.write(`petition:${petition.id}`, (tx) =>
				takeSignatures(
					tx,
					petition.id,
					[anAsked(petition, 'noticed', { level: 1, method: 'email', ...over })],
					SIGNED_AT,
				),
			)
		const last = async () => {
			const { taken = 0 } = (await tallyOf(store.readOwn, petition.id)) ?? {}
			return (await signatureAt(store.readOwn, petition.id, taken)) as NonNullable<
				Awaited<ReturnType<typeof signatureAt>>
			>
		}
		await noticed({ review: true })
		for (const _ of ['once', 'twice']) {
			await takeBack((await last()).ordinal, null)
			expect(await last()).toMatchObject({ state: 'withdrawn', fullName: null })
			await noticed({ source: { network: 'elsewhere' } })
			expect((await last()).state).toBe('review')
		}
		// Whoever shows who they are needs no review for it.
		await takeBack((await last()).ordinal, null)
		await noticed({ level: 2, method: 'oidc' })
		expect((await last()).state).toBe('confirmed')
		await takeBack((await last()).ordinal, null)
	})

	it('is taken back by its own account alone, and only while the petition collects', async () => {
		const [own] = await store.write(`petition:${petition.id}`, (tx) =>
			takeSignatures(tx, petition.id, [anAsked(petition, 'own', { personId: 'author' })], SIGNED_AT),
		)
		const ordinal = own?.ok ? own.value.ordinal : 0
		expect(await takeBack(ordinal, 'stranger')).toEqual({ ok: false, refusal: 'not-allowed' })
		expect(await takeBack(ordinal, null)).toEqual({ ok: false, refusal: 'not-allowed' })
		expect(await takeBack(ordinal, 'author')).toEqual({ ok: true, value: null })
		expect(await takeBack(99_999, 'author')).toEqual({ ok: false, refusal: 'not-found' })
	})
})

function renumbered(parts: ListPart[], change: (all: ListPart['signatures']) => void): ListPart {
	const all = parts.flatMap(({ signatures }) => signatures)
	change(all)
	const [first] = parts
	if (!first) throw new Error('no list')
	return {
		...first,
		checkpoints: [],
		signatures: all.map((line, at) => ({ ...line, ordinal: at + 1 })),
		next: null,
	}
}
