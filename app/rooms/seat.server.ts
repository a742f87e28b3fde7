import { and, eq, isNull } from 'drizzle-orm'
import { type ActingOnHearing, type Hearing, hearingById } from '#app/hearings/hearing.server.ts'
import { isPublic } from '#app/hearings/hearing.ts'
import { done, type Outcome, refused } from '#app/outcome.ts'
import { attendees, type HearingState } from '#db/schema/hearings.ts'
import type { Reader, Writer } from '#db/store.ts'

export type Attendee = typeof attendees.$inferSelect

/** Whoever registered and has not cancelled. */
export async function attendeeOf(read: Reader, hearingId: number, personId: string | null) {
	if (!personId) return undefined
	const [attendee] = await read
		.select()
		.from(attendees)
		.where(
			and(
				eq(attendees.hearingId, hearingId),
				eq(attendees.personId, personId),
				isNull(attendees.cancelledAt),
			),
		)
	return attendee
}

/** The hearing while its room is open, for whatever anybody may do there who is known. */
export async function openRoom(
	tx: Writer,
	{ hearingId }: ActingOnHearing,
	states: readonly HearingState[] = ['announced', 'live'],
): Promise<Outcome<Hearing, 'not-found' | 'wrong-state'>> {
	const hearing = await hearingById(tx, hearingId)
	if (!hearing || !isPublic(hearing)) return refused('not-found')
	return states.includes(hearing.state) ? done(hearing) : refused('wrong-state')
}

/** As `openRoom`, with the seat of whoever acts: the first line of what those do who registered. */
export async function openSeat(
	tx: Writer,
	acting: ActingOnHearing,
	states?: readonly HearingState[],
): Promise<
	Outcome<{ hearing: Hearing; attendee: Attendee }, 'not-found' | 'wrong-state' | 'not-registered'>
> {
	const opened = await openRoom(tx, acting, states)
	if (!opened.ok) return opened
	const attendee = await attendeeOf(tx, acting.hearingId, acting.actor.personId)
	return attendee ? done({ hearing: opened.value, attendee }) : refused('not-registered')
}
