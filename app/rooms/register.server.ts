import { randomInt } from 'node:crypto'
import { and, eq, isNull, ne } from 'drizzle-orm'
import { dayIn } from '#app/deadlines/day.ts'
import {
	type ActingOnHearing,
	type Hearing,
	openHearing,
	recordHearingStep,
	touchRoom,
} from '#app/hearings/hearing.server.ts'
import { zoneInForce } from '#app/i18n/dates.ts'
import { done, type Outcome, refused } from '#app/outcome.ts'
import { type Affiliation, attendees, type Position, speeches } from '#db/schema/hearings.ts'
import type { Reader, Writer } from '#db/store.ts'
import { came } from './attend.server.ts'
import type { RoomRefusal } from './room.ts'
import { openRoom, openSeat } from './seat.server.ts'

export interface Registration {
	/** As the room and the protocol name them. */
	name: string
	affiliation: Affiliation
	representing: string | null
	position: Position
	/** ISO 3166-2, or `unknown`. */
	region: string
	inHall: boolean
}

type Registered = Promise<Outcome<{ code: string }, RoomRefusal>>

/** Registers for the session, or changes what was registered. */
export async function register(
	tx: Writer,
	{ registration, ...acting }: ActingOnHearing & { registration: Registration },
): Registered {
	const { hearingId, actor, now } = acting
	const opened = await openRoom(tx, acting)
	if (!opened.ok) return opened
	if (!actor.personId) return refused('not-registered')
	const hearing = opened.value
	// A vote is not easier to have than a remark.
	if (actor.level < hearing.remarkLevel) return refused('level')
	const own = and(eq(attendees.hearingId, hearingId), eq(attendees.personId, actor.personId))
	const [before] = await tx.select().from(attendees).where(own)
	if (registration.inHall && hearing.form === 'portal_discussion') return refused('no-hall')
	if (registration.inHall && (await freeSeats(tx, hearing, before?.id)) === 0) return refused('hall-full')
	const code = before?.code ?? (await newCode(tx, hearingId))
	if (before)
		await tx
			.update(attendees)
			.set({ ...registration, cancelledAt: null })
			.where(own)
	else
		await tx.insert(attendees).values({
			id: crypto.randomUUID(),
			hearingId,
			personId: actor.personId,
			...registration,
			code,
			registeredAt: now,
		})
	if (!before || before.cancelledAt)
		await recordHearingStep(
			tx,
			{ hearing, today: dayIn(zoneInForce(), now), by: 'person' },
			acting,
			'registered',
		)
	await touchRoom(tx, hearingId)
	return done({ code })
}

/** The seat is free again, and whoever waited to speak waits no more. */
export async function cancelRegistration(
	tx: Writer,
	acting: ActingOnHearing,
): Promise<Outcome<null, RoomRefusal>> {
	const opened = await openSeat(tx, acting)
	if (!opened.ok) return opened
	const { id } = opened.value.attendee
	await tx.update(attendees).set({ cancelledAt: acting.now }).where(eq(attendees.id, id))
	await tx
		.update(speeches)
		.set({ state: 'taken_back', endedAt: acting.now })
		.where(and(eq(speeches.attendeeId, id), eq(speeches.state, 'waiting')))
	await touchRoom(tx, acting.hearingId)
	return done(null)
}

/** The secretary enters somebody who stands in the hall and has not registered. */
export async function registerInHall(
	tx: Writer,
	{ registration, ...acting }: ActingOnHearing & { registration: Omit<Registration, 'inHall'> },
): Registered {
	const opened = await openHearing(tx, 'keep-room', acting)
	if (!opened.ok) return opened
	const { hearing } = opened.value
	if (hearing.state === 'held') return refused('wrong-state')
	if (hearing.form === 'portal_discussion') return refused('no-hall')
	const { hearingId, actor, now } = acting
	const attendeeId = crypto.randomUUID()
	const code = await newCode(tx, hearingId)
	await tx.insert(attendees).values({
		id: attendeeId,
		hearingId,
		...registration,
		inHall: true,
		code,
		registeredAt: now,
		registeredBy: actor.personId,
	})
	await recordHearingStep(tx, opened.value, acting, 'registered')
	await came(tx, attendeeId, now)
	await touchRoom(tx, hearingId)
	return done({ code })
}

/** Seats that nobody has registered for; null where they are not counted. */
export async function freeSeats(
	read: Reader,
	{ id, seats }: Pick<Hearing, 'id' | 'seats'>,
	except = '',
): Promise<number | null> {
	if (seats === null) return null
	const taken = and(
		eq(attendees.hearingId, id),
		eq(attendees.inHall, true),
		isNull(attendees.cancelledAt),
		ne(attendees.id, except),
	)
	return Math.max(0, seats - (await read.$count(attendees, taken)))
}

/** Letters and digits that nobody takes for one another. */
const SIGNS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'

async function newCode(tx: Writer, hearingId: number): Promise<string> {
	for (;;) {
		const code = Array.from({ length: 6 }, () => SIGNS[randomInt(SIGNS.length)]).join('')
		const own = and(eq(attendees.hearingId, hearingId), eq(attendees.code, code))
		if ((await tx.$count(attendees, own)) === 0) return code
	}
}
