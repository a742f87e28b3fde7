import { and, asc, count, eq } from 'drizzle-orm'
import {
	type ActingOnHearing,
	type OpenedHearing,
	openHearing,
	recordHearingStep,
	touchRoom,
} from '#app/hearings/hearing.server.ts'
import { done, type Outcome, refused } from '#app/outcome.ts'
import type { Words } from '#db/schema/bodies.ts'
import { roomPolls as polls, roomPollVotes as votes } from '#db/schema/hearings.ts'
import type { Reader, Writer } from '#db/store.ts'
import { MOST_POLLS, type RoomRefusal } from './room.ts'
import { openSeat } from './seat.server.ts'

type Done = Promise<Outcome<null, RoomRefusal>>
type OnPoll = ActingOnHearing & { pollId: string }

export const pollsOf = (read: Reader, hearingId: number) =>
	read.select().from(polls).where(eq(polls.hearingId, hearingId)).orderBy(asc(polls.position), asc(polls.id))

export async function preparePoll(
	tx: Writer,
	{ questions, options, ...acting }: ActingOnHearing & { questions: Words; options: Words[] },
): Promise<Outcome<{ pollId: string }, RoomRefusal>> {
	const opened = await openHearing(tx, 'keep-room', acting)
	if (!opened.ok) return opened
	if (opened.value.hearing.state === 'held') return refused('wrong-state')
	const { hearingId } = acting
	const position = await tx.$count(polls, eq(polls.hearingId, hearingId))
	if (position >= MOST_POLLS) return refused('too-many')
	const pollId = crypto.randomUUID()
	await tx.insert(polls).values({ id: pollId, hearingId, position, questions, options })
	return done({ pollId })
}

export async function openPoll(tx: Writer, { pollId, ...acting }: OnPoll): Done {
	const opened = await openHearing(tx, 'lead-room', acting)
	if (!opened.ok) return opened
	const poll = await pollIn(tx, acting.hearingId, pollId)
	if (!poll) return refused('not-found')
	if (poll.state !== 'prepared') return refused('wrong-state')
	await tx.update(polls).set({ state: 'open', openedAt: acting.now }).where(eq(polls.id, pollId))
	await recordHearingStep(tx, opened.value, acting, 'poll-opened', { poll: pollId })
	await touchRoom(tx, acting.hearingId)
	return done(null)
}

/** Once an attendee, and for good. Nobody sees how it goes before it is closed, so the room is not told. */
export async function voteInPoll(
	tx: Writer,
	{ pollId, option, ...acting }: OnPoll & { option: number },
): Done {
	const opened = await openSeat(tx, acting, ['live'])
	if (!opened.ok) return opened
	const poll = await pollIn(tx, acting.hearingId, pollId)
	if (!poll || !(option in poll.options)) return refused('not-found')
	if (poll.state !== 'open') return refused('wrong-state')
	await tx
		.insert(votes)
		.values({ pollId, attendeeId: opened.value.attendee.id, option, votedAt: acting.now })
		.onConflictDoNothing()
	return done(null)
}

export async function closePoll(tx: Writer, { pollId, ...acting }: OnPoll): Done {
	const opened = await openHearing(tx, 'lead-room', acting)
	if (!opened.ok) return opened
	const poll = await pollIn(tx, acting.hearingId, pollId)
	if (!poll) return refused('not-found')
	if (poll.state !== 'open') return refused('wrong-state')
	await closeCounted(tx, poll, opened.value, acting)
	await touchRoom(tx, acting.hearingId)
	return done(null)
}

/** With the end of the session. */
export async function closeOpenPolls(
	tx: Writer,
	opened: OpenedHearing,
	acting: ActingOnHearing,
): Promise<void> {
	for (const poll of await pollsOf(tx, acting.hearingId))
		if (poll.state === 'open') await closeCounted(tx, poll, opened, acting)
}

async function closeCounted(
	tx: Writer,
	{ id, options }: typeof polls.$inferSelect,
	opened: OpenedHearing,
	acting: ActingOnHearing,
) {
	const rows = await tx
		.select({ option: votes.option, votes: count() })
		.from(votes)
		.where(eq(votes.pollId, id))
		.groupBy(votes.option)
	const result = options.map((_, option) => rows.find((row) => row.option === option)?.votes ?? 0)
	await tx.update(polls).set({ state: 'closed', closedAt: acting.now, result }).where(eq(polls.id, id))
	await recordHearingStep(tx, opened, acting, 'poll-closed', { poll: id })
}

async function pollIn(tx: Writer, hearingId: number, pollId: string) {
	const [poll] = await tx
		.select()
		.from(polls)
		.where(and(eq(polls.id, pollId), eq(polls.hearingId, hearingId)))
	return poll
}
