import { and, asc, eq } from 'drizzle-orm'
import { done, type Outcome, refused } from '#app/outcome.ts'
import { hearingCommitments } from '#db/schema/hearings.ts'
import type { Reader, Writer } from '#db/store.ts'
import { type ActingOnHearing, openHearing, recordHearingStep } from './hearing.server.ts'
import type { HearingRefusal } from './hearing.ts'
import { mendHearingBreach } from './mend-breach.server.ts'

/** What was promised with the decision, in its order. */
export const commitmentsOf = (read: Reader, hearingId: number) =>
	read
		.select()
		.from(hearingCommitments)
		.where(eq(hearingCommitments.hearingId, hearingId))
		.orderBy(asc(hearingCommitments.position))

/** The authority tells how far a commitment has come. What is done stays done. */
export async function tellCommitment(
	tx: Writer,
	act: ActingOnHearing & { commitmentId: string; progress: number; note: string },
): Promise<Outcome<null, HearingRefusal | 'not-found' | 'factorNeeded' | 'already'>> {
	const opened = await openHearing(tx, 'keep-commitments', act)
	if (!opened.ok) return opened
	const { hearing } = opened.value
	const { commitmentId, progress, note, now } = act
	const own = and(eq(hearingCommitments.id, commitmentId), eq(hearingCommitments.hearingId, hearing.id))
	const [commitment] = await tx.select().from(hearingCommitments).where(own)
	if (!commitment) return refused('not-found')
	if (commitment.doneAt) return refused('already')
	const isDone = progress >= 100
	await tx
		.update(hearingCommitments)
		.set({ progress: Math.min(progress, 100), note, toldAt: now, doneAt: isDone ? now : null })
		.where(own)
	if (isDone)
		await mendHearingBreach(tx, { hearingId: hearing.id, duty: 'commitment', subjectId: commitmentId }, now)
	const { position } = commitment
	await recordHearingStep(tx, opened.value, act, 'commitment-told', { position, progress })
	return done(null)
}
