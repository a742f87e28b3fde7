import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import { attendees, speeches } from '#db/schema/hearings.ts'
import type { Reader, Writer } from '#db/store.ts'

/** Speeches of which no remark has been taken down yet, in the order of calling. */
export const spokenIn = (read: Reader, hearingId: number) =>
	read
		.select({
			id: speeches.id,
			position: speeches.position,
			agendaItemId: speeches.agendaItemId,
			calledAt: speeches.calledAt,
			name: attendees.name,
			affiliation: attendees.affiliation,
			region: attendees.region,
			personId: attendees.personId,
		})
		.from(speeches)
		.innerJoin(attendees, eq(attendees.id, speeches.attendeeId))
		.where(
			and(
				eq(speeches.hearingId, hearingId),
				inArray(speeches.state, ['speaking', 'spoke']),
				isNull(speeches.remarkOrdinal),
			),
		)
		.orderBy(asc(speeches.calledAt), asc(speeches.turn))

export const noteRemark = (tx: Writer, speechId: string, remarkOrdinal: number) =>
	tx.update(speeches).set({ remarkOrdinal }).where(eq(speeches.id, speechId))
