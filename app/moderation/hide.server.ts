import { and, eq, isNull } from 'drizzle-orm'
import { dayIn } from '#app/deadlines/day.ts'
import { zoneInForce } from '#app/i18n/dates.ts'
import { done, type Outcome, refused } from '#app/outcome.ts'
import type { Actor } from '#app/people/actor.ts'
import { record } from '#app/register/record.server.ts'
import { inquiries } from '#db/schema/inquiries.ts'
import { hidings, reports } from '#db/schema/register.ts'
import type { Reader, Writer } from '#db/store.ts'
import { type HidingReason, type HidingRefusal, mayModerate, refusalToHide, type TextKind } from './hiding.ts'
import { tellOfHiding } from './tell.server.ts'
import { hidingOf, type ModeratedText, refreshSearch, textOf } from './text.server.ts'

/** The key to hold: what is decided about one text is decided once. */
export const textKey = (subject: TextKind, id: string) => `text:${subject}:${id}`

/** The keys to hold while it is hidden or shown again: what search finds of a question is written with its acts. */
export async function keysOfText(read: Reader, subject: TextKind, id: string): Promise<string[]> {
	const text = await textOf(read, subject, id)
	return [textKey(subject, id), ...(text?.inquiryId ? [`inquiry:${text.inquiryId}`] : [])]
}

interface Hiding {
	subject: TextKind
	id: string
	reason: HidingReason
	/** Public, beside the reason: it says what in the text is meant, without repeating it. */
	explanation: string
	actor: Actor
	now: Date
}

/**
 * The public reads number, dates and reason in place of the text. Its author and the desk go on reading it,
 * and no clock takes notice: the answer is owed as before. Doing it twice is doing it once.
 */
export async function hideText(
	tx: Writer,
	{ subject, id, reason, explanation, actor, now }: Hiding,
): Promise<Outcome<{ hidingId: string }, HidingRefusal>> {
	const text = await textOf(tx, subject, id)
	const refusal = refusalToHide(actor, text, explanation)
	if (refusal || !text) return refused(refusal ?? 'no-text')
	const before = await hidingOf(tx, subject, id)
	if (before) return done({ hidingId: before.id })

	const hidingId = crypto.randomUUID()
	await tx.insert(hidings).values({
		id: hidingId,
		subject,
		subjectId: id,
		reason,
		explanation,
		at: now,
		by: String(actor.personId),
	})
	if (subject === 'inquiry') await tx.update(inquiries).set({ hidden: true }).where(eq(inquiries.id, id))
	await refreshSearch(tx, text.search)
	await settleReports(tx, { subject, id, outcome: 'hidden', actor, now })
	await recordHiding(tx, text, { type: 'text-hidden', details: { hidingId, reason }, actor, now })
	await tellOfHiding(tx, text, { notice: 'text-hidden', hidingId, reason, explanation, now })
	return done({ hidingId })
}

/** The text is public again; that it was hidden, and why, stays on the record. */
export async function liftHiding(
	tx: Writer,
	{ subject, id, actor, now }: Pick<Hiding, 'subject' | 'id' | 'actor' | 'now'>,
): Promise<Outcome<null, 'not-allowed' | 'no-text'>> {
	if (!mayModerate(actor)) return refused('not-allowed')
	const text = await textOf(tx, subject, id)
	if (!text) return refused('no-text')
	const hiding = await hidingOf(tx, subject, id)
	if (!hiding) return done(null)

	await tx
		.update(hidings)
		.set({ liftedAt: now, liftedBy: actor.personId })
		.where(and(eq(hidings.subject, subject), eq(hidings.subjectId, id), isNull(hidings.liftedAt)))
	if (subject === 'inquiry') await tx.update(inquiries).set({ hidden: false }).where(eq(inquiries.id, id))
	await refreshSearch(tx, text.search)
	await recordHiding(tx, text, { type: 'hiding-lifted', details: { hidingId: hiding.id }, actor, now })
	await tellOfHiding(tx, text, { notice: 'hiding-lifted', hidingId: hiding.id, now })
	return done(null)
}

/** All that was reported of the text is answered by one decision. */
export async function settleReports(
	tx: Writer,
	{
		subject,
		id,
		outcome,
		actor,
		now,
	}: { subject: TextKind; id: string; outcome: string; actor: Actor; now: Date },
): Promise<number> {
	const settled = await tx
		.update(reports)
		.set({ decidedAt: now, decidedBy: actor.personId, outcome })
		.where(and(eq(reports.subject, subject), eq(reports.subjectId, id), isNull(reports.decidedAt)))
		.returning({ id: reports.id })
	return settled.length
}

/** An answer belongs to the record of its question. It names no proceeding: a clock never sees it. */
async function recordHiding(
	tx: Writer,
	text: ModeratedText,
	{ details, now, ...event }: { type: string; details: Record<string, unknown>; actor: Actor; now: Date },
): Promise<void> {
	const { actor, type } = event
	await record(tx, {
		subject: text.inquiryId ? 'inquiry' : 'post',
		subjectId: text.inquiryId ?? text.id,
		type,
		at: now,
		on: dayIn(zoneInForce(), now),
		by: 'moderator',
		personId: actor.personId,
		details: { ...details, text: text.subject, textId: text.id },
	})
}
