import { eq, sql } from 'drizzle-orm'
import { type Hearing, hearingByNumber } from '#app/hearings/hearing.server.ts'
import { isPublic } from '#app/hearings/hearing.ts'
import { prepared } from '#db/prepared.ts'
import { hearings } from '#db/schema/hearings.ts'
import type { Reader } from '#db/store.ts'
import { agendaOf } from './agenda.server.ts'
import { announcementsOf } from './announce.server.ts'
import { presentIn } from './attend.server.ts'
import { lineOf, seedHash } from './line.server.ts'
import { pollsOf } from './polls.server.ts'
import { shownQuestions } from './questions.server.ts'
import type { ShownRoom } from './shown.ts'

/** What is sent of long lists; the rest is counted. */
const MOST = { waiting: 60, questions: 100, answered: 40, announcements: 20 }

/** The room of this number, with its hearing. */
export async function roomSnapshot(read: Reader, number: string, now: Date) {
	const hearing = await hearingByNumber(read, number)
	if (!hearing || !isPublic(hearing)) return undefined
	return { hearingId: hearing.id, shown: await shownRoom(read, hearing, now) }
}

export async function shownRoom(read: Reader, hearing: Hearing, now: Date): Promise<ShownRoom> {
	const { id, state, roomVersion: version, startedAt, endedAt, queueSeed } = hearing
	const { speaking, order } = await lineOf(read, hearing)
	const open = await shownQuestions(read, id, ['shown', 'live'], MOST.questions)
	const answered = await shownQuestions(read, id, ['answered'], MOST.answered)
	const questions = [...open, ...answered]
	const begun = state !== 'announced' && state !== 'preparing'
	return {
		version,
		at: now,
		room: {
			state,
			startedAt,
			endedAt,
			waiting: order.length,
			seed: begun ? queueSeed : null,
			seedHash: queueSeed && seedHash(queueSeed),
		},
		present: await presentIn(read, id, now),
		agenda: await agendaOf(read, id),
		speaking: speaking?.calledAt
			? {
					...shownSpeaker(speaking),
					calledAt: speaking.calledAt,
					endsAt: new Date(speaking.calledAt.getTime() + speaking.minutes * 60_000),
				}
			: null,
		queue: order
			.slice(0, MOST.waiting)
			.map(({ speech, turn, place }) => ({ ...shownSpeaker(speech), turn, place })),
		questions: questions
			.map(({ votes: _, ...question }) => question)
			.sort((a, b) => a.askedAt.getTime() - b.askedAt.getTime() || (a.id < b.id ? -1 : 1)),
		votes: Object.fromEntries(questions.map(({ id, votes }) => [id, votes])),
		polls: (await pollsOf(read, id))
			.filter((poll) => poll.state !== 'prepared')
			.map((poll) => ({
				id: poll.id,
				state: poll.state,
				questions: poll.questions,
				options: poll.options.map((words, option) => ({
					id: String(option),
					state: poll.state,
					words,
					votes: poll.result?.[option] ?? null,
				})),
			})),
		announcements: await announcementsOf(read, id, MOST.announcements),
	}
}

const shownSpeaker = ({
	id,
	name,
	affiliation,
	representing,
	position,
	inHall,
}: NonNullable<Awaited<ReturnType<typeof lineOf>>['speaking']>) => ({
	id,
	name,
	affiliation,
	representing,
	position,
	inHall,
})

/** How often the room has changed: all that whoever watches it asks. */
export async function roomVersion(read: Reader, number: string): Promise<number | undefined> {
	const [row] = await versionOf(read).execute({ number })
	return row?.version
}

const versionOf = prepared((read) =>
	read
		.select({ version: hearings.roomVersion })
		.from(hearings)
		.where(eq(hearings.number, sql.placeholder('number'))),
)
