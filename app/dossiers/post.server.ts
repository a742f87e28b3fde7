import { and, eq } from 'drizzle-orm'
import { type ActingOnHearing, openHearing, recordHearingStep } from '#app/hearings/hearing.server.ts'
import type { HearingRefusal } from '#app/hearings/hearing.ts'
import { numberFor } from '#app/hearings/request.server.ts'
import { putHearingForSearch } from '#app/hearings/search.server.ts'
import { done, type Outcome, refused } from '#app/outcome.ts'
import { putCarriedForSearch } from '#app/remarks/carry.server.ts'
import { hearingDocuments, hearings } from '#db/schema/hearings.ts'
import type { Writer } from '#db/store.ts'

export type PostingRefusal = HearingRefusal | 'not-found' | 'factorNeeded' | 'already' | 'no-document'

/** Makes the documents public: from this day on the law counts how long they could be read (ENV 73(3)). */
export async function postDocuments(
	tx: Writer,
	act: ActingOnHearing,
): Promise<Outcome<string, PostingRefusal>> {
	const opened = await openHearing(tx, 'post-documents', act)
	if (!opened.ok) return opened
	const { hearing, today } = opened.value
	if (hearing.postedAt) return refused('already')
	const ofTheProject = and(
		eq(hearingDocuments.hearingId, hearing.id),
		eq(hearingDocuments.party, 'initiator'),
	)
	if ((await tx.$count(hearingDocuments, ofTheProject)) === 0) return refused('no-document')
	// Nobody is asked for the hearing of a civic group: it becomes public with its documents.
	const number = await numberFor(tx, hearing, today)
	await tx
		.update(hearings)
		.set({ number, state: 'preparing', postedAt: act.now, updatedAt: act.now })
		.where(eq(hearings.id, hearing.id))
	await putHearingForSearch(tx, hearing)
	await putCarriedForSearch(tx, hearing.id)
	if (!hearing.number) await recordHearingStep(tx, opened.value, act, 'created')
	await recordHearingStep(tx, opened.value, act, 'documents-posted')
	return done(number)
}
