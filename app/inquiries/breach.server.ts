import { and, asc, eq, inArray, isNotNull, isNull, lt } from 'drizzle-orm'
import { type Day, dayIn } from '#app/deadlines/day.ts'
import { legalMoment } from '#app/deadlines/registration.ts'
import { type Law, lawOf } from '#app/jurisdictions/law.server.ts'
import { deskAddress, holdersOf, write as writeNotice } from '#app/notices/notice.server.ts'
import { record } from '#app/register/record.server.ts'
import { type BREACH_DUTIES, breaches, extensions, proceedings } from '#db/schema/inquiries.ts'
import type { Reader, Writer } from '#db/store.ts'
import { tellAuthor } from './act.server.ts'
import { type Filed, filedProceeding, refreshThread } from './filed.server.ts'

type Duty = (typeof BREACH_DUTIES)[number]

/** Writes down that a duty was not done by its legal date; once, however often it is called. */
export async function recordBreach(
	tx: Writer,
	breach: {
		filed: Pick<Filed, 'inquiry' | 'proceeding'>
		duty: Duty
		dueOn: Day
		moment: Date
		now: Date
		/** When the duty was done after all, if it was done late. */
		mendedAt?: Date | null
	},
): Promise<boolean> {
	const { inquiry, proceeding } = breach.filed
	const added = await tx
		.insert(breaches)
		.values({
			id: crypto.randomUUID(),
			proceedingId: proceeding.id,
			inquiryId: inquiry.id,
			bodyId: proceeding.bodyId,
			officeId: proceeding.officeId,
			duty: breach.duty,
			dueOn: breach.dueOn,
			legalMoment: breach.moment,
			recordedAt: breach.now,
			mendedAt: breach.mendedAt ?? null,
		})
		.onConflictDoNothing()
		.returning({ id: breaches.id })
	if (added.length === 0) return false
	await record(tx, {
		subject: 'inquiry',
		subjectId: inquiry.id,
		type: 'breached',
		at: breach.moment,
		on: breach.dueOn,
		by: 'system',
		proceedingId: proceeding.id,
		details: { duty: breach.duty, dueOn: breach.dueOn },
		once: `breach:${proceeding.id}:${breach.duty}:${breach.dueOn}`,
		now: breach.now,
	})
	return true
}

/** Proceedings whose term has lapsed unanswered and whose breach is not yet recorded, oldest first. */
export async function lapsedProceedings(read: Reader, today: Day, limit: number): Promise<{ id: string }[]> {
	return read
		.select({ id: proceedings.id })
		.from(proceedings)
		.where(
			and(
				inArray(proceedings.stage, ['desk', 'following']),
				isNull(proceedings.breachedAt),
				lt(proceedings.dueOn, today),
			),
		)
		.orderBy(asc(proceedings.dueOn))
		.limit(limit)
}

/**
 * Silence past the term is a refusal from the moment the term ends (APPC 91(2)), however late this runs.
 * The author, the approvers of the body and the overseers are told; the author gets the way to complain.
 */
export async function recordLapse(tx: Writer, proceedingId: string, now: Date): Promise<boolean> {
	const filed = await filedProceeding(tx, proceedingId)
	if (!filed) return false
	const { proceeding, inquiry } = filed
	const law = await lawOf(tx, inquiry.profileId)
	if (!hasLapsed(proceeding, law, now)) return false

	const dueOn = proceeding.dueOn as Day
	const moment = legalMoment(dueOn, law.profile.time.zone)
	const duty: Duty = proceeding.rule === 'inquiry.decide_complaint' ? 'decide_complaint' : 'answer'
	await tx.update(proceedings).set({ breachedAt: moment }).where(eq(proceedings.id, proceeding.id))
	await refreshThread(tx, inquiry.id)
	const recorded = await recordBreach(tx, { filed, duty, dueOn, moment, now })
	if (recorded) await tellOfLapse(tx, filed, dueOn, now)
	return recorded
}

function hasLapsed(proceeding: Filed['proceeding'], law: Law, now: Date): boolean {
	return (
		proceeding.state === 'open' &&
		proceeding.breachedAt === null &&
		proceeding.dueOn !== null &&
		dayIn(law.profile.time.zone, now) > proceeding.dueOn
	)
}

async function tellOfLapse(
	tx: Writer,
	{ inquiry, proceeding, body }: Filed,
	dueOn: Day,
	now: Date,
): Promise<void> {
	const once = `breach:${proceeding.id}:${dueOn}`
	await tellAuthor(
		tx,
		inquiry,
		'deemed-refusal',
		{ dueOn, bodyId: body.id, path: `/inquiries/${inquiry.number}/complaint` },
		now,
		`${once}:author`,
	)
	// Followers share the work of their lead: one letter to the desk is enough.
	if (proceeding.stage === 'following') return
	const approvers = await holdersOf(tx, ['approver'], body.id)
	const desk = approvers.length > 0 ? approvers : [await deskAddress(tx, body.id)]
	const told = [...desk, ...(await holdersOf(tx, ['overseer'], null))]
	for (const addressee of told) {
		if (!addressee) continue
		await writeNotice(tx, {
			notice: 'breach',
			recipient: addressee.email,
			language: addressee.language,
			values: { number: inquiry.number, dueOn, bodyId: body.id, path: `/desk/${proceeding.id}` },
			once: `${once}:${addressee.email}`,
			now,
		})
	}
}

/** Extensions of which the author was not told by the legal day (APPC 76(3)). */
export async function untoldExtensions(read: Reader, today: Day, limit: number) {
	return read
		.select({ proceedingId: extensions.proceedingId, tellBy: extensions.tellBy })
		.from(extensions)
		.leftJoin(
			breaches,
			and(eq(breaches.proceedingId, extensions.proceedingId), eq(breaches.duty, 'notify_extension')),
		)
		.where(
			and(
				isNull(extensions.toldAt),
				isNotNull(extensions.tellBy),
				lt(extensions.tellBy, today),
				isNull(breaches.id),
			),
		)
		.limit(limit)
}

export async function recordUntoldExtension(
	tx: Writer,
	proceedingId: string,
	tellBy: Day,
	now: Date,
): Promise<boolean> {
	const filed = await filedProceeding(tx, proceedingId)
	if (!filed) return false
	const law = await lawOf(tx, filed.inquiry.profileId)
	const moment = legalMoment(tellBy, law.profile.time.zone)
	return recordBreach(tx, { filed, duty: 'notify_extension', dueOn: tellBy, moment, now })
}

/** The work was done after all: the breach stays, with the moment that mended it. */
export async function mendBreach(tx: Writer, proceedingIds: readonly string[], now: Date): Promise<void> {
	if (proceedingIds.length === 0) return
	await tx
		.update(breaches)
		.set({ mendedAt: now })
		.where(
			and(
				inArray(breaches.proceedingId, [...proceedingIds]),
				inArray(breaches.duty, ['answer', 'decide_complaint']),
				isNull(breaches.mendedAt),
			),
		)
}
