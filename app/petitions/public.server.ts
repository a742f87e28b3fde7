import { notFound } from '#app/not-found.ts'
import { store } from '#app/store.server.ts'
import { petitionByNumber, textsOf } from './petition.server.ts'
import { PUBLIC_STATES } from './petition.ts'

/** For the public pages beside a petition's own: the petition, if everybody may see it, and its title. */
export async function publicPetition(params: { number?: string }) {
	const { read } = await store()
	const petition = await petitionByNumber(read, params.number?.toUpperCase() ?? '')
	if (!petition?.number || !PUBLIC_STATES.includes(petition.state)) throw notFound()
	const [text] = petition.hidden ? [] : await textsOf(read, petition)
	const { id, number, language, bodyId } = petition
	return { read, petition, head: { id, number, language, bodyId, title: text?.title ?? number } }
}
