import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Petition } from '#app/petitions/petition.server.ts'
import { signatureOfSecret } from '#app/receipts/receipt.server.ts'
import { pendingOf } from '#app/signing/by-letter.server.ts'
import { countOf } from '#app/signing/count.server.ts'
import { askToConfirm, confirmByLetter, maySee, signAs } from '#app/signing/online.server.ts'
import { signatureAt } from '#app/signing/take-back.server.ts'
import { tallyOf } from '#app/signing/tally.server.ts'
import { identities, people } from '#db/schema/people.ts'
import { outbox } from '#db/schema/register.ts'
import type { Store } from '#db/store.ts'
import { aPetition } from '#tests/petitions/a-petition.ts'
import { aWorld } from '#tests/support/world.ts'

let store: Store
beforeAll(async () => {
	store = (await aWorld()).store
	;(globalThis as { jauapStore?: Promise<Store> }).jauapStore = Promise.resolve(store)
})

const wish = { region: 'KZ-75', show: false, updates: false }
const here = { language: 'kk', address: '192.0.2.7', byLink: false, at: new Date('2026-03-10T06:00:00Z') }
const author = { personId: 'author', level: 1 }

const given = async (signed: { ok: true; value: { secret: string } } | { ok: false; refusal: string }) => {
	const place = signed.ok ? signatureOfSecret(signed.value.secret) : undefined
	return place && signatureAt(store.readOwn, place.petitionId, place.ordinal)
}

const total = async ({ id }: Petition) => (await tallyOf(store.readOwn, id))?.confirmed

describe('signing as who is signed in', () => {
	it('takes an account with a confirmed address where that is enough, once', async () => {
		const petition = await aPetition(store, { signatureLevel: 1 })
		const first = await signAs(author, petition, { ...wish, show: true }, here)
		expect(await given(first)).toMatchObject({
			method: 'email',
			level: 1,
			region: 'KZ-75',
			personId: 'author',
			domain: 'demo.example',
		})
		expect(await signAs(author, petition, wish, here)).toEqual(first)
		expect(await total(petition)).toBe(1)
	})

	it('asks for a proof where the petition wants one, and for the signature itself where the law does', async () => {
		const level = { ok: false, refusal: 'level' }
		expect(await signAs(author, await aPetition(store, { signatureLevel: 2 }), wish, here)).toEqual(level)
		const digital = await aPetition(store, { signatureLevel: 3 })
		expect(await signAs({ ...author, level: 3 }, digital, wish, here)).toEqual(level)
	})

	it('counts a human who was shown to be one by a state identity, with the region that it says', async () => {
		const petition = await aPetition(store, { signatureLevel: 2 })
		const proven = { personId: 'stranger', level: 2 }
		expect(await signAs(proven, petition, wish, here)).toEqual({ ok: false, refusal: 'level' })
		await store.write('identity', async (tx) => {
			await tx.update(people).set({ identifierHash: 'a human' }).where(eq(people.id, 'stranger'))
			await tx.insert(identities).values({
				id: 'identity',
				personId: 'stranger',
				kind: 'oidc',
				provider: 'egov',
				level: 2,
				region: 'KZ-43',
				linkedAt: here.at,
				lastUsedAt: here.at,
			})
		})
		expect(await given(await signAs(proven, petition, wish, here))).toMatchObject({
			method: 'oidc',
			level: 2,
			region: 'KZ-43',
			domain: null,
		})
	})

	it('wants a region that there is', async () => {
		const petition = await aPetition(store, { signatureLevel: 1 })
		for (const region of [undefined, '', 'KZ-99', 'unknown'])
			expect(await signAs(author, petition, { ...wish, region }, here)).toEqual({
				ok: false,
				refusal: 'region',
			})
		expect((await signAs(author, petition, { ...wish, region: 'abroad' }, here)).ok).toBe(true)
	})
})

