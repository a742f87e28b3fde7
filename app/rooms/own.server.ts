import { and, asc, desc, eq } from 'drizzle-orm'
import { roomPolls, roomPollVotes, roomQuestions, roomQuestionVotes, speeches } from '#db/schema/hearings.ts'
import type { Reader } from '#db/store.ts'
import { attendeeOf } from './seat.server.ts'
import type { OwnPart } from './shown.ts'

export async function ownPartOf(read: Reader, hearingId: number, personId: string): Promise<OwnPart> {
	const attendee = await attendeeOf(read, hearingId, personId)
	const voted = await read
		.select({ id: roomQuestionVotes.questionId })
		.from(roomQuestionVotes)
		.innerJoin(roomQuestions, eq(roomQuestions.id, roomQuestionVotes.questionId))
		.where(and(eq(roomQuestions.hearingId, hearingId), eq(roomQuestionVotes.personId, personId)))
	const asked = await read
		.select({
			id: roomQuestions.id,
			text: roomQuestions.text,
			language: roomQuestions.language,
			state: roomQuestions.state,
			hiddenReason: roomQuestions.hiddenReason,
		})
		.from(roomQuestions)
		.where(and(eq(roomQuestions.hearingId, hearingId), eq(roomQuestions.personId, personId)))
		.orderBy(asc(roomQuestions.askedAt))
	const [speech] = attendee
		? await read
				.select({ id: speeches.id, state: speeches.state, deviation: speeches.deviation })
				.from(speeches)
				.where(eq(speeches.attendeeId, attendee.id))
				.orderBy(desc(speeches.turn))
				.limit(1)
		: []
	const answered = attendee
		? await read
				.select({ pollId: roomPollVotes.pollId, option: roomPollVotes.option })
				.from(roomPollVotes)
				.innerJoin(roomPolls, eq(roomPolls.id, roomPollVotes.pollId))
				.where(and(eq(roomPolls.hearingId, hearingId), eq(roomPollVotes.attendeeId, attendee.id)))
		: []
	return {
		seat: attendee
			? {
					name: attendee.name,
					affiliation: attendee.affiliation,
					representing: attendee.representing,
					position: attendee.position,
					region: attendee.region,
					inHall: attendee.inHall,
					code: attendee.code,
				}
			: null,
		speech: speech ?? null,
		voted: voted.map(({ id }) => id),
		asked,
		answered,
	}
}
