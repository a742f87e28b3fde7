import { and, asc, count, eq, gt, inArray, isNotNull, isNull, max, ne } from 'drizzle-orm'
import type { Day } from '#app/deadlines/day.ts'
import { calendarVersion, lawOf } from '#app/jurisdictions/law.server.ts'
import { PROFILES } from '#app/jurisdictions/profiles.ts'
import { addressedTo, deskAddress, type Notice, writeAll } from '#app/notices/notice.server.ts'
import { mark, markOf } from '#app/register/mark.server.ts'
import { inquiries, proceedings } from '#db/schema/inquiries.ts'
import { events } from '#db/schema/register.ts'
import type { Reader, Store, Writer } from '#db/store.ts'
import { writeCase } from './hold.server.ts'
import { NO_TERM } from './inquiry.ts'
import { judgeUndated } from './judge-late.server.ts'
import { recountClock, shiftedAmong } from './shift.server.ts'

/** Counts all running clocks again under each calendar that has changed since they were last counted. */
export async function recountClocks(store: Store, { now }: { now: Date }): Promise<void> {
	for (const profileId of await profilesToRecount(store.readOwn)) await recount(store, profileId, now)
}

/** The profiles whose calendar has changed and whose clocks are not all counted under it yet. */
export async function profilesToRecount(read: Reader): Promise<string[]> {
	const changed: string[] = []
	for (const { id } of PROFILES) {
		const counted = (await markOf(read, `recounted:${id}`))?.split(' ')[0]
		if ((await calendarVersion(read, id)) !== (counted ?? 'none')) changed.push(id)
	}
	return changed
}

const COUNTED_AT_ONCE = 500

/** A change made meanwhile has another version, and the next round counts again. */
async function recount(store: Store, profileId: string, now: Date): Promise<void> {
	const law = await lawOf(store.readOwn, profileId)
	for (const dueOn of [...(await daysDue(store.readOwn)), null]) {
		const due = await dueThen(store.readOwn, profileId, dueOn)
		for (let at = 0; at < due.length; at += COUNTED_AT_ONCE)
			for (const moved of await shiftedAmong(store.readOwn, law, due.slice(at, at + COUNTED_AT_ONCE)))
				await writeCase(store, [moved.inquiryId], (tx) => recountClock(tx, moved.id, now))
	}
	await judgeUndated(store, law, now)
	await store.write(`recount:${profileId}`, async (tx) => {
		await tellDesks(tx, profileId, law.calendarVersion, now)
		const [last] = await tx.select({ sequence: max(events.sequence) }).from(events)
		await mark(tx, `recounted:${profileId}`, `${law.calendarVersion} ${last?.sequence ?? 0}`)
	})
}

const RUNNING = and(
	inArray(proceedings.stage, ['desk', 'following']),
	isNull(proceedings.breachedAt),
	ne(proceedings.rule, NO_TERM),
)

async function daysDue(read: Reader): Promise<Day[]> {
	const rows = await read
		.selectDistinct({ dueOn: proceedings.dueOn })
		.from(proceedings)
		.where(and(RUNNING, isNotNull(proceedings.dueOn)))
		.orderBy(asc(proceedings.dueOn))
	return rows.flatMap(({ dueOn }) => dueOn ?? [])
}

/**
 * All of one day at once, or, with null, those that no calendar could give a day yet: in pages by id, the engine
 * would walk through all that ever were for each.
 */
const dueThen = (read: Reader, profileId: string, dueOn: Day | null) =>
	read
		.select({
			id: proceedings.id,
			inquiryId: proceedings.inquiryId,
			rule: proceedings.rule,
			dueOn: proceedings.dueOn,
			procedure: inquiries.procedure,
		})
		.from(proceedings)
		.innerJoin(inquiries, eq(inquiries.id, proceedings.inquiryId))
		.where(
			and(
				RUNNING,
				dueOn ? eq(proceedings.dueOn, dueOn) : and(isNull(proceedings.dueOn), eq(proceedings.state, 'open')),
				eq(inquiries.profileId, profileId),
			),
		)

const LISTED = 20

/** One letter a desk about all that moved since the last recount, and one about all that got a day; never one for each. */
async function tellDesks(tx: Writer, profileId: string, version: string, now: Date): Promise<void> {
	const last = (await markOf(tx, `recounted:${profileId}`))?.split(' ')[1] ?? '0'
	// A mark that was made before marks had the number of the last event has the moment.
	const since = last.includes('T') ? gt(events.at, new Date(last)) : gt(events.sequence, Number(last))
	for (const type of ['shifted', 'dated'] as const) {
		const told = and(
			eq(events.type, type),
			since,
			eq(proceedings.stage, 'desk'),
			eq(inquiries.profileId, profileId),
		)
		const desks = await tx
			.select({ bodyId: proceedings.bodyId, total: count() })
			.from(events)
			.innerJoin(proceedings, eq(proceedings.id, events.proceedingId))
			.innerJoin(inquiries, eq(inquiries.id, proceedings.inquiryId))
			.where(told)
			.groupBy(proceedings.bodyId)
		const letters: Notice[] = []
		for (const { bodyId, total } of desks) {
			const desk = await deskAddress(tx, bodyId)
			if (!desk) continue
			const listed = await tx
				.select({ number: inquiries.number, details: events.details, dueOn: proceedings.dueOn })
				.from(events)
				.innerJoin(proceedings, eq(proceedings.id, events.proceedingId))
				.innerJoin(inquiries, eq(inquiries.id, proceedings.inquiryId))
				.where(and(told, eq(proceedings.bodyId, bodyId), isNotNull(proceedings.dueOn)))
				.orderBy(asc(proceedings.dueOn), asc(inquiries.number))
				.limit(LISTED)
			letters.push({
				notice: `${type}-desk`,
				...addressedTo(desk),
				values: {
					bodyId,
					total,
					items: listed.map(({ number, details, dueOn }) =>
						type === 'shifted'
							? { kind: type, number, from: String(details.from), to: String(details.to) }
							: { kind: type, number, dueOn },
					),
					more: total > listed.length ? total - listed.length : null,
					path: '/desk',
				},
				once: `${type}:${version}:${bodyId}`,
				now,
			})
		}
		await writeAll(tx, letters)
	}
}
