import { beforeEach, describe, expect, test } from 'vitest'
import { personByEmail } from '#app/people/find.server.ts'
import { carry } from '#app/people/pending.server.ts'
import { personOf, startSession } from '#app/people/session.server.ts'
import { loader as questionsPage } from '#app/routes/$lang.account._index/route.tsx'
import { action as changeEmailPage } from '#app/routes/$lang.account.email/route.tsx'
import { action as changePasswordPage } from '#app/routes/$lang.account.password/route.tsx'
import { action as confirmPage } from '#app/routes/$lang.confirm/route.tsx'
import { action as resetPage } from '#app/routes/$lang.reset/route.tsx'
import { action as newPasswordPage } from '#app/routes/$lang.reset_.new/route.tsx'
import { action as signInPage } from '#app/routes/$lang.sign-in/route.tsx'
import { action as demoPage } from '#app/routes/$lang.sign-in_.demo/route.tsx'
import { action as signUpPage } from '#app/routes/$lang.sign-up/route.tsx'
import { sessions } from '#db/schema/people.ts'
import type { Store } from '#db/store.ts'
import { configuration } from '#server/configuration.ts'
import { aWorld, type World } from '#tests/support/world.ts'
import { aPerson, codeFor, lettersTo, PASSWORD, withPassword, wrong } from './a-person.ts'

let world: World
let store: Store

beforeEach(async () => {
	world = await aWorld()
	store = world.store
	;(globalThis as { jauapStore?: Promise<Store> }).jauapStore = Promise.resolve(store)
	return () => store.close()
})

type Page = (args: never) => Promise<unknown>

interface Answer {
	status: number
	location: string | null
	cookie: string
	// biome-ignore lint/suspicious/noExplicitAny: each page answers in its own shape
	data: any
}

/** Posts a form as a browser would and gives what the page answers. */
async function post(page: unknown, fields: Record<string, string>, { cookie = '', address = '' } = {}) {
	const request = new Request('http://localhost/en/page', {
		method: 'POST',
		headers: { Cookie: cookie },
		body: new URLSearchParams(fields),
	})
	const context = { clientAddress: address || `10.0.${Math.random()}` }
	const answer = await (page as Page)({ request, params: { lang: 'en' }, context } as never).catch(
		(thrown: unknown) => thrown,
	)
	return told(answer)
}

function told(answer: unknown): Answer {
	const { data, init, status, headers } = answer as {
		data?: unknown
		init?: ResponseInit
		status?: number
		headers?: Headers
	}
	if (answer instanceof Error) throw answer
	const all = headers ?? new Headers(init?.headers)
	return {
		status: status ?? init?.status ?? 200,
		location: all.get('Location'),
		cookie: all.get('Set-Cookie')?.split(';', 1)[0] ?? '',
		data,
	}
}

const cookieIn = (headers: Headers) => String(headers.get('Set-Cookie')).split(';', 1)[0] as string

const personBy = (cookie: string) =>
	personOf(new Request('http://localhost/en', { headers: { Cookie: cookie } }))

const signIn = (email: string, over: Record<string, string> = {}) =>
	post(signInPage, { intent: 'sign-in', email, password: PASSWORD, ...over })

describe('signing in', () => {
	test.each([
		['/en/account?page=2', '/en/account?page=2'],
		['//evil.example', '/en'],
		['/\\evil.example', '/en'],
		['https://evil.example/', '/en'],
		['javascript:alert(1)', '/en'],
		['/\t/evil.example', '/en'],
		['', '/en'],
	])('with next=%s leads to %s', async (next, location) => {
		const { email } = await aPerson(store, await withPassword())
		const answer = await signIn(email, { next })
		expect(answer.location).toBe(location)
		expect((await personBy(answer.cookie))?.email).toBe(email)
	})

	test('gives the same answer for an unknown address as for a wrong password, and keeps what was typed', async () => {
		const { email } = await aPerson(store, await withPassword())
		const answers = [
			await signIn(email, { password: 'not the password' }),
			await signIn('nobody@example.org', { password: 'not the password' }),
		]
		const [known, unknown] = answers.map(({ data, ...rest }) => ({
			...rest,
			error: data.form.error,
			typed: { ...data.form.initialValue, email: '' },
		}))
		expect(known).toEqual(unknown)
		expect(known).toMatchObject({ status: 422, cookie: '', error: { email: ['credentials'] } })
		expect(JSON.stringify(answers)).not.toContain('not the password')
		expect(answers[0]?.data.form.initialValue.email).toBe(email)
	})

	test('is slowed down after ten wrong passwords, and says for how long', async () => {
		const { email } = await aPerson(store, await withPassword())
		const address = '203.0.113.77'
		const attempt = (password: string) =>
			post(signInPage, { intent: 'sign-in', email, password }, { address })
		for (let n = 0; n < 10; n++) expect((await attempt('not the password')).status).toBe(422)
		const stopped = await attempt(PASSWORD)
		expect(stopped.status).toBe(429)
		expect(JSON.stringify(stopped.data)).toMatch(/often:\d+/)
		expect((await signIn(email)).location).toBe('/en')
	})

	test('goes on with the form that was filled in before', async () => {
		const { email } = await aPerson(store, await withPassword())
		const form = { to: '/en/inquiries/new', values: { subject: 'Water', text: 'When?' } }
		const carried = carry(form)
		expect((await post(signInPage, { intent: 'show', carried })).data).toMatchObject({ carried })
		const refused = await signIn(email, { carried, password: 'not the password' })
		expect(refused.data.form.initialValue.carried).toBe(carried)
		const answer = await signIn(email, { carried })
		expect(answer.data.goOn).toEqual(form)
		expect((await personBy(answer.cookie))?.email).toBe(email)
	})

	test('with somebody else’s carried form, or none of ours, just signs in', async () => {
		const { email } = await aPerson(store, await withPassword())
		expect((await signIn(email, { carried: 'made.up' })).location).toBe('/en')
	})
})

