import { notFound } from '#app/not-found.ts'
import { STRANGER } from '#app/people/actor.ts'
import { store } from '#app/store.server.ts'
import { textsOf } from './petition.server.ts'
import { petitionFor } from './shown.server.ts'

/** For the public pages beside a petition's own: the petition, if everybody may see it, and its title. */
export async function publicPetition(params: { number?: string }) {
	const { read } = await store()
	const found = await petitionFor(read, params.number?.toUpperCase() ?? '', STRANGER)
	if (!found) throw notFound()
	const { petition, body, readable } = found
	const [text] = readable ? await textsOf(read, petition) : []
	const number = String(petition.number)
	return {
		read,
		petition,
		head: {
			id: petition.id,
			number,
			language: petition.language,
			bodyCode: body?.code,
			title: text?.title ?? number,
		},
	}
}
