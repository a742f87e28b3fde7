import { beforeEach, describe, expect, test } from 'vitest'
import type { Actor } from '#app/people/actor.ts'
import { changeEmail, changeProfile, requestEmailChange } from '#app/people/change.server.ts'
import { authorOf, personByEmail, personById, rolesHeldBy } from '#app/people/find.server.ts'
import { endRole, GRANTS_KEY, type Grant, grantRole } from '#app/people/grant.server.ts'
import { requestReset, resetPassword } from '#app/people/reset.server.ts'
import { openSession, ownerOf } from '#app/people/session-rows.server.ts'
import { events } from '#db/schema/register.ts'
import type { Store } from '#db/store.ts'
import { aWorld, type World } from '#tests/support/world.ts'
import { aPerson, codeFor, lettersTo, SECRET_KEY, wrong } from './a-person.ts'

const now = new Date('2026-02-02T08:00:00Z')
const secretKey = SECRET_KEY

let world: World
let store: Store

beforeEach(async () => {
	world = await aWorld()
	store = world.store
	return () => store.close()
})

describe('a forgotten password', () => {
	const ask = (email: string) => store.write('r', (tx) => requestReset(tx, { email, secretKey, now }))
	const reset = (over: { email?: string; letter?: string; code: string }) =>
		store.write('r', (tx) => resetPassword(tx, { passwordHash: 'new', secretKey, now, ...over }))

	test('is replaced with the code from the letter, and every session ends', async () => {
		const person = await aPerson(store, { emailConfirmedAt: null, assuranceLevel: 0 })
		const session = await store.write('s', (tx) =>
			openSession(tx, { personId: person.id, level: 1, proof: 'password', now }),
		)
		await ask(person.email)
		expect(await reset({ email: person.email, code: await codeFor(store, person.email) })).toMatchObject({
			ok: true,
		})
		expect(await personById(store.readOwn, person.id)).toMatchObject({
			passwordHash: 'new',
			emailConfirmedAt: now,
			assuranceLevel: 1,
		})
		expect(await ownerOf(store.readOwn, session, now)).toBeUndefined()
		expect((await lettersTo(store, person.email)).at(-1)?.notice).toBe('password-changed')
	})

	test('does not lower what was confirmed by other means', async () => {
		const person = await aPerson(store, { assuranceLevel: 2 })
		await ask(person.email)
		await reset({ email: person.email, code: await codeFor(store, person.email) })
		expect(await personById(store.readOwn, person.id)).toMatchObject({ assuranceLevel: 2 })
	})

	test('of nobody sends nothing and answers the same', async () => {
		const person = await aPerson(store)
		expect(await ask('nobody@example.org')).toBe(await ask(person.email))
		expect(await lettersTo(store, 'nobody@example.org')).toEqual([])
	})

	test('is not replaced with a wrong code, nor with a code for something else', async () => {
		const person = await aPerson(store)
		await ask(person.email)
		const code = await codeFor(store, person.email)
		expect((await reset({ email: person.email, code: wrong(code) })).ok).toBe(false)
		await store.write('c', (tx) =>
			requestEmailChange(tx, { personId: person.id, email: 'new@example.org', secretKey, now }),
		)
		const other = await codeFor(store, 'new@example.org')
		if (other !== code) expect((await reset({ email: person.email, code: other })).ok).toBe(false)
		expect((await personById(store.readOwn, person.id))?.passwordHash).toBeNull()
	})
})

describe('a change of address', () => {
	test('needs the code sent to the new address, and the old one is told', async () => {
		const person = await aPerson(store)
		const change = (code: string) =>
			store.write('c', (tx) => changeEmail(tx, { personId: person.id, code, secretKey, now }))
		await store.write('c', (tx) =>
			requestEmailChange(tx, { personId: person.id, email: 'New@example.org', secretKey, now }),
		)
		expect((await lettersTo(store, person.email)).map(({ notice }) => notice)).toEqual(['email-changing'])
		expect((await personByEmail(store.readOwn, person.email))?.id).toBe(person.id)

		const code = await codeFor(store, 'New@example.org')
		expect((await change(wrong(code))).ok).toBe(false)
		expect((await change(code)).ok).toBe(true)
		expect((await personByEmail(store.readOwn, 'new@example.org'))?.id).toBe(person.id)
		expect((await lettersTo(store, person.email)).at(-1)?.notice).toBe('email-changed')
	})

	test('leaves the codes that lie at the old address worth nothing', async () => {
		const person = await aPerson(store)
		const given = { personId: person.id, email: 'next@example.org', secretKey, now }
		await store.write('c', (tx) => requestReset(tx, { email: person.email, secretKey, now }))
		const letter = (await lettersTo(store, person.email)).at(-1)?.values.path?.match(/letter=([^&]+)/)?.[1]
		const old = { letter, code: await codeFor(store, person.email) }
		await store.write('c', (tx) => requestEmailChange(tx, given))
		const code = await codeFor(store, 'next@example.org')
		await store.write('c', (tx) => changeEmail(tx, { ...given, code }))
		const reset = { passwordHash: 'thief', secretKey, now, ...old }
		expect((await store.write('c', (tx) => resetPassword(tx, reset))).ok).toBe(false)
	})

	test('to an address that is taken tells its owner and gives no code', async () => {
		const [person, owner] = [await aPerson(store), await aPerson(store)]
		await store.write('c', (tx) =>
			requestEmailChange(tx, { personId: person.id, email: owner.email, secretKey, now }),
		)
		expect((await lettersTo(store, owner.email)).map(({ notice }) => notice)).toEqual(['already-account'])
	})

	test('to an address taken meanwhile is refused', async () => {
		const person = await aPerson(store)
		await store.write('c', (tx) =>
			requestEmailChange(tx, { personId: person.id, email: 'new@example.org', secretKey, now }),
		)
		const code = await codeFor(store, 'new@example.org')
		await aPerson(store, { email: 'new@example.org' })
		const outcome = await store.write('c', (tx) =>
			changeEmail(tx, { personId: person.id, code, secretKey, now }),
		)
		expect(outcome.ok).toBe(false)
	})
})

