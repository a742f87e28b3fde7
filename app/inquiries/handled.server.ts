import {
	and,
	asc,
	count,
	desc,
	eq,
	exists,
	gte,
	inArray,
	isNotNull,
	isNull,
	lt,
	type SQL,
	sql,
} from 'drizzle-orm'
import { type Day, instantIn } from '#app/deadlines/day.ts'
import type { Law } from '#app/jurisdictions/law.server.ts'
import { never } from '#app/outcome.ts'
import {
	answers,
	inquiries,
	PROCEEDING_STATES,
	type ProceedingState,
	proceedings,
} from '#db/schema/inquiries.ts'
import type { Reader } from '#db/store.ts'
import { inParts, MOST_AT_ONCE } from './in-parts.ts'
import { type Found, isWaiting, type ListFilter } from './listed.ts'

export interface When {
	law: Law
	today: Day
}

/** One body or office, and which of its questions. */
type Place = Pick<ListFilter, 'bodyId' | 'officeId' | 'state'>

/**
 * The public questions of a body or an office are those it handles or has handled, each with its own clock: one
 * sent on is the open question of whoever has it now (APPC 65), and one sent on in part stands with both. What
 * waits is in order of its due day; of all others the last due stand on top.
 */
export async function handledAt(
	read: Reader,
	place: Place,
	when: When,
	{ limit, offset = 0 }: { limit: number; offset?: number },
): Promise<Found[]> {
	const { parts, whole } = conditions(read, place, when)
	const waiting = isWaiting(place.state)
	const those = (where: SQL | undefined, dated: SQL, name: string) =>
		inOrder(read, place, and(where, dated))
			.limit(offset + limit)
			.as(name)
	// The engines put what has no day at opposite ends of an index, so it is asked for apart.
	let rows = read
		.select()
		.from(those(whole, isNull(proceedings.dueOn), 'undated'))
		.$dynamic()
	for (const [at, part] of parts.entries())
		rows = rows.unionAll(read.select().from(those(part, isNotNull(proceedings.dueOn), `part_${at}`)))
	const found = await rows
		.orderBy(waiting ? sql`due_on asc nulls last, id asc` : sql`due_on desc nulls last, id desc`)
		.limit(limit)
		.offset(offset)
	return found.map(asFound)
}

/** How many these are, no further than `most`. */
export async function countHandledAt(read: Reader, place: Place, when: When, most: number): Promise<number> {
	const some = read
		.select({ one: sql`1`.as('one') })
		.from(proceedings)
		.where(conditions(read, place, when).whole)
		.limit(most)
		.as('some')
	const [row] = await read.select({ total: count() }).from(some)
	return row?.total ?? 0
}

/** All of them, some at a time. */
export async function* everyHandledAt(read: Reader, place: Place, when: When): AsyncGenerator<Found[]> {
	const { parts, whole } = conditions(read, place, when)
	const { dueOn, id } = proceedings
	const beyond = isWaiting(place.state) ? sql`>` : sql`<`
	const dated = (part: SQL | undefined) =>
		inParts((last: Row | undefined) => {
			const rest = last && sql`(${dueOn}, ${id}) ${beyond} (${last.dueOn}, ${last.id})`
			return inOrder(read, place, and(part, isNotNull(dueOn), rest)).limit(MOST_AT_ONCE)
		})
	const undated = inParts((last: Row | undefined) =>
		inOrder(read, place, and(whole, isNull(dueOn), last && sql`${id} ${beyond} ${last.id}`)).limit(
			MOST_AT_ONCE,
		),
	)
	for (const rows of [...parts.map(dated), undated]) for await (const some of rows) yield some.map(asFound)
}

type Row = Awaited<ReturnType<typeof inOrder>>[number]
const asFound = ({ id, inquiryId }: Row): Found => ({ inquiryId, proceedingId: id })

function inOrder(read: Reader, { state }: Place, where: SQL | undefined) {
	const direction = isWaiting(state) ? asc : desc
	return read
		.select({ id: proceedings.id, inquiryId: proceedings.inquiryId, dueOn: proceedings.dueOn })
		.from(proceedings)
		.where(where)
		.orderBy(direction(proceedings.dueOn), direction(proceedings.id))
		.$dynamic()
}

/** What the list has, and its parts, each of which an index has in order of the due day. */
function conditions(
	read: Reader,
	place: Place,
	when: When,
): { whole: SQL | undefined; parts: (SQL | undefined)[] } {
	const those = (...where: SQL[]) => and(whose(place), ...OPEN_TO_ALL, ...where, isInLists(read))
	const one = (...where: SQL[]) => ({ whole: those(...where), parts: [those(...where)] })
	const { state = 'all' } = place
	switch (state) {
		case 'all':
			return {
				// What follows another question is found under that.
				whole: those(inArray(proceedings.stage, ['desk', 'ended'])),
				parts: place.officeId
					? PROCEEDING_STATES.map((one) => those(...standing(one)))
					: (['desk', 'ended'] as const).map((stage) => those(eq(proceedings.stage, stage))),
			}
		case 'open':
		case 'paused':
		case 'answered':
			return one(...standing(state))
		case 'due-today':
			return one(...standing('open'), eq(proceedings.dueOn, when.today))
		case 'overdue':
			return one(...standing('open'), lt(proceedings.dueOn, when.today))
		case 'answered-today':
			return one(...standing('answered'), inArray(proceedings.id, answeredSince(read, midnightOf(when))))
		default:
			return never(state)
	}
}

export const whose = ({ bodyId, officeId }: Place) =>
	and(
		bodyId ? eq(proceedings.bodyId, bodyId) : undefined,
		officeId ? eq(proceedings.officeId, officeId) : undefined,
	)

export const standing = (state: ProceedingState) => [
	eq(proceedings.stage, state === 'open' || state === 'paused' ? 'desk' : 'ended'),
	eq(proceedings.state, state),
]

export const midnightOf = ({ law, today }: When) => instantIn(law.profile.time.zone, today, 0)

const answeredSince = (read: Reader, moment: Date) =>
	read.select({ id: answers.proceedingId }).from(answers).where(gte(answers.signedAt, moment))

/** An index has these, so what is private or follows another question is passed over without its row. */
export const OPEN_TO_ALL = [eq(proceedings.public, true), isNull(proceedings.followsId)]

/**
 * Whoever had joined another question and took theirs back follows nothing, and is found under the other still.
 * Asked of each row by its question's id: a join might begin with the questions, of which there are far more.
 */
const isInLists = (read: Reader) =>
	exists(
		read
			.select({ one: sql`1` })
			.from(inquiries)
			.where(and(eq(inquiries.id, proceedings.inquiryId), isNull(inquiries.leadId))),
	)
