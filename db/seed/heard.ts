import { asc, eq } from 'drizzle-orm'
import { decideHearing } from '#app/decide-hearing.server.ts'
import { commitmentsOf, tellCommitment } from '#app/hearings/commitments.server.ts'
import { done } from '#app/outcome.ts'
import { draftProtocol } from '#app/protocols/draft.server.ts'
import { objectionsOf } from '#app/protocols/find.server.ts'
import { answerObjection, objectToProtocol } from '#app/protocols/object.server.ts'
import { publishProtocol, sendProtocol } from '#app/protocols/publish.server.ts'
import { signProtocol } from '#app/protocols/sign.server.ts'
import { answerRow, respondToRow } from '#app/remarks/respond.server.ts'
import { addItem, beginItem } from '#app/rooms/agenda.server.ts'
import { enterHall } from '#app/rooms/attend.server.ts'
import { beginHearing } from '#app/rooms/begin.server.ts'
import { endHearing } from '#app/rooms/end.server.ts'
import { register } from '#app/rooms/register.server.ts'
import { attendees, remarkGroups } from '#db/schema/hearings.ts'
import type { Writer } from '#db/store.ts'
import * as content from './content/hearings.ts'
import { announcing, before, deskOf, official, person, remarking, type Tale, taleOf } from './hearings.ts'
import { joining } from './people.ts'
import { mustBe, type Step } from './steps.ts'
import { momentOf, type Timeline } from './timeline.ts'

const ROWS = 58
const ACCEPTED = 21
const PARTLY = 14

/** A hearing that is over: protocol, objections, a full response table, and promises that are being kept. */
export async function orbitSteps(timeline: Timeline): Promise<Step[]> {
	const tale = taleOf({
		key: 'H3',
		heard: content.orbit,
		timeline,
		initiator: 'C14',
		body: 'TAU',
		lang: 'ru',
		region: 'KZ-19',
	})
	const startsOn = timeline.workingDay(-45)
	const [chair, secretary, approver] = [
		official('TAU-executor'),
		official('TAU-clerk'),
		deskOf(tale, 'approver'),
	]
	const wd = (offset: number, at: string) => timeline.moment({ wd: offset, at })
	const said = Array.from({ length: ROWS }, (_, at) => ({
		position: (['against', 'for', 'neutral'] as const)[at % 3] ?? 'neutral',
		lang: 'ru' as const,
		text: `${content.orbitSubjects[at % content.orbitSubjects.length]} ${at + 1}: нужно решить до начала строительства.`,
	}))
	const objector = (at: number) => person(joining[at + 20]?.id ?? 'C02')
	return [
		...(await announcing(tale, {
			asked: before(startsOn, 90),
			posted: before(startsOn, 86),
			announced: before(startsOn, 60),
			startsOn,
			time: '10:00',
			form: 'mixed',
			seats: 80,
			documents: content.orbitDocuments,
			officers: { chair: 'TAU-executor', secretary: 'TAU-clerk' },
		})),
		...remarking(tale, said, {
			from: momentOf(before(startsOn, 55), '10:00'),
			until: momentOf(before(startsOn, 12), '18:00'),
		}),
		...session(tale, startsOn),
		tale.act(wd(-45, '17:00'), 'answers', tale.initiator, (tx, acting) =>
			eachRow(tx, tale, (groupId) => answerRow(tx, { ...acting, groupId, answer: content.orbitAnswer })),
		),
		tale.act(wd(-44, '11:00'), 'protocol', secretary, draftProtocol),
		tale.act(wd(-44, '15:00'), 'secretary signs', secretary, (tx, acting) =>
			signProtocol(tx, { ...acting, version: 1 }),
		),
		tale.act(wd(-44, '16:00'), 'chair signs', chair, (tx, acting) =>
			signProtocol(tx, { ...acting, version: 1 }),
		),
		tale.act(wd(-43, '10:00'), 'publish', secretary, publishProtocol),
		tale.act(wd(-43, '10:30'), 'send', chair, sendProtocol),
		...content.orbitObjections.map((text, at) =>
			tale.act(wd(-41, `1${at}:15`), 'objection', objector(at), (tx, acting) =>
				objectToProtocol(tx, {
					...acting,
					objection: { text, language: 'ru', publicName: at ? null : 'Житель 020' },
				}),
			),
		),
		tale.act(wd(-40, '12:00'), 'answer to objections', chair, async (tx, acting) => {
			for (const { id: objectionId } of await objectionsOf(tx, tale.id()))
				mustBe(
					'answer',
					await answerObjection(tx, { ...acting, objectionId, answer: content.orbitObjectionAnswer }),
				)
			return done(null)
		}),
		tale.act(wd(-36, '12:00'), 'responses', deskOf(tale, 'clerk'), (tx, acting) =>
			eachRow(tx, tale, (groupId, at) => {
				const outcome = at < ACCEPTED ? 'accepted' : at < ACCEPTED + PARTLY ? 'partly' : 'not_accepted'
				const [reason, changed] = content.orbitReasons[outcome]
				return respondToRow(tx, { ...acting, groupId, outcome, reason, changed })
			}),
		),
		tale.act(wd(-30, '11:00'), 'decision', approver, (tx, acting) =>
			decideHearing(tx, {
				...acting,
				decision: {
					outcome: 'approved_with_conditions',
					...content.orbitDecision,
					despite: '',
					commitments: content.orbitCommitments.map(([text], at) => ({
						text,
						dueOn: timeline.workingDay(at === 0 ? -5 : 20 + at * 15),
					})),
				},
			}),
		),
		tale.act(wd(-8, '12:00'), 'commitments', deskOf(tale, 'clerk'), async (tx, acting) => {
			for (const [at, { id: commitmentId }] of (await commitmentsOf(tx, tale.id())).entries()) {
				const [, progress = 0, note = ''] = content.orbitCommitments[at] ?? []
				mustBe('commitment', await tellCommitment(tx, { ...acting, commitmentId, progress, note }))
			}
			return done(null)
		}),
	]
}

