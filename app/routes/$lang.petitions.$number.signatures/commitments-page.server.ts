import { notFound } from '#app/not-found.ts'
import { actorOf } from '#app/people/session.server.ts'
import { petitionFor } from '#app/petitions/shown.server.ts'
import { commitmentsAfter } from '#app/receipts/commitments.server.ts'
import { tallyOf } from '#app/signing/tally.server.ts'
import { store } from '#app/store.server.ts'
import { ordinalIn } from '#app/text/ordinal.ts'

const LINES = 50

/** One page of the published list, after the ordinal that the address names. */
export async function commitmentsPage(request: Request, params: { number?: string }) {
	const { read } = await store()
	const number = params.number?.toUpperCase() ?? ''
	const found = await petitionFor(read, number, await actorOf(request))
	const tally = found && (await tallyOf(read, found.petition.id))
	// The first supporters of one that was rejected are shown to nobody but those who work with it.
	const shown = found && (found.petition.publishedAt || found.viewer.author || found.viewer.moderator)
	if (!shown || !tally) throw notFound()
	const typed = new URL(request.url).searchParams.get('after') ?? ''
	const after = Math.min(ordinalIn(typed) ?? 0, tally.taken)
	const { taken, review, head } = tally
	return {
		number,
		after,
		tally: { taken, review, head },
		lines: await commitmentsAfter(read, found.petition.id, { after, limit: LINES }),
	}
}
