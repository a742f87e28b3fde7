import { and, eq, isNull } from 'drizzle-orm'
import { type ActingOnHearing, openHearing, recordHearingStep } from '#app/hearings/hearing.server.ts'
import type { HearingRefusal } from '#app/hearings/hearing.ts'
import { done, type Outcome, refused } from '#app/outcome.ts'
import { hearingDocuments } from '#db/schema/hearings.ts'
import type { Writer } from '#db/store.ts'

/** Takes somebody's assessment out of sight with a reason; that it was there, and why it went, stays. */
export async function hideAssessment(
	tx: Writer,
	act: ActingOnHearing & { documentId: string; reason: string },
): Promise<Outcome<null, HearingRefusal | 'not-found' | 'factorNeeded'>> {
	const opened = await openHearing(tx, 'hide-assessment', act)
	if (!opened.ok) return opened
	const hidden = await tx
		.update(hearingDocuments)
		.set({ hiddenAt: act.now, hiddenReason: act.reason })
		.where(
			and(
				eq(hearingDocuments.id, act.documentId),
				eq(hearingDocuments.hearingId, act.hearingId),
				eq(hearingDocuments.party, 'other'),
				isNull(hearingDocuments.hiddenAt),
			),
		)
		.returning({ id: hearingDocuments.id })
	if (hidden.length === 0) return refused('not-found')
	await recordHearingStep(tx, opened.value, act, 'assessment-hidden', { documentId: act.documentId })
	return done(null)
}
