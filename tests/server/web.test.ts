import { request, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type AppLoadContext, data, type ServerBuild } from '@remix-run/node'
import { pino } from 'pino'
import { afterEach, describe, expect, test } from 'vitest'
import { readConfiguration } from '#server/configuration.ts'
import { openWeb } from '#server/web.ts'

let server: Server | undefined
afterEach(() => new Promise((resolve) => (server ? server.close(resolve) : resolve(undefined))))

const settings = readConfiguration({ SECRET_KEY: 'k'.repeat(40), PUBLIC_URL: 'https://jauap.example' })

/** A site of one page that says how it was asked. */
const SITE = {
	entry: {
		module: {
			default: (
				asked: Request,
				status: number,
				headers: Headers,
				_remix: unknown,
				context: AppLoadContext,
			) => {
				const url = new URL(asked.url)
				if (url.pathname === '/kk/broken') throw new Error('broken')
				if (url.pathname.endsWith('/live')) context.allowScripts?.('wss://127.0.0.1:1')
				return new Response(`${asked.method} ${context.shared ? 'shared' : 'own'}`, { status, headers })
			},
		},
	},
	routes: {
		root: {
			id: 'root',
			path: '',
			module: {
				default: () => null,
				async action({ request: asked }: { request: Request }) {
					return data({ length: (await asked.text()).length })
				},
			},
		},
		all: { id: 'all', parentId: 'root', path: '*', module: { default: () => null, action: () => null } },
	},
	assets: { routes: {}, entry: { imports: [], module: '' }, url: '', version: '' },
	future: { v3_singleFetch: true },
	publicPath: '/',
	assetsBuildDirectory: '',
	isSpaMode: false,
} as unknown as ServerBuild

async function aServer({ stopping = false, ping = async () => {}, mostAtOnce = 100 } = {}) {
	const log = pino({ level: 'silent' })
	server = await openWeb({
		configuration: settings,
		log,
		build: async () => SITE,
		ping,
		stopping: () => stopping,
		clientFolder: 'nowhere',
		mostAtOnce,
	})
	server.listen(0)
	const origin = `http://localhost:${(server.address() as AddressInfo).port}`
	const ask = (path: string, init: RequestInit = {}) => fetch(origin + path, { redirect: 'manual', ...init })
	const post = (path: string, headers: Record<string, string>, body: BodyInit = 'a=b') =>
		ask(path, {
			method: 'POST',
			body,
			headers: { 'Content-Type': 'application/x-www-form-urlencoded', ...headers },
		})
	return { origin, ask, post }
}

test('whoever comes when too many wait already is asked to come again, and those who wait are answered', async () => {
	let free = () => {}
	const waiting = new Promise<void>((resolve) => {
		free = resolve
	})
	const { ask, post } = await aServer({ ping: () => waiting, mostAtOnce: 2 })
	// Refused before they are read: they hold no place afterwards.
	for (let sent = 0; sent < 4; sent++)
		expect((await post('/ru', { origin: 'https://else.example' })).status).toBe(403)
	const inside = [ask('/health/ready'), ask('/health/ready')]
	await expect.poll(() => ask('/ru').then(({ status }) => status)).toBe(503)
	const refused = await ask('/ru')
	expect(refused.headers.get('retry-after')).toBe('5')
	expect(refused.headers.get('content-security-policy')).toBeTruthy()
	expect(await refused.text()).toContain('<html lang="ru">')
	expect((await ask('/health/live')).status, 'a crowd is not its end').toBe(200)
	free()
	expect((await Promise.all(inside)).map(({ status }) => status)).toEqual([200, 200])
	expect((await ask('/ru')).status).toBe(200)
})

describe('a page', () => {
	test('is made for everybody when the reader is a stranger, and for one when signed in', async () => {
		const { ask } = await aServer()
		expect(await (await ask('/kk')).text()).toContain('shared')
		expect(await (await ask('/kk', { headers: { Cookie: 'jauap_session=abc' } })).text()).toContain('own')
	})

	test('has the security headers, shared or own', async () => {
		const { ask } = await aServer()
		for (const headers of [{}, { Cookie: 'jauap_session=abc' }]) {
			const answer = await ask('/kk', { headers: headers as Record<string, string> })
			expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
			expect(answer.headers.get('content-security-policy')).not.toContain('script-src')
			expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
			expect(answer.headers.get('x-powered-by')).toBeNull()
		}
	})

	test('with a script is shared too, under one policy that lets files of this site run', async () => {
		const { ask } = await aServer()
		for (const [headers, made] of [
			[{}, 'shared'],
			[{ Cookie: 'jauap_session=abc' }, 'own'],
		] as const) {
			const answer = await ask('/kk/live', { headers })
			const policy = answer.headers.get('content-security-policy')
			expect(await answer.text()).toContain(made)
			expect(policy).toContain("script-src 'self';connect-src 'self' wss://127.0.0.1:1")
			expect(policy?.match(/default-src/g)).toHaveLength(1)
		}
	})
})

describe('a form', () => {
	test('from this site is taken', async () => {
		const { origin, post } = await aServer()
		expect((await post('/kk', { Origin: origin })).status).toBe(200)
	})

	test.each([[{ Origin: 'https://evil.example' }], [{ 'Sec-Fetch-Site': 'cross-site' }], [{}]])(
		'from elsewhere is refused: %j',
		async (headers) => {
			const { post } = await aServer()
			expect((await post('/kk', headers as Record<string, string>)).status).toBe(403)
		},
	)

	test('that is too large is refused before it is read', async () => {
		const { origin, post } = await aServer()
		expect((await post('/kk', { Origin: origin }, 'a'.repeat((1 << 20) + 1))).status).toBe(413)
	})

	test('that does not say how long it is is refused', async () => {
		const { origin } = await aServer()
		const status = await new Promise((resolve, reject) => {
			const asked = request(`${origin}/kk`, { method: 'POST', headers: { Origin: origin } }, (answer) => {
				answer.resume()
				resolve(answer.statusCode)
			})
			asked.on('error', reject)
			asked.write('a')
			asked.end()
		})
		expect(status).toBe(411)
	})
})

describe('health', () => {
	const silent = async () => {
		throw new Error('no database')
	}
	test.each([
		['live and ready', {}, 200, 200],
		['live and not ready when the database does not answer', { ping: silent }, 200, 503],
		['live and not ready while it stops', { stopping: true }, 200, 503],
	])('%s', async (_name, state, live, ready) => {
		const { ask } = await aServer(state)
		expect((await ask('/health/live')).status).toBe(live)
		expect((await ask('/health/ready')).status).toBe(ready)
	})
})
