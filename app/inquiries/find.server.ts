import { and, asc, count, desc, eq, gte, inArray, isNull, lt, lte, type SQL, sql } from 'drizzle-orm'
import { type Strip, stripOf } from '#app/clocks/strip.ts'
import { type Day, instantIn } from '#app/deadlines/day.ts'
import type { Law } from '#app/jurisdictions/law.server.ts'
import { listed as asList, inList } from '#db/list.ts'
import { prepared } from '#db/prepared.ts'
import { bodies, offices } from '#db/schema/bodies.ts'
import { answers, inquiries, proceedings } from '#db/schema/inquiries.ts'
import { search } from '#db/search.ts'
import type { Reader } from '#db/store.ts'
import { clockFrom, clockStepsOf } from './clock.server.ts'
import {
	type ListedInquiry,
	type ListFilter,
	type ListPage,
	type ListState,
	MOST_COUNTED,
	PAGE_SIZE,
	type Pair,
} from './listed.ts'

const MOST_FOUND = 500

/**
 * A page of the public questions. Those who joined another are found under it, so that one matter is one row;
 * a hidden one stays in the list as a number.
 */
export async function publicInquiries(
	read: Reader,
	filter: ListFilter,
	{ page, law, today, size = PAGE_SIZE }: { page: number; law: Law; today: Day; size?: number },
): Promise<ListPage> {
	if (filter.query) return searchedInquiries(read, filter, { page, law, today })
	const where = and(...conditions(filter, { law, today }))
	const counted = await countUpTo(read, where, order(filter).slice(0, 1))
	const total = Math.min(counted, MOST_COUNTED)
	const pages = Math.max(1, Math.ceil(total / size))
	const at = Math.min(Math.max(1, page), pages)
	const ids = await read
		.select({ id: inquiries.id })
		.from(inquiries)
		.where(where)
		.orderBy(...order(filter))
		.limit(size)
		.offset((at - 1) * size)
	const items = await listed(
		read,
		ids.map(({ id }) => id),
		law,
		today,
	)
	return { items, total, more: counted > MOST_COUNTED, page: at, pages }
}

async function searchedInquiries(
	read: Reader,
	filter: ListFilter,
	{ page, law, today }: { page: number; law: Law; today: Day },
): Promise<ListPage> {
	const ranked = await search(read, 'inquiry', filter.query ?? '', { limit: MOST_FOUND })
	// By id alone: beside other conditions SQLite would rather walk through all public questions.
	const rows = ranked.length
		? await read.select(WHAT_LISTS_ASK).from(inquiries).where(inArray(inquiries.id, ranked))
		: []
	const kept = new Set(
		rows.flatMap((row) => (isListed(row, filter, { law, today }) && !row.hidden ? [row.id] : [])),
	)
	const found = ranked.filter((id) => kept.has(id))
	const pages = Math.max(1, Math.ceil(found.length / PAGE_SIZE))
	const at = Math.min(Math.max(1, page), pages)
	const items = await listed(read, found.slice((at - 1) * PAGE_SIZE, at * PAGE_SIZE), law, today)
	return { items, total: found.length, more: ranked.length === MOST_FOUND, page: at, pages }
}

interface When {
	law: Law
	today: Day
}

function conditions({ state = 'all', bodyId, officeId, postId }: ListFilter, when: When): SQL[] {
	const where: (SQL | undefined)[] = [
		eq(inquiries.visibility, 'public'),
		isNull(inquiries.leadId),
		bodyId ? eq(inquiries.bodyId, bodyId) : undefined,
		officeId ? eq(inquiries.officeId, officeId) : undefined,
		postId ? eq(inquiries.postId, postId) : undefined,
		...inState(state, when),
	]
	return where.filter((one) => one !== undefined)
}

const WHAT_LISTS_ASK = {
	id: inquiries.id,
	visibility: inquiries.visibility,
	hidden: inquiries.hidden,
	leadId: inquiries.leadId,
	bodyId: inquiries.bodyId,
	officeId: inquiries.officeId,
	postId: inquiries.postId,
	state: inquiries.state,
	dueOn: inquiries.dueOn,
	answeredAt: inquiries.answeredAt,
}

