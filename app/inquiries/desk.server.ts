import { and, asc, count, desc, eq, inArray, isNotNull, isNull, lt, type SQL, sql } from 'drizzle-orm'
import type { Day } from '#app/deadlines/day.ts'
import { type Actor, deskBodies } from '#app/people/actor.ts'
import { bodies, offices } from '#db/schema/bodies.ts'
import { drafts, inquiries, notes, proceedings, snippets } from '#db/schema/inquiries.ts'
import { people, roles } from '#db/schema/people.ts'
import { events } from '#db/schema/register.ts'
import type { Reader } from '#db/store.ts'
import { DESK_SIZE, type DeskFilter, type DeskPlace } from './desk.ts'
import { inquiryOf } from './hold.server.ts'

export interface DeskQuery extends DeskPlace {
	officeId?: string
	today: Day
}

/** One case in the list of the desk. */
export type DeskRow = Awaited<ReturnType<typeof deskList>>[number]

/**
 * The cases of the actor's bodies in order of legal urgency: the earliest due day first. Whoever has no desk sees none.
 */
export async function deskList(read: Reader, actor: Actor, query: DeskQuery) {
	const chosen = onDesk(read, actor, query)
	if (!chosen) return []
	const ids = await idsOnPage(read, chosen, query)
	if (ids.length === 0) return []
	return read
		.select({
			id: proceedings.id,
			number: inquiries.number,
			subject: inquiries.subject,
			kind: inquiries.kind,
			channel: inquiries.channel,
			visibility: inquiries.visibility,
			hidden: inquiries.hidden,
			joined: inquiries.joined,
			safetyReport: inquiries.safetyReport,
			confirmation: inquiries.confirmation,
			language: inquiries.language,
			bodyId: proceedings.bodyId,
			bodyCode: bodies.code,
			officeNames: offices.names,
			part: proceedings.part,
			state: proceedings.state,
			receivedAt: proceedings.receivedAt,
			registeredOn: proceedings.registeredOn,
			rule: proceedings.rule,
			dueOn: proceedings.dueOn,
			correctBy: proceedings.correctBy,
			extended: proceedings.extended,
			breachedAt: proceedings.breachedAt,
			answeredAt: proceedings.answeredAt,
			executorId: proceedings.executorId,
			executor: people.fullName,
			draftSubmittedAt: drafts.submittedAt,
		})
		.from(proceedings)
		.innerJoin(inquiries, eq(inquiries.id, proceedings.inquiryId))
		.innerJoin(bodies, eq(bodies.id, proceedings.bodyId))
		.leftJoin(offices, eq(offices.id, proceedings.officeId))
		.leftJoin(people, eq(people.id, proceedings.executorId))
		.leftJoin(drafts, eq(drafts.proceedingId, proceedings.id))
		.where(inArray(proceedings.id, ids))
		.orderBy(...urgency(query.filter))
}

/** The order and the page are decided on the index alone; the rest is read for the rows of one page. */
async function idsOnPage(read: Reader, chosen: SQL, { filter, page }: DeskQuery): Promise<string[]> {
	const offset = (page - 1) * DESK_SIZE
	const order = filter === 'ended' ? desc : asc
	// What has no day is at one end of an index of PostgreSQL, and at the other of one of SQLite: so those are asked
	// for apart.
	const those = (dated: SQL, name: string) =>
		read
			.select({ id: proceedings.id, dueOn: proceedings.dueOn })
			.from(proceedings)
			.where(and(chosen, dated))
			.orderBy(order(proceedings.dueOn), order(proceedings.id))
			.limit(offset + DESK_SIZE)
			.as(name)
	const dated = those(isNotNull(proceedings.dueOn), 'dated')
	const undated = those(isNull(proceedings.dueOn), 'undated')
	const rows = await read
		.select({ id: dated.id, dueOn: dated.dueOn })
		.from(dated)
		.unionAll(read.select({ id: undated.id, dueOn: undated.dueOn }).from(undated))
		.orderBy(sql`${order(sql`due_on`)} nulls last`, order(sql`id`))
		.limit(DESK_SIZE)
		.offset(offset)
	return rows.map(({ id }) => id)
}

/** How many cases each filter shows, no further than `COUNT_CAP`: a desk does not need to know more. */
const COUNT_CAP = 10_000

/** Beside a filter stands no number larger than this; who has more to do is not helped by knowing how much. */
export const BADGE_CAP = 500

export async function deskCount(
	read: Reader,
	actor: Actor,
	query: DeskQuery,
	most = COUNT_CAP,
): Promise<number> {
	const chosen = onDesk(read, actor, query)
	if (!chosen) return 0
	const capped = read.select({ id: proceedings.id }).from(proceedings).where(chosen).limit(most).as('capped')
	const [row] = await read.select({ n: count() }).from(capped)
	return row?.n ?? 0
}

function onDesk(read: Reader, actor: Actor, { filter, bodyId, officeId, today }: DeskQuery): SQL | undefined {
	const held = deskBodies(actor)
	const chosen = bodyId ? held.filter((id) => id === bodyId) : held
	if (chosen.length === 0) return undefined
	return and(
		inArray(proceedings.bodyId, chosen),
		eq(proceedings.stage, filter === 'ended' ? 'ended' : 'desk'),
		officeId ? eq(proceedings.officeId, officeId) : undefined,
		matching(read, filter, actor, today),
	)
}

