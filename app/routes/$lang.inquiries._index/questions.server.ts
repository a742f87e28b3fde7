import { addressees } from '#app/inquiries/addressees.server.ts'
import { publicInquiries } from '#app/inquiries/find.server.ts'
import { LIST_STATES, type ListState } from '#app/inquiries/listed.ts'
import { legalDay } from '#app/inquiries/submit.server.ts'
import { lawOf } from '#app/jurisdictions/law.server.ts'
import { notFound } from '#app/not-found.ts'
import { store } from '#app/store.server.ts'
import { configuration } from '#server/configuration.ts'

/** What the address asks for: everything that narrows the list is in it. */
export async function questionsAsked(asked: URLSearchParams) {
	const { read } = await store()
	const law = await lawOf(read, configuration().JURISDICTION)
	const today = legalDay(law, new Date())
	const places = await addressees(read, today)
	const query = {
		q: asked.get('q')?.trim().slice(0, 200) || undefined,
		state: asked.get('state') || undefined,
		body: asked.get('body')?.toUpperCase() || undefined,
		office: asked.get('office') || undefined,
		post: asked.get('post') || undefined,
	}
	const state = (query.state ?? 'all') as ListState
	if (!LIST_STATES.includes(state)) throw notFound()
	const body = places.find(({ code }) => code === query.body)
	const office = places.flatMap(({ offices }) => offices).find(({ slug }) => slug === query.office)
	if ((query.body && !body) || (query.office && !office)) throw notFound()
	// Whoever chooses another body in the form has left the office behind.
	const asksOffice = !body || body.offices.some(({ slug }) => slug === query.office)
	if (!asksOffice) query.office = undefined
	return {
		filter: {
			state,
			bodyId: body?.id,
			officeId: asksOffice ? office?.id : undefined,
			postId: query.post,
			query: query.q,
		},
		when: { law, today },
		query,
		state,
		office: asksOffice ? office?.names : undefined,
		places: places.map(({ code, names }) => ({ code, names })),
	}
}

export async function questionsPage(request: Request) {
	const search = new URL(request.url).searchParams
	const { filter, when, ...asked } = await questionsAsked(search)
	const { read } = await store()
	const list = await publicInquiries(read, filter, { page: pageOf(search.get('page')), ...when })
	return { list, ...asked }
}

const pageOf = (typed: string | null) => (/^[1-9]\d{0,5}$/.test(typed ?? '') ? Number(typed) : 1)
