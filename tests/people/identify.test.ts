import { beforeAll, describe, expect, test } from 'vitest'
import { personById } from '#app/people/find.server.ts'
import { identifierIn } from '#app/people/identifier.ts'
import {
	type Identity,
	identifierHash,
	identitiesOf,
	identityKey,
	linkIdentity,
	signInWithIdentity,
	unlinkIdentity,
} from '#app/people/identify.server.ts'
import { openSession, ownerOf } from '#app/people/session-rows.server.ts'
import { people } from '#db/schema/people.ts'
import type { Store } from '#db/store.ts'
import { freshStore } from '#tests/support/fresh-store.ts'
import { aPerson, lettersTo } from './a-person.ts'

const now = new Date('2026-01-12T12:00:00+05:00')

let store: Store
beforeAll(async () => {
	store = await freshStore()
})

let made = 0
/** Somebody new each time; the test names only what matters. */
const anIdentity = (over: Partial<Identity> = {}): Identity => ({
	kind: 'oidc',
	provider: 'demo',
	identifierHash: identifierHash(`PNOKZ-${String(++made).padStart(12, '0')}`),
	fullName: 'Айгүл Үлгіқызы',
	region: 'KZ-75',
	level: 2,
	...over,
})

const signIn = (identity: Identity) =>
	store.write(identityKey(identity.identifierHash), (tx) =>
		signInWithIdentity(tx, { ...identity, language: 'kk', now }),
	)
const link = (personId: string, identity: Identity) =>
	store.write([identityKey(identity.identifierHash), `person:${personId}`], (tx) =>
		linkIdentity(tx, { ...identity, personId, now }),
	)
const unlink = (personId: string, identityId: string) =>
	store.write(`person:${personId}`, (tx) => unlinkIdentity(tx, { personId, identityId, now }))

async function signedIn(identity: Identity): Promise<string> {
	const outcome = await signIn(identity)
	return outcome.ok ? outcome.value.personId : outcome.refusal
}

describe('one human is one person', () => {
	test('by state identity and by signature, however the identifier is written', async () => {
		const hashes = ['PNOKZ-900101300123', 'IIN900101300123', ' 9001 0130-0123 '].map((given) =>
			identifierHash(String(identifierIn('KZ', given))),
		)
		expect(new Set(hashes).size).toBe(1)
		const byState = anIdentity({ identifierHash: hashes[0] })
		const personId = await signedIn(byState)
		expect(await signedIn({ ...byState, kind: 'eds', provider: 'eds', level: 3 })).toBe(personId)
		expect(await personById(store.readOwn, personId)).toMatchObject({ assuranceLevel: 3, email: null })
		expect(await identitiesOf(store.readOwn, personId)).toHaveLength(2)
	})

	test('also when they sign in for the first time twice at once', async () => {
		const identity = anIdentity()
		const ids = await Promise.all(Array.from({ length: 8 }, () => signedIn(identity)))
		expect(new Set(ids).size).toBe(1)
	})

	test('of another country with the same number is another', () => {
		expect(identifierIn('EE', '900101300123')).not.toBe(identifierIn('KZ', '900101300123'))
	})

	test('and the database holds the promise, with nothing of the identifier in it', async () => {
		const identity = anIdentity({ identifierHash: identifierHash('PNOKZ-111122223333') })
		await signedIn(identity)
		const rows = await store.readOwn.select().from(people)
		expect(JSON.stringify(rows)).not.toContain('111122223333')
		const again = store.write('p', (tx) =>
			tx.insert(people).values({
				id: crypto.randomUUID(),
				fullName: 'B',
				language: 'kk',
				identifierHash: identity.identifierHash,
				createdAt: now,
			}),
		)
		await expect(again).rejects.toThrow()
	})
})

describe('a proof is linked', () => {
	test('to the account of who is signed in, and the name is then that of the proof', async () => {
		const person = await aPerson(store, { fullName: 'Aigul' })
		const identity = anIdentity()
		expect(await link(person.id, identity)).toMatchObject({ ok: true, value: { first: true } })
		expect(await link(person.id, identity)).toMatchObject({ ok: true, value: { first: false } })
		expect(await personById(store.readOwn, person.id)).toMatchObject({
			fullName: 'Айгүл Үлгіқызы',
			assuranceLevel: 2,
		})
		expect(await signedIn(identity)).toBe(person.id)
	})

	test('not when it belongs to another account, nor when the account is another human’s', async () => {
		const identity = anIdentity()
		await signedIn(identity)
		const person = await aPerson(store)
		expect(await link(person.id, identity)).toEqual({ ok: false, refusal: 'elsewhere' })
		await link(person.id, anIdentity())
		expect(await link(person.id, anIdentity())).toEqual({ ok: false, refusal: 'somebody-else' })
	})
})

test('of every proof that is linked or taken off its owner has a letter; of one that is used, none', async () => {
	const person = await aPerson(store)
	const identity = anIdentity()
	await link(person.id, identity)
	await signedIn(identity)
	await signedIn({ ...identity, kind: 'eds', provider: 'eds', level: 3 })
	const linked = await identitiesOf(store.readOwn, person.id)
	await unlink(person.id, String(linked.find(({ kind }) => kind === 'oidc')?.id))
	const path = '/account/identity'
	expect(await lettersTo(store, person.email)).toEqual([
		{ notice: 'identity-linked', values: { oidc: 'demo', path } },
		{ notice: 'identity-linked', values: { eds: 'eds', path } },
		{ notice: 'identity-unlinked', values: { oidc: 'demo', path } },
	])
})

describe('a proof is taken off', () => {
	test('and opens nothing more, makes no second account, and lowers the sessions', async () => {
		const person = await aPerson(store)
		const identity = anIdentity()
		await link(person.id, identity)
		const session = await store.write('s', (tx) =>
			openSession(tx, { personId: person.id, level: 2, proof: 'oidc', now }),
		)
		const [linked] = await identitiesOf(store.readOwn, person.id)
		expect(await unlink(person.id, String(linked?.id))).toMatchObject({ ok: true })
		expect(await signIn(identity)).toEqual({ ok: false, refusal: 'unlinked' })
		expect(await ownerOf(store.readOwn, session, now)).toMatchObject({ level: 1 })
		expect(await link(person.id, identity)).toMatchObject({ ok: true })
		expect(await signedIn(identity)).toBe(person.id)
	})

	test('but never the last way in, and only by its owner', async () => {
		const personId = await signedIn(anIdentity())
		const [linked] = await identitiesOf(store.readOwn, personId)
		const stranger = await aPerson(store)
		expect(await unlink(stranger.id, String(linked?.id))).toEqual({ ok: false, refusal: 'not-found' })
		expect(await unlink(personId, String(linked?.id))).toEqual({ ok: false, refusal: 'last-way-in' })
	})
})