describe('signing up', () => {
	const signUp = (email: string, over: Record<string, string> = {}) =>
		post(signUpPage, { intent: 'sign-up', fullName: 'Айгүл Сұлтанова', email, password: PASSWORD, ...over })

	test('shows the same page whether or not the address is known, and signs nobody in', async () => {
		const { email } = await aPerson(store, await withPassword())
		const [known, fresh] = [await signUp(email), await signUp('fresh@example.org')]
		const alike = ({ data, ...rest }: Answer) => ({
			...rest,
			entry: { ...data.confirming, email: '', proof: data.confirming.proof.length > 50 },
		})
		expect(alike(known)).toEqual(alike(fresh))
		expect(known.cookie).toBe('')
	})

	test('leads through the code back to the filled-in form, signed in', async () => {
		const email = 'fresh@example.org'
		const form = { to: '/en/inquiries/new', values: { text: 'When?' } }
		const { data } = await signUp(email, { carried: carry(form) })
		const entry = { intent: 'confirm', email, proof: data.confirming.proof, carried: data.confirming.carried }
		const code = await codeFor(store, email)
		const refused = await post(confirmPage, { ...entry, code: wrong(code) })
		expect(refused.data.form.initialValue).toMatchObject({
			email,
			carried: entry.carried,
			proof: entry.proof,
		})
		const answer = await post(confirmPage, { ...entry, code: `${code.slice(0, 3)} ${code.slice(3)}` })
		expect(answer.data.goOn).toEqual(form)
		expect(await personBy(answer.cookie)).toMatchObject({ email, emailConfirmed: true, assuranceLevel: 1 })
	})

	test('confirmed by the link alone does not sign in: the password may be a stranger’s', async () => {
		const email = 'fresh@example.org'
		await signUp(email)
		const [letter] = await lettersTo(store, email)
		const query = Object.fromEntries(new URL(`http://localhost${letter?.values.path}`).searchParams)
		const answer = await post(confirmPage, { intent: 'confirm', ...query })
		expect(answer).toMatchObject({ location: '/en/reset', cookie: '' })
		const person = await personByEmail(store.readOwn, email)
		expect(person?.emailConfirmedAt).not.toBeNull()
		expect(person?.passwordHash).toBeNull()
	})

	test.each([
		[{ password: 'short' }, 'password', 'passwordShort'],
		[{ password: 'fresh@example.org' }, 'password', 'passwordEmail'],
		[{ fullName: '' }, 'fullName', 'required'],
	])('with %o is refused at the field', async (over, field, code) => {
		const { status, data } = await signUp('fresh@example.org', over)
		expect(status).toBe(422)
		expect(data.form.error).toEqual({ [field]: [code] })
		expect(await personByEmail(store.readOwn, 'fresh@example.org')).toBeUndefined()
	})

	test('and then signing in before confirming leads to the code, which signs in', async () => {
		const email = 'fresh@example.org'
		await signUp(email)
		const { data, cookie } = await signIn(email)
		expect(cookie).toBe('')
		const { proof } = data.confirming
		const answer = await post(confirmPage, {
			intent: 'confirm',
			email,
			proof,
			code: await codeFor(store, email),
		})
		expect((await personBy(answer.cookie))?.email).toBe(email)
	})
})

