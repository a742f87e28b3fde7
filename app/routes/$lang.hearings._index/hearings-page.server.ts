import { standingBodies } from '#app/bodies/find.server.ts'
import { publicHearings } from '#app/hearings/list.server.ts'
import { type HearingFilter, isList } from '#app/hearings/listed.ts'
import type { Language } from '#app/i18n/languages.ts'
import { isRegion } from '#app/jurisdictions/region.ts'
import { notFound } from '#app/not-found.ts'
import { store } from '#app/store.server.ts'

/** The list that the address asks for: everything that narrows it is in the address. */
export async function hearingsPage(request: Request, language: Language) {
	const asked = new URL(request.url).searchParams
	const { read } = await store()
	const places = await standingBodies(read)
	const { query, filter } = await hearingsAsked(asked)
	const list = await publicHearings(read, filter, { page: pageOf(asked.get('page')), language })
	return { list, query, places: places.map(({ code, names }) => ({ code, names })) }
}

/** What an address asks for, of the list, of its feed or of its table. */
export async function hearingsAsked(asked: URLSearchParams) {
	const { read } = await store()
	const query = {
		q: asked.get('q')?.trim().slice(0, 200) || undefined,
		state: asked.get('state') || undefined,
		body: asked.get('body')?.toUpperCase() || undefined,
		region: asked.get('region')?.toUpperCase() || undefined,
	}
	const list = query.state ?? 'all'
	if (!isList(list) || (query.region && !isRegion(query.region))) throw notFound()
	const body = query.body ? (await standingBodies(read)).find(({ code }) => code === query.body) : undefined
	if (query.body && !body) throw notFound()
	const filter: HearingFilter = { list, bodyId: body?.id, region: query.region, query: query.q }
	return { query, filter, body }
}

const pageOf = (typed: string | null) => (/^[1-9]\d{0,5}$/.test(typed ?? '') ? Number(typed) : 1)
