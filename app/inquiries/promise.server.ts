import { and, asc, eq, gte, isNull, lt, lte } from 'drizzle-orm'
import { type Day, dayIn } from '#app/deadlines/day.ts'
import { workingDaysAhead } from '#app/deadlines/days-ahead.ts'
import { legalMoment } from '#app/deadlines/registration.ts'
import { lawOf } from '#app/jurisdictions/law.server.ts'
import { eachMorning } from '#app/jurisdictions/morning.server.ts'
import { PROFILES } from '#app/jurisdictions/profiles.ts'
import { addressedTo, deskAddress, write as writeNotice } from '#app/notices/notice.server.ts'
import { record } from '#app/register/record.server.ts'
import { answers, inquiries, promises } from '#db/schema/inquiries.ts'
import type { Reader, Store, Writer } from '#db/store.ts'
import { tellAuthor } from './act.server.ts'

const REMIND_AHEAD = 5

/** The desk hears five working days before that something it promised is due. */
export const remindOfPromises = (
	store: Store,
	{ profileId, now }: { profileId: string; now: Date },
): Promise<void> =>
	eachMorning(store, 'promises', { profileId, now }, async ({ law, today }) => {
		const soon = workingDaysAhead(law.calendar, today, REMIND_AHEAD)
		for (const found of await openPromises(store.readOwn, today, soon))
			await store.write(`inquiry:${found.promise.inquiryId}`, (tx) =>
				tellDesk(tx, 'promise-soon', found, now),
			)
	})

/** A promise whose day went by unkept is on the public record from the end of that day, however late this runs. */
export async function recordLapsedPromises(store: Store, { now }: { now: Date }): Promise<void> {
	const today = PROFILES.map((profile) => dayIn(profile.time.zone, now))
		.sort()
		.at(-1) as Day
	for (const { id, inquiryId } of await lapsedPromises(store.readOwn, today))
		await store.write(`inquiry:${inquiryId}`, (tx) => lapsePromise(tx, id, now))
}

async function lapsePromise(tx: Writer, promiseId: string, now: Date): Promise<void> {
	const [found] = await withCase(tx).where(eq(promises.id, promiseId))
	if (!found || found.promise.keptAt || found.promise.lapsedAt) return
	const { promise, inquiry, proceedingId } = found
	const { profile } = await lawOf(tx, inquiry.profileId)
	const moment = legalMoment(promise.dueOn, profile.time.zone)
	if (now < moment) return

	await tx.update(promises).set({ lapsedAt: moment }).where(eq(promises.id, promise.id))
	await record(tx, {
		subject: 'inquiry',
		subjectId: inquiry.id,
		type: 'promise_lapsed',
		at: moment,
		on: promise.dueOn,
		by: 'system',
		proceedingId,
		details: { promiseId: promise.id, dueOn: promise.dueOn },
		once: `promise-lapsed:${promise.id}`,
		now,
	})
	const values = { dueOn: promise.dueOn, text: promise.text }
	await tellAuthor(tx, inquiry, 'promise-lapsed', values, now, `promise-lapsed:${promise.id}:author`)
	await tellDesk(tx, 'promise-lapsed-desk', found, now)
}

type Found = Awaited<ReturnType<typeof openPromises>>[number]

async function tellDesk(
	tx: Writer,
	notice: 'promise-soon' | 'promise-lapsed-desk',
	{ promise, inquiry, proceedingId }: Found,
	now: Date,
): Promise<void> {
	const desk = await deskAddress(tx, promise.bodyId)
	if (!desk) return
	await writeNotice(tx, {
		notice,
		...addressedTo(desk),
		inquiryId: inquiry.id,
		values: {
			number: inquiry.number,
			dueOn: promise.dueOn,
			text: promise.text,
			path: `/desk/${proceedingId}`,
		},
		once: `${notice}:${promise.id}`,
		now,
	})
}

const withCase = (read: Reader) =>
	read
		.select({ promise: promises, inquiry: inquiries, proceedingId: answers.proceedingId })
		.from(promises)
		.innerJoin(answers, eq(answers.id, promises.answerId))
		.innerJoin(inquiries, eq(inquiries.id, promises.inquiryId))

const openPromises = (read: Reader, from: Day, to: Day) =>
	withCase(read)
		.where(and(isNull(promises.keptAt), gte(promises.dueOn, from), lte(promises.dueOn, to)))
		.orderBy(asc(promises.dueOn), asc(promises.id))

const lapsedPromises = (read: Reader, today: Day) =>
	read
		.select({ id: promises.id, inquiryId: promises.inquiryId })
		.from(promises)
		.where(and(isNull(promises.keptAt), isNull(promises.lapsedAt), lt(promises.dueOn, today)))
		.orderBy(asc(promises.dueOn), asc(promises.id))