/** The same conditions, asked of a row that is read already. */
function isListed(
	row: Pick<typeof inquiries.$inferSelect, keyof typeof WHAT_LISTS_ASK>,
	{ state = 'all', bodyId, officeId, postId }: ListFilter,
	{ law, today }: When,
): boolean {
	if (row.visibility !== 'public' || row.leadId !== null) return false
	if ((bodyId && row.bodyId !== bodyId) || (officeId && row.officeId !== officeId)) return false
	if (postId && row.postId !== postId) return false
	if (state === 'all') return true
	if (state === 'due-today') return row.state === 'open' && row.dueOn === today
	if (state === 'answered-today')
		return row.state === 'answered' && row.answeredAt !== null && row.answeredAt >= midnightOf(law, today)
	if (state === 'overdue') return row.state === 'open' && row.dueOn !== null && row.dueOn < today
	return row.state === state
}

/** Overdue is open after its due day, whether or not the duty that records breaches has run yet. */
function inState(state: ListState, { law, today }: When): SQL[] {
	switch (state) {
		case 'all':
			return []
		case 'open':
		case 'paused':
			return [eq(inquiries.state, state)]
		case 'due-today':
			// As a range: with one value to look for, SQLite thinks any index in order and takes the wrong one.
			return [eq(inquiries.state, 'open'), gte(inquiries.dueOn, today), lte(inquiries.dueOn, today)]
		case 'overdue':
			return [eq(inquiries.state, 'open'), lt(inquiries.dueOn, today)]
		case 'answered':
			return [eq(inquiries.state, 'answered')]
		case 'answered-today':
			return [eq(inquiries.state, 'answered'), gte(inquiries.answeredAt, midnightOf(law, today))]
		default:
			return never(state)
	}
}

const midnightOf = (law: Law, today: Day) => instantIn(law.profile.time.zone, today, 0)

/** In the order of an index, so that a page costs the same whatever lies behind it. */
function order({ state = 'all', bodyId, officeId, postId }: ListFilter): SQL[] {
	const answered = state === 'answered' || state === 'answered-today'
	if (state !== 'all' && !answered) return [asc(inquiries.dueOn), asc(inquiries.id)]
	if (answered && !bodyId && !officeId && !postId) return [desc(inquiries.answeredAt), desc(inquiries.id)]
	return [desc(inquiries.receivedAt), desc(inquiries.id)]
}

/**
 * By what the list is ordered by first: so it keeps to the index of the list, and reads nothing beside it.
 */
async function countUpTo(read: Reader, where: SQL | undefined, ordered: SQL[]): Promise<number> {
	const some = read
		.select({ one: sql`1`.as('one') })
		.from(inquiries)
		.where(where)
		.orderBy(...ordered)
		.limit(MOST_COUNTED + 1)
		.as('some')
	const [row] = await read.select({ total: count() }).from(some)
	return row?.total ?? 0
}

/** The rows of a list by id, in the order given. */
export async function listed(
	read: Reader,
	ids: readonly string[],
	law: Law,
	today: Day,
): Promise<ListedInquiry[]> {
	if (ids.length === 0) return []
	const rows = await rowsOf(read).execute({ ids: asList(ids) })
	const strips = await stripsOf(
		read,
		rows.map(({ inquiry }) => inquiry),
		law,
		today,
	)
	return ids.flatMap((id) => {
		const row = rows.find(({ inquiry }) => inquiry.id === id)
		const strip = strips.get(id)
		if (!row || !strip) return []
		const { subject, hidden, procedure: _, ...rest } = row.inquiry
		return [
			{
				...rest,
				subject: hidden ? undefined : subject,
				body: row.body,
				office: row.office ?? undefined,
				strip,
			},
		]
	})
}

const rowsOf = prepared((read) =>
	read
		.select({
			inquiry: {
				id: inquiries.id,
				number: inquiries.number,
				subject: inquiries.subject,
				hidden: inquiries.hidden,
				author: inquiries.publicName,
				language: inquiries.language,
				receivedAt: inquiries.receivedAt,
				answeredAt: inquiries.answeredAt,
				joined: inquiries.joined,
				procedure: inquiries.procedure,
			},
			body: { id: bodies.id, code: bodies.code, names: bodies.names },
			office: { id: offices.id, slug: offices.slug, names: offices.names },
		})
		.from(inquiries)
		.innerJoin(bodies, eq(bodies.id, inquiries.bodyId))
		.leftJoin(offices, eq(offices.id, inquiries.officeId))
		.where(inList(inquiries.id, 'ids')),
)

