import {
	and,
	asc,
	count,
	desc,
	eq,
	gte,
	inArray,
	isNotNull,
	isNull,
	lt,
	lte,
	type SQL,
	sql,
} from 'drizzle-orm'
import type { Day } from '#app/deadlines/day.ts'
import type { Law } from '#app/jurisdictions/law.server.ts'
import { never } from '#app/outcome.ts'
import { inquiries, proceedings } from '#db/schema/inquiries.ts'
import { search } from '#db/search.ts'
import type { Reader } from '#db/store.ts'
import { countHandledAt, everyHandledAt, handledAt, midnightOf, type When } from './handled.server.ts'
import { inParts, MOST_AT_ONCE } from './in-parts.ts'
import {
	type Found,
	isWaiting,
	type ListedInquiry,
	type ListFilter,
	type ListPage,
	type ListState,
	MOST_COUNTED,
	MOST_COUNTED_AT_PLACE,
	PAGE_SIZE,
	type Pair,
} from './listed.ts'
import { withAnswers } from './pairs.server.ts'
import { listed } from './rows.server.ts'

const MOST_FOUND = 500

/**
 * A page of the public questions. Those who joined another are found under it, so that one matter is one row;
 * a hidden one stays in the list as a number. At a body or office each row is its own handling of the question.
 */
export async function publicInquiries(
	read: Reader,
	filter: ListFilter,
	{ page, size = PAGE_SIZE, ...when }: When & { page: number; size?: number },
): Promise<ListPage> {
	if (isSmall(filter)) {
		const found = await searched(read, filter, when)
		const { at, pages } = turned(found.rows.length, page, size)
		const items = await listed(read, found.rows.slice((at - 1) * size, at * size), when)
		return { items, total: found.rows.length, more: found.more, page: at, pages }
	}
	const most = isAtPlace(filter) ? MOST_COUNTED_AT_PLACE : MOST_COUNTED
	const counted = await (isAtPlace(filter)
		? countHandledAt(read, filter, when, most + 1)
		: countUpTo(read, filter, when, most + 1))
	const total = Math.min(counted, most)
	const { at, pages } = turned(total, page, size)
	const found = await foundIn(read, filter, when, { limit: size, offset: (at - 1) * size })
	return { items: await listed(read, found, when), total, more: counted > most, page: at, pages }
}

function turned(total: number, page: number, size: number): { at: number; pages: number } {
	const pages = Math.max(1, Math.ceil(total / size))
	return { at: Math.min(Math.max(1, page), pages), pages }
}

/** The first of a list, which nobody turns the pages of: they are not counted. */
export async function firstInquiries(
	read: Reader,
	filter: ListFilter,
	{ limit, ...when }: When & { limit: number },
): Promise<ListedInquiry[]> {
	return listed(read, await foundIn(read, filter, when, { limit }), when)
}

/** All of a list, some at a time. */
export async function* everyInquiry(read: Reader, filter: ListFilter, when: When): AsyncGenerator<Found[]> {
	if (isSmall(filter)) yield (await searched(read, filter, when)).rows
	else if (isAtPlace(filter)) yield* everyHandledAt(read, filter, when)
	else yield* every(read, filter, when)
}

/** The newest answers with their questions. */
export async function latestAnswers(read: Reader, limit: number, law: Law, today: Day): Promise<Pair[]> {
	const when = { law, today }
	const newest = await read
		.select({ inquiryId: inquiries.id })
		.from(inquiries)
		.where(and(...conditions({ state: 'answered' }, when), eq(inquiries.hidden, false)))
		.orderBy(...order({ state: 'answered' }))
		.limit(limit)
	return withAnswers(read, await listed(read, newest, when))
}

const isAtPlace = ({ bodyId, officeId }: ListFilter) => Boolean(bodyId || officeId)

/** Found by a search, or under a post: so few that the rest of the filter is asked of what was read. */
const isSmall = ({ query, postId, ...filter }: ListFilter) => Boolean(query || (postId && isAtPlace(filter)))

async function searched(
	read: Reader,
	filter: ListFilter,
	when: When,
): Promise<{ rows: Found[]; more: boolean }> {
	const ranked = filter.query
		? await search(read, 'inquiry', filter.query, { limit: MOST_FOUND })
		: (await foundIn(read, { postId: filter.postId }, when, { limit: MOST_FOUND })).map(
				(row) => row.inquiryId,
			)
	// By id alone: beside other conditions SQLite would rather walk through all public questions.
	const questions = ranked.length
		? await read.select(WHAT_LISTS_ASK).from(inquiries).where(inArray(inquiries.id, ranked))
		: []
	const shown = questions.filter((one) => isShown(one, filter))
	const handlings =
		isAtPlace(filter) && shown.length > 0
			? await read.select(WHAT_PLACES_ASK).from(proceedings).where(inArray(proceedings.inquiryId, ranked))
			: []
	const rows = ranked.flatMap((id): Found[] => {
		const question = shown.find((one) => one.id === id)
		if (!question) return []
		if (!isAtPlace(filter)) return isInState(question, filter.state, when) ? [{ inquiryId: id }] : []
		return handlings
			.filter((one) => one.inquiryId === id && isOf(one, filter) && isInState(one, filter.state, when))
			.map((one) => ({ inquiryId: id, proceedingId: one.id }))
	})
	return { rows, more: ranked.length === MOST_FOUND }
}

const WHAT_LISTS_ASK = {
	id: inquiries.id,
	visibility: inquiries.visibility,
	hidden: inquiries.hidden,
	leadId: inquiries.leadId,
	postId: inquiries.postId,
	state: inquiries.state,
	dueOn: inquiries.dueOn,
	answeredAt: inquiries.answeredAt,
}

