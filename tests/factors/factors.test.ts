import { TOTP } from 'otpauth'
import { beforeEach, describe, expect, test } from 'vitest'
import { showCode } from '#app/factors/code.server.ts'
import { factorsOf } from '#app/factors/find.server.ts'
import type { Owner } from '#app/factors/fresh.ts'
import { addPasskey, addTotp, removeFactor, renewRecoveryCodes } from '#app/factors/keep.server.ts'
import { createdPasskey, optionsToCreate, optionsToGet, shownPasskey } from '#app/factors/passkey.server.ts'
import { recoveryCodesLeft } from '#app/factors/recovery.server.ts'
import { resetFactors } from '#app/factors/reset.server.ts'
import { newSecret } from '#app/factors/totp.ts'
import { factors, recoveryCodes } from '#db/schema/factors.ts'
import type { Store } from '#db/store.ts'
import { lettersTo } from '#tests/people/a-person.ts'
import { aWorld, SECRET_KEY, type World } from '#tests/support/world.ts'
import { Authenticator } from './authenticator.ts'

const now = new Date('2026-02-02T08:00:15Z')
const secretKey = SECRET_KEY
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000)

let world: World
let store: Store
let owner: Owner

beforeEach(async () => {
	world = await aWorld()
	store = world.store
	;(globalThis as { jauapStore?: Promise<Store> }).jauapStore = Promise.resolve(store)
	owner = { ...world.actors.author, personId: 'author', factorUntil: undefined, signedInUntil: later(60) }
	return () => store.close()
})

const shown = (): Owner => ({ ...owner, factorUntil: later(60) })
const codeAt = (secret: string, at: Date) => new TOTP({ secret }).generate({ timestamp: at.getTime() })

async function withTotp(): Promise<{ secret: string; recovery: string[] }> {
	const secret = newSecret()
	const added = await store.write('f', (tx) =>
		addTotp(tx, { owner, name: 'Telephone', secret, code: codeAt(secret, now), secretKey, now }),
	)
	if (!added.ok) throw new Error(added.refusal)
	return { secret, recovery: added.value.recovery ?? [] }
}

const show = (code: string, at: Date, personId = 'author') =>
	store.write('f', (tx) => showCode(tx, { personId, code, secretKey, now: at })).then(({ ok }) => ok)

const letters = async () => (await lettersTo(store, 'author@demo.example')).map(({ notice }) => notice)

describe('the codes of an application', () => {
	test('open once each, with half a minute of drift either way', async () => {
		const { secret } = await withTotp()
		expect(await show(codeAt(secret, now), now), 'the code of the setting up').toBe(false)
		expect(await show(codeAt(secret, later(60)), later(30)), 'a clock that is ahead').toBe(true)
		expect(await show(codeAt(secret, later(60)), later(60)), 'the same again').toBe(false)
		expect(await show(codeAt(secret, later(30)), later(60)), 'one before it').toBe(false)
		expect(await show(codeAt(secret, later(120)), later(150)), 'a clock that is behind').toBe(true)
		expect(await show(codeAt(secret, later(300)), later(360)), 'a minute old').toBe(false)
	})

	test('open once even when they are shown many times at once', async () => {
		const { secret } = await withTotp()
		const code = codeAt(secret, later(60))
		const tries = await Promise.all(Array.from({ length: 10 }, () => show(code, later(60))))
		expect(tries.filter(Boolean)).toHaveLength(1)
	})

	test('are not taken before one of them was given, nor of another account', async () => {
		const secret = newSecret()
		const refused = await store.write('f', (tx) =>
			addTotp(tx, { owner, name: 'x', secret, code: codeAt(secret, later(600)), secretKey, now }),
		)
		expect(refused).toEqual({ ok: false, refusal: 'factorWrong' })
		const { secret: theirs } = await withTotp()
		expect(await show(codeAt(theirs, later(60)), later(60), 'stranger')).toBe(false)
	})

	test('come from a secret that is not to be read in the table', async () => {
		const { secret, recovery } = await withTotp()
		const kept = JSON.stringify([
			await store.readOwn.select().from(factors),
			await store.readOwn.select().from(recoveryCodes),
		])
		for (const open of [secret, ...recovery, ...recovery.map((code) => code.replace('-', ''))])
			expect(kept).not.toContain(open)
	})
})

describe('recovery codes', () => {
	test('open once each, however they are typed, and a letter says so', async () => {
		const { recovery } = await withTotp()
		expect(new Set(recovery).size).toBe(10)
		expect(await show(` ${recovery[3]?.toUpperCase().replace('-', ' ')} `, now)).toBe(true)
		expect(await show(String(recovery[3]), now)).toBe(false)
		expect(await show('aaaaa-aaaaa', now)).toBe(false)
		expect(await recoveryCodesLeft(store.readOwn, 'author')).toBe(9)
		expect(await letters()).toEqual(['factor-added', 'recovery-used'])
	})

	test('are worth nothing once new ones are made', async () => {
		const { recovery } = await withTotp()
		const renewed = await store.write('f', (tx) => renewRecoveryCodes(tx, { owner: shown(), secretKey, now }))
		expect(await show(String(recovery[0]), now)).toBe(false)
		expect(await show(String(renewed.ok && renewed.value.recovery[0]), now)).toBe(true)
	})
})

