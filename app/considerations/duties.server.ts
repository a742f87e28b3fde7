import { and, eq } from 'drizzle-orm'
import { type Day, dayIn } from '#app/deadlines/day.ts'
import { done, type Outcome, refused } from '#app/outcome.ts'
import {
	type ActingOnPetition,
	openPetition,
	recordPetitionStep,
	tellStarter,
} from '#app/petitions/petition.server.ts'
import type { PetitionRefusal } from '#app/petitions/petition.ts'
import { lastDayOf } from '#app/petitions/terms.ts'
import { considerationDuties, considerations } from '#db/schema/petitions.ts'
import type { Reader, Writer } from '#db/store.ts'
import { DISCUSSION, dutiesOf, mayBeWaived, STATEMENT } from './consider.ts'

type Act = ActingOnPetition & { considerationId: number }
export type DutyRefusal =
	| PetitionRefusal
	| 'not-found'
	| 'factorNeeded'
	| 'no-such-duty'
	| 'not-waivable'
	| 'already'
	| 'wrong-day'
	| 'not-announced'
	| 'too-soon'
	| 'no-calendar'

/** The duties that are done or not needed, in the order in which that was recorded. */
export const keptDuties = (read: Reader, considerationId: number) =>
	read
		.select()
		.from(considerationDuties)
		.where(eq(considerationDuties.considerationId, considerationId))
		.orderBy(considerationDuties.at)

/**
 * Records that a duty of APPC 90-5(2) was done on a day, with what shows it; or that it is not needed, where the law
 * says so itself. The public reads it beside the petition.
 */
export async function keepDuty(
	tx: Writer,
	act: Act & { duty: string; doneOn: Day | null; note: string; waived: boolean },
): Promise<Outcome<null, DutyRefusal>> {
	const opened = await openPetition(tx, 'keep-record', act)
	if (!opened.ok) return opened
	const { consideration, law, today } = opened.value
	if (!consideration?.sentAt) return refused('not-found')
	const { duty, doneOn, note, waived, now } = act
	if (!dutiesOf(law.profile).includes(duty) || duty === STATEMENT) return refused('no-such-duty')
	if (waived && !mayBeWaived(duty)) return refused('not-waivable')
	if (!waived && (!doneOn || doneOn > today || doneOn < dayIn(law.profile.time.zone, consideration.sentAt)))
		return refused('wrong-day')
	if (duty === DISCUSSION && (!consideration.discussionOn || doneOn !== consideration.discussionOn))
		return refused('not-announced')
	const added = await tx
		.insert(considerationDuties)
		.values({
			considerationId: consideration.id,
			duty,
			doneOn: waived ? null : doneOn,
			note,
			waived,
			at: now,
			by: String(act.actor.personId),
		})
		.onConflictDoNothing()
		.returning({ duty: considerationDuties.duty })
	if (added.length === 0) return refused('already')
	await recordPetitionStep(tx, opened.value, act, 'duty-done', { duty, ...(waived && { waived }) })
	return done(null)
}

/**
 * Announces the public discussion of the draft decision. The notice is given with this act, to the author and on the
 * page of the petition, so it is refused when it would come later than the law wants before that day.
 */
export async function announceDiscussion(
	tx: Writer,
	act: Act & { discussionOn: Day; draft: string },
): Promise<Outcome<{ noticeBy: Day }, DutyRefusal>> {
	const opened = await openPetition(tx, 'keep-record', act)
	if (!opened.ok) return opened
	const { petition, consideration, law, today } = opened.value
	if (!consideration) return refused('not-found')
	if (!dutiesOf(law.profile).includes(DISCUSSION)) return refused('no-such-duty')
	if (await isKept(tx, consideration.id, DISCUSSION)) return refused('already')
	const { discussionOn, now } = act
	const noticeBy = lastDayOf(law, 'discussion_notice', discussionOn)
	if (!noticeBy) return refused('no-calendar')
	if (noticeBy < today) return refused('too-soon')
	await tx
		.update(considerations)
		.set({ discussionOn, noticeBy, noticeAt: now, draftDecision: act.draft })
		.where(eq(considerations.id, consideration.id))
	await recordPetitionStep(tx, opened.value, act, 'discussion-announced', { discussionOn })
	await tellStarter(tx, petition, 'petition-discussion', { discussionOn, bodyId: consideration.bodyId }, now)
	return done({ noticeBy })
}

async function isKept(read: Reader, considerationId: number, duty: string): Promise<boolean> {
	const [row] = await read
		.select({ duty: considerationDuties.duty })
		.from(considerationDuties)
		.where(and(eq(considerationDuties.considerationId, considerationId), eq(considerationDuties.duty, duty)))
	return row !== undefined
}
