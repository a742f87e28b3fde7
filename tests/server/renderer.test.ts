import type { ServerBuild } from '@remix-run/node'
import { describe, expect, test } from 'vitest'
import { openRenderer } from '#server/renderer.ts'

const place = (id: string, parentId: string | undefined, path: string | undefined, more = {}) => ({
	id,
	parentId,
	path,
	module: { default: () => null, ...more },
})
const page = (id: string, path: string, more = {}) => place(id, 'language', path, more)

const routes = Object.fromEntries(
	[
		place('root', undefined, ''),
		place('language', 'root', ':lang'),
		{ ...page('home', ''), path: undefined, index: true },
		page('inquiries', 'inquiries'),
		page('new', 'inquiries/new'),
		page('inquiry', 'inquiries/:number'),
		page('account', 'account'),
		{ ...place('own', 'account', undefined), index: true },
		page('desk', 'desk'),
		page('nowhere', '*'),
	].map((route) => [route.id, route]),
)

const SITE = {
	entry: {
		module: {
			default: (_asked: unknown, status: number, _headers: unknown, remix: { [key: string]: unknown }) => {
				const { staticHandlerContext, manifest } = remix as {
					staticHandlerContext: { matches: { route: { id: string }; params: object }[] }
					manifest: { routes: object }
				}
				const { matches } = staticHandlerContext
				return Response.json(
					{
						ids: matches.map(({ route }) => route.id),
						params: matches.at(-1)?.params,
						told: Object.keys(manifest.routes).length,
					},
					{ status },
				)
			},
		},
	},
	routes,
	assets: { routes: Object.fromEntries(Object.keys(routes).map((id) => [id, { id }])) },
	future: { v3_singleFetch: true, v3_relativeSplatPath: true },
	basename: '/',
} as unknown as ServerBuild

const render = openRenderer(SITE, 'production')

async function shown(path: string) {
	const response = await render(new Request(`http://localhost${path}`), {})
	return response.json() as Promise<{ ids: string[]; params: object; told: number }>
}

describe('a page is made of its own routes', () => {
	test.each([
		['/kk', ['root', 'language', 'home'], { lang: 'kk' }],
		['/kk/inquiries', ['root', 'language', 'inquiries'], { lang: 'kk' }],
		['/kk/inquiries/new', ['root', 'language', 'new'], { lang: 'kk' }],
		['/ru/inquiries/ENV-1', ['root', 'language', 'inquiry'], { lang: 'ru', number: 'ENV-1' }],
		['/ru/inquiries/%D3%99', ['root', 'language', 'inquiry'], { lang: 'ru', number: 'ә' }],
		['/en/account', ['root', 'language', 'account', 'own'], { lang: 'en' }],
		['/en/no/such/page', ['root', 'language', 'nowhere'], { lang: 'en', '*': 'no/such/page' }],
	])('%s', async (path, ids, params) => {
		// The second time it is known where the address leads.
		for (const _time of [1, 2]) expect(await shown(path)).toEqual({ ids, params, told: ids.length })
	})
})
