import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSession } from '#app/people/session-rows.server.ts'
import { tallyOf } from '#app/signing/tally.server.ts'
import { sessions } from '#db/schema/people.ts'
import type { Store } from '#db/store.ts'
import { openSigning } from '#server/signing.ts'
import { aPetition } from '#tests/petitions/a-petition.ts'
import { aWorld } from '#tests/support/world.ts'

let store: Store
let server: Server
let site: string
let session: string
beforeAll(async () => {
	store = (await aWorld()).store
	;(globalThis as { jauapStore?: Promise<Store> }).jauapStore = Promise.resolve(store)
	// Long enough ago that a page would write down that the session is still used.
	const now = new Date(Date.now() - 3 * 24 * 60 * 60_000)
	session = await store.write('s', (tx) =>
		openSession(tx, { personId: 'author', level: 1, proof: 'password', now }),
	)
	const configuration = { PUBLIC_URL: 'https://jauap.example', TRUST_PROXY: 0 }
	const signing = openSigning({ configuration, security: { 'X-Frame-Options': 'DENY' } })
	server = createServer((request: IncomingMessage & { body?: Buffer }, response) => {
		const pass = () => response.end(`the page, with ${request.body ?? 'nothing read'}`)
		if (!signing(request, response, pass, (error) => response.writeHead(500).end(String(error)))) pass()
	}).listen(0)
	site = `http://localhost:${(server.address() as AddressInfo).port}`
})
afterAll(() => new Promise((resolve) => server.close(resolve)))

const FORM = { region: 'KZ-75', consent: 'on' }

async function signed({ form = FORM as Record<string, string>, headers = {} } = {}) {
	const petition = await aPetition(store, { closesAt: new Date('9999-01-01T00:00:00Z') })
	const answer = await fetch(`${site}/kk/petitions/${petition.number}/signature`, {
		method: 'POST',
		redirect: 'manual',
		body: new URLSearchParams(form),
		headers: { Cookie: `jauap_session=${session}`, 'Sec-Fetch-Site': 'same-origin', ...headers },
	})
	const count = (await tallyOf(store.readOwn, petition.id))?.confirmed
	return { answer, text: await answer.text(), count }
}

test('whoever is signed in and consents signs at once and is sent to the receipt', async () => {
	const { answer, count } = await signed()
	expect([answer.status, count]).toEqual([303, 1])
	expect(answer.headers.get('location')).toMatch(/^\/kk\/petitions\/receipts\/\d+\.1\.[\w-]{26}$/)
	expect(answer.headers.get('cache-control')).toBe('no-store')
	expect(answer.headers.get('x-frame-options')).toBe('DENY')
})

test('a signature writes nothing to the session', async () => {
	const before = await store.readOwn.select().from(sessions)
	await signed()
	expect(await store.readOwn.select().from(sessions)).toEqual(before)
})

test('without consent the page is given what was sent', async () => {
	expect(await signed({ form: { region: 'KZ-75' } })).toMatchObject({
		text: 'the page, with region=KZ-75',
		count: 0,
	})
})

test('whoever has to say more comes to the page with their form', async () => {
	const { text, count } = await signed({ form: { consent: 'on' } })
	expect([text, count]).toEqual(['the page, with consent=on', 0])
})

test.each([
	['from another site', { 'Sec-Fetch-Site': 'cross-site' }],
	['that says nothing of where it comes from', { 'Sec-Fetch-Site': '' }],
	['of nobody', { Cookie: '' }],
	['that is no form of a browser', { 'Content-Type': 'application/json' }],
])('a request %s is left unread', async (_what, headers) => {
	expect(await signed({ headers })).toMatchObject({ text: 'the page, with nothing read', count: 0 })
})

test('a session that has ended signs nothing', async () => {
	await store.write('s', (tx) => tx.delete(sessions).where(eq(sessions.personId, 'author')))
	expect((await signed()).count).toBe(0)
})
