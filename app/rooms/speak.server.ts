import { and, eq, isNull, sql } from 'drizzle-orm'
import { type ActingOnHearing, openHearing, touchRoom } from '#app/hearings/hearing.server.ts'
import { done, type Outcome, refused } from '#app/outcome.ts'
import { attendees, speeches } from '#db/schema/hearings.ts'
import type { Writer } from '#db/store.ts'
import { type RoomRefusal, SPEECH_MINUTES } from './room.ts'
import { type Attendee, openSeat } from './seat.server.ts'

type Asked = Promise<Outcome<{ speechId: string }, RoomRefusal>>

/** Whoever registered asks to speak; one queue for the hall and the net. */
export async function askToSpeak(tx: Writer, acting: ActingOnHearing): Asked {
	const opened = await openSeat(tx, acting)
	if (!opened.ok) return opened
	return waitInLine(tx, opened.value.attendee, acting.now)
}

/** For somebody in the hall who raises a hand. */
export async function askInHall(
	tx: Writer,
	{ attendeeId, ...acting }: ActingOnHearing & { attendeeId: string },
): Asked {
	const opened = await openHearing(tx, 'keep-room', acting)
	if (!opened.ok) return opened
	if (opened.value.hearing.state !== 'live') return refused('wrong-state')
	const [attendee] = await tx
		.select()
		.from(attendees)
		.where(
			and(
				eq(attendees.id, attendeeId),
				eq(attendees.hearingId, acting.hearingId),
				isNull(attendees.cancelledAt),
			),
		)
	return attendee ? waitInLine(tx, attendee, acting.now) : refused('not-found')
}

/** Asking again while one waits changes nothing. */
async function waitInLine(tx: Writer, attendee: Attendee, now: Date): Asked {
	const { id: attendeeId, hearingId, position } = attendee
	const [waits] = await tx
		.select({ speechId: speeches.id })
		.from(speeches)
		.where(and(eq(speeches.attendeeId, attendeeId), eq(speeches.state, 'waiting')))
	if (waits) return done(waits)
	const ofHearing = eq(speeches.hearingId, hearingId)
	const [row] = await tx
		.select({ turn: sql<number>`coalesce(max(${speeches.turn}), 0) + 1`.mapWith(Number) })
		.from(speeches)
		.where(ofHearing)
	const speechId = crypto.randomUUID()
	await tx.insert(speeches).values({
		id: speechId,
		hearingId,
		attendeeId,
		position,
		askedAt: now,
		turn: row?.turn ?? 1,
		minutes: SPEECH_MINUTES,
	})
	await touchRoom(tx, hearingId)
	return done({ speechId })
}

export async function takeBackSpeech(
	tx: Writer,
	acting: ActingOnHearing,
): Promise<Outcome<null, RoomRefusal>> {
	const opened = await openSeat(tx, acting)
	if (!opened.ok) return opened
	await tx
		.update(speeches)
		.set({ state: 'taken_back', endedAt: acting.now })
		.where(and(eq(speeches.attendeeId, opened.value.attendee.id), eq(speeches.state, 'waiting')))
	await touchRoom(tx, acting.hearingId)
	return done(null)
}
