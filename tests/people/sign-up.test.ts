import { beforeEach, describe, expect, test } from 'vitest'
import { personByEmail } from '#app/people/find.server.ts'
import { hashPassword } from '#app/people/password.server.ts'
import { personWith } from '#app/people/sign-in.server.ts'
import { confirmEmail, emailKey, resendConfirmation, signUp } from '#app/people/sign-up.server.ts'
import { codes, people } from '#db/schema/people.ts'
import type { Store } from '#db/store.ts'
import { freshStore } from '#tests/support/fresh-store.ts'
import { aPerson, codeFor, lettersTo, PASSWORD, SECRET_KEY, withPassword, wrong } from './a-person.ts'

const now = new Date('2026-02-02T08:00:00Z')
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000)
const email = 'Aigul@Example.org'

let store: Store
let passwordHash: string

beforeEach(async () => {
	store = await freshStore()
	passwordHash ??= await hashPassword(PASSWORD)
	return () => store.close()
})

const signingUp = (over = {}) =>
	store.write(emailKey(email), (tx) =>
		signUp(tx, {
			email,
			fullName: 'Айгүл Сұлтанова',
			passwordHash,
			language: 'kk',
			secretKey: SECRET_KEY,
			now,
			...over,
		}),
	)

const confirming = (code: string, over = {}) =>
	store.write(emailKey(email), (tx) => confirmEmail(tx, { email, code, secretKey: SECRET_KEY, now, ...over }))

describe('signing up', () => {
	test('makes an account that the code from the letter confirms', async () => {
		await signingUp()
		expect(await personByEmail(store.readOwn, email)).toMatchObject({
			emailConfirmedAt: null,
			assuranceLevel: 0,
		})
		expect(await confirming(await codeFor(store, email))).toMatchObject({ ok: true })
		expect(await personByEmail(store.readOwn, ' aigul@EXAMPLE.org ')).toMatchObject({
			emailConfirmedAt: now,
			assuranceLevel: 1,
		})
	})

	test('the link in the letter leads to a form and holds what it needs', async () => {
		await signingUp()
		const [letter] = await lettersTo(store, email)
		expect(letter?.notice).toBe('confirm-email')
		const query = new URL(`http://localhost${letter?.values.path}`).searchParams
		const outcome = await confirming(query.get('code')!, { email: undefined, letter: query.get('letter') })
		expect(outcome.ok).toBe(true)
	})

	test('keeps neither the code nor the password', async () => {
		await signingUp()
		const code = await codeFor(store, email)
		expect(JSON.stringify(await store.readOwn.select().from(codes))).not.toContain(`"${code}"`)
		const [person] = await store.readOwn.select().from(people)
		expect(person?.passwordHash).toMatch(/^\$argon2id\$/)
	})

	test('answers the same for a new, a begun and a known address, and tells only the owner', async () => {
		const known = await aPerson(store, { email: 'known@example.org', ...(await withPassword()) })
		const answers = [await signingUp(), await signingUp(), await signingUp({ email: known.email })]
		expect(new Set(answers)).toEqual(new Set([undefined]))
		expect((await lettersTo(store, known.email)).map(({ notice }) => notice)).toEqual(['already-account'])
		expect((await personByEmail(store.readOwn, known.email))?.passwordHash).toBe(known.passwordHash)
	})

	test('again before confirming counts as it was said last', async () => {
		await signingUp({ fullName: 'Somebody Else' })
		const first = await codeFor(store, email)
		await signingUp({ now: later(1) })
		const second = await codeFor(store, email)
		expect(await store.readOwn.$count(people)).toBe(1)
		if (first !== second) expect((await confirming(first)).ok).toBe(false)
		expect((await confirming(second, { now: later(2) })).ok).toBe(true)
		expect((await personByEmail(store.readOwn, email))?.fullName).toBe('Айгүл Сұлтанова')
	})

	test('twenty times at once makes one account', async () => {
		await Promise.all(Array.from({ length: 20 }, () => signingUp()))
		expect(await store.readOwn.$count(people)).toBe(1)
	})
})

