// `npm run demo:live [-- H-2026-000001-5]` lets a session of the demo go on: speakers are called, questions asked and
// voted for, polls opened and closed. Stop it with Ctrl+C. Never in production.
import { setTimeout as pause } from 'node:timers/promises'
import { and, asc, eq, isNotNull, isNull } from 'drizzle-orm'
import { type Hearing, hearingById, hearingByNumber, hearingKey } from '#app/hearings/hearing.server.ts'
import type { Outcome } from '#app/outcome.ts'
import type { Actor } from '#app/people/actor.ts'
import { agendaOf, beginItem } from '#app/rooms/agenda.server.ts'
import { announceInRoom } from '#app/rooms/announce.server.ts'
import { seenInRoom } from '#app/rooms/attend.server.ts'
import { callSpeaker, endSpeech } from '#app/rooms/call.server.ts'
import { lineOf } from '#app/rooms/line.server.ts'
import { closePoll, openPoll, pollsOf, voteInPoll } from '#app/rooms/polls.server.ts'
import {
	allQuestionsOf,
	answerInRoom,
	askInRoom,
	judgeQuestion,
	putQuestionLive,
	voteForQuestion,
} from '#app/rooms/questions.server.ts'
import { askToSpeak } from '#app/rooms/speak.server.ts'
import { attendees, hearingOfficers, hearings } from '#db/schema/hearings.ts'
import { openStore, type Writer } from '#db/store.ts'
import { configuration } from '#server/configuration.ts'

const { DATABASE_URL, NODE_ENV } = configuration()
if (NODE_ENV === 'production') throw new Error('a session of real people is not played with')
const store = await openStore(DATABASE_URL)
const hearing = await theHearing(process.argv[2])
const officers = await store.readOwn
	.select({ personId: hearingOfficers.personId, role: hearingOfficers.role })
	.from(hearingOfficers)
	.where(eq(hearingOfficers.hearingId, hearing.id))
const led = (role: string) => actor(officers.find((officer) => officer.role === role)?.personId ?? null)
const chair = led('chair')
const moderator = led('moderator').personId ? led('moderator') : chair
const present = await store.readOwn
	.select({ personId: attendees.personId })
	.from(attendees)
	.where(
		and(eq(attendees.hearingId, hearing.id), isNotNull(attendees.personId), isNull(attendees.cancelledAt)),
	)
	.orderBy(asc(attendees.registeredAt))
	.limit(200)
const everybody = present.flatMap(({ personId }) => personId ?? [])

const QUESTIONS = [
	['ru', 'Кто будет следить за уровнем подземных вод после начала строительства?'],
	['kk', 'Құрылыс кезінде тау өзендерінің суы қалай қорғалады?'],
	['ru', 'Сколько деревьев будет вырублено и где посадят новые?'],
	['kk', 'Жергілікті тұрғындарға қанша жұмыс орны беріледі?'],
	['en', 'Which alternative sites were compared, and by which criteria?'],
	['kk', 'Көлік кептелісі мен ауа сапасы қалай есептелді?'],
] as const
const ANSWERS = {
	kk: 'Бұл туралы есептің тиісті бөлімінде жазылған, қосымша есеп келесі аптада жарияланады.',
	ru: 'Об этом сказано в разделе отчёта, дополнительный расчёт опубликуем на следующей неделе.',
	en: 'The report speaks of it; a further calculation will be published next week.',
}
const WORDS = [
	['kk', 'Сөз уақыты үш минут. Реніш білдірмей, іс бойынша сөйлейік.'],
	['ru', 'Напоминаю: вопросы можно задать и письменно, на странице зала.'],
	['kk', 'Сауалнамаға жауап беруді ұмытпаңыздар.'],
] as const

console.log(`${hearing.number} goes on; it is watched at /kk/hearings/${hearing.number}/room`)
for (let step = 0; (await hearingById(store.readOwn, hearing.id))?.state === 'live'; step++) {
	await someVotes()
	if (step % 2 === 0) await aQuestion(step)
	if (step % 4 === 1) await aSpeaker()
	if (step % 6 === 3) await anAnswer()
	if (step % 12 === 5) await thePoll()
	if (step % 15 === 7) await words(step)
	if (step % 20 === 10) await nextItem()
	await pause(1500 + Math.random() * 2500)
}
await store.close()