describe('a passkey', () => {
	const register = async (authenticator: Authenticator, personId = 'author') => {
		const { challenge } = await optionsToCreate({ personId, label: 'a', now })
		const passkey = await createdPasskey(authenticator.create(challenge), { personId, now })
		if (!passkey.ok) throw new Error(passkey.refusal)
		return store.write('f', (tx) =>
			addPasskey(tx, { owner: { ...owner, personId }, name: 'Key', passkey: passkey.value, secretKey, now }),
		)
	}

	test('signs in alone, and answers each challenge once', async () => {
		const key = new Authenticator()
		expect(await register(key)).toMatchObject({ ok: true })
		const { challenge } = await optionsToGet(null, now)
		const answer = key.get(challenge)
		expect(await shownPasskey(answer, { personId: null, now })).toEqual({
			ok: true,
			value: { personId: 'author' },
		})
		expect(await shownPasskey(answer, { personId: null, now })).toMatchObject({ ok: false })
	})

	test.each([
		['for another site', { origin: 'https://evil.example' }],
		['under another name', { rpID: 'evil.example' }],
		['of which nobody showed that they are its owner', { verified: false }],
		['whose counter went back, so that it is a copy', { counter: 1 }],
	])('%s opens nothing', async (_, over) => {
		const key = new Authenticator()
		await register(key)
		const { challenge } = await optionsToGet(null, now)
		const refused = { ok: false, refusal: 'passkey' }
		expect(await shownPasskey(key.get(challenge, over), { personId: null, now })).toEqual(refused)
	})

	test('answers only what was asked, of whom it was asked, and in time', async () => {
		const key = new Authenticator()
		await register(key)
		const ask = async (personId: string | null) => (await optionsToGet(personId, now)).challenge
		const tries = [
			shownPasskey(key.get(await ask('author')), { personId: null, now }),
			shownPasskey(key.get(await ask(null)), { personId: 'author', now }),
			shownPasskey(key.get(await ask('stranger')), { personId: 'stranger', now }),
			shownPasskey(key.get('bm8gb25lIGFza2Vk'), { personId: null, now }),
			shownPasskey(key.get(await ask(null)), { personId: null, now: later(301) }),
		]
		for (const one of await Promise.all(tries)) expect(one).toEqual({ ok: false, refusal: 'passkey' })
		expect(await shownPasskey(key.get(await ask('author')), { personId: 'author', now })).toMatchObject({
			ok: true,
		})
	})

	test.each(['', '{}', 'null', '{"id":1}', JSON.stringify({ response: { clientDataJSON: 'e30' } })])(
		'of the form %s is refused without a fall',
		async (text) => {
			const refused = { ok: false, refusal: 'passkey' }
			expect(await shownPasskey(text, { personId: null, now })).toEqual(refused)
			expect(await createdPasskey(text, { personId: 'author', now })).toEqual(refused)
		},
	)
})

describe('looking after one’s factors', () => {
	test('the first is added just after signing in, the second only by showing the first', async () => {
		const late = { ...owner, signedInUntil: later(-1) }
		const secret = newSecret()
		const adding = { name: 'x', secret, code: codeAt(secret, now), secretKey, now }
		const add = (by: Owner) => store.write('f', (tx) => addTotp(tx, { ...adding, owner: by }))
		expect(await add(late)).toEqual({ ok: false, refusal: 'signInBefore' })
		expect(await add(owner)).toMatchObject({ ok: true, value: { recovery: expect.any(Array) } })
		expect(await add(owner)).toEqual({ ok: false, refusal: 'factorNeeded' })
		expect(await add({ ...late, factorUntil: later(1) })).toMatchObject({
			ok: true,
			value: { recovery: null },
		})
	})

	test('one is removed by showing one, never another’s, and never the last of an official', async () => {
		await withTotp()
		const [factor] = await factorsOf(store.readOwn, 'author')
		const remove = (by: Owner, isOfficial = false) =>
			store.write('f', (tx) => removeFactor(tx, { owner: by, isOfficial, factorId: String(factor?.id), now }))
		expect(await remove(owner)).toEqual({ ok: false, refusal: 'factorNeeded' })
		expect(await remove({ ...shown(), personId: 'stranger' })).toEqual({ ok: false, refusal: 'no-factor' })
		expect(await remove(shown(), true)).toEqual({ ok: false, refusal: 'lastFactor' })
		expect(await remove(shown())).toMatchObject({ ok: true })
		expect(await recoveryCodesLeft(store.readOwn, 'author')).toBe(0)
		expect(await letters()).toEqual(['factor-added', 'factor-removed'])
	})

	test('an administrator resets those of another, who is told, and never their own', async () => {
		await withTotp()
		const actor = world.actors.administrator
		const reset = (personId: string) => store.write('f', (tx) => resetFactors(tx, { personId, actor, now }))
		expect(await reset('administrator')).toEqual({ ok: false, refusal: 'own' })
		expect(await reset('author')).toMatchObject({ ok: true })
		expect(await factorsOf(store.readOwn, 'author')).toEqual([])
		expect(await letters()).toContain('factors-reset')
	})
})
