import { eq } from 'drizzle-orm'
import type { Day } from '#app/deadlines/day.ts'
import { isFactorFresh } from '#app/factors/fresh.ts'
import { type Law, lawOf } from '#app/jurisdictions/law.server.ts'
import { addressedTo, authorAddress, write as writeNotice } from '#app/notices/notice.server.ts'
import { done, type Outcome, refused } from '#app/outcome.ts'
import type { Actor } from '#app/people/actor.ts'
import { record } from '#app/register/record.server.ts'
import { proceedings } from '#db/schema/inquiries.ts'
import type { Reader, Writer } from '#db/store.ts'
import { settleLapses } from './breach.server.ts'
import { type Filed, filedProceeding, type Inquiry } from './filed.server.ts'
import { type ActRefusal, actedAs, type InquiryAct, refusalToAct, SIGNED_ACTS } from './inquiry.ts'
import { legalDay } from './submit.server.ts'

/** What every act is given. */
export interface Acting {
	proceedingId: string
	actor: Actor
	now: Date
}

/** The case as an act finds it: loaded, allowed, with the law it stands under and today's day in it. */
export interface Opened extends Filed {
	law: Law
	today: Day
	by: string
}

/** Loads the case and asks whether this actor may do this act to it: the first line of every act. */
export async function openCase(
	tx: Writer,
	act: InquiryAct,
	{ proceedingId, actor, now }: Acting,
): Promise<Outcome<Opened, ActRefusal | 'not-found'>> {
	let filed = await filedProceeding(tx, proceedingId)
	if (!filed) return refused('not-found')
	const refusal = refusalToAct(act, actor, filed)
	if (refusal) return refused(refusal)
	if (SIGNED_ACTS.includes(act) && !isFactorFresh(actor, now)) return refused('factorNeeded')
	const law = await lawOf(tx, filed.inquiry.profileId)
	if (await settleLapses(tx, [filed.proceeding], law, now))
		filed = (await filedProceeding(tx, proceedingId)) ?? filed
	return done({ ...filed, law, today: legalDay(law, now), by: actedAs(act, actor, filed.proceeding.bodyId) })
}

/** Records a step of a proceeding under the actor and the day of the opened case. */
export async function recordStep(
	tx: Writer,
	opened: Opened,
	{ actor, now }: Acting,
	type: string,
	details: Record<string, unknown> = {},
): Promise<void> {
	await record(tx, {
		subject: 'inquiry',
		subjectId: opened.inquiry.id,
		type,
		at: now,
		on: opened.today,
		by: opened.by,
		personId: actor.personId,
		proceedingId: opened.proceeding.id,
		details,
	})
}

/** Tells the author. Gives false when there is no address: then the desk must tell them by letter. */
export async function tellAuthor(
	tx: Writer,
	inquiry: Inquiry,
	notice: string,
	values: Record<string, string | number | null>,
	now: Date,
	once?: string,
): Promise<boolean> {
	const author = await authorAddress(tx, inquiry)
	if (!author) return false
	await writeNotice(tx, {
		notice,
		...addressedTo(author),
		inquiryId: inquiry.id,
		toAuthor: true,
		values: {
			number: inquiry.number,
			path: `/inquiries/${inquiry.number}`,
			...ownReceipt(inquiry),
			...values,
		},
		once,
		now,
	})
	return true
}

/** Whoever has no account opens their question by its receipt: the letter leads there. */
export const ownReceipt = ({ id, authorId }: Pick<Inquiry, 'id' | 'authorId'>): Record<string, string> =>
	authorId ? {} : { receiptOf: id }

/** The questions that share the answer of this proceeding. */
export const followersOf = (read: Reader, proceedingId: string) =>
	read.select().from(proceedings).where(eq(proceedings.followsId, proceedingId))