function matching(read: Reader, filter: DeskFilter, actor: Actor, today: Day): SQL | undefined {
	switch (filter) {
		case 'today':
			return eq(proceedings.dueOn, today)
		case 'overdue':
			return lt(proceedings.dueOn, today)
		case 'unassigned':
			return isNull(proceedings.executorId)
		// Found by the index on the executor: a person has few cases, a desk may have thousands.
		case 'mine':
			return inArray(
				proceedings.id,
				read
					.select({ id: proceedings.id })
					.from(proceedings)
					.where(and(eq(proceedings.executorId, String(actor.personId)), eq(proceedings.stage, 'desk'))),
			)
		case 'to-sign':
			return inArray(
				proceedings.id,
				read.select({ id: drafts.proceedingId }).from(drafts).where(isNotNull(drafts.submittedAt)),
			)
		// What waits for its author has no urgency: it has a list of its own.
		case 'open':
		case 'paused':
			return eq(proceedings.state, filter)
		default:
			return undefined
	}
}

/** What has no day comes after all that have one. */
function urgency(filter: DeskFilter): SQL[] {
	const order = filter === 'ended' ? desc : asc
	return [sql`${order(proceedings.dueOn)} nulls last`, order(proceedings.id)]
}

/** The members of a body's desk, to whom a case may be given. */
export async function deskMembers(read: Reader, bodyId: string) {
	return read
		.selectDistinct({ id: people.id, name: people.fullName })
		.from(roles)
		.innerJoin(people, eq(people.id, roles.personId))
		.where(
			and(
				eq(roles.bodyId, bodyId),
				inArray(roles.role, ['clerk', 'executor', 'approver']),
				isNull(roles.endedAt),
				isNull(people.closedAt),
			),
		)
		.orderBy(asc(people.fullName), asc(people.id))
}

/** What only the desk of the body reads about a case: its notes, and without a text who took over the draft. */
export async function deskNotes(read: Reader, proceedingId: string) {
	const written = await read
		.select({ id: notes.id, text: notes.text, at: notes.at, by: people.fullName })
		.from(notes)
		.leftJoin(people, eq(people.id, notes.by))
		.where(eq(notes.proceedingId, proceedingId))
		.orderBy(asc(notes.at), asc(notes.id))
	const takenOver = await read
		.select({ sequence: events.sequence, at: events.at, by: people.fullName })
		.from(events)
		.leftJoin(people, eq(people.id, events.personId))
		.where(
			and(
				eq(events.subject, 'inquiry'),
				eq(events.subjectId, inquiryOf(proceedingId)),
				eq(events.proceedingId, proceedingId),
				eq(events.type, 'draft_taken_over'),
			),
		)
		.orderBy(asc(events.sequence))
	return [
		...written,
		...takenOver.map(({ sequence, ...step }) => ({ ...step, id: String(sequence), text: null })),
	].sort((a, b) => a.at.getTime() - b.at.getTime())
}

export async function draftOf(read: Reader, proceedingId: string) {
	const [row] = await read
		.select({ draft: drafts, holder: people.fullName })
		.from(drafts)
		.leftJoin(people, eq(people.id, drafts.heldBy))
		.where(eq(drafts.proceedingId, proceedingId))
	return row
}

export async function snippetsOf(read: Reader, bodyId: string, language?: string) {
	return read
		.select()
		.from(snippets)
		.where(and(eq(snippets.bodyId, bodyId), language ? eq(snippets.language, language) : undefined))
		.orderBy(asc(snippets.title), asc(snippets.id))
}

/** Open questions of the same body that this one could be put under, most recently received first. */
export async function mergeTargets(read: Reader, bodyId: string, exceptInquiryId: string) {
	return read
		.select({
			proceedingId: proceedings.id,
			number: inquiries.number,
			subject: inquiries.subject,
			joined: inquiries.joined,
		})
		.from(proceedings)
		.innerJoin(inquiries, eq(inquiries.id, proceedings.inquiryId))
		.where(
			and(
				eq(proceedings.bodyId, bodyId),
				eq(proceedings.stage, 'desk'),
				eq(proceedings.state, 'open'),
				eq(inquiries.visibility, 'public'),
				sql`${inquiries.id} <> ${exceptInquiryId}`,
			),
		)
		.orderBy(desc(inquiries.joined), desc(proceedings.receivedAt))
		.limit(25)
}

/** Of the cases named in an address those that stand on the actor's desk, in the order named. */
export async function chosenCases(read: Reader, actor: Actor, ids: readonly string[]) {
	const held = deskBodies(actor)
	if (ids.length === 0 || held.length === 0) return []
	return read
		.select({
			id: proceedings.id,
			bodyId: proceedings.bodyId,
			number: inquiries.number,
			subject: inquiries.subject,
		})
		.from(proceedings)
		.innerJoin(inquiries, eq(inquiries.id, proceedings.inquiryId))
		.where(and(inArray(proceedings.id, [...ids]), inArray(proceedings.bodyId, held)))
		.orderBy(asc(proceedings.dueOn), asc(proceedings.id))
}
