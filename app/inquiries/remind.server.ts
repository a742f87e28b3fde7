import { and, asc, eq, gte, inArray, isNotNull, isNull, lt, lte, notExists, sql } from 'drizzle-orm'
import type { Calendar } from '#app/deadlines/calendar.ts'
import { addDays, type Day } from '#app/deadlines/day.ts'
import { eachMorning } from '#app/jurisdictions/morning.server.ts'
import {
	type Addressee,
	addressed,
	addressedTo,
	deskAddress,
	holdersOf,
	type Notice,
	writeAll,
} from '#app/notices/notice.server.ts'
import { bodies } from '#db/schema/bodies.ts'
import { corrections, inquiries, proceedings, reminders } from '#db/schema/inquiries.ts'
import { people } from '#db/schema/people.ts'
import type { Reader, Store, Writer } from '#db/store.ts'
import { tellAuthor } from './act.server.ts'
import { filedProceeding } from './filed.server.ts'
import { isHalfGone, REMINDER_KINDS, type ReminderKind, reminderWindows } from './reminder.ts'

interface Morning {
	profileId: string
	now: Date
}

interface Reminded {
	id: string
	inquiryId: string
	executorId: string | null
	/** Of what was not corrected, the last day to correct it. */
	dueOn: Day
	kind: ReminderKind | 'uncorrected'
}

/** One digest a desk each working morning, and one to each executor of what is theirs; never a letter an item. */
export const remindDesks = (store: Store, { profileId, now }: Morning): Promise<void> =>
	eachMorning(store, 'desks', { profileId, now }, async ({ law, today }) => {
		for (const { id } of await store.readOwn.select({ id: bodies.id }).from(bodies).orderBy(asc(bodies.id))) {
			const found = [
				...(await toRemindOf(store.readOwn, id, today, law.calendar)),
				...(await uncorrected(store.readOwn, id, today)),
			]
			await remindDesk(store, id, found, today, now)
		}
	})

const WRITTEN_AT_ONCE = 1000

/** The letters go with the first reminders, the most urgent: what is left behind by a crash is for the next round. */
async function remindDesk(
	store: Store,
	bodyId: string,
	found: readonly Reminded[],
	today: Day,
	now: Date,
): Promise<void> {
	for (let at = 0; at < found.length; at += WRITTEN_AT_ONCE)
		await store.write(`digest:${bodyId}`, async (tx) => {
			const fresh = await writeReminders(tx, found.slice(at, at + WRITTEN_AT_ONCE), now)
			// Another runner was quicker and has written the letters too.
			if (at > 0 || fresh === 0) return
			await writeAll(tx, await digests(tx, bodyId, found, today, now))
		})
}

async function digests(
	tx: Reader,
	bodyId: string,
	found: readonly Reminded[],
	today: Day,
	now: Date,
): Promise<Notice[]> {
	const letters: Notice[] = []
	for (const desk of await desksOf(tx, bodyId))
		letters.push(await digest(tx, 'digest', desk, found, { bodyId, today, now }))
	for (const executor of await executorsOf(tx, found)) {
		const own = found.filter(({ executorId }) => executorId === executor.personId)
		letters.push(await digest(tx, 'digest-own', executor, own, { bodyId, today, now }))
	}
	return letters
}

async function toRemindOf(read: Reader, bodyId: string, today: Day, calendar: Calendar): Promise<Reminded[]> {
	const windows = reminderWindows(today, calendar)
	const found: Reminded[] = []
	for (const kind of [...REMINDER_KINDS].reverse()) {
		const { from, to } = windows[kind]
		const due = await unremindedDue(read, bodyId, kind, from, to)
		for (const { registeredOn, dueOn, ...proceeding } of due) {
			if (!dueOn || registeredOn >= today) continue
			if (kind === 'half' && !isHalfGone({ registeredOn, dueOn }, today, calendar)) continue
			found.push({ ...proceeding, dueOn, kind })
		}
	}
	return found
}

const unremindedDue = (read: Reader, bodyId: string, kind: ReminderKind, from: Day, to: Day) =>
	read
		.select({
			id: proceedings.id,
			inquiryId: proceedings.inquiryId,
			executorId: proceedings.executorId,
			registeredOn: proceedings.registeredOn,
			dueOn: proceedings.dueOn,
		})
		.from(proceedings)
		.where(
			and(
				eq(proceedings.bodyId, bodyId),
				eq(proceedings.stage, 'desk'),
				gte(proceedings.dueOn, from),
				lte(proceedings.dueOn, to),
				notExists(
					read
						.select({ one: sql`1` })
						.from(reminders)
						.where(
							and(
								eq(reminders.proceedingId, proceedings.id),
								eq(reminders.kind, kind),
								eq(reminders.dueOn, proceedings.dueOn),
							),
						),
				),
			),
		)
		.orderBy(asc(proceedings.dueOn), asc(proceedings.id))

/**
 * What waits for a correction whose time has passed, once each: from now on the desk gives it back within three working
 * days (APPC 64(7)1), or goes on with what it has.
 */