/** Three hours in the hall of a school. */
function session(tale: Tale, startsOn: string): Step[] {
	const chair = official('TAU-executor')
	const secretary = official('TAU-clerk')
	const items: string[] = []
	const at = (time: string) => momentOf(startsOn, time)
	return [
		...content.akKarAgenda.slice(0, 3).map(([titles, minutes], which) =>
			tale.act(momentOf(before(startsOn, 20), '12:00'), 'agenda', secretary, async (tx, acting) => {
				const added = await addItem(tx, { ...acting, titles, minutes })
				if (added.ok) items[which] = added.value.itemId
				return added
			}),
		),
		...joining.slice(20, 44).map(({ id, name }, which) =>
			tale.act(momentOf(before(startsOn, 9), '12:00'), 'registration', person(id), (tx, acting) =>
				register(tx, {
					...acting,
					registration: {
						name,
						affiliation: which % 6 === 0 ? 'expert' : 'resident',
						representing: null,
						position: which % 2 ? 'for' : 'against',
						region: 'KZ-19',
						inHall: which % 3 > 0,
					},
				}),
			),
		),
		tale.act(at('10:00'), 'begin', chair, beginHearing),
		tale.act(at('10:05'), 'people come', secretary, async (tx, acting) => {
			const all = await tx
				.select({ id: attendees.id })
				.from(attendees)
				.where(eq(attendees.hearingId, tale.id()))
			for (const { id: attendeeId } of all.slice(0, 21))
				mustBe('coming', await enterHall(tx, { ...acting, attendeeId, present: true }))
			return done(null)
		}),
		...[0, 1, 2].map((which) =>
			tale.act(at(`1${which}:10`), 'item', chair, (tx, acting) =>
				beginItem(tx, { ...acting, itemId: String(items[which]) }),
			),
		),
		tale.act(at('13:00'), 'end', chair, endHearing),
	]
}

async function eachRow(
	tx: Writer,
	tale: Tale,
	work: (groupId: number, at: number) => Promise<Parameters<typeof mustBe>[1]>,
) {
	const rows = await tx
		.select({ id: remarkGroups.id })
		.from(remarkGroups)
		.where(eq(remarkGroups.hearingId, tale.id()))
		.orderBy(asc(remarkGroups.ordinal))
	for (const [at, { id }] of rows.entries()) mustBe('row', await work(id, at))
	return done(null)
}