/** The clock that counts for each question: the one that falls due first, else the last. */
async function stripsOf(
	read: Reader,
	listedRows: readonly { id: string; procedure: string }[],
	law: Law,
	today: Day,
): Promise<Map<string, Strip>> {
	const ids = listedRows.map(({ id }) => id)
	const handled = await handlingsOf(read).execute({ ids: asList(ids) })
	const leading = listedRows.flatMap(({ id, procedure }) => {
		const [first] = handled
			.filter(({ inquiryId }) => inquiryId === id)
			.sort((a, b) => urgency(a).localeCompare(urgency(b)) || b.ordinal - a.ordinal)
		return first ? [{ ...first, procedure }] : []
	})
	const steps = await clockStepsOf(read, leading)
	return new Map(
		leading.map(({ id, inquiryId, rule, procedure }) => {
			const clock = clockFrom(steps.get(id) ?? [], law, rule, procedure)
			return [inquiryId, stripOf(clock, today, law.calendar)] as const
		}),
	)
}

const handlingsOf = prepared((read) =>
	read
		.select({
			id: proceedings.id,
			inquiryId: proceedings.inquiryId,
			rule: proceedings.rule,
			state: proceedings.state,
			dueOn: proceedings.dueOn,
			ordinal: proceedings.ordinal,
		})
		.from(proceedings)
		.where(inList(proceedings.inquiryId, 'ids')),
)

const urgency = ({ state, dueOn }: { state: string; dueOn: Day | null }) =>
	state === 'open' ? `0${dueOn ?? '9999'}` : state === 'paused' ? '1' : state === 'redirected' ? '3' : '2'

/** Questions with the beginning of their answers, for a post or the first page. */
export async function withAnswers(read: Reader, items: readonly ListedInquiry[]): Promise<Pair[]> {
	const ids = items.filter(({ subject }) => subject !== undefined).map(({ id }) => id)
	if (ids.length === 0) return [...items]
	const texts = await beginningsOf(read).execute({ ids: asList(ids) })
	const given = await answersTo(read).execute({ ids: asList(ids) })
	return items.map((item) => {
		const question = texts.find(({ id }) => id === item.id)?.text
		const answer = given.find(({ inquiryId }) => inquiryId === item.id)
		return {
			...item,
			question: question && shortened(question, 220),
			answer: answer && {
				excerpt: shortened(plain(answer.html), 320),
				language: answer.language,
				signedAt: answer.signedAt,
				late: answer.late,
			},
		}
	})
}

const beginningsOf = prepared((read) =>
	read
		.select({ id: inquiries.id, text: sql<string>`substr(${inquiries.text}, 1, 600)` })
		.from(inquiries)
		.where(inList(inquiries.id, 'ids')),
)

const answersTo = prepared((read) =>
	read
		.select({
			inquiryId: answers.inquiryId,
			html: sql<string>`substr(${answers.publicHtml}, 1, 1200)`,
			language: answers.language,
			signedAt: answers.signedAt,
			late: answers.late,
		})
		.from(answers)
		.where(
			and(
				inList(answers.inquiryId, 'ids'),
				// An answer that a moderator has hidden is not quoted.
				sql`not exists (select 1 from hidings where hidings.subject = 'answer' and hidings.subject_id = ${answers.id} and hidings.lifted_at is null)`,
			),
		)
		.orderBy(desc(answers.signedAt)),
)

/** The first of a list, which nobody turns the pages of: they are not counted. */
export async function firstInquiries(
	read: Reader,
	filter: ListFilter,
	{ limit, law, today }: { limit: number; law: Law; today: Day },
): Promise<ListedInquiry[]> {
	const first = await read
		.select({ id: inquiries.id })
		.from(inquiries)
		.where(and(...conditions(filter, { law, today })))
		.orderBy(...order(filter))
		.limit(limit)
	return listed(
		read,
		first.map(({ id }) => id),
		law,
		today,
	)
}

/** The newest answers with their questions. */
export async function latestAnswers(read: Reader, limit: number, law: Law, today: Day): Promise<Pair[]> {
	const newest = await read
		.select({ id: inquiries.id })
		.from(inquiries)
		.where(and(...conditions({ state: 'answered' }, { law, today }), eq(inquiries.hidden, false)))
		.orderBy(...order({ state: 'answered' }))
		.limit(limit)
	const items = await listed(
		read,
		newest.map(({ id }) => id),
		law,
		today,
	)
	return withAnswers(read, items)
}

/** The words of sanitized HTML, which is cut anywhere. */
function plain(html: string): string {
	return html
		.replace(/<[^>]*(>|$)/g, ' ')
		.replace(/&(amp|lt|gt|quot|#39);?/g, (_, name: string) => ENTITIES[name] ?? ' ')
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }

/** Cut between words. */
function shortened(text: string, most: number): string {
	const line = text.replace(/\s+/g, ' ').trim()
	if (line.length <= most) return line
	return `${line.slice(0, most).replace(/\s+\S*$/, '')} …`
}

function never(state: never): never {
	throw new Error(`no such list: ${state}`)
}
