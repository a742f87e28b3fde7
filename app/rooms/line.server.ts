import { createHash } from 'node:crypto'
import { and, asc, eq, gt, inArray } from 'drizzle-orm'
import type { Hearing } from '#app/hearings/hearing.server.ts'
import { attendees, speeches } from '#db/schema/hearings.ts'
import type { Reader } from '#db/store.ts'
import { nextSpeakers } from './queue.ts'

const SPEECH = {
	id: speeches.id,
	attendeeId: speeches.attendeeId,
	position: speeches.position,
	state: speeches.state,
	askedAt: speeches.askedAt,
	calledAt: speeches.calledAt,
	minutes: speeches.minutes,
	agendaItemId: speeches.agendaItemId,
	name: attendees.name,
	affiliation: attendees.affiliation,
	representing: attendees.representing,
	region: attendees.region,
	inHall: attendees.inHall,
	personId: attendees.personId,
}

/** Who speaks, and everybody who waits in the order of the published rule. */
export async function lineOf(read: Reader, { id, queueSeed }: Pick<Hearing, 'id' | 'queueSeed'>) {
	const going = await read
		.select(SPEECH)
		.from(speeches)
		.innerJoin(attendees, eq(attendees.id, speeches.attendeeId))
		.where(and(eq(speeches.hearingId, id), inArray(speeches.state, ['waiting', 'speaking'])))
		.orderBy(asc(speeches.turn))
	const called = await read
		.select({ attendeeId: speeches.attendeeId, position: speeches.position })
		.from(speeches)
		.where(
			and(
				eq(speeches.hearingId, id),
				inArray(speeches.state, ['speaking', 'spoke']),
				gt(speeches.calledAt, new Date(0)),
			),
		)
		.orderBy(asc(speeches.calledAt), asc(speeches.turn))
	const waiting = going
		.filter(({ state }) => state === 'waiting')
		.map((speech) => ({ ...speech, lot: lotOf(queueSeed ?? '', speech.id) }))
	return {
		speaking: going.find(({ state }) => state === 'speaking'),
		order: nextSpeakers(waiting, called),
	}
}

/** Breaks a tie. The seed was fixed before anybody could ask: its own hash was published with the announcement. */
export const lotOf = (seed: string, speechId: string) =>
	createHash('sha256').update(`${seed}:${speechId}`).digest('hex')

export const seedHash = (seed: string) => createHash('sha256').update(seed).digest('hex')
