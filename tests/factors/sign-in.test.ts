import { TOTP } from 'otpauth'
import { beforeEach, describe, expect, test } from 'vitest'
import { addTotp } from '#app/factors/keep.server.ts'
import { newSecret } from '#app/factors/totp.ts'
import { SYSTEM } from '#app/people/actor.ts'
import { grantRole } from '#app/people/grant.server.ts'
import { limited } from '#app/people/limits.server.ts'
import { halfSignedIn, personOf, requireRole } from '#app/people/session.server.ts'
import { action as signInPage } from '#app/routes/$lang.sign-in/route.tsx'
import { action as codePage } from '#app/routes/$lang.sign-in_.code/route.tsx'
import { action as factorPage } from '#app/routes/$lang.sign-in_.factor/route.tsx'
import type { Store } from '#db/store.ts'
import { aPerson, codeFor, lettersTo, PASSWORD, withPassword, wrong } from '#tests/people/a-person.ts'
import { freshStore } from '#tests/support/fresh-store.ts'
import { SECRET_KEY } from '#tests/support/world.ts'

const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'

let store: Store

beforeEach(async () => {
	store = await freshStore()
	;(globalThis as { jauapStore?: Promise<Store> }).jauapStore = Promise.resolve(store)
	return () => store.close()
})

const asking = (cookie: string, path = '/en/desk') =>
	new Request(`http://localhost${path}`, { headers: { Cookie: cookie } })

interface Answer {
	status: number
	location: string | null
	/** Both, as the browser sends them back. */
	cookies: string
	// biome-ignore lint/suspicious/noExplicitAny: each page answers in its own shape
	data: any
}

/** Posts a form as a browser would. */
async function post(
	page: unknown,
	fields: Record<string, string>,
	{ cookie = '', address = `10.${Math.random()}` } = {},
): Promise<Answer> {
	const request = new Request('http://localhost/en/page', {
		method: 'POST',
		headers: { Cookie: cookie, 'User-Agent': FIREFOX },
		body: new URLSearchParams(fields),
	})
	const ask = page as (args: object) => Promise<unknown>
	const given = { request, params: { lang: 'en' }, context: { clientAddress: address } }
	const answer = (await ask(given).catch((thrown: unknown) => thrown)) as {
		data?: unknown
		init?: ResponseInit
		status?: number
		headers?: Headers
	}
	if (answer instanceof Error) throw answer
	const headers = answer.headers ?? new Headers(answer.init?.headers)
	return {
		status: answer.status ?? answer.init?.status ?? 200,
		location: headers.get('Location'),
		cookies: headers
			.getSetCookie()
			.map((set) => set.split(';', 1)[0])
			.join('; '),
		data: answer.data,
	}
}

const signIn = (email: string, over: { cookie?: string; address?: string; password?: string } = {}) =>
	post(signInPage, { intent: 'sign-in', email, password: over.password ?? PASSWORD, next: '/en/desk' }, over)

async function withFactor(over = {}) {
	const person = await aPerson(store, { ...(await withPassword()), ...over })
	const now = new Date()
	const secret = newSecret()
	const code = (seconds = 0) => new TOTP({ secret }).generate({ timestamp: now.getTime() + seconds * 1000 })
	const owner = { personId: person.id, roles: [], level: 1, signedInUntil: now }
	await store.write('f', (tx) =>
		addTotp(tx, { owner, name: 'Telephone', secret, code: code(-30), secretKey: SECRET_KEY, now }),
	)
	return { ...person, email: String(person.email), code }
}

const makeOverseer = (personId: string) =>
	store.write('g', (tx) =>
		grantRole(tx, { personId, role: 'overseer', bodyId: null, actor: SYSTEM, now: new Date() }),
	)

describe('signing in with a second factor', () => {
	test('is half done after the password: nobody is signed in before the code', async () => {
		const { email, id, code } = await withFactor()
		const half = await signIn(email)
		expect(half.location).toBe('/en/sign-in/factor?next=%2Fen%2Fdesk')
		expect(await personOf(asking(half.cookies))).toBeNull()
		expect((await halfSignedIn(asking(half.cookies)))?.personId).toBe(id)

		const step = (factorCode: string) =>
			post(factorPage, { intent: 'factor', factorCode, next: '/en/desk' }, { cookie: half.cookies })
		expect((await step(wrong(code()))).status).toBe(422)
		expect((await step('')).status).toBe(422)
		expect(await personOf(asking(half.cookies))).toBeNull()
		expect((await step(code())).location).toBe('/en/desk')
		expect(await personOf(asking(half.cookies))).toMatchObject({ personId: id })
	})

	test('counts wrong codes together, however many browsers the password is brought to', async () => {
		const { email, code } = await withFactor()
		const show = (cookie: string, factorCode: string) =>
			post(factorPage, { intent: 'factor', factorCode }, { cookie })
		const own = await signIn(email)
		await show(own.cookies, code(-30 * 60))
		expect((await show(own.cookies, code())).location).toBe('/en')

		let looked = 0
		for (let browser = 0; browser < 3; browser++) {
			const { cookies } = await signIn(email)
			for (let n = 0; n < 6; n++)
				if (!JSON.stringify((await show(cookies, 'wrong')).data).includes('factorOften')) looked++
		}
		expect(looked).toBe(10)
		// The owner goes on in the browser in which they have shown both.
		expect((await show(own.cookies, code(30))).location).toBe('/en')
	})

	test('is asked of a code by e-mail as of a password', async () => {
		const { email } = await withFactor()
		const { data } = await post(codePage, { intent: 'send', email })
		const entered = await post(codePage, {
			intent: 'enter',
			email,
			letter: data.sent.letter,
			code: await codeFor(store, email),
		})
		expect(entered.location).toBe('/en/sign-in/factor')
		expect(await personOf(asking(entered.cookies))).toBeNull()
	})

	test('opens the roles; an official without one is led to set one up', async () => {
		const bare = await aPerson(store, await withPassword())
		await makeOverseer(bare.id)
		const { cookies } = await signIn(String(bare.email))
		expect(await personOf(asking(cookies))).toMatchObject({ roles: [], waitsForFactor: true })
		const led = await requireRole(asking(cookies, '/en/oversight'), 'overseer').catch((thrown) => thrown)
		expect((led as Response).headers.get('Location')).toBe('/en/account/factors?next=%2Fen%2Foversight')

		const having = await withFactor()
		await makeOverseer(having.id)
		const half = await signIn(having.email)
		await post(factorPage, { intent: 'factor', factorCode: having.code() }, { cookie: half.cookies })
		expect(await requireRole(asking(half.cookies, '/en/oversight'), 'overseer')).toMatchObject({
			roles: [{ role: 'overseer', bodyId: null }],
			factorUntil: expect.any(Date),
		})
	})
})

