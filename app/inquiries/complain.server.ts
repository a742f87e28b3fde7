import { and, eq, gte, isNull, notInArray, or } from 'drizzle-orm'
import { type Day, dayIn } from '#app/deadlines/day.ts'
import { whereCalendarReaches } from '#app/deadlines/problem.ts'
import { lastDay } from '#app/deadlines/term.ts'
import { findRule } from '#app/jurisdictions/rule.ts'
import { done, type Outcome, refused } from '#app/outcome.ts'
import type { Actor } from '#app/people/actor.ts'
import { levelDemanded } from '#app/people/level.server.ts'
import { inquiries } from '#db/schema/inquiries.ts'
import type { Reader, Writer } from '#db/store.ts'
import { type Acting, type Opened, openCase, recordStep } from './act.server.ts'
import type { Inquiry } from './filed.server.ts'
import type { ActRefusal } from './inquiry.ts'
import { barToComplain } from './silence.ts'
import { type Filing, filedBefore, type Receipt, submitInquiry } from './submit.server.ts'

/** What the author writes; who they are and where it goes follows from the first filing. */
export interface Sequel extends Acting {
	subject: string
	text: string
	fileIds?: readonly string[]
	secretKey: string
	submissionId?: string | null
}

type ComplaintRefusal =
	| ActRefusal
	| 'not-found'
	| 'no-superior'
	| 'no-complaints'
	| 'too-early'
	| 'already'
	| 'level'

/**
 * Complains to the superior body of the one that answered, refused, or let the term lapse in silence. It has a
 * clock of its own (APPC 99: 20 working days); the first case goes with it. A late complaint is still taken
 * (APPC 92(3)).
 */
export async function complain(
	tx: Writer,
	act: Sequel,
): Promise<Outcome<Receipt & { late: boolean }, ComplaintRefusal>> {
	const opened = await openCase(tx, 'complain', act)
	if (!opened.ok) return opened
	const { inquiry, proceeding, body, today } = opened.value
	const filing: Filing = {
		...sequelOf(inquiry, act),
		kind: 'complaint',
		bodyId: String(body.parentId),
		complaintAbout: inquiry.id,
		complaintProceedingId: proceeding.id,
	}
	const by = complainBy(opened.value)
	const late = by !== undefined && today > by
	const earlier = await filedBefore(tx, filing)
	if (earlier) return done({ ...earlier, late })
	const refusal = await refusalToComplain(tx, opened.value)
	if (refusal) return refused(refusal)
	if (!(await isKnown(tx, opened.value, act.actor))) return refused('level')

	const receipt = await submitInquiry(tx, filing)
	await recordStep(tx, opened.value, act, 'complained', { number: receipt.number, late })
	return done({ ...receipt, late })
}

export async function refusalToComplain(
	read: Reader,
	{
		inquiry,
		proceeding,
		body,
		law,
	}: Pick<Opened, 'inquiry' | 'proceeding' | 'law'> & { body: { parentId: string | null } },
): Promise<'no-superior' | 'no-complaints' | 'too-early' | 'already' | undefined> {
	const barred = barToComplain(law.profile, { rule: proceeding.rule, parentId: body.parentId })
	if (barred) return barred
	if (proceeding.state === 'open' && !proceeding.breachedAt) return 'too-early'
	// Each body that handles a part answers for itself. A complaint taken or given back may be filed again
	// (APPC 64(9)); one of silence bars none of the late answer.
	const [filed] = await read
		.select({ id: inquiries.id })
		.from(inquiries)
		.where(
			and(
				eq(inquiries.complaintAbout, inquiry.id),
				or(eq(inquiries.complaintProceedingId, proceeding.id), isNull(inquiries.complaintProceedingId)),
				notInArray(inquiries.state, ['withdrawn', 'returned']),
				proceeding.answeredAt ? gte(inquiries.receivedAt, proceeding.answeredAt) : undefined,
			),
		)
		.limit(1)
	return filed ? 'already' : undefined
}

/**
 * The last day to complain in time: three months from learning of the answer, or from the lapse (APPC 92(1)).
 * Undefined where the law sets none, or the calendar does not reach that far: no date is better than a guess.
 */
export function complainBy({ proceeding, law }: Pick<Opened, 'proceeding' | 'law'>): Day | undefined {
	const limit = findRule(law.profile, 'inquiry.complain')?.limit
	const known = proceeding.answeredAt ?? proceeding.breachedAt
	if (!limit || !known) return undefined
	const since = dayIn(law.profile.time.zone, known)
	return whereCalendarReaches(() => lastDay(limit, since, law.calendar)) ?? undefined
}

/** A further question to the same office, with a number and a clock of its own, linked to the first. */
export async function followUp(
	tx: Writer,
	act: Sequel,
): Promise<Outcome<Receipt, ActRefusal | 'not-found' | 'level'>> {
	const opened = await openCase(tx, 'follow-up', act)
	if (!opened.ok) return opened
	if (!(await isKnown(tx, opened.value, act.actor))) return refused('level')
	const { inquiry, proceeding } = opened.value
	const filing: Filing = {
		...sequelOf(inquiry, act),
		kind: inquiry.kind,
		bodyId: proceeding.bodyId,
		officeId: proceeding.officeId,
		followUpOf: inquiry.id,
	}
	const earlier = await filedBefore(tx, filing)
	if (earlier) return done(earlier)
	const receipt = await submitInquiry(tx, filing)
	await recordStep(tx, opened.value, act, 'followed_up', { number: receipt.number })
	return done(receipt)
}

/** The link of a receipt shows as much as the address that it was sent to. */
const levelShown = (inquiry: Pick<Inquiry, 'id'>, actor: Actor): number =>
	actor.receiptOf === inquiry.id ? Math.max(1, actor.level) : actor.level

/**
 * Whether the author has shown enough of who they are to go on with the case. Whoever filed without an account did
 * so on paper, and is known by that; whoever wrote by mail is known once they have confirmed it.
 */
export async function isKnown(
	read: Reader,
	{ inquiry, law }: Pick<Opened, 'inquiry' | 'law'>,
	actor: Actor,
): Promise<boolean> {
	if (!inquiry.authorId) return inquiry.confirmation === null || inquiry.confirmation === 'confirmed'
	return levelShown(inquiry, actor) >= (await levelDemanded(read, law.profile, 'inquiry'))
}

const sequelOf = (inquiry: Inquiry, act: Sequel): Omit<Filing, 'kind' | 'bodyId'> => ({
	profileId: inquiry.profileId,
	channel: 'web',
	visibility: inquiry.visibility,
	language: inquiry.language,
	subject: act.subject,
	text: act.text,
	author: {
		personId: inquiry.authorId,
		name: inquiry.authorName,
		publicName: inquiry.publicName,
		address: inquiry.authorAddress,
		email: inquiry.authorEmail,
		phone: inquiry.authorPhone,
		assuranceLevel: inquiry.authorId ? levelShown(inquiry, act.actor) : inquiry.assuranceLevel,
	},
	fileIds: act.fileIds,
	by: 'author',
	submissionId: act.submissionId,
	secretKey: act.secretKey,
	receivedAt: act.now,
	now: act.now,
})
