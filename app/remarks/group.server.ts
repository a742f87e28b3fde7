import { and, asc, count, countDistinct, eq, inArray, max, type Placeholder, sql } from 'drizzle-orm'
import type { AnyColumn } from '#db/columns.ts'
import { insertRows } from '#db/insert.ts'
import { prepared } from '#db/prepared.ts'
import { remarkBands as bands, remarkGroups as groups, type Position, remarks } from '#db/schema/hearings.ts'
import type { Reader, Writer } from '#db/store.ts'
import { bandsOf, type Compared, compared, likeness } from './alike.ts'
import { publicText, titleOf } from './remark.ts'

export type RemarkGroup = typeof groups.$inferSelect

export async function groupById(
	read: Reader,
	hearingId: number,
	id: number,
): Promise<RemarkGroup | undefined> {
	const [group] = await read
		.select()
		.from(groups)
		.where(and(eq(groups.hearingId, hearingId), eq(groups.id, id)))
	return group
}

export const groupByOrdinal = async (read: Reader, hearingId: number, ordinal: number) =>
	(await byOrdinal(read).execute({ hearingId, ordinal }))[0]

const byOrdinal = prepared((read) =>
	read
		.select()
		.from(groups)
		.where(
			and(eq(groups.hearingId, sql.placeholder('hearingId')), eq(groups.ordinal, sql.placeholder('ordinal'))),
		),
)

interface ToPlace {
	hearingId: number
	ordinal: number
	position: Position
	text: string
	/** What the public may read of it. */
	shown: string | null
}

/** Finds the group whose text a new remark repeats, or opens one for it. */
export async function place(tx: Writer, remark: ToPlace): Promise<number> {
	const text = compared(remark.text)
	const found = await groupLike(tx, remark, text)
	return found ?? openGroup(tx, remark, text)
}

/** So many texts are compared at most: those that share the most bands. */
const MOST_COMPARED = 8
const MOST_BANDS = 9

/**
 * The same words meet whoever says them. What is nearly the same meets only what takes the same position: one word
 * more may have turned it round.
 */
async function groupLike(
	tx: Reader,
	{ hearingId, position }: ToPlace,
	text: Compared,
): Promise<number | undefined> {
	const own = bandsOf(text)
	const asked = Object.fromEntries(
		Array.from({ length: MOST_BANDS }, (_, at) => [`band${at}`, own[at] ?? own[0]]),
	)
	const met = await sharingBands(tx).execute({ hearingId, ...asked })
	const standing = new Map<number, { groupId: number; bands: number }>()
	for (const { remarkOrdinal, groupId } of met)
		standing.set(remarkOrdinal, { groupId, bands: (standing.get(remarkOrdinal)?.bands ?? 0) + 1 })
	const closest = [...standing].sort(([a, x], [b, y]) => y.bands - x.bands || a - b).slice(0, MOST_COMPARED)
	let nearly: number | undefined
	for (const [ordinal, { groupId }] of closest) {
		const [other] = await comparedTo(tx).execute({ hearingId, ordinal })
		if (!other) continue
		const how = likeness(text, compared(other.text))
		if (how === 'same') return groupId
		if (how === 'nearly' && other.position === position) nearly ??= groupId
	}
	return nearly
}

const sharingBands = prepared((read) =>
	read
		.select({ groupId: bands.groupId, remarkOrdinal: bands.remarkOrdinal })
		.from(bands)
		.where(
			and(
				eq(bands.hearingId, sql.placeholder('hearingId')),
				inArray(
					bands.band,
					Array.from({ length: MOST_BANDS }, (_, at) => sql.placeholder(`band${at}`)),
				),
			),
		)
		.limit(500),
)

const comparedTo = prepared((read) =>
	read
		.select({ text: remarks.text, position: remarks.position })
		.from(remarks)
		.where(
			and(
				eq(remarks.hearingId, sql.placeholder('hearingId')),
				eq(remarks.ordinal, sql.placeholder('ordinal')),
			),
		),
)

/** A group in which a remark stands for whatever will come that says nearly the same. */
export async function openGroup(
	tx: Writer,
	{ hearingId, ordinal, text, shown }: ToPlace,
	read = compared(text),
): Promise<number> {
	const [last] = await lastGroup(tx).execute({ hearingId })
	const [made] = await addGroup(tx).execute({
		hearingId,
		ordinal: (last?.ordinal ?? 0) + 1,
		title: shown === null ? '' : titleOf(shown),
		remarkOrdinal: ordinal,
	})
	if (!made) throw new Error('no group was made')
	await insertRows(
		tx,
		bands,
		bandsOf(read).map((band) => ({ hearingId, band, groupId: made.id, remarkOrdinal: ordinal })),
	)
	return made.id
}

