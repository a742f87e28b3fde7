import { and, asc, eq, gt, gte, inArray, isNull, lte } from 'drizzle-orm'
import { type Day, laterOf } from '#app/deadlines/day.ts'
import { DeadlineError } from '#app/deadlines/problem.ts'
import { type Law, lawOf } from '#app/jurisdictions/law.server.ts'
import { deskAddress, write as writeNotice } from '#app/notices/notice.server.ts'
import { record } from '#app/register/record.server.ts'
import { calendarEntries } from '#db/schema/bodies.ts'
import { dueShifts, inquiries, proceedings } from '#db/schema/inquiries.ts'
import type { Reader, Writer } from '#db/store.ts'
import { tellAuthor } from './act.server.ts'
import { clockOfProceeding } from './clock.server.ts'
import { filedProceeding, refreshThread } from './filed.server.ts'
import { legalDay } from './submit.server.ts'

/** Running proceedings under a profile, in pages by id, for the recount after a change of its calendar. */
export async function runningProceedings(read: Reader, profileId: string, after: string, size: number) {
	return read
		.select({ id: proceedings.id })
		.from(proceedings)
		.innerJoin(inquiries, eq(inquiries.id, proceedings.inquiryId))
		.where(
			and(
				inArray(proceedings.stage, ['desk', 'following']),
				isNull(proceedings.breachedAt),
				eq(inquiries.profileId, profileId),
				gt(proceedings.id, after),
			),
		)
		.orderBy(asc(proceedings.id))
		.limit(size)
}

/**
 * Counts the term of one running proceeding again under the calendar as it is now. When the due day moves, the
 * shift is kept with the entry that moved it and both sides are told. A term that has lapsed stays lapsed.
 */
export async function recountClock(tx: Writer, proceedingId: string, now: Date): Promise<boolean> {
	const filed = await filedProceeding(tx, proceedingId)
	if (!filed || filed.proceeding.stage === 'ended' || filed.proceeding.breachedAt) return false
	const { proceeding, inquiry, body } = filed
	const law = await lawOf(tx, inquiry.profileId)
	const dueOn = await dueUnder(tx, law, filed)
	if (dueOn === undefined || dueOn === proceeding.dueOn) return false

	await tx.update(proceedings).set({ dueOn }).where(eq(proceedings.id, proceeding.id))
	await refreshThread(tx, inquiry.id)
	const from = proceeding.dueOn
	if (!from || !dueOn) return true
	const cause = await causeOf(tx, inquiry.profileId, proceeding.registeredOn, laterOf(from, dueOn))
	await tx.insert(dueShifts).values({
		id: crypto.randomUUID(),
		proceedingId: proceeding.id,
		from,
		to: dueOn,
		calendarEntryId: cause,
		at: now,
	})
	await record(tx, {
		subject: 'inquiry',
		subjectId: inquiry.id,
		type: 'shifted',
		at: now,
		on: legalDay(law, now),
		by: 'system',
		proceedingId: proceeding.id,
		details: { from, to: dueOn, calendarEntryId: cause },
	})
	await tellAuthor(tx, inquiry, 'shifted', { from, to: dueOn }, now)
	const desk = await deskAddress(tx, body.id)
	if (desk)
		await writeNotice(tx, {
			notice: 'shifted',
			recipient: desk.email,
			language: desk.language,
			values: { number: inquiry.number, from, to: dueOn, path: `/desk/${proceeding.id}` },
			now,
		})
	return true
}

/** The due day now, null while paused; undefined when the calendar does not reach far enough to say. */
async function dueUnder(
	tx: Reader,
	law: Law,
	{
		proceeding,
		inquiry,
	}: { proceeding: typeof proceedings.$inferSelect; inquiry: typeof inquiries.$inferSelect },
): Promise<Day | null | undefined> {
	try {
		return (await clockOfProceeding(tx, law, proceeding, inquiry.procedure)).dueOn ?? null
	} catch (error) {
		if (error instanceof DeadlineError) return undefined
		throw error
	}
}

/** The entry changed last among those that lie within the term. */
async function causeOf(read: Reader, calendar: string, from: Day, to: Day): Promise<string | null> {
	const within = await read
		.select({
			id: calendarEntries.id,
			enteredAt: calendarEntries.enteredAt,
			removedAt: calendarEntries.removedAt,
		})
		.from(calendarEntries)
		.where(
			and(
				eq(calendarEntries.calendar, calendar),
				gte(calendarEntries.day, from),
				lte(calendarEntries.day, to),
			),
		)
	const changedAt = (entry: (typeof within)[number]) => (entry.removedAt ?? entry.enteredAt).getTime()
	return within.sort((a, b) => changedAt(b) - changedAt(a))[0]?.id ?? null
}