async function uncorrected(read: Reader, bodyId: string, today: Day): Promise<Reminded[]> {
	const rows = await read
		.select({
			id: proceedings.id,
			inquiryId: proceedings.inquiryId,
			executorId: proceedings.executorId,
			correctBy: proceedings.correctBy,
		})
		.from(proceedings)
		.where(
			and(
				eq(proceedings.bodyId, bodyId),
				eq(proceedings.stage, 'desk'),
				isNull(proceedings.dueOn),
				eq(proceedings.state, 'paused'),
				lt(proceedings.correctBy, today),
				notExists(
					read
						.select({ one: sql`1` })
						.from(reminders)
						.where(
							and(
								eq(reminders.proceedingId, proceedings.id),
								eq(reminders.kind, 'uncorrected'),
								eq(reminders.dueOn, proceedings.correctBy),
							),
						),
				),
			),
		)
		.orderBy(asc(proceedings.correctBy), asc(proceedings.id))
	return rows.flatMap(({ correctBy, ...one }) =>
		correctBy ? [{ ...one, dueOn: correctBy, kind: 'uncorrected' as const }] : [],
	)
}

/** Gives how many were not written down before. */
async function writeReminders(tx: Writer, some: readonly Reminded[], now: Date): Promise<number> {
	let fresh = 0
	for (let at = 0; at < some.length; at += 500) {
		const rows = some
			.slice(at, at + 500)
			.map(({ id, kind, dueOn }) => ({ proceedingId: id, kind, dueOn, at: now }))
		const added = await tx
			.insert(reminders)
			.values(rows)
			.onConflictDoNothing()
			.returning({ id: reminders.proceedingId })
		fresh += added.length
	}
	return fresh
}

/** The desk's own address; without one, each of its clerks. */
async function desksOf(read: Reader, bodyId: string): Promise<Addressee[]> {
	const desk = await deskAddress(read, bodyId)
	return desk ? [desk] : holdersOf(read, ['clerk'], bodyId)
}

async function executorsOf(read: Reader, reminded: readonly Reminded[]) {
	const ids = [...new Set(reminded.flatMap(({ executorId }) => executorId ?? []))]
	if (ids.length === 0) return []
	const executors = await read
		.select({ personId: people.id, email: people.email, language: people.language })
		.from(people)
		.where(and(inArray(people.id, ids), isNull(people.closedAt)))
	return addressed(executors)
}

const LISTED = 20

async function digest(
	read: Reader,
	notice: 'digest' | 'digest-own',
	addressee: Addressee,
	reminded: readonly Reminded[],
	{ bodyId, today, now }: { bodyId: string; today: Day; now: Date },
): Promise<Notice> {
	const listed = reminded.slice(0, LISTED)
	const numbers = await numbersOf(read, listed)
	return {
		notice,
		...addressedTo(addressee),
		values: {
			bodyId,
			today,
			total: reminded.length,
			items: listed.map(({ inquiryId, kind, dueOn }) => ({
				kind,
				number: numbers.get(inquiryId) ?? '',
				dueOn,
			})),
			more: reminded.length > LISTED ? reminded.length - LISTED : null,
			path: '/desk',
		},
		once: `${notice}:${bodyId}:${today}:${addressee.email}`,
		now,
	}
}

async function numbersOf(read: Reader, listed: readonly Reminded[]): Promise<Map<string, string>> {
	const ids = listed.map(({ inquiryId }) => inquiryId)
	const rows = await read
		.select({ id: inquiries.id, number: inquiries.number })
		.from(inquiries)
		.where(inArray(inquiries.id, ids))
	return new Map(rows.map(({ id, number }) => [id, number]))
}

/** The author hears the day before that their time to correct ends. */
export const remindOfCorrections = (store: Store, { profileId, now }: Morning): Promise<void> =>
	eachMorning(store, 'corrections', { profileId, now }, async ({ today }) => {
		for (const { proceedingId, inquiryId, until } of await endingCorrections(store.readOwn, today))
			await store.write(`inquiry:${inquiryId}`, async (tx) => {
				const filed = await filedProceeding(tx, proceedingId)
				if (filed?.proceeding.correctBy !== until) return
				const path = `/inquiries/${filed.inquiry.number}/correction`
				const once = `correction-ending:${proceedingId}:${until}`
				await tellAuthor(tx, filed.inquiry, 'correction-ending', { until, path }, now, once)
			})
	})

/** Those that end today or tomorrow and were not asked for only now. Paused, a proceeding has no due day. */
const endingCorrections = (read: Reader, today: Day) =>
	read
		.select({
			proceedingId: proceedings.id,
			inquiryId: proceedings.inquiryId,
			until: corrections.until,
		})
		.from(proceedings)
		.innerJoin(
			corrections,
			and(
				eq(corrections.proceedingId, proceedings.id),
				isNull(corrections.repliedAt),
				isNull(corrections.returnedAt),
			),
		)
		.where(
			and(
				eq(proceedings.stage, 'desk'),
				isNull(proceedings.breachedAt),
				isNull(proceedings.dueOn),
				isNotNull(proceedings.correctBy),
				gte(corrections.until, today),
				lte(corrections.until, addDays(today, 1)),
				lt(corrections.requestedOn, today),
			),
		)