describe('signing in by a code from a letter', () => {
	const send = (email: string) => post(codePage, { intent: 'send', email })
	const enter = (email: string, letter: string, code: string) =>
		post(codePage, { intent: 'enter', email, letter, code })

	test('works in the browser that asked, once', async () => {
		const email = String((await aPerson(store)).email)
		const { letter } = (await send(email)).data.sent
		const code = await codeFor(store, email)
		expect((await enter(email, crypto.randomUUID(), code)).status).toBe(422)
		expect((await enter(email, letter, code)).location).toBe('/en')
		expect((await enter(email, letter, code)).status).toBe(422)
	})

	test('is not spoilt by others who ask for the same account', async () => {
		const email = String((await aPerson(store)).email)
		const { letter } = (await send(email)).data.sent
		const code = await codeFor(store, email)
		const others = (await send(email)).data.sent.letter
		for (let n = 0; n < 5; n++) await enter(email, others, wrong(code))
		expect((await enter(email, letter, code)).location).toBe('/en')
	})

	test('cannot be guessed: after five tries the right code is wrong too', async () => {
		const email = String((await aPerson(store)).email)
		const { letter } = (await send(email)).data.sent
		const code = await codeFor(store, email)
		for (let n = 0; n < 5; n++) await enter(email, letter, wrong(code))
		expect((await enter(email, letter, code)).status).toBe(422)
	})

	test('answers an unknown address as a known one', async () => {
		const email = String((await aPerson(store)).email)
		const alike = async (address: string) => {
			const sent = await send(address)
			const entered = await enter(address, sent.data.sent.letter, '123456')
			return [sent.status, Object.keys(sent.data.sent), entered.status, entered.data.form.error]
		}
		expect(await alike('nobody@example.org')).toEqual(await alike(email))
		expect(await lettersTo(store, 'nobody@example.org')).toEqual([])
	})
})

describe('a browser', () => {
	test('that is new to an account is told of by letter, once, by its name', async () => {
		const email = String((await aPerson(store, await withPassword())).email)
		const first = await signIn(email)
		await signIn(email, { cookie: first.cookies })
		expect(await lettersTo(store, email)).toEqual([
			{ notice: 'new-device', values: { device: 'Firefox, Linux', path: '/account/sessions' } },
		])
		await signIn(email)
		expect(await lettersTo(store, email)).toHaveLength(2)
	})

	test('that the owner has used before lets them in while strangers hammer the account from everywhere', async () => {
		const email = String((await aPerson(store, await withPassword())).email)
		const address = '198.51.100.9'
		const own = await signIn(email, { address })
		let stopped = 0
		for (let n = 0; n < 60; n++)
			if (!(await limited('signIn', { account: email, address: `10.1.${n}.1` })).ok) stopped++
		expect(stopped).toBe(30)
		for (let n = 0; n < 15; n++) await limited('signIn', { account: email, address })
		expect((await signIn(email, { address })).status).toBe(429)
		expect((await signIn(email, { address, cookie: own.cookies })).location).toBe('/en/desk')
	})

	test('of another account has no tries of its own', async () => {
		const [mine, theirs] = [
			await aPerson(store, await withPassword()),
			await aPerson(store, await withPassword()),
		]
		const { cookies } = await signIn(String(mine.email))
		const email = String(theirs.email)
		for (let n = 0; n < 31; n++) await limited('signIn', { account: email, address: `10.2.${n}.1` })
		expect((await signIn(email, { cookie: cookies })).status).toBe(429)
	})
})

test('whoever shows one passkey after another waits, as with passwords', async () => {
	const address = '203.0.113.200'
	for (let n = 0; n < 200; n++) await limited('signIn', { address })
	expect((await post(signInPage, { intent: 'passkey', passkey: '{}' }, { address })).status).toBe(429)
	expect((await post(signInPage, { intent: 'passkey', passkey: '{}' })).status).toBe(422)
})

test.each([
	['203.0.113.', 'v4'],
	['2001:db8:0:12', 'v6'],
])('the neighbours %s are counted together (%s)', async (network) => {
	let tries = 0
	const from = (n: number) =>
		network.includes(':') ? `${network}${(n % 250).toString(16).padStart(2, '0')}::1` : `${network}${n % 250}`
	while ((await limited('challenge', { address: from(tries) })).ok && tries < 2000) tries++
	expect(tries).toBe(1000)
	const elsewhere = network.includes(':') ? '2001:db8:0:1300::1' : '203.0.114.1'
	expect(await limited('challenge', { address: elsewhere })).toEqual({ ok: true })
})
