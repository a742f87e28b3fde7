import { and, desc, eq, inArray, ne, or, type SQL, sql } from 'drizzle-orm'
import type { Language } from '#app/i18n/languages.ts'
import { type Actor, deskBodies } from '#app/people/actor.ts'
import { type HearingState, hearingOfficers, hearings } from '#db/schema/hearings.ts'
import type { Reader } from '#db/store.ts'
import { titleFor, titlesOf } from './list.server.ts'

const MOST = 100

/** The hearings that somebody holds or leads, drafts among them, the newest first. */
export function hearingsOf(read: Reader, personId: string, language: Language) {
	const led = read
		.select({ id: hearingOfficers.hearingId })
		.from(hearingOfficers)
		.where(eq(hearingOfficers.personId, personId))
	return rowsOf(read, or(eq(hearings.initiatorId, personId), inArray(hearings.id, led)), language)
}

export const DESK_LISTS = {
	open: ['requested', 'preparing', 'announced', 'live', 'held', 'not_held'],
	done: ['decided', 'refused', 'called_off'],
} as const satisfies Record<string, readonly HearingState[]>
export type DeskList = keyof typeof DESK_LISTS

/** The hearings of the bodies at whose desks somebody works. */
export function deskHearings(
	read: Reader,
	actor: Actor,
	{ list, language }: { list: DeskList; language: Language },
) {
	return rowsOf(
		read,
		and(inArray(hearings.bodyId, deskBodies(actor)), inArray(hearings.state, [...DESK_LISTS[list]])),
		language,
	)
}

/** How many requests wait for an answer at the desks of somebody. */
export const requestsWaiting = (read: Reader, actor: Actor): Promise<number> =>
	read.$count(
		hearings,
		and(
			inArray(hearings.bodyId, deskBodies(actor)),
			eq(hearings.state, 'requested'),
			ne(hearings.civic, true),
		),
	)

async function rowsOf(read: Reader, where: SQL | undefined, language: Language) {
	const rows = await read
		.select({
			id: hearings.id,
			number: hearings.number,
			state: hearings.state,
			civic: hearings.civic,
			form: hearings.form,
			language: hearings.language,
			initiatorName: hearings.initiatorName,
			answerBy: hearings.answerBy,
			postBy: hearings.postBy,
			postedAt: hearings.postedAt,
			startsOn: hearings.startsOn,
			signProtocolBy: hearings.signProtocolBy,
			protocolSignedAt: hearings.protocolSignedAt,
			publishProtocolBy: hearings.publishProtocolBy,
			protocolPublishedAt: hearings.protocolPublishedAt,
			renewReason: hearings.renewReason,
		})
		.from(hearings)
		.where(where)
		.orderBy(sql`${hearings.startsOn} desc nulls first`, desc(hearings.id))
		.limit(MOST)
	const titles = await titlesOf(
		read,
		rows.map(({ id }) => id),
	)
	return rows.map((row) => ({ ...row, ...titleFor(titles, row, language), waits: waitsFor(row) }))
}

type Waiting = Pick<
	typeof hearings.$inferSelect,
	| 'state'
	| 'answerBy'
	| 'postBy'
	| 'postedAt'
	| 'startsOn'
	| 'signProtocolBy'
	| 'protocolSignedAt'
	| 'publishProtocolBy'
	| 'protocolPublishedAt'
>

/** What is to be done next, and by which day. */
function waitsFor(hearing: Waiting) {
	const { state } = hearing
	if (state === 'draft') return { what: 'request' as const, by: null }
	if (state === 'requested') return { what: 'answer' as const, by: hearing.answerBy }
	if (state === 'preparing')
		return hearing.postedAt
			? { what: 'announce' as const, by: null }
			: { what: 'post' as const, by: hearing.postBy }
	if (state === 'announced') return { what: 'session' as const, by: hearing.startsOn }
	if (state === 'held' || state === 'not_held') {
		if (!hearing.protocolSignedAt) return { what: 'sign' as const, by: hearing.signProtocolBy }
		if (!hearing.protocolPublishedAt) return { what: 'publish' as const, by: hearing.publishProtocolBy }
		return { what: 'decide' as const, by: null }
	}
	return null
}