describe('signing by a letter', () => {
	it('counts when its owner confirms, once however often they are asked', async () => {
		const petition = await aPetition(store, { signatureLevel: 1 })
		const person = { name: 'Сынақ Үлгі', email: 'Somebody@Mail.example' }
		expect(await askToConfirm(petition, person, wish, here)).toEqual({ ok: true, value: null })
		expect(await askToConfirm(petition, person, wish, here)).toEqual({ ok: true, value: null })
		expect(await total(petition)).toBe(0)
		const letters = await store.readOwn
			.select()
			.from(outbox)
			.where(eq(outbox.recipient, 'Somebody@Mail.example'))
		const secrets = letters.map(({ values }) => String(values.path).split('/').at(-1) ?? '')
		expect(secrets).toHaveLength(2)
		const receipts = []
		for (const secret of secrets) {
			const pending = await pendingOf(store.readOwn, secret, here.at)
			if (!pending) throw new Error('the letter leads nowhere')
			receipts.push(await confirmByLetter(petition, pending))
		}
		expect(receipts[0]).toEqual(receipts[1])
		expect(await total(petition)).toBe(1)
		const tooLate = new Date(here.at.getTime() + 49 * 60 * 60_000)
		expect(await pendingOf(store.readOwn, secrets[0] ?? '', tooLate)).toBeUndefined()
	})

	it('counts nobody again who has signed with an account that knows them better', async () => {
		const petition = await aPetition(store, { signatureLevel: 1 })
		const email = 'proven@mail.example'
		await store.write('proven', (tx) =>
			tx
				.update(people)
				.set({ identifierHash: 'a proven human', email, emailFolded: email, emailConfirmedAt: here.at })
				.where(eq(people.id, 'author')),
		)
		const first = await signAs({ personId: 'author', level: 2 }, petition, wish, here)
		expect(await given(first)).toMatchObject({ method: 'oidc' })
		await askToConfirm(petition, { name: 'Author', email }, wish, here)
		const [letter] = await store.readOwn.select().from(outbox).where(eq(outbox.recipient, email))
		const pending = await pendingOf(
			store.readOwn,
			String(letter?.values.path).split('/').at(-1) ?? '',
			here.at,
		)
		if (!pending) throw new Error('the letter leads nowhere')
		expect(await confirmByLetter(petition, pending)).toEqual(first)
		expect(await total(petition)).toBe(1)
	})

	it('is not enough where the petition wants a proof', async () => {
		const petition = await aPetition(store, { signatureLevel: 2 })
		const person = { name: 'Somebody', email: 'somebody@mail.example' }
		expect(await askToConfirm(petition, person, wish, here)).toEqual({ ok: false, refusal: 'level' })
	})
})

it('tells nobody how many supported a petition that was rejected', async () => {
	const open = await aPetition(store)
	expect(await countOf(store.readOwn, String(open.number))).toMatchObject({ confirmed: 0, state: 'open' })
	const rejected = await aPetition(store, { state: 'rejected', publishedAt: null })
	expect(await countOf(store.readOwn, String(rejected.number))).toBeUndefined()
})

it('shows a petition that gathers sponsors to those who have its link alone', async () => {
	const petition = await aPetition(store, { state: 'sponsoring', publishedAt: null, signatureLevel: 1 })
	expect([maySee(petition, false, here.at), maySee(petition, true, here.at)]).toEqual([false, true])
	expect(await signAs(author, petition, wish, here)).toEqual({ ok: false, refusal: 'not-found' })
	expect((await signAs(author, petition, wish, { ...here, byLink: true })).ok).toBe(true)
})

it('shows no form after the last day, also while no duty has ended the petition', async () => {
	const open = await aPetition(store, { closesAt: new Date('2026-09-02T19:00:00Z') })
	const sponsoring = await aPetition(store, { state: 'sponsoring', sponsorsBy: '2026-09-02' })
	for (const petition of [open, sponsoring]) {
		expect(maySee(petition, true, new Date('2026-09-02T18:59:59Z'))).toBe(true)
		expect(maySee(petition, true, new Date('2026-09-02T19:00:00Z'))).toBe(false)
	}
})