describe('a forgotten password', () => {
	test('is asked for alike for known and unknown addresses', async () => {
		const { email } = await aPerson(store)
		const ask = (to: string) => post(resetPage, { intent: 'send', email: to })
		expect(await ask(email)).toEqual({ status: 200, location: null, cookie: '', data: { sentTo: email } })
		expect((await ask('nobody@example.org')).data).toEqual({ sentTo: 'nobody@example.org' })
	})

	test('is replaced, and the new one signs in', async () => {
		const { email } = await aPerson(store)
		await post(resetPage, { intent: 'send', email })
		const code = await codeFor(store, email)
		expect((await post(newPasswordPage, { email, code: wrong(code), password: PASSWORD })).status).toBe(422)
		expect((await post(newPasswordPage, { email, code, password: PASSWORD })).location).toBe(
			'/en/sign-in?after=reset',
		)
		expect((await signIn(email)).location).toBe('/en')
	})

	test('cannot be guessed: after five tries the right code is wrong too', async () => {
		const { email } = await aPerson(store)
		await post(resetPage, { intent: 'send', email })
		const code = await codeFor(store, email)
		for (let n = 0; n < 5; n++) await post(newPasswordPage, { email, code: wrong(code), password: PASSWORD })
		expect((await post(newPasswordPage, { email, code, password: PASSWORD })).status).toBe(422)
	})
})

describe('an account', () => {
	const signedIn = async (personId: string) =>
		cookieIn((await startSession(new Request('http://localhost/en'), personId)).headers)

	test('changes its password with the one it has, and other devices are signed out', async () => {
		const person = await aPerson(store, await withPassword())
		const [here, there] = [await signedIn(person.id), await signedIn(person.id)]
		const change = (currentPassword: string) =>
			post(changePasswordPage, { currentPassword, password: 'another river here' }, { cookie: here })
		expect((await change('not the password')).data.form.error).toEqual({ currentPassword: ['password'] })
		const answer = await change(PASSWORD)
		expect(answer.location).toBe('/en/account/password?saved')
		expect(await personBy(there)).toBeNull()
		expect(await personBy(here)).toBeNull()
		expect((await personBy(answer.cookie))?.personId).toBe(person.id)
	})

	test('changes its address with the code sent there', async () => {
		const person = await aPerson(store, await withPassword())
		const cookie = await signedIn(person.id)
		const email = 'new@example.org'
		const sent = await post(changeEmailPage, { intent: 'send', email, currentPassword: PASSWORD }, { cookie })
		expect(sent.location).toBe('/en/account/email?sent')
		const code = await codeFor(store, email)
		expect((await post(changeEmailPage, { intent: 'confirm', code }, { cookie })).location).toBe(
			'/en/account/email?saved',
		)
		expect((await personBy(cookie))?.email).toBe(email)
	})

	test('without a password changes its address only just after it was opened', async () => {
		const person = await aPerson(store)
		const shown = { level: 2, proof: 'oidc' } as const
		const opened = await startSession(new Request('http://localhost/en'), person.id, shown)
		const cookie = cookieIn(opened.headers)
		const send = () => post(changeEmailPage, { intent: 'send', email: 'new@example.org' }, { cookie })
		expect((await send()).location).toBe('/en/account/email?sent')
		const anHourAgo = new Date(Date.now() - 60 * 60_000)
		await store.write('s', (tx) => tx.update(sessions).set({ createdAt: anHourAgo }))
		expect((await send()).data.form.error).toEqual({ '': ['signInBefore'] })
	})

	test('is nobody else’s: a stranger is sent to sign in', async () => {
		const answer = await post(changePasswordPage, { currentPassword: PASSWORD, password: PASSWORD })
		expect(answer.location).toBe('/en/sign-in?next=%2Fen%2Fpage')
	})

	test('lists its own questions, private ones too, and nobody else’s', async () => {
		const mine = await world.file({ visibility: 'private' })
		await world.file({ author: { personId: 'stranger', name: 's', publicName: 's', assuranceLevel: 1 } })
		const request = new Request('http://localhost/en/account?page=x', {
			headers: { Cookie: await signedIn('author') },
		})
		const page = await questionsPage({ request, params: { lang: 'en' }, context: {} })
		expect(page).toMatchObject({ total: 1, page: 1, pages: 1 })
		expect(page.questions).toMatchObject([{ number: mine.number, visibility: 'private' }])
	})
})

describe('the demonstration', () => {
	test('does not exist where it is not switched on', async () => {
		expect(await post(demoPage, { part: 'administrator' })).toMatchObject({ status: 404, cookie: '' })
	})

	test('makes a visitor somebody at one press', async () => {
		Object.assign(configuration(), { DEMO: true })
		try {
			await aPerson(store, { email: 'clerk.hsg@demo.example' })
			const answer = await post(demoPage, { part: 'clerk', body: 'HSG' })
			expect(answer.location).toBe('/en/desk')
			expect((await personBy(answer.cookie))?.email).toBe('clerk.hsg@demo.example')
			expect((await post(demoPage, { part: 'clerk', body: 'NONE' })).status).toBe(404)
			expect((await post(demoPage, { part: 'king' })).status).toBe(404)
		} finally {
			Object.assign(configuration(), { DEMO: false })
		}
	})
})