describe('a code', () => {
	test('is worth nothing after five wrong tries', async () => {
		await signingUp()
		const code = await codeFor(store, email)
		for (let tries = 0; tries < 5; tries++) expect((await confirming(wrong(code))).ok).toBe(false)
		expect((await confirming(code)).ok).toBe(false)
	})

	test('is given no more tries by many at once', async () => {
		await signingUp()
		const code = await codeFor(store, email)
		await Promise.all(
			Array.from({ length: 12 }, (_, n) =>
				store.write(`other:${n}`, (tx) =>
					confirmEmail(tx, { email, code: wrong(code), secretKey: SECRET_KEY, now }),
				),
			),
		)
		const [kept] = await store.readOwn.select().from(codes)
		expect(kept?.attempts).toBe(5)
		expect((await confirming(code)).ok).toBe(false)
	})

	test.each([
		[29, true],
		[30, false],
	])('entered after %i minutes is taken: %s', async (minutes, taken) => {
		await signingUp()
		expect((await confirming(await codeFor(store, email), { now: later(minutes) })).ok).toBe(taken)
	})

	test('is good once', async () => {
		await signingUp()
		const code = await codeFor(store, email)
		expect((await confirming(code)).ok).toBe(true)
		expect((await confirming(code)).ok).toBe(false)
	})

	test('of one person does not confirm another', async () => {
		await signingUp()
		const code = await codeFor(store, email)
		await signingUp({ email: 'other@example.org' })
		expect((await confirming(code, { email: 'nobody@example.org' })).ok).toBe(false)
		if ((await codeFor(store, 'other@example.org')) !== code) {
			expect((await confirming(code, { email: 'other@example.org' })).ok).toBe(false)
		}
	})

	test('is sent again on request, to whoever has begun, and to nobody else', async () => {
		await signingUp()
		const resend = (to: string) =>
			store.write(emailKey(to), (tx) =>
				resendConfirmation(tx, { email: to, secretKey: SECRET_KEY, now: later(1) }),
			)
		await resend(email)
		await resend('nobody@example.org')
		expect(await lettersTo(store, email)).toHaveLength(2)
		expect(await lettersTo(store, 'nobody@example.org')).toEqual([])
	})
})

describe('signing in', () => {
	const withPasswordOf = (typed: string, password = PASSWORD) =>
		personWith(store.readOwn, { email: typed, password })

	test('takes the address in any spelling and the password exactly', async () => {
		const person = await aPerson(store, { email: 'Some.One@example.org', ...(await withPassword()) })
		expect(await withPasswordOf('some.one@EXAMPLE.org')).toEqual({ ok: true, value: { personId: person.id } })
		expect((await withPasswordOf(person.email, `${PASSWORD}.`)).ok).toBe(false)
		expect((await withPasswordOf(person.email, PASSWORD.toUpperCase())).ok).toBe(false)
	})

	test('refuses unknown addresses, closed accounts and those without a password alike', async () => {
		await aPerson(store, { email: 'closed@example.org', closedAt: now, ...(await withPassword()) })
		await aPerson(store, { email: 'without@example.org' })
		await aPerson(store, { email: 'wrong@example.org', passwordHash: await hashPassword('another one here') })
		for (const typed of ['nobody', 'closed', 'without', 'wrong']) {
			expect(await withPasswordOf(`${typed}@example.org`)).toEqual({ ok: false, refusal: 'credentials' })
		}
	})

	test('takes about as long for nobody as for somebody', async () => {
		const person = await aPerson(store, await withPassword())
		const msFor = async (typed: string) => {
			const began = performance.now()
			for (let n = 0; n < 5; n++) await withPasswordOf(typed, 'not the password')
			return performance.now() - began
		}
		await msFor('nobody@example.org')
		const [somebody, nobody] = [await msFor(person.email), await msFor('nobody@example.org')]
		expect(nobody).toBeGreaterThan(somebody / 4)
	})

	test('with an unconfirmed address leads to confirming, for those who know the password', async () => {
		await signingUp()
		expect(await withPasswordOf(email)).toEqual({ ok: false, refusal: 'unconfirmed' })
		expect(await withPasswordOf(email, 'not the password')).toEqual({ ok: false, refusal: 'credentials' })
	})
})
