import { and, asc, eq, gt, inArray, isNotNull, isNull, lt, or } from 'drizzle-orm'
import { type Day, dayIn } from '#app/deadlines/day.ts'
import { legalMoment } from '#app/deadlines/registration.ts'
import { type Law, lawOf } from '#app/jurisdictions/law.server.ts'
import { recordAll } from '#app/register/record.server.ts'
import { type BREACH_DUTIES, breaches, extensions, inquiries, proceedings } from '#db/schema/inquiries.ts'
import type { Reader, Writer } from '#db/store.ts'
import { type Filed, filedProceeding, filedProceedings } from './filed.server.ts'
import { profilesToRecount } from './recount.server.ts'
import { recountClock } from './shift.server.ts'
import { type Lapse, tellOfLapses } from './tell-lapse.server.ts'

type Duty = (typeof BREACH_DUTIES)[number]

interface NewBreach {
	filed: Pick<Filed, 'inquiry' | 'proceeding'>
	duty: Duty
	dueOn: Day
	moment: Date
	now: Date
	/** When the duty was done after all, if it was done late. */
	mendedAt?: Date | null
}

/** Writes down that a duty was not done by its legal date; once, however often it is called. */
export async function recordBreach(tx: Writer, breach: NewBreach): Promise<boolean> {
	return (await recordBreaches(tx, [breach])).length > 0
}

/** Gives those that were not yet on record. */
async function recordBreaches<Breach extends NewBreach>(
	tx: Writer,
	found: readonly Breach[],
): Promise<Breach[]> {
	const ids = new Map(found.map((breach) => [crypto.randomUUID() as string, breach]))
	const rows = [...ids].map(
		([
			id,
			{
				filed: { inquiry, proceeding },
				...breach
			},
		]) => ({
			id,
			proceedingId: proceeding.id,
			inquiryId: inquiry.id,
			bodyId: proceeding.bodyId,
			officeId: proceeding.officeId,
			duty: breach.duty,
			dueOn: breach.dueOn,
			legalMoment: breach.moment,
			recordedAt: breach.now,
			mendedAt: breach.mendedAt ?? null,
		}),
	)
	const added: Breach[] = []
	for (let at = 0; at < rows.length; at += 500) {
		const inserted = await tx
			.insert(breaches)
			.values(rows.slice(at, at + 500))
			.onConflictDoNothing()
			.returning({ id: breaches.id })
		added.push(...inserted.flatMap(({ id }) => ids.get(id) ?? []))
	}
	await recordAll(
		tx,
		added.map(({ filed: { inquiry, proceeding }, duty, dueOn, moment, now }) => ({
			subject: 'inquiry',
			subjectId: inquiry.id,
			type: 'breached',
			at: moment,
			on: dueOn,
			by: 'system',
			proceedingId: proceeding.id,
			details: { duty, dueOn },
			once: `breach:${proceeding.id}:${duty}:${dueOn}`,
			now,
		})),
	)
	return added
}

/** Proceedings whose term has lapsed unanswered and whose breach is not yet recorded, oldest first. */
export async function lapsedProceedings(
	read: Reader,
	today: Day,
	limit: number,
): Promise<{ id: string; inquiryId: string }[]> {
	return read
		.select({ id: proceedings.id, inquiryId: proceedings.inquiryId })
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

/** As `recordLapses`, for one proceeding. */
export async function recordLapse(tx: Writer, proceedingId: string, now: Date): Promise<boolean> {
	return (await recordLapses(tx, [proceedingId], now)) > 0
}

/**
 * Silence past the term is a refusal from the moment the term ends (APPC 91(2)), however late this runs.
 * The author, the approvers of the body and the overseers are told; the author gets the way to complain.
 * Takes at most 500 at once; gives how many were recorded.
 */
export async function recordLapses(tx: Writer, proceedingIds: readonly string[], now: Date): Promise<number> {
	const lapsed = await lapsedAmong(tx, proceedingIds, now)
	for (const time of new Set(lapsed.map(({ moment }) => moment.getTime())))
		await markBreached(
			tx,
			new Date(time),
			lapsed.filter(({ moment }) => moment.getTime() === time),
		)
	const added = await recordBreaches(tx, lapsed)
	await tellOfLapses(tx, added, now)
	return added.length
}

/** Before an act changes or ends them, what has lapsed is on record, though the duty has not come by yet. */
export async function settleLapses(
	tx: Writer,
	some: readonly Filed['proceeding'][],
	law: Law,
	now: Date,
): Promise<boolean> {
	const ids = some.filter((one) => hasLapsed(one, law, now)).map(({ id }) => id)
	if (ids.length === 0) return false
	if ((await profilesToRecount(tx)).length > 0) for (const id of ids) await recountClock(tx, id, now)
	for (let at = 0; at < ids.length; at += 500) await recordLapses(tx, ids.slice(at, at + 500), now)
	return true
}

async function lapsedAmong(tx: Reader, ids: readonly string[], now: Date): Promise<Lapse[]> {
	const lapsed: Lapse[] = []
	for (const filed of await filedProceedings(tx, ids)) {
		const { proceeding, inquiry } = filed
		const law = await lawOf(tx, inquiry.profileId)
		if (!hasLapsed(proceeding, law, now)) continue
		const dueOn = proceeding.dueOn as Day
		const moment = legalMoment(dueOn, law.profile.time.zone)
		lapsed.push({ filed, law, duty: replyDuty(proceeding), dueOn, moment, now })
	}
	return lapsed
}

/** The duty that silence past the term breaches. */
export const replyDuty = ({ rule }: { rule: string }): Duty =>
	rule === 'inquiry.decide_complaint' ? 'decide_complaint' : 'answer'

function hasLapsed(proceeding: Filed['proceeding'], law: Law, now: Date): boolean {
	return (
		proceeding.state === 'open' &&
		proceeding.breachedAt === null &&
		proceeding.dueOn !== null &&
		dayIn(law.profile.time.zone, now) > proceeding.dueOn
	)
}

/** A breach changes neither the state nor the due day, so the thread needs no more than its moment. */
async function markBreached(tx: Writer, moment: Date, lapsed: readonly Lapse[]): Promise<void> {
	const ids = lapsed.map(({ filed }) => filed.proceeding.id)
	await tx.update(proceedings).set({ breachedAt: moment }).where(inArray(proceedings.id, ids))
	const threads = [...new Set(lapsed.map(({ filed }) => filed.inquiry.id))]
	await tx
		.update(inquiries)
		.set({ breachedAt: moment })
		.where(
			and(inArray(inquiries.id, threads), or(isNull(inquiries.breachedAt), gt(inquiries.breachedAt, moment))),
		)
}

/** Extensions of which the author was not told by the legal day (APPC 76(3)). */
export async function untoldExtensions(read: Reader, today: Day, limit: number) {
	return read
		.select({
			proceedingId: extensions.proceedingId,
			inquiryId: proceedings.inquiryId,
			tellBy: extensions.tellBy,
		})
		.from(extensions)
		.innerJoin(proceedings, eq(proceedings.id, extensions.proceedingId))
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
export async function mendBreach(
	tx: Writer,
	proceedingIds: readonly string[],
	now: Date,
	duties: readonly Duty[] = ['answer', 'decide_complaint'],
): Promise<void> {
	if (proceedingIds.length === 0) return
	await tx
		.update(breaches)
		.set({ mendedAt: now })
		.where(
			and(
				inArray(breaches.proceedingId, [...proceedingIds]),
				inArray(breaches.duty, [...duties]),
				isNull(breaches.mendedAt),
			),
		)
}
