import { createServer, request, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterEach, describe, expect, test } from 'vitest'
import { openPageCache, type Page } from '#server/page-cache.ts'

const HTML = 'сауал '.repeat(500)

function aPage(page: Partial<Page> = {}): Page {
	return { status: 200, headers: { 'content-type': 'text/html' }, body: Buffer.from(HTML), ...page }
}

let server: Server | undefined
afterEach(() => new Promise((resolve) => (server ? server.close(resolve) : resolve(undefined))))

/** A cache before a site that answers "own" to whoever is passed by. */
async function aSite(render: (path: string) => Promise<Page> | Page) {
	const made: string[] = []
	let clock = 0
	const cache = openPageCache({
		now: () => clock,
		render: async (path) => {
			made.push(path)
			return render(path)
		},
	})
	server = createServer((asked, response) => cache.serve(asked, response, () => response.end('own'))).listen(
		0,
	)
	const { port } = server.address() as AddressInfo
	const get = (path: string, headers: Record<string, string> = {}) =>
		fetch(`http://localhost:${port}${path}`, {
			headers: { 'Accept-Encoding': 'identity', ...headers },
			redirect: 'manual',
		})
	return { get, made, wait: (ms: number) => (clock += ms) }
}

const soon = () => new Promise((resolve) => setTimeout(resolve, 20))

describe('what everybody sees', () => {
	test('is made once for a hundred who want it at once', async () => {
		const { get, made } = await aSite(async () => {
			await soon()
			return aPage()
		})
		const answers = await Promise.all(Array.from({ length: 100 }, () => get('/kk/posts/1')))
		expect(made).toEqual(['/kk/posts/1'])
		for (const answer of answers) expect(await answer.text()).toBe(HTML)
	})

	test('is made again after a second, and the old one is given meanwhile', async () => {
		let version = 0
		const { get, made, wait } = await aSite(() => aPage({ body: Buffer.from(`${++version}`) }))
		expect(await (await get('/kk')).text()).toBe('1')
		wait(900)
		expect(await (await get('/kk')).text()).toBe('1')
		wait(200)
		expect(await (await get('/kk')).text()).toBe('1')
		await soon()
		expect(await (await get('/kk')).text()).toBe('2')
		expect(made).toHaveLength(2)
	})

	test('is not given when older than ten seconds', async () => {
		let version = 0
		const { get, wait } = await aSite(() => aPage({ body: Buffer.from(`${++version}`) }))
		await get('/kk')
		wait(10_001)
		expect(await (await get('/kk')).text()).toBe('2')
	})

	test('is the same page whatever the order of the query and the marks of a campaign', async () => {
		const { get, made } = await aSite(() => aPage())
		await get('/kk/inquiries?state=open&body=ENV')
		await get('/kk/inquiries?body=ENV&state=open&utm_source=letter&page=')
		expect(made).toEqual(['/kk/inquiries?body=ENV&state=open'])
	})

	test('may be kept by caches on the way, and a browser asks again', async () => {
		const { get } = await aSite(() => aPage())
		const { headers } = await get('/kk')
		expect(headers.get('cache-control')).toBe('public, max-age=0, s-maxage=1')
		expect(headers.get('cdn-cache-control')).toContain('stale-while-revalidate=10')
		expect(headers.get('vary')).toBe('Accept-Encoding, Cookie')
	})
})

describe('encodings', () => {
	test.each([
		['br, gzip', 'br', brotliDecompressSync],
		['gzip', 'gzip', gunzipSync],
		['br;q=0, gzip', 'gzip', gunzipSync],
	])('%s is answered with %s', async (accepted, encoding, decoded) => {
		const { get } = await aSite(() => aPage())
		const { headers } = await get('/kk', { 'Accept-Encoding': accepted })
		expect(headers.get('content-encoding')).toBe(encoding)
		const body = await rawBody(accepted)
		expect(decoded(body).toString()).toBe(HTML)
		expect(body.length).toBeLessThan(200)
	})

	test('whoever has the page hears that it is unchanged, for each encoding', async () => {
		const { get } = await aSite(() => aPage())
		const tags = new Set<string>()
		for (const accepted of ['br', 'gzip', 'identity']) {
			const etag = (await get('/kk', { 'Accept-Encoding': accepted })).headers.get('etag') as string
			tags.add(etag)
			expect(etag).not.toMatch(/^W/)
			const again = await get('/kk', { 'Accept-Encoding': accepted, 'If-None-Match': `"other", ${etag}` })
			expect(again.status).toBe(304)
			expect(await again.text()).toBe('')
		}
		expect(tags.size).toBe(3)
	})
})

describe('whoever is passed by', () => {
	test.each([
		['has a session', '/kk', { Cookie: 'a=b; jauap_session=xyz' }],
		['is on a page of their own', '/kk/receipts/secret', {}],
		['has a form before them that only they fill', '/kk/inquiries/new', {}],
		['asks for data', '/kk/posts/1.data', {}],
		['takes a table along', '/kk/inquiries/list.csv', {}],
		['writes its address otherwise', '/kk/inquiries/LIST.CSV/', {}],
		['writes it in signs', '/kk/inquiries/list.cs%76', {}],
		['asks outside a language', '/files/1/a.pdf', {}],
		['asks for something too long', `/kk/search?q=${'a'.repeat(700)}`, {}],
	])('%s', async (_who, path, headers) => {
		const { get, made } = await aSite(() => aPage())
		expect(await (await get(path, headers as Record<string, string>)).text()).toBe('own')
		expect(made).toEqual([])
	})

	test.each([
		['a failure', { status: 500 }],
		['a redirect', { status: 302, headers: { location: '/kk' } }],
		['a cookie', { headers: { 'set-cookie': 'a=b' } }],
		['a private page', { headers: { 'cache-control': 'private, no-store' } }],
	])('%s is never shared', async (_what, page) => {
		const { get } = await aSite(() => aPage(page))
		expect(await (await get('/kk')).text()).toBe('own')
		expect(await (await get('/kk')).text()).toBe('own')
	})

	test('a page that could not be made leaves the way to the site', async () => {
		const { get } = await aSite(() => {
			throw new Error('no store')
		})
		expect(await (await get('/kk')).text()).toBe('own')
	})

	test('a missing page is kept for a second only', async () => {
		const { get, made, wait } = await aSite(() => aPage({ status: 404 }))
		expect((await get('/kk/x')).status).toBe(404)
		expect((await get('/kk/x')).status).toBe(404)
		wait(1001)
		await get('/kk/x')
		expect(made).toHaveLength(2)
	})
})

/** fetch undoes the encoding by itself; this does not. */
async function rawBody(accepted: string): Promise<Buffer> {
	const { port } = (server as Server).address() as AddressInfo
	return new Promise((resolve, reject) => {
		request({ port, path: '/kk', headers: { 'Accept-Encoding': accepted } }, (response) => {
			const chunks: Buffer[] = []
			response.on('data', (chunk) => chunks.push(chunk)).on('end', () => resolve(Buffer.concat(chunks)))
		})
			.on('error', reject)
			.end()
	})
}
