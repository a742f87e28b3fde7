import { and, asc, eq, gt, inArray, isNull, or } from 'drizzle-orm'
import { type ActingOnHearing, hearingById, openHearing, touchRoom } from '#app/hearings/hearing.server.ts'
import { done, type Outcome, refused } from '#app/outcome.ts'
import { attendances, attendees } from '#db/schema/hearings.ts'
import type { Reader, Writer } from '#db/store.ts'
import { PRESENT_MS, type RoomRefusal } from './room.ts'

/** Those who registered, with whether they are in the hall now: for the door. */
export async function atTheDoor(read: Reader, hearingId: number) {
	const rows = await read
		.select({
			id: attendees.id,
			name: attendees.name,
			affiliation: attendees.affiliation,
			representing: attendees.representing,
			position: attendees.position,
			inHall: attendees.inHall,
			code: attendees.code,
		})
		.from(attendees)
		.where(and(eq(attendees.hearingId, hearingId), isNull(attendees.cancelledAt)))
		.orderBy(asc(attendees.name), asc(attendees.id))
	const inside = await read
		.select({ id: attendances.attendeeId })
		.from(attendances)
		.innerJoin(attendees, eq(attendees.id, attendances.attendeeId))
		.where(and(eq(attendees.hearingId, hearingId), isNull(attendances.leftAt)))
	const there = new Set(inside.map(({ id }) => id))
	return rows.map((row) => ({ ...row, present: there.has(row.id) }))
}

/** How many are there, in the hall and over the net. */
export async function presentIn(read: Reader, hearingId: number, now: Date) {
	const rows = await read
		.selectDistinct({ id: attendees.id, inHall: attendees.inHall })
		.from(attendances)
		.innerJoin(attendees, eq(attendees.id, attendances.attendeeId))
		.where(
			and(eq(attendees.hearingId, hearingId), or(isNull(attendances.leftAt), gt(attendances.leftAt, now))),
		)
	const hall = rows.filter(({ inHall }) => inHall).length
	return { hall, net: rows.length - hall }
}

type Entering = ActingOnHearing & { attendeeId: string; present: boolean }

/** The secretary sees somebody come into the hall, or leave it. */
export async function enterHall(
	tx: Writer,
	{ attendeeId, present, ...acting }: Entering,
): Promise<Outcome<null, RoomRefusal>> {
	const opened = await openHearing(tx, 'keep-room', acting)
	if (!opened.ok) return opened
	const { hearingId, now } = acting
	if (opened.value.hearing.state === 'held') return refused('wrong-state')
	const own = and(eq(attendees.id, attendeeId), eq(attendees.hearingId, hearingId))
	const [attendee] = await tx.select().from(attendees).where(own)
	if (!attendee || attendee.cancelledAt) return refused('not-found')
	if (present) {
		// Who stands in the hall is in the hall, whatever they said before.
		await tx.update(attendees).set({ inHall: true }).where(own)
		await came(tx, attendeeId, now)
	} else await left(tx, [attendeeId], now)
	await touchRoom(tx, hearingId)
	return done(null)
}

/** Into the hall, once. */
export async function came(tx: Writer, attendeeId: string, now: Date): Promise<void> {
	const inside = and(eq(attendances.attendeeId, attendeeId), isNull(attendances.leftAt))
	if ((await tx.$count(attendances, inside)) > 0) return
	await tx.insert(attendances).values({ attendeeId, cameAt: now }).onConflictDoNothing()
}

/** Everybody who is still in the hall leaves it with the end. */
export async function emptyHall(tx: Writer, hearingId: number, now: Date): Promise<void> {
	const inside = await tx
		.select({ id: attendees.id })
		.from(attendees)
		.where(eq(attendees.hearingId, hearingId))
	for (let at = 0; at < inside.length; at += 500)
		await left(
			tx,
			inside.slice(at, at + 500).map(({ id }) => id),
			now,
		)
}

const left = (tx: Writer, attendeeIds: string[], now: Date) =>
	tx
		.update(attendances)
		.set({ leftAt: now })
		.where(and(inArray(attendances.attendeeId, attendeeIds), isNull(attendances.leftAt)))

/**
 * Those who registered and have the room open over the net are there for another while; who is silent has left at
 * its end, also when the process that heard of them is no more.
 */
export async function seenInRoom(
	tx: Writer,
	{ hearingId, personIds, now }: { hearingId: number; personIds: readonly string[]; now: Date },
): Promise<void> {
	const hearing = await hearingById(tx, hearingId)
	if (hearing?.state !== 'live') return
	let arrived = 0
	for (let at = 0; at < personIds.length; at += 500) {
		const some = await tx
			.select({ id: attendees.id })
			.from(attendees)
			.where(
				and(
					eq(attendees.hearingId, hearingId),
					inArray(attendees.personId, personIds.slice(at, at + 500)),
					isNull(attendees.cancelledAt),
				),
			)
		arrived += await stay(
			tx,
			some.map(({ id }) => id),
			now,
		)
	}
	if (arrived > 0) await touchRoom(tx, hearingId)
}

/** Gives how many of them had not been there. */
async function stay(tx: Writer, ids: string[], now: Date): Promise<number> {
	if (ids.length === 0) return 0
	const leftAt = new Date(now.getTime() + PRESENT_MS)
	const here = await tx
		.select({ id: attendances.attendeeId })
		.from(attendances)
		.where(
			and(inArray(attendances.attendeeId, ids), or(isNull(attendances.leftAt), gt(attendances.leftAt, now))),
		)
	await tx
		.update(attendances)
		.set({ leftAt })
		.where(and(inArray(attendances.attendeeId, ids), gt(attendances.leftAt, now)))
	const known = new Set(here.map(({ id }) => id))
	const fresh = ids.filter((id) => !known.has(id))
	if (fresh.length > 0)
		await tx
			.insert(attendances)
			.values(fresh.map((attendeeId) => ({ attendeeId, cameAt: now, leftAt })))
			.onConflictDoNothing()
	return fresh.length
}