test('the public reads what the person chose, and the record keeps the full name', async () => {
	const { id } = await aPerson(store)
	const change = (nameDisplay: 'full' | 'initials' | 'number') =>
		store.write('c', (tx) =>
			changeProfile(tx, {
				personId: id,
				fullName: 'Айгүл Сұлтанова',
				nameDisplay,
				language: 'kk',
				postalAddress: 'Алматы',
			}),
		)
	for (const [display, expected] of [
		['full', /^Айгүл Сұлтанова$/],
		['initials', /^Айгүл С\.$/],
		['number', /^Автор \d{6}$/],
	] as const) {
		await change(display)
		const author = await authorOf(store.readOwn, { personId: id, level: 1 }, 'Автор')
		expect(author?.publicName).toMatch(expected)
		expect(author).toMatchObject({ name: 'Айгүл Сұлтанова', address: 'Алматы', assuranceLevel: 1 })
	}
})

describe('a role', () => {
	const grant = (over: Partial<Grant> = {}) =>
		store.write(GRANTS_KEY, (tx) =>
			grantRole(tx, {
				personId: 'stranger',
				role: 'clerk',
				bodyId: 'ENV',
				actor: world.actors.administrator,
				now,
				...over,
			}),
		)
	const end = (roleId: string, actor: Actor = world.actors.administrator) =>
		store.write(GRANTS_KEY, (tx) => endRole(tx, { roleId, actor, now }))

	test('is granted once, recorded, and ended', async () => {
		const [first, again] = [await grant(), await grant()]
		expect(again).toEqual(first)
		if (!first.ok) throw new Error(first.refusal)
		expect(await rolesHeldBy(store.readOwn, 'stranger')).toHaveLength(1)

		expect((await end(first.value.roleId)).ok).toBe(true)
		expect((await end(first.value.roleId)).ok).toBe(true)
		expect(await rolesHeldBy(store.readOwn, 'stranger')).toEqual([])
		const recorded = (await store.readOwn.select().from(events)).filter(({ subject }) => subject === 'person')
		expect(recorded.map(({ type, subjectId, by, personId }) => [type, subjectId, by, personId])).toEqual([
			['role-granted', 'stranger', 'administrator', 'administrator'],
			['role-ended', 'stranger', 'administrator', 'administrator'],
		])
	})

	test.each(['author', 'stranger', 'overseer', 'moderator', 'ENV:clerk', 'ENV:executor', 'ENV:approver'])(
		'is neither granted nor ended by %s',
		async (who) => {
			expect(await grant({ actor: world.actors[who]! })).toEqual({ ok: false, refusal: 'not-allowed' })
			expect(await end('role-ENV-clerk', world.actors[who]!)).toEqual({ ok: false, refusal: 'not-allowed' })
		},
	)

	test('of a desk needs a body, and one of the installation has none', async () => {
		expect(await grant({ bodyId: null })).toEqual({ ok: false, refusal: 'body-needed' })
		expect(await grant({ role: 'overseer' })).toEqual({ ok: false, refusal: 'no-body-wanted' })
		expect(await grant({ bodyId: 'NONE' })).toEqual({ ok: false, refusal: 'no-body' })
		expect(await grant({ personId: 'nobody' })).toEqual({ ok: false, refusal: 'no-person' })
	})

	test('of the last administrator cannot be ended', async () => {
		expect(await end('role-administrator')).toEqual({ ok: false, refusal: 'last-administrator' })
		await grant({ role: 'administrator', bodyId: null })
		expect((await end('role-administrator')).ok).toBe(true)
	})
})
