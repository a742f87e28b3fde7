import { notFound } from '#app/not-found.ts'
import { requireRole } from '#app/people/session.server.ts'
import { tallyOf } from '#app/signing/tally.server.ts'
import { store } from '#app/store.server.ts'
import { petitionById, textsOf } from './petition.server.ts'

/** For the pages of a moderator's work on one petition: who asks, and what stands above every one of them. */
export async function moderatedPetition(request: Request, params: { petitionId?: string }) {
	const moderator = await requireRole(request, 'moderator')
	const { readOwn } = await store()
	const id = Number(params.petitionId)
	const petition = Number.isSafeInteger(id) ? await petitionById(readOwn, id) : undefined
	if (!petition || petition.state === 'draft') throw notFound()
	const [text] = await textsOf(readOwn, petition)
	const {
		confirmed = 0,
		review = 0,
		removed = 0,
		withdrawn = 0,
	} = (await tallyOf(readOwn, petition.id)) ?? {}
	return {
		moderator,
		petition,
		head: {
			id: petition.id,
			number: petition.number,
			title: text?.title ?? '',
			language: petition.language,
			state: petition.state,
			counts: { confirmed, review, removed, withdrawn },
		},
	}
}
