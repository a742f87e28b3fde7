import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { returnPath } from '#app/links.ts'
import { identifierHash } from '#app/people/identify.server.ts'
import { authorizationAt, type Handshake, identityBy, identityOf } from '#app/people/oidc.server.ts'
import { fictionalIdentity } from '#server/fictional-identity.ts'
import { fictionalProvider, type IdentityProvider } from '#server/identity-providers.ts'

const SITE = 'http://localhost:3000'

let server: Server
let provider: IdentityProvider
let reported: unknown[] = []
const report = (error: unknown) => void reported.push(error)

// why: oidc-provider tells on the console what it is not meant for.
beforeAll(async () => {
	server = createServer((request, response) => answer(request, response))
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
	provider = fictionalProvider(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
	const answer = fictionalIdentity({ issuer: provider.issuer, returnUrl: SITE + returnPath(provider.id) })
})
afterAll(() => server.close())

/** Goes there with a browser's cookies, chooses a person, and gives what the provider answers. */
async function goThere(choice: string): Promise<{ handshake: Handshake; search: string }> {
	reported = []
	const begun = await authorizationAt(provider, 'ru', report)
	if (!begun.ok) throw new Error(begun.refusal)
	const cookies = new Map<string, string>()
	let url = begun.value.url
	let method = 'GET'
	for (let step = 0; step < 6 && !url.startsWith(SITE); step++) {
		const cookie = [...cookies].map((pair) => pair.join('=')).join('; ')
		const response = await fetch(url, { method, redirect: 'manual', headers: { cookie } })
		for (const set of response.headers.getSetCookie()) {
			const [name = '', value = ''] = (set.split(';', 1)[0] as string).split('=')
			cookies.set(name, value)
		}
		const to = response.headers.get('Location')
		url = to ? new URL(to, url).href : `${url}?person=${choice}`
		method = to ? 'GET' : 'POST'
	}
	return { handshake: begun.value.handshake, search: new URL(url).search }
}

const back = (there: { handshake: Handshake; search: string }) =>
	identityBy(provider, { ...there, language: 'ru' }, report)

describe('a provider of identity', () => {
	test('tells who somebody is, and its answer serves once', async () => {
		const there = await goThere('000000000017')
		expect(await back(there)).toEqual({
			ok: true,
			value: {
				kind: 'oidc',
				provider: 'demo',
				identifierHash: identifierHash('PNOKZ-000000000017'),
				fullName: 'Айгуль Улгикызы',
				region: 'KZ-75',
				level: 2,
			},
		})
		expect(await back(there)).toEqual({ ok: false, refusal: 'invalid' })
		expect(String(reported[0])).not.toContain('000000000017')
	})

	test('is believed only in the browser that began', async () => {
		const there = await goThere('000000000025')
		const another = await goThere('000000000033')
		const swapped = (over: Partial<Handshake>) =>
			back({ ...there, handshake: { ...there.handshake, ...over } })
		expect(await swapped({ state: another.handshake.state })).toEqual({ ok: false, refusal: 'invalid' })
		expect(await swapped({ verifier: another.handshake.verifier })).toEqual({ ok: false, refusal: 'invalid' })
		expect(await back({ ...another, search: there.search })).toEqual({ ok: false, refusal: 'invalid' })
	})

	test('may be left without an answer', async () => {
		expect(await back(await goThere('nobody'))).toEqual({ ok: false, refusal: 'cancelled' })
		expect(reported).toEqual([])
	})

	test('that is down is said to be, and no more', async () => {
		const down = { ...provider, issuer: 'http://127.0.0.1:9' }
		expect(await authorizationAt(down, 'kk', report)).toEqual({ ok: false, refusal: 'unavailable' })
	})
})

describe('what it claims', () => {
	const claims = { sub: 's', acr: 'high', iin: 900101300123, given_name: 'A', family_name: 'B' }
	const where = { identifier: 'iin', name: ['full_name'], names: {} }
	test.each([
		['an acr that is not known', { levels: { low: 1 } as const }, claims, 'assurance'],
		['no identifier', { claims: where }, { ...claims, iin: '' }, 'claims'],
		['no name', { claims: where }, { ...claims, given_name: '', family_name: '' }, 'claims'],
	])('is refused with %s', (_, over, told, refusal) => {
		expect(identityOf({ ...provider, ...over }, told as never, 'kk')).toEqual({ ok: false, refusal })
	})

	test('proves as much as its acr is worth', () => {
		const known = identityOf({ ...provider, claims: where, levels: { high: 2 } }, claims as never, 'kk')
		expect(known).toMatchObject({ ok: true, value: { level: 2, fullName: 'A B' } })
	})
})
