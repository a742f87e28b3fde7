import { standingBodies } from '#app/bodies/find.server.ts'
import type { Language } from '#app/i18n/languages.ts'
import { notFound } from '#app/not-found.ts'
import { publicPetitions } from '#app/petitions/list.server.ts'
import { isList, type PetitionFilter, type PetitionSort, SORTS } from '#app/petitions/listed.ts'
import { punctuality } from '#app/petitions/punctuality.server.ts'
import { store } from '#app/store.server.ts'

/** The list that the address asks for: everything that narrows it is in the address. */
export async function petitionsPage(request: Request, language: Language) {
	const asked = new URL(request.url).searchParams
	const { read } = await store()
	const places = await standingBodies(read)
	const { query, filter } = await petitionsAsked(asked)
	const list = await publicPetitions(read, filter, { page: pageOf(asked.get('page')), language })
	return {
		list,
		query,
		places: places.map(({ code, names }) => ({ code, names })),
		checks: await punctuality(read),
	}
}

/** What an address asks for, of the list, of its feed or of its table. */
export async function petitionsAsked(asked: URLSearchParams) {
	const { read } = await store()
	const query = {
		q: asked.get('q')?.trim().slice(0, 200) || undefined,
		state: asked.get('state') || undefined,
		body: asked.get('body')?.toUpperCase() || undefined,
		sort: asked.get('sort') || undefined,
	}
	const list = query.state ?? 'all'
	const sort = (query.sort ?? 'newest') as PetitionSort
	if (!isList(list) || !SORTS.includes(sort)) throw notFound()
	const body = query.body ? (await standingBodies(read)).find(({ code }) => code === query.body) : undefined
	if (query.body && !body) throw notFound()
	const filter: PetitionFilter = { list, sort, bodyId: body?.id, query: query.q }
	return { query, filter, body }
}

const pageOf = (typed: string | null) => (/^[1-9]\d{0,5}$/.test(typed ?? '') ? Number(typed) : 1)
