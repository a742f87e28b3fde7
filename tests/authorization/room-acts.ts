import { addItem, beginItem, endItem, raiseItem, removeItem } from '#app/rooms/agenda.server.ts'
import { announceInRoom } from '#app/rooms/announce.server.ts'
import { enterHall } from '#app/rooms/attend.server.ts'
import { beginHearing } from '#app/rooms/begin.server.ts'
import { callSpeaker, endSpeech, passOver } from '#app/rooms/call.server.ts'
import { addCaptions } from '#app/rooms/captions.server.ts'
import { declareNotHeld, endHearing } from '#app/rooms/end.server.ts'
import { closePoll, openPoll, preparePoll } from '#app/rooms/polls.server.ts'
import { answerInRoom, judgeQuestion, putQuestionLive } from '#app/rooms/questions.server.ts'
import { registerInHall } from '#app/rooms/register.server.ts'
import { askInHall } from '#app/rooms/speak.server.ts'
import { setStream } from '#app/rooms/stream.server.ts'
import { agendaItems, attendees, roomPolls, roomQuestions, speeches } from '#db/schema/hearings.ts'
import type { Writer } from '#db/store.ts'
import { OFFICERS, row } from './hearing-acts.ts'

const LIVE = { state: 'live', startedAt: new Date('2026-01-20T05:00:00Z') } as const
const CHAIR = [OFFICERS.chair]
const KEEPERS = [OFFICERS.chair, OFFICERS.secretary]
const READERS = [OFFICERS.chair, OFFICERS.secretary, OFFICERS.moderator, 'moderator']
const at = new Date('2026-01-20T05:00:00Z')
const words = { kk: 'Үлгі', ru: 'Образец', en: 'Sample' }

async function anItem(tx: Writer, hearingId: number, startedAt?: Date) {
	const itemId = crypto.randomUUID()
	await tx
		.insert(agendaItems)
		.values({ id: itemId, hearingId, position: 0, titles: words, minutes: 5, startedAt })
	return { itemId }
}

async function anAttendee(tx: Writer, hearingId: number) {
	const attendeeId = crypto.randomUUID()
	await tx.insert(attendees).values({
		id: attendeeId,
		hearingId,
		name: 'Somebody',
		affiliation: 'resident',
		position: 'for',
		region: 'KZ-75',
		inHall: true,
		code: 'ABCDEF',
		registeredAt: at,
	})
	return { attendeeId }
}

async function aSpeech(tx: Writer, hearingId: number, state: 'waiting' | 'speaking' = 'waiting') {
	const speechId = crypto.randomUUID()
	const { attendeeId } = await anAttendee(tx, hearingId)
	await tx.insert(speeches).values({
		id: speechId,
		hearingId,
		attendeeId,
		position: 'for',
		state,
		askedAt: at,
		turn: 1,
		minutes: 3,
	})
	return { speechId }
}

async function aPoll(tx: Writer, hearingId: number, state: 'prepared' | 'open') {
	const pollId = crypto.randomUUID()
	await tx
		.insert(roomPolls)
		.values({ id: pollId, hearingId, position: 0, questions: words, options: [words, words], state })
	return { pollId }
}

async function aQuestion(tx: Writer, hearingId: number, state: 'waiting' | 'shown') {
	const questionId = crypto.randomUUID()
	await tx.insert(roomQuestions).values({
		id: questionId,
		hearingId,
		affiliation: 'resident',
		text: 'Why?',
		language: 'en',
		state,
		askedAt: at,
	})
	return { questionId }
}

const REGISTRATION = {
	name: 'Somebody',
	affiliation: 'resident',
	representing: null,
	position: 'for',
	region: 'KZ-75',
} as const