const lastGroup = prepared((read) =>
	read
		.select({ ordinal: max(groups.ordinal) })
		.from(groups)
		.where(eq(groups.hearingId, sql.placeholder('hearingId'))),
)
const addGroup = prepared((tx: Writer) =>
	tx
		.insert(groups)
		.values({
			hearingId: sql.placeholder('hearingId'),
			ordinal: sql.placeholder('ordinal'),
			title: sql.placeholder('title'),
			remarkOrdinal: sql.placeholder('remarkOrdinal'),
		})
		.returning({ id: groups.id }),
)

/** Counts a remark that has just been put in its group; it is read for all if none of the others may be. */
export async function addToGroup(
	tx: Writer,
	groupId: number,
	{ ordinal, position, shown }: Pick<ToPlace, 'ordinal' | 'position' | 'shown'>,
	{ newPerson, newToPosition }: { newPerson: boolean; newToPosition: boolean },
): Promise<void> {
	await countInGroup(
		tx,
		groupId,
		position,
		{ remarks: 1, people: newPerson ? 1 : 0, ofPosition: newToPosition ? 1 : 0 },
		{ ordinal, title: shown === null ? '' : titleOf(shown) },
	)
}

/** Adds to what is counted of a group, or takes from it. */
export async function countInGroup(
	tx: Writer,
	groupId: number,
	position: Position,
	{ remarks, people, ofPosition }: { remarks: number; people: number; ofPosition: number },
	/** What is read for all, where nothing else can be. */
	head = { ordinal: 0, title: '' },
): Promise<void> {
	const of = (which: Position) => (position === which ? ofPosition : 0)
	await countMore(tx).execute({
		...head,
		...{ groupId, remarks, people },
		...{ for: of('for'), against: of('against'), neutral: of('neutral') },
	})
}

const ifUntitled = (given: Placeholder, own: AnyColumn) =>
	sql`case when ${groups.title} = '' and ${sql.placeholder('title')} <> '' then ${given} else ${own} end`

const countMore = prepared((tx: Writer) =>
	tx
		.update(groups)
		.set({
			title: ifUntitled(sql.placeholder('title'), groups.title),
			remarkOrdinal: ifUntitled(sql.placeholder('ordinal'), groups.remarkOrdinal),
			remarks: sql`${groups.remarks} + ${sql.placeholder('remarks')}`,
			people: sql`${groups.people} + ${sql.placeholder('people')}`,
			peopleFor: sql`${groups.peopleFor} + ${sql.placeholder('for')}`,
			peopleAgainst: sql`${groups.peopleAgainst} + ${sql.placeholder('against')}`,
			peopleNeutral: sql`${groups.peopleNeutral} + ${sql.placeholder('neutral')}`,
		})
		.where(eq(groups.id, sql.placeholder('groupId'))),
)

/** Has another remark read for all where the one that was no longer can be, or says something else now. */
export const renewHead = async (tx: Writer, hearingId: number, groupId: number) =>
	void (await tx
		.update(groups)
		.set(await headOf(tx, hearingId, groupId))
		.where(eq(groups.id, groupId)))

/** Counts a group anew, after some remarks were put into it or out of it. */
export async function recountGroup(tx: Writer, hearingId: number, groupId: number): Promise<void> {
	const standing = and(eq(remarks.groupId, groupId), eq(remarks.state, 'standing'))
	const authors = (position: Position) =>
		countDistinct(sql`case when ${remarks.position} = ${position} then ${remarks.authorHash} end`)
	const [counted] = await tx
		.select({
			remarks: count(),
			people: countDistinct(remarks.authorHash),
			peopleFor: authors('for'),
			peopleAgainst: authors('against'),
			peopleNeutral: authors('neutral'),
		})
		.from(remarks)
		.where(standing)
	await tx
		.update(groups)
		.set({ ...counted })
		.where(eq(groups.id, groupId))
	await renewHead(tx, hearingId, groupId)
}

/** The remark that is read for all, with the title that it gives: that before, while it can be read. */
async function headOf(tx: Reader, hearingId: number, groupId: number) {
	const group = await groupById(tx, hearingId, groupId)
	const first = (...also: Parameters<typeof and>) =>
		tx
			.select({
				ordinal: remarks.ordinal,
				text: remarks.text,
				redacted: remarks.redacted,
				published: remarks.published,
				state: remarks.state,
			})
			.from(remarks)
			.where(and(eq(remarks.groupId, groupId), ...also))
			.orderBy(asc(remarks.ordinal))
			.limit(1)
	const readable = [eq(remarks.state, 'standing'), eq(remarks.published, true)]
	const [head] = [
		...(await first(eq(remarks.ordinal, group?.remarkOrdinal ?? 0), ...readable)),
		...(await first(...readable)),
		...(await first(eq(remarks.state, 'standing'))),
		...(await first(eq(remarks.state, 'not_counted'), eq(remarks.published, true))),
	]
	if (!head) return { title: '' }
	return { remarkOrdinal: head.ordinal, title: titleOf(publicText(head) ?? '') }
}
