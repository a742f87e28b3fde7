import { and, eq, isNull } from 'drizzle-orm'
import { hasTableFor, isWorkingDay } from '#app/deadlines/calendar.ts'
import { addMonths, type Day } from '#app/deadlines/day.ts'
import { whereCalendarReaches } from '#app/deadlines/problem.ts'
import { lastDay } from '#app/deadlines/term.ts'
import { attach } from '#app/files/attach.server.ts'
import { findRule } from '#app/jurisdictions/rule.ts'
import { addressedTo, deskAddress, write as writeNotice } from '#app/notices/notice.server.ts'
import { done, type Outcome, refused } from '#app/outcome.ts'
import { renderMarkdown } from '#app/text/markdown.ts'
import { corrections, proceedings, terminations } from '#db/schema/inquiries.ts'
import type { Writer } from '#db/store.ts'
import { type Acting, type Opened, openCase, recordStep, tellAuthor } from './act.server.ts'
import { clockOfProceeding, refreshClock } from './clock.server.ts'
import { refreshThread } from './filed.server.ts'
import { type ActRefusal, hasTerm } from './inquiry.ts'
import { freeFollowers } from './join.server.ts'

/**
 * Asks the author to mend what the filing lacks, within a reasonable period (APPC 64(6)). The Code does not say
 * that the clock stops; the profile does, and both dates are on the record.
 */
export async function requestCorrection(
	tx: Writer,
	act: Acting & { request: string; until: Day },
): Promise<
	Outcome<
		null,
		| ActRefusal
		| 'not-found'
		| 'safety-report'
		| 'term-over'
		| 'already-asked'
		| 'no-calendar'
		| 'not-later'
		| 'day-off'
		| 'too-long'
	>
> {
	const opened = await openCase(tx, 'request-correction', act)
	if (!opened.ok) return opened
	const { proceeding, inquiry, law, today } = opened.value
	// APPC 64(7-2): a report of a crime or of danger goes on at once, whatever it lacks.
	if (inquiry.safetyReport) return refused('safety-report')
	if (proceeding.dueOn && today > proceeding.dueOn) return refused('term-over')
	if (!proceeding.dueOn) {
		const clock = await clockOfProceeding(tx, law, proceeding, inquiry.procedure)
		// Today has its calendar and the last day has none: that day is still to come.
		const runs = clock.undated && hasTableFor(law.calendar, today)
		if (!runs && !clock.unbound) return refused('no-calendar')
	}
	const { times } = law.profile.inquiry.correction
	const asked = await tx.$count(corrections, eq(corrections.proceedingId, proceeding.id))
	if (times && asked >= times) return refused('already-asked')
	if (act.until <= today) return refused('not-later')
	if (!hasTableFor(law.calendar, act.until)) return refused('no-calendar')
	if (!isWorkingDay(law.calendar, act.until)) return refused('day-off')
	// "Reasonable" has no number in the Code; a clock that stands for longer would hide a refusal.
	if (act.until > addMonths(today, 1)) return refused('too-long')

	await tx.insert(corrections).values({
		id: crypto.randomUUID(),
		proceedingId: proceeding.id,
		request: act.request,
		requestedAt: act.now,
		requestedOn: today,
		by: String(act.actor.personId),
		until: act.until,
	})
	await tx
		.update(proceedings)
		.set({ state: 'paused', correctBy: act.until })
		.where(eq(proceedings.id, proceeding.id))
	await recordStep(tx, opened.value, act, 'returned_for_correction', { until: act.until })
	await refreshClock(tx, law, proceeding, inquiry.procedure)
	await refreshThread(tx, inquiry.id)
	await tellAuthor(
		tx,
		inquiry,
		'correction-asked',
		{
			until: act.until,
			term: hasTerm(proceeding),
			request: act.request,
			path: `/inquiries/${inquiry.number}/correction`,
		},
		act.now,
	)
	return done(null)
}