/** What those do who lead the session, keep its record, and read what is asked in it. */
export const roomActs = [
	row('beginHearing', 'begin', { startsAt: at }, CHAIR, beginHearing),
	row('endHearing', 'end', LIVE, CHAIR, endHearing),
	row('declareNotHeld', 'not-held', {}, [...KEEPERS, 'ENV:approver'], (tx, act) =>
		declareNotHeld(tx, { ...act, ground: 'chair_absent', reason: 'The chair did not come.' }),
	),
	row('addItem', 'keep-room', {}, KEEPERS, (tx, act) => addItem(tx, { ...act, titles: words, minutes: 5 })),
	row('raiseItem', 'keep-room', {}, KEEPERS, async (tx, act) =>
		raiseItem(tx, { ...act, ...(await anItem(tx, act.hearingId)) }),
	),
	row('removeItem', 'keep-room', {}, KEEPERS, async (tx, act) =>
		removeItem(tx, { ...act, ...(await anItem(tx, act.hearingId)) }),
	),
	row('beginItem', 'lead-room', LIVE, CHAIR, async (tx, act) =>
		beginItem(tx, { ...act, ...(await anItem(tx, act.hearingId)) }),
	),
	row('endItem', 'lead-room', LIVE, CHAIR, async (tx, act) => {
		await anItem(tx, act.hearingId, at)
		return endItem(tx, act)
	}),
	row('callSpeaker', 'lead-room', LIVE, CHAIR, async (tx, act) =>
		callSpeaker(tx, { ...act, ...(await aSpeech(tx, act.hearingId)), minutes: 3, deviation: null }),
	),
	row('passOver', 'lead-room', LIVE, CHAIR, async (tx, act) =>
		passOver(tx, { ...act, ...(await aSpeech(tx, act.hearingId)), deviation: 'Has left the hall.' }),
	),
	row('endSpeech', 'lead-room', LIVE, CHAIR, async (tx, act) => {
		await aSpeech(tx, act.hearingId, 'speaking')
		return endSpeech(tx, act)
	}),
	row('announceInRoom', 'lead-room', LIVE, CHAIR, (tx, act) =>
		announceInRoom(tx, { ...act, text: 'A break.', language: 'en' }),
	),
	row('registerInHall', 'keep-room', LIVE, KEEPERS, (tx, act) =>
		registerInHall(tx, { ...act, registration: REGISTRATION }),
	),
	row('enterHall', 'keep-room', LIVE, KEEPERS, async (tx, act) =>
		enterHall(tx, { ...act, ...(await anAttendee(tx, act.hearingId)), present: true }),
	),
	row('askInHall', 'keep-room', LIVE, KEEPERS, async (tx, act) =>
		askInHall(tx, { ...act, ...(await anAttendee(tx, act.hearingId)) }),
	),
	row('judgeQuestion', 'read-room', LIVE, READERS, async (tx, act) =>
		judgeQuestion(tx, { ...act, ...(await aQuestion(tx, act.hearingId, 'waiting')), hiddenReason: null }),
	),
	row('putQuestionLive', 'read-room', LIVE, READERS, async (tx, act) =>
		putQuestionLive(tx, { ...act, ...(await aQuestion(tx, act.hearingId, 'shown')) }),
	),
	row('answerInRoom', 'read-room', LIVE, READERS, async (tx, act) =>
		answerInRoom(tx, { ...act, ...(await aQuestion(tx, act.hearingId, 'shown')), answer: 'Because.' }),
	),
	row('preparePoll', 'keep-room', {}, KEEPERS, (tx, act) =>
		preparePoll(tx, { ...act, questions: words, options: [words, words] }),
	),
	row('openPoll', 'lead-room', LIVE, CHAIR, async (tx, act) =>
		openPoll(tx, { ...act, ...(await aPoll(tx, act.hearingId, 'prepared')) }),
	),
	row('closePoll', 'lead-room', LIVE, CHAIR, async (tx, act) =>
		closePoll(tx, { ...act, ...(await aPoll(tx, act.hearingId, 'open')) }),
	),
	row('setStream', 'keep-room', {}, KEEPERS, (tx, act) =>
		setStream(tx, { ...act, url: 'https://video.example/live' }),
	),
	row('addCaptions', 'keep-room', LIVE, KEEPERS, (tx, act) =>
		addCaptions(tx, { ...act, language: 'en', beginsAt: at, cues: [{ from: 0, to: 1, text: 'Hello' }] }),
	),
]
