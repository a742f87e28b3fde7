import { eq } from 'drizzle-orm'
import { whereCalendarReaches } from '#app/deadlines/problem.ts'
import { lastDay } from '#app/deadlines/term.ts'
import { findRule } from '#app/jurisdictions/rule.ts'
import { done, type Outcome, refused } from '#app/outcome.ts'
import { proceedings, terminations } from '#db/schema/inquiries.ts'
import type { Writer } from '#db/store.ts'
import { type Acting, openCase, recordStep, tellAuthor } from './act.server.ts'
import { refreshClock } from './clock.server.ts'
import { refreshThread } from './filed.server.ts'
import { type ActRefusal, hasTerm } from './inquiry.ts'
import { freeFollowers } from './join.server.ts'

/**
 * Ends the procedure without an answer on the merits: only on a listed ground, within the term, by the head or a
 * deputy (APPC 70, 88). The author is told within three working days, and may complain.
 */
export async function terminateInquiry(
	tx: Writer,
	act: Acting & { ground: string; reason: string },
): Promise<Outcome<null, ActRefusal | 'not-found' | 'no-such-ground' | 'safety-report' | 'term-over'>> {
	const opened = await openCase(tx, 'terminate', act)
	if (!opened.ok) return opened
	const { proceeding, inquiry, law, today } = opened.value
	if (!law.profile.inquiry.close_without_answer.includes(act.ground)) return refused('no-such-ground')
	// APPC 88(1)2: without a known author it is closed, unless it reports a crime or danger.
	if (act.ground === 'anonymous' && inquiry.safetyReport) return refused('safety-report')
	if (proceeding.dueOn && today > proceeding.dueOn) return refused('term-over')

	const notify = findRule(law.profile, 'inquiry.notify_termination')?.limit
	await tx.insert(terminations).values({
		id: crypto.randomUUID(),
		proceedingId: proceeding.id,
		ground: act.ground,
		reason: act.reason,
		at: act.now,
		by: String(act.actor.personId),
		tellBy: notify ? whereCalendarReaches(() => lastDay(notify, today, law.calendar)) : null,
	})
	await tx
		.update(proceedings)
		.set({ state: 'terminated', stage: 'ended', correctBy: null })
		.where(eq(proceedings.id, proceeding.id))
	await recordStep(tx, opened.value, act, 'terminated', { ground: act.ground })
	await refreshClock(tx, law, proceeding, inquiry.procedure)
	await refreshThread(tx, inquiry.id)
	await freeFollowers(tx, proceeding)
	await tellAuthor(
		tx,
		inquiry,
		'terminated',
		{ ground: act.ground, term: hasTerm(proceeding), reason: act.reason },
		act.now,
	)
	return done(null)
}