async function theHearing(number: string | undefined): Promise<Hearing> {
	const [first] = await store.readOwn
		.select({ id: hearings.id })
		.from(hearings)
		.where(eq(hearings.state, 'live'))
		.orderBy(asc(hearings.id))
		.limit(1)
	const found = number
		? await hearingByNumber(store.readOwn, number)
		: first && (await hearingById(store.readOwn, first.id))
	if (found?.state !== 'live') throw new Error(`there is no such session: ${number ?? 'none is live'}`)
	return found
}

function actor(personId: string | null): Actor {
	return { personId, roles: [], level: 1 }
}

/** What is refused is left: the session is everybody's, and somebody else may have been quicker. */
async function act(
	who: Actor,
	work: (
		tx: Writer,
		acting: { hearingId: number; actor: Actor; now: Date },
	) => Promise<Outcome<unknown, string>>,
): Promise<void> {
	await store.write(hearingKey(hearing.id), (tx) =>
		work(tx, { hearingId: hearing.id, actor: who, now: new Date() }),
	)
}

function anybody(): Actor {
	return actor(everybody[Math.floor(Math.random() * everybody.length)] ?? null)
}

async function someVotes(): Promise<void> {
	await store.write(hearingKey(hearing.id), (tx) =>
		seenInRoom(tx, { hearingId: hearing.id, personIds: everybody.slice(0, 100), now: new Date() }),
	)
	const shown = await questionsIn('shown', 'live')
	for (const { id: questionId } of shown.filter(() => Math.random() < 0.3).slice(0, 4))
		await act(anybody(), (tx, acting) => voteForQuestion(tx, { ...acting, questionId }))
	const open = (await pollsOf(store.readOwn, hearing.id)).filter(({ state }) => state === 'open')
	for (const { id: pollId, options } of open)
		await act(anybody(), (tx, acting) =>
			voteInPoll(tx, { ...acting, pollId, option: Math.floor(Math.random() * options.length) }),
		)
}

async function aQuestion(step: number): Promise<void> {
	const [language, text] = QUESTIONS[(step / 2) % QUESTIONS.length] ?? QUESTIONS[0]
	const there = await allQuestionsOf(store.readOwn, hearing.id)
	if (!there.some((question) => question.text === text))
		await act(anybody(), (tx, acting) => askInRoom(tx, { ...acting, text, language }))
	for (const { id: questionId } of await questionsIn('waiting'))
		await act(moderator, (tx, acting) => judgeQuestion(tx, { ...acting, questionId, hiddenReason: null }))
}

async function anAnswer(): Promise<void> {
	const [live] = await questionsIn('live')
	if (live)
		await act(moderator, (tx, acting) =>
			answerInRoom(tx, {
				...acting,
				questionId: live.id,
				answer: ANSWERS[live.language as keyof typeof ANSWERS] ?? ANSWERS.en,
			}),
		)
	const [wished] = await questionsIn('shown')
	if (wished) await act(moderator, (tx, acting) => putQuestionLive(tx, { ...acting, questionId: wished.id }))
}

async function aSpeaker(): Promise<void> {
	await act(anybody(), askToSpeak)
	const { speaking, order } = await lineOf(store.readOwn, hearing)
	const ended = speaking?.calledAt && Date.now() - speaking.calledAt.getTime() > 20_000
	if (speaking && !ended) return
	const speechId = order[0]?.speech.id
	if (speechId)
		await act(chair, (tx, acting) => callSpeaker(tx, { ...acting, speechId, minutes: 3, deviation: null }))
	else await act(chair, endSpeech)
}

async function thePoll(): Promise<void> {
	const polls = await pollsOf(store.readOwn, hearing.id)
	const open = polls.find(({ state }) => state === 'open')
	if (open) return act(chair, (tx, acting) => closePoll(tx, { ...acting, pollId: open.id }))
	const next = polls.find(({ state }) => state === 'prepared')
	if (next) await act(chair, (tx, acting) => openPoll(tx, { ...acting, pollId: next.id }))
}

async function words(step: number): Promise<void> {
	const [language, text] = WORDS[step % WORDS.length] ?? WORDS[0]
	await act(chair, (tx, acting) => announceInRoom(tx, { ...acting, text, language }))
}

async function nextItem(): Promise<void> {
	const next = (await agendaOf(store.readOwn, hearing.id)).find(({ startedAt }) => !startedAt)
	if (next) await act(chair, (tx, acting) => beginItem(tx, { ...acting, itemId: next.id }))
}

async function questionsIn(...states: string[]) {
	return (await allQuestionsOf(store.readOwn, hearing.id)).filter(({ state }) => states.includes(state))
}
