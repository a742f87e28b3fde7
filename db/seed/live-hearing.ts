import { and, asc, eq } from 'drizzle-orm'
import { dayIn } from '#app/deadlines/day.ts'
import { addVersion } from '#app/dossiers/add.server.ts'
import { judgeVersion } from '#app/dossiers/judge.server.ts'
import { hearingById } from '#app/hearings/hearing.server.ts'
import { linkToHearing } from '#app/hearings/link.server.ts'
import { done } from '#app/outcome.ts'
import { petitionById } from '#app/petitions/petition.server.ts'
import { addItem, beginItem } from '#app/rooms/agenda.server.ts'
import { beginHearing } from '#app/rooms/begin.server.ts'
import { callSpeaker, endSpeech } from '#app/rooms/call.server.ts'
import { addCaptions } from '#app/rooms/captions.server.ts'
import { lineOf } from '#app/rooms/line.server.ts'
import { closePoll, openPoll, preparePoll, voteInPoll } from '#app/rooms/polls.server.ts'
import {
	allQuestionsOf,
	answerInRoom,
	askInRoom,
	judgeQuestion,
	putQuestionLive,
} from '#app/rooms/questions.server.ts'
import { register } from '#app/rooms/register.server.ts'
import { askToSpeak } from '#app/rooms/speak.server.ts'
import { hearingDocuments } from '#db/schema/hearings.ts'
import * as content from './content/hearings.ts'
import type { PetitionKey } from './content/types.ts'
import {
	announcing,
	assessing,
	before,
	deskOf,
	mixed,
	official,
	paper,
	person,
	remarking,
	taleOf,
} from './hearings.ts'
import { joining } from './people.ts'
import { mustBe, type Step } from './steps.ts'
import { momentOf, type Timeline, ZONE } from './timeline.ts'

const MINUTE = 60_000
/** It has run for so long when the demo is made. */
const RUNNING = 40
const REGISTERED = 90
const WAITING = 18
const QUESTIONS = 64