/** The author mends the filing; the term goes on from the next day. A late correction is taken all the same. */
export async function submitCorrection(
	tx: Writer,
	act: Acting & { reply: string; fileIds?: readonly string[] },
): Promise<Outcome<{ dueOn: Day | null }, ActRefusal | 'not-found'>> {
	const opened = await openCase(tx, 'correct', act)
	if (!opened.ok) return opened
	const { proceeding, inquiry, law, today, body } = opened.value
	const [correction] = await openCorrection(tx, proceeding.id)
	if (!correction) return refused('wrong-state')

	await tx
		.update(corrections)
		.set({
			reply: act.reply,
			replyHtml: renderMarkdown(act.reply).html,
			repliedAt: act.now,
			repliedOn: today,
		})
		.where(eq(corrections.id, correction.id))
	// What makes a filing whole is often what makes its author known: nobody agreed to publish it.
	await attach(tx, 'correction', correction.id, act.fileIds ?? [], false)
	await tx
		.update(proceedings)
		.set({ state: 'open', correctBy: null })
		.where(eq(proceedings.id, proceeding.id))
	await recordStep(tx, opened.value, act, 'corrected')
	const clock = await refreshClock(tx, law, proceeding, inquiry.procedure)
	await refreshThread(tx, inquiry.id)
	const desk = await deskAddress(tx, body.id)
	if (desk)
		await writeNotice(tx, {
			notice: 'corrected',
			...addressedTo(desk),
			inquiryId: inquiry.id,
			values: {
				number: inquiry.number,
				term: hasTerm(proceeding),
				dueOn: clock.dueOn ?? null,
				path: `/desk/${proceeding.id}`,
			},
			now: act.now,
		})
	return done({ dueOn: clock.dueOn ?? null })
}

/** What the author is asked for and has not answered. */
export const openCorrection = (tx: Writer, proceedingId: string) =>
	tx
		.select()
		.from(corrections)
		.where(
			and(
				eq(corrections.proceedingId, proceedingId),
				isNull(corrections.repliedAt),
				isNull(corrections.returnedAt),
			),
		)

export type ReturnGround = 'uncorrected' | 'identical' | 'obscene'

/**
 * Gives a filing back: uncorrected after the period for it (APPC 64(7)1), or identical or obscene within three
 * working days of registration (64(7)2). It may be filed again; a report of a crime is never given back.
 */
export async function returnInquiry(
	tx: Writer,
	act: Acting & { ground: ReturnGround; reason: string },
): Promise<
	Outcome<null, ActRefusal | 'not-found' | 'safety-report' | 'too-early' | 'term-over' | 'no-calendar'>
> {
	const opened = await openCase(tx, 'return', act)
	if (!opened.ok) return opened
	const { proceeding, inquiry, law } = opened.value
	if (inquiry.safetyReport) return refused('safety-report')
	const refusal = refusalToReturn(opened.value, act.ground)
	if (refusal) return refused(refusal)

	const [correction] = await openCorrection(tx, proceeding.id)
	if (correction)
		await tx.update(corrections).set({ returnedAt: act.now }).where(eq(corrections.id, correction.id))
	await tx
		.update(proceedings)
		.set({ state: 'returned', stage: 'ended', correctBy: null })
		.where(eq(proceedings.id, proceeding.id))
	await tx.insert(terminations).values({
		id: crypto.randomUUID(),
		proceedingId: proceeding.id,
		ground: act.ground,
		reason: act.reason,
		at: act.now,
		by: String(act.actor.personId),
	})
	await recordStep(tx, opened.value, act, 'returned', { ground: act.ground })
	await refreshClock(tx, law, proceeding, inquiry.procedure)
	await refreshThread(tx, inquiry.id)
	await freeFollowers(tx, proceeding)
	await tellAuthor(
		tx,
		inquiry,
		'returned',
		{ ground: act.ground, term: hasTerm(proceeding), reason: act.reason },
		act.now,
	)
	return done(null)
}

export function refusalToReturn(
	{ proceeding, law, today }: Pick<Opened, 'proceeding' | 'law' | 'today'>,
	ground: ReturnGround,
): 'wrong-state' | 'too-early' | 'term-over' | 'no-calendar' | undefined {
	if (ground === 'uncorrected') {
		if (proceeding.state !== 'paused' || !proceeding.correctBy) return 'wrong-state'
		return today > proceeding.correctBy ? undefined : 'too-early'
	}
	if (proceeding.state !== 'open') return 'wrong-state'
	const limit = findRule(law.profile, 'inquiry.return_identical_or_obscene')?.limit
	if (!limit) return 'wrong-state'
	const last = whereCalendarReaches(() => lastDay(limit, proceeding.registeredOn, law.calendar))
	// It ends in a year that has no calendar; as long as today has one, that is later.
	if (!last) return hasTableFor(law.calendar, today) ? undefined : 'no-calendar'
	return today > last ? 'term-over' : undefined
}
