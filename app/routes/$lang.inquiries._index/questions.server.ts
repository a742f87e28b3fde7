import { addressees } from '#app/inquiries/addressees.server.ts'
import { publicInquiries } from '#app/inquiries/find.server.ts'
import { LIST_STATES, type ListState } from '#app/inquiries/listed.ts'
import { legalDay } from '#app/inquiries/submit.server.ts'
import { lawOf } from '#app/jurisdictions/law.server.ts'
import { notFound } from '#app/not-found.ts'
import { store } from '#app/store.server.ts'
import { configuration } from '#server/configuration.ts'

/** The list that the address asks for: everything that narrows it is in the address. */
export async function questionsPage(request: Request) {
	const asked = new URL(request.url).searchParams
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

	const list = await publicInquiries(
		read,
		{ state, bodyId: body?.id, officeId: office?.id, postId: query.post, query: query.q },
		{ page: pageOf(asked.get('page')), law, today },
	)
	return { list, query, state, places: places.map(({ code, names }) => ({ code, names })) }
}

const pageOf = (typed: string | null) => (/^[1-9]\d{0,5}$/.test(typed ?? '') ? Number(typed) : 1)
