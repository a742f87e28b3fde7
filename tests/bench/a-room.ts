import { desc, like } from 'drizzle-orm'
import { hearingById } from '#app/hearings/hearing.server.ts'
import { openSession } from '#app/people/session-rows.server.ts'
import { insertRows } from '#db/insert.ts'
import {
	agendaItems,
	attendees,
	hearingOfficers,
	hearings,
	hearingTexts,
	roomQuestions,
} from '#db/schema/hearings.ts'
import { people } from '#db/schema/people.ts'
import type { Store } from '#db/store.ts'
import { aCrowd } from './crowd.ts'
import { request } from './load.ts'

/** A hearing in session, with its chair and people who have registered and signed in. */
export interface BenchRoom {
	hearingId: number
	number: string
	chair: string
	cookies: string[]
	questionIds: string[]
}

const QUESTIONS = 64
const words = (text: string) => ({ kk: text, ru: text, en: text })

export async function aRoom(store: Store, count: number): Promise<BenchRoom> {
	const { cookies } = await aCrowd(store, { count, level: 1 })
	const crowd = await store.readOwn
		.select({ id: people.id })
		.from(people)
		.where(like(people.id, 'crowd-%'))
		.orderBy(desc(people.createdAt))
		.limit(count)
	const now = new Date()
	return store.write('bench room', async (tx) => {
		const number = `H-${now.getUTCFullYear()}-9${String(Math.floor(Math.random() * 1e8)).padStart(8, '0')}-0`
		const [row] = await tx
			.insert(hearings)
			.values({
				number,
				state: 'live',
				form: 'open_meeting',
				civic: true,
				language: 'ru',
				profileId: 'KZ',
				profileVersion: 'bench',
				initiatorName: 'Инициатор',
				createdAt: now,
				updatedAt: now,
				postedAt: now,
				announcedAt: now,
				startedAt: now,
				queueSeed: 'seed',
			})
			.returning({ id: hearings.id })
		const hearingId = Number(row?.id)
		const text = { title: 'Зал для замеров', subject: '', html: '', place: '' }
		await tx.insert(hearingTexts).values({ hearingId, language: 'ru', ...text, updatedAt: now })
		const chairId = String(crowd[0]?.id)
		await tx
			.insert(hearingOfficers)
			.values({ hearingId, personId: chairId, role: 'chair', name: 'Председатель', appointedAt: now })
		await insertRows(
			tx,
			attendees,
			crowd.map(({ id }, n) => ({
				id: crypto.randomUUID(),
				hearingId,
				personId: id,
				name: `Участник ${n}`,
				affiliation: 'resident' as const,
				position: (['for', 'against', 'neutral'] as const)[n % 3] ?? 'for',
				region: 'KZ-75',
				inHall: false,
				code: String(100_000 + n),
				registeredAt: now,
			})),
		)
		for (const position of [0, 1, 2, 3, 4])
			await tx.insert(agendaItems).values({
				id: crypto.randomUUID(),
				hearingId,
				position,
				titles: words('Пункт повестки'),
				minutes: 10,
			})
		const questions = Array.from({ length: QUESTIONS }, (_, n) => ({
			id: crypto.randomUUID(),
			hearingId,
			affiliation: 'resident' as const,
			text: `Вопрос ${n}: сколько деревьев будет вырублено и где посадят новые?`,
			language: 'ru',
			state: 'shown' as const,
			askedAt: now,
		}))
		await insertRows(tx, roomQuestions, questions)
		const session = await openSession(tx, {
			personId: chairId,
			level: 1,
			proof: 'password',
			factorAt: now,
			now,
		})
		if (!(await hearingById(tx, hearingId))) throw new Error('no room was made')
		return {
			hearingId,
			number,
			chair: `jauap_session=${session}`,
			cookies,
			questionIds: questions.map(({ id }) => id),
		}
	})
}

/** The vote of one of them for one question, as the page sends it. */
export const vote = ({ number, cookies, questionIds }: BenchRoom, nth: number, origin: string): string => {
	const who = nth % cookies.length
	const which = Math.floor(nth / cookies.length) % questionIds.length
	return request({
		method: 'POST',
		path: `/ru/hearings/${number}/room`,
		headers: { Cookie: cookies[who] as string, Origin: origin },
		form: { intent: 'vote-question', questionId: questionIds[which] as string },
	})
}

/** They are sent back to the room; whoever is not known is sent to sign in. */
export const isTaken = ({ status, headers }: { status: number; headers: string }) =>
	status === 302 && /\r\nlocation: [^\r]*\/room(#|\r)/i.test(headers)

/** What the chair tells everybody. */
export const announcement = ({ hearingId, chair }: BenchRoom, text: string, origin: string): string =>
	request({
		method: 'POST',
		path: `/ru/account/hearings/${hearingId}/room`,
		headers: { Cookie: chair, Origin: origin },
		form: { intent: 'announce', text },
	})