/** The resort: announced seven weeks ago, and in session now. */
export async function akKarHearing(
	timeline: Timeline,
	petitions: ReadonlyMap<PetitionKey, number>,
): Promise<Step[]> {
	const tale = taleOf({
		key: 'H1',
		heard: content.akKar,
		timeline,
		initiator: 'C12',
		body: 'TAU',
		lang: 'ru',
		region: 'KZ-19',
	})
	const chair = official('TAU-executor')
	const secretary = official('TAU-clerk')
	const moderator = official('moderator')
	const begin = new Date(Math.floor((timeline.now.getTime() - RUNNING * MINUTE) / (5 * MINUTE)) * 5 * MINUTE)
	const startsOn = dayIn(ZONE, begin)
	const time = new Intl.DateTimeFormat('en-GB', {
		timeZone: ZONE,
		hour: '2-digit',
		minute: '2-digit',
		hourCycle: 'h23',
	}).format(begin)
	const day = (days: number, at = '12:00') => momentOf(before(startsOn, days), at)
	const minute = (minutes: number) => new Date(begin.getTime() + minutes * MINUTE)
	const clerk = deskOf(tale, 'clerk')
	const changed = await paper('Проект отчёта, вторая редакция', content.akKarChanged)
	const items: string[] = []
	const polls: string[] = []
	const people = joining.slice(1, 1 + REGISTERED)
	let reportId = ''

	const room: Step[] = [
		...content.akKarAgenda.map(([titles, minutes], which) =>
			tale.act(day(30), 'agenda', secretary, async (tx, acting) => {
				const added = await addItem(tx, { ...acting, titles, minutes })
				if (added.ok) items[which] = added.value.itemId
				return added
			}),
		),
		...people.map(({ id, name }, which) =>
			tale.act(day(9 - (which % 8)), 'registration', person(id), (tx, acting) =>
				register(tx, {
					...acting,
					registration: {
						name,
						affiliation:
							(['resident', 'resident', 'civic_group', 'expert', 'resident', 'press'] as const)[which % 6] ??
							'resident',
						representing: which % 6 === 2 ? '«Чистые горы» (демо)' : null,
						position: (['against', 'for', 'against', 'neutral'] as const)[which % 4] ?? 'neutral',
						region: 'KZ-19',
						inHall: which % 3 === 0,
					},
				}),
			),
		),
		...content.akKarPolls.map(({ question, options }, which) =>
			tale.act(day(1), 'poll', secretary, async (tx, acting) => {
				const made = await preparePoll(tx, { ...acting, questions: question, options })
				if (made.ok) polls[which] = made.value.pollId
				return made
			}),
		),
		tale.act(minute(1), 'begin', chair, beginHearing),
		...[2, 10, 22].map((at, which) =>
			tale.act(minute(at), 'item', chair, (tx, acting) =>
				beginItem(tx, { ...acting, itemId: String(items[which]) }),
			),
		),
		...people
			.slice(0, WAITING + 2)
			.map(({ id }, which) =>
				tale.act(minute(3 + which / 4), 'asks to speak', person(id), (tx, acting) => askToSpeak(tx, acting)),
			),
		...[24, 29].flatMap((at) => [
			tale.act(minute(at), 'speaker', chair, async (tx, acting) => {
				const hearing = await hearingById(tx, tale.id())
				if (!hearing) throw new Error('no hearing')
				const { order } = await lineOf(tx, hearing)
				const speechId = String(order[0]?.speech.id)
				return callSpeaker(tx, { ...acting, speechId, minutes: 3, deviation: null })
			}),
			tale.act(minute(at + 3), 'speech ends', chair, endSpeech),
		]),
		...Array.from({ length: QUESTIONS }, (_, which) =>
			tale.act(
				minute(4 + (which * 28) / QUESTIONS),
				'question',
				person(people[which]?.id ?? 'C02'),
				(tx, acting) => {
					const text = String(content.akKarQuestions[which % content.akKarQuestions.length])
					return askInRoom(tx, {
						...acting,
						text,
						language: which % 8 === 4 || which % 8 === 5 ? 'kk' : 'ru',
					})
				},
			),
		),
		tale.act(minute(33), 'questions', moderator, async (tx, acting) => {
			const asked = await allQuestionsOf(tx, tale.id())
			for (const { id: questionId } of asked.slice(0, 56))
				mustBe('shown', await judgeQuestion(tx, { ...acting, questionId, hiddenReason: null }))
			const [first, second] = asked
			const on = (questionId = '') => ({ ...acting, questionId })
			mustBe('live', await putQuestionLive(tx, on(first?.id)))
			mustBe(
				'answer',
				await answerInRoom(tx, { ...on(first?.id), answer: '71 000 кубометров, таблица в материалах.' }),
			)
			mustBe('live', await putQuestionLive(tx, on(second?.id)))
			return done(null)
		}),
		tale.act(minute(12), 'poll opens', chair, (tx, acting) =>
			openPoll(tx, { ...acting, pollId: String(polls[0]) }),
		),
		...people
			.slice(0, 60)
			.map(({ id }, which) =>
				tale.act(minute(13 + which / 12), 'vote', person(id), (tx, acting) =>
					voteInPoll(tx, { ...acting, pollId: String(polls[0]), option: (which * 7) % 3 }),
				),
			),
		tale.act(minute(20), 'poll closes', chair, (tx, acting) =>
			closePoll(tx, { ...acting, pollId: String(polls[0]) }),
		),
		tale.act(minute(34), 'poll opens', chair, (tx, acting) =>
			openPoll(tx, { ...acting, pollId: String(polls[1]) }),
		),
		...(['kk', 'ru'] as const).map((language) =>
			tale.act(minute(35), 'captions', secretary, (tx, acting) =>
				addCaptions(tx, {
					...acting,
					language,
					beginsAt: begin,
					cues: content.akKarAgenda.slice(0, 3).map(([titles], at) => ({
						from: 60 + at * 500,
						to: 66 + at * 500,
						text: titles[language],
					})),
				}),
			),
		),
	]
	return [
		...(await announcing(tale, {
			asked: before(startsOn, 90),
			posted: before(startsOn, 86),
			announced: before(startsOn, 60),
			startsOn,
			time,
			form: 'mixed',
			seats: 120,
			streamUrl: 'https://video.example/ak-kar',
			documents: content.akKarDocuments,
			officers: { chair: 'TAU-executor', secretary: 'TAU-clerk' },
		})),
		...(await Promise.all(
			content.akKarAssessments.map((given, at) =>
				assessing(tale, day(40 - at), person(at ? 'C16' : 'C15'), given),
			),
		)),
		...(['T1', 'T2'] as const).map((key) =>
			tale.act(day(45), 'link', clerk, async (tx, acting) => {
				const petition = await petitionById(tx, petitions.get(key) ?? 0)
				const stance = key === 'T1' ? 'against' : 'for'
				return linkToHearing(tx, { ...acting, kind: 'petition', number: String(petition?.number), stance })
			}),
		),
		tale.act(day(20), 'changed report', tale.initiator, async (tx, acting) => {
			const own = and(eq(hearingDocuments.hearingId, tale.id()), eq(hearingDocuments.kind, 'report'))
			const [report] = await tx
				.select()
				.from(hearingDocuments)
				.where(own)
				.orderBy(asc(hearingDocuments.position))
			reportId = report?.id ?? ''
			const version = await changed(tx, acting, content.akKarDocuments[0][1], 'ru')
			return addVersion(tx, { ...acting, documentId: reportId, version })
		}),
		tale.act(day(19), 'judged', chair, (tx, acting) =>
			judgeVersion(tx, {
				...acting,
				documentId: reportId,
				version: 2,
				material: false,
				reason: content.akKarImmaterial,
			}),
		),
		...remarking(tale, mixed(content.akKarRemarks), { from: day(55), until: day(12) }),
		...room,
	]
}
