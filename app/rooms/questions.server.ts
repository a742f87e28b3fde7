import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm'
import {
	type ActingOnHearing,
	openHearing,
	recordHearingStep,
	touchRoom,
} from '#app/hearings/hearing.server.ts'
import { done, type Outcome, refused } from '#app/outcome.ts'
import {
	roomQuestions as questions,
	type RoomQuestionState,
	roomQuestionVotes as votes,
} from '#db/schema/hearings.ts'
import type { Reader, Writer } from '#db/store.ts'
import { MOST_WAITING_QUESTIONS, type RoomRefusal } from './room.ts'
import { openRoom, openSeat } from './seat.server.ts'

type Done = Promise<Outcome<null, RoomRefusal>>
type OnQuestion = ActingOnHearing & { questionId: string }

/** For the moderator: those that wait first, then by votes. */
export const allQuestionsOf = (read: Reader, hearingId: number) =>
	read
		.select()
		.from(questions)
		.where(eq(questions.hearingId, hearingId))
		.orderBy(
			asc(
				sql`case ${questions.state} when 'waiting' then 0 when 'live' then 1 when 'shown' then 2 else 3 end`,
			),
			desc(questions.votes),
			asc(questions.askedAt),
			asc(questions.id),
		)
		.limit(500)

interface NewQuestion extends ActingOnHearing {
	text: string
	language: string
	submissionId?: string | undefined
}

/** Waits until a moderator has read it. */
export async function askInRoom(
	tx: Writer,
	{ text, language, submissionId, ...acting }: NewQuestion,
): Promise<Outcome<null, RoomRefusal>> {
	const opened = await openSeat(tx, acting)
	if (!opened.ok) return opened
	const { hearingId, actor, now } = acting
	const { affiliation } = opened.value.attendee
	const waiting = and(
		eq(questions.hearingId, hearingId),
		eq(questions.personId, String(actor.personId)),
		eq(questions.state, 'waiting'),
	)
	if ((await tx.$count(questions, waiting)) >= MOST_WAITING_QUESTIONS) return refused('too-many')
	await tx
		.insert(questions)
		.values({
			id: crypto.randomUUID(),
			hearingId,
			personId: actor.personId,
			affiliation,
			text,
			language,
			askedAt: now,
			submissionId: submissionId ?? null,
		})
		.onConflictDoNothing()
	await touchRoom(tx, hearingId)
	return done(null)
}

/** Once a person; who votes again finds it done. */
export async function voteForQuestion(tx: Writer, { questionId, ...acting }: OnQuestion): Done {
	const opened = await openRoom(tx, acting)
	if (!opened.ok) return opened
	const { hearingId, actor, now } = acting
	if (!actor.personId) return refused('not-registered')
	if (actor.level < opened.value.remarkLevel) return refused('level')
	const question = await questionIn(tx, hearingId, questionId)
	if (!question || !['shown', 'live'].includes(question.state)) return refused('not-found')
	const added = await tx
		.insert(votes)
		.values({ questionId, personId: actor.personId, votedAt: now })
		.onConflictDoNothing()
		.returning({ questionId: votes.questionId })
	if (added.length === 0) return done(null)
	await tx
		.update(questions)
		.set({ votes: sql`${questions.votes} + 1` })
		.where(eq(questions.id, questionId))
	await touchRoom(tx, hearingId)
	return done(null)
}

/** Shows a question to everybody, or hides it with the reason. */
export async function judgeQuestion(
	tx: Writer,
	{ questionId, hiddenReason, ...acting }: OnQuestion & { hiddenReason: string | null },
): Done {
	const opened = await openHearing(tx, 'read-room', acting)
	if (!opened.ok) return opened
	const question = await questionIn(tx, acting.hearingId, questionId)
	if (!question) return refused('not-found')
	const state = hiddenReason === null ? 'shown' : 'hidden'
	if (question.state === 'answered' || question.state === state) return refused('wrong-state')
	await change(tx, questionId, { state, hiddenReason })
	await recordHearingStep(tx, opened.value, acting, `question-${state}`, { question: questionId })
	await touchRoom(tx, acting.hearingId)
	return done(null)
}

/** It is being answered now; only one is at a time. */
export async function putQuestionLive(tx: Writer, { questionId, ...acting }: OnQuestion): Done {
	const opened = await openHearing(tx, 'read-room', acting)
	if (!opened.ok) return opened
	const { hearingId } = acting
	const question = await questionIn(tx, hearingId, questionId)
	if (!question) return refused('not-found')
	if (opened.value.hearing.state !== 'live' || question.state !== 'shown') return refused('wrong-state')
	await tx
		.update(questions)
		.set({ state: 'shown' })
		.where(and(eq(questions.hearingId, hearingId), eq(questions.state, 'live')))
	await change(tx, questionId, { state: 'live' })
	await recordHearingStep(tx, opened.value, acting, 'question-live', { question: questionId })
	await touchRoom(tx, hearingId)
	return done(null)
}

export async function answerInRoom(
	tx: Writer,
	{ questionId, answer, ...acting }: OnQuestion & { answer: string },
): Done {
	const opened = await openHearing(tx, 'read-room', acting)
	if (!opened.ok) return opened
	const question = await questionIn(tx, acting.hearingId, questionId)
	if (!question) return refused('not-found')
	if (question.state !== 'shown' && question.state !== 'live') return refused('wrong-state')
	await change(tx, questionId, { state: 'answered', answer, answeredAt: acting.now })
	await recordHearingStep(tx, opened.value, acting, 'question-answered', { question: questionId })
	await touchRoom(tx, acting.hearingId)
	return done(null)
}

async function questionIn(tx: Writer, hearingId: number, questionId: string) {
	const [question] = await tx
		.select()
		.from(questions)
		.where(and(eq(questions.id, questionId), eq(questions.hearingId, hearingId)))
	return question
}

const change = (tx: Writer, questionId: string, set: Partial<typeof questions.$inferInsert>) =>
	tx.update(questions).set(set).where(eq(questions.id, questionId))

/** What the room shows of them, in the order of asking. */
export const shownQuestions = (read: Reader, hearingId: number, states: RoomQuestionState[], most: number) =>
	read
		.select({
			id: questions.id,
			text: questions.text,
			language: questions.language,
			affiliation: questions.affiliation,
			state: questions.state,
			votes: questions.votes,
			answer: questions.answer,
			askedAt: questions.askedAt,
		})
		.from(questions)
		.where(and(eq(questions.hearingId, hearingId), inArray(questions.state, states)))
		.orderBy(desc(questions.votes), asc(questions.askedAt), asc(questions.id))
		.limit(most)