const WHAT_PLACES_ASK = {
	id: proceedings.id,
	inquiryId: proceedings.inquiryId,
	bodyId: proceedings.bodyId,
	officeId: proceedings.officeId,
	state: proceedings.state,
	dueOn: proceedings.dueOn,
	answeredAt: proceedings.answeredAt,
}

/** A search does not find what is hidden. */
const isShown = (
	row: Pick<typeof inquiries.$inferSelect, 'visibility' | 'hidden' | 'leadId' | 'postId'>,
	{ query, postId }: ListFilter,
) =>
	row.visibility === 'public' &&
	row.leadId === null &&
	!(query && row.hidden) &&
	(!postId || row.postId === postId)

const isOf = (row: { bodyId: string; officeId: string | null }, { bodyId, officeId }: ListFilter) =>
	(!bodyId || row.bodyId === bodyId) && (!officeId || row.officeId === officeId)

/** The same as `inState`, asked of a row that is read already. */
function isInState(
	row: { state: string; dueOn: Day | null; answeredAt: Date | null },
	state: ListState = 'all',
	when: When,
): boolean {
	if (state === 'all') return true
	if (state === 'due-today') return row.state === 'open' && row.dueOn === when.today
	if (state === 'answered-today')
		return row.state === 'answered' && row.answeredAt !== null && row.answeredAt >= midnightOf(when)
	if (state === 'overdue') return row.state === 'open' && row.dueOn !== null && row.dueOn < when.today
	return row.state === state
}

async function foundIn(
	read: Reader,
	filter: ListFilter,
	when: When,
	{ limit, offset = 0 }: { limit: number; offset?: number },
): Promise<Found[]> {
	if (isAtPlace(filter)) return handledAt(read, filter, when, { limit, offset })
	const those = (dated?: SQL) =>
		read
			.select({ inquiryId: inquiries.id, dueOn: inquiries.dueOn })
			.from(inquiries)
			.where(and(...conditions(filter, when), dated))
			.orderBy(...order(filter))
			.$dynamic()
	if (!isWaiting(filter.state)) return those().limit(limit).offset(offset)
	// What has no day comes last, as on both engines it is at another end of an index.
	const first = (dated: SQL, name: string) =>
		read.select().from(
			those(dated)
				.limit(offset + limit)
				.as(name),
		)
	return first(isNotNull(inquiries.dueOn), 'dated')
		.unionAll(first(isNull(inquiries.dueOn), 'undated'))
		.orderBy(sql`due_on asc nulls last, id asc`)
		.limit(limit)
		.offset(offset)
}

function conditions({ state = 'all', postId }: ListFilter, when: When): SQL[] {
	const where: (SQL | undefined)[] = [
		eq(inquiries.visibility, 'public'),
		isNull(inquiries.leadId),
		postId ? eq(inquiries.postId, postId) : undefined,
		...inState(state, when),
	]
	return where.filter((one) => one !== undefined)
}

/** Overdue is open after its due day, whether or not the duty that records breaches has run yet. */
function inState(state: ListState, when: When): SQL[] {
	switch (state) {
		case 'all':
			return []
		case 'open':
		case 'paused':
			return [eq(inquiries.state, state)]
		case 'due-today':
			// As a range: with one value to look for, SQLite thinks any index in order and takes the wrong one.
			return [eq(inquiries.state, 'open'), gte(inquiries.dueOn, when.today), lte(inquiries.dueOn, when.today)]
		case 'overdue':
			return [eq(inquiries.state, 'open'), lt(inquiries.dueOn, when.today)]
		case 'answered':
			return [eq(inquiries.state, 'answered')]
		case 'answered-today':
			return [eq(inquiries.state, 'answered'), gte(inquiries.answeredAt, midnightOf(when))]
		default:
			return never(state)
	}
}

/** In the order of an index, so that a page costs the same whatever lies behind it. */
function order(filter: ListFilter): SQL[] {
	const direction = isWaiting(filter.state) ? asc : desc
	return [direction(orderedBy(filter)), direction(inquiries.id)]
}

function orderedBy({ state = 'all', postId }: ListFilter) {
	if (isWaiting(state)) return inquiries.dueOn
	return state === 'all' || postId ? inquiries.receivedAt : inquiries.answeredAt
}

/**
 * By what the list is ordered by first: so it keeps to the index of the list, and reads nothing beside it.
 */
async function countUpTo(read: Reader, filter: ListFilter, when: When, most: number): Promise<number> {
	const some = read
		.select({ one: sql`1`.as('one') })
		.from(inquiries)
		.where(and(...conditions(filter, when)))
		.orderBy(...order(filter).slice(0, 1))
		.limit(most)
		.as('some')
	const [row] = await read.select({ total: count() }).from(some)
	return row?.total ?? 0
}

/** Dated and undated as above. */
async function* every(read: Reader, filter: ListFilter, when: When): AsyncGenerator<Found[]> {
	const by = orderedBy(filter)
	const beyond = isWaiting(filter.state) ? sql`>` : sql`<`
	const after = (last: { id: string; at: unknown }) =>
		last.at === null
			? sql`${inquiries.id} ${beyond} ${last.id}`
			: sql`(${by}, ${inquiries.id}) ${beyond} (${sql.param(last.at, by)}, ${last.id})`
	for (const dated of [isNotNull(by), isNull(by)])
		for await (const rows of inParts((last: { id: string; at: Date | Day | null } | undefined) =>
			read
				.select({ id: inquiries.id, at: by })
				.from(inquiries)
				.where(and(...conditions(filter, when), dated, last && after(last)))
				.orderBy(...order(filter))
				.limit(MOST_AT_ONCE),
		))
			yield rows.map(({ id }) => ({ inquiryId: id }))
}
