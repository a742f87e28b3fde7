import { and, between, count, desc, eq, gt, inArray, isNull, lt, ne, type SQL, sql } from 'drizzle-orm'
import { filesOf } from '#app/files/attached.server.ts'
import {
	documentVersions,
	remarkGroups as groups,
	hearingDocuments,
	type Position,
	remarks,
} from '#db/schema/hearings.ts'
import { search } from '#db/search.ts'
import type { Reader } from '#db/store.ts'
import { hearingWord, remarkRef } from './keep.server.ts'
import { ON_PARAGRAPH, PAGE_SIZE, publicText, SIDE_BY_SIDE } from './remark.ts'
import type { OnParagraph, RemarkFilter, RemarkWithFiles, Rows, ShownRemark, ShownRow } from './shown.ts'

const REMARK = {
	ordinal: remarks.ordinal,
	text: remarks.text,
	redacted: remarks.redacted,
	published: remarks.published,
	redactionReason: remarks.redactionReason,
	channel: remarks.channel,
	state: remarks.state,
	stateReason: remarks.stateReason,
	stateAt: remarks.stateAt,
	position: remarks.position,
	affiliation: remarks.affiliation,
	language: remarks.language,
	publicName: remarks.publicName,
	level: remarks.level,
	region: remarks.region,
	receivedAt: remarks.receivedAt,
	late: remarks.late,
	carriedFrom: remarks.carriedFrom,
	documentId: remarks.documentId,
	documentVersion: remarks.documentVersion,
	paragraph: remarks.paragraph,
	passage: remarks.passage,
	passageLanguage: documentVersions.language,
	documentHiddenAt: hearingDocuments.hiddenAt,
	group: { ordinal: groups.ordinal, people: groups.people, remarks: groups.remarks },
}

/** What everybody may see of remarks, in the order given. */
const shown = (read: Reader, where: SQL | undefined) =>
	read
		.select(REMARK)
		.from(remarks)
		.innerJoin(groups, eq(groups.id, remarks.groupId))
		.leftJoin(hearingDocuments, eq(hearingDocuments.id, remarks.documentId))
		.leftJoin(
			documentVersions,
			and(
				eq(documentVersions.documentId, remarks.documentId),
				eq(documentVersions.version, remarks.documentVersion),
			),
		)
		.where(where)
		.orderBy(desc(remarks.ordinal))

const asShown = ({
	redacted,
	documentHiddenAt,
	...remark
}: Awaited<ReturnType<typeof shown>>[number]): ShownRemark => {
	const text = publicText({ ...remark, redacted })
	if (text === null) return { ...remark, text, passage: null, publicName: null }
	// What may not be shown may stand in the passage as well: where its author typed it, or the document was hidden.
	const typed = remark.paragraph === null
	const unshown = documentHiddenAt !== null || (redacted !== null && typed)
	return { ...remark, text, passage: unshown ? null : remark.passage }
}

/** So many are looked at for what was searched for. */
const MOST_FOUND = 200

/** A page of the remarks of a hearing, the newest first; the next one begins before `next`. */
export async function remarksOf(
	read: Reader,
	hearingId: number,
	filter: RemarkFilter,
	{ before, size = PAGE_SIZE }: { before?: number | undefined; size?: number } = {},
): Promise<{ items: ShownRemark[]; next: number | undefined }> {
	const rows = await shown(
		read,
		and(
			// Of a document there are few: SQLite is kept from going through all of the hearing for them.
			filter.documentId ? sql`+${remarks.hearingId} = ${hearingId}` : eq(remarks.hearingId, hearingId),
			filter.position && eq(remarks.position, filter.position),
			filter.affiliation && eq(remarks.affiliation, filter.affiliation),
			filter.language ? eq(remarks.language, filter.language) : undefined,
			filter.documentId ? eq(remarks.documentId, filter.documentId) : undefined,
			filter.version ? eq(remarks.documentVersion, filter.version) : undefined,
			filter.paragraph ? eq(remarks.paragraph, filter.paragraph) : undefined,
			filter.groupId ? eq(remarks.groupId, filter.groupId) : undefined,
			filter.query ? inArray(remarks.ordinal, await found(read, hearingId, filter.query)) : undefined,
			before ? lt(remarks.ordinal, before) : undefined,
		),
	).limit(size + 1)
	const items = rows.slice(0, size).map(asShown)
	return { items, next: rows.length > size ? items.at(-1)?.ordinal : undefined }
}

/** Remarks on the paragraphs of a version from one to another: how many, and the newest of each. */
export async function remarksOnParagraphs(
	read: Reader,
	{ documentId, version, from, to }: { documentId: string; version: number; from: number; to: number },
): Promise<OnParagraph[]> {
	const of = and(
		eq(remarks.documentId, documentId),
		eq(remarks.documentVersion, version),
		ne(remarks.state, 'withdrawn'),
	)
	const counted = await read
		.select({ paragraph: sql<number>`${remarks.paragraph}`.mapWith(Number), remarks: count() })
		.from(remarks)
		.where(and(of, between(remarks.paragraph, from, to)))
		.groupBy(remarks.paragraph)
	return Promise.all(
		counted.map(async (one) => {
			const newest = await shown(read, and(of, eq(remarks.paragraph, one.paragraph))).limit(ON_PARAGRAPH)
			return { ...one, newest: newest.map(asShown) }
		}),
	)
}

async function found(read: Reader, hearingId: number, query: string): Promise<number[]> {
	const refs = await search(read, 'remark', `${hearingWord(hearingId)} ${query}`, { limit: MOST_FOUND })
	return refs.map((ref) => Number(ref.split('-')[1]))
}

/** One remark, with the files that everybody may open; its author and who sorts remarks open all. */
export async function remarkOf(
	read: Reader,
	hearingId: number,
	ordinal: number,
	insider = false,
): Promise<RemarkWithFiles | undefined> {
	const [row] = await shown(read, and(eq(remarks.hearingId, hearingId), eq(remarks.ordinal, ordinal)))
	if (!row) return undefined
	const remark = asShown(row)
	if (remark.text === null && !insider) return { ...remark, files: [] }
	const ref = remarkRef(hearingId, ordinal)
	const files = await filesOf(read, 'remark', [ref], insider)
	return { ...remark, files: files.get(ref) ?? [] }
}

/**
 * A page of a row for those who sort remarks: each with its original, and the name on the record where an authority
 * keeps it. A group that holds its own hearing learns no name that was not to be shown.
 */
export async function sortableOf(
	read: Reader,
	hearingId: number,
	groupId: number,
	{ before, named }: { before: number | undefined; named: boolean },
) {
	const { items, next } = await remarksOf(read, hearingId, { groupId }, { before })
	const ordinals = items.map(({ ordinal }) => ordinal)
	const kept = await read
		.select({ ordinal: remarks.ordinal, text: remarks.text, name: remarks.authorName })
		.from(remarks)
		.where(and(eq(remarks.hearingId, hearingId), inArray(remarks.ordinal, ordinals)))
	return {
		next,
		items: items.map((shown) => {
			const own = kept.find(({ ordinal }) => ordinal === shown.ordinal)
			const canBeSorted = shown.state !== 'withdrawn'
			// What its author took back is nobody's to read.
			return {
				shown,
				canBeSorted,
				original: canBeSorted ? (own?.text ?? '') : '',
				name: named ? (own?.name ?? null) : null,
			}
		}),
	}
}

/** The remark that is read for a row, for those who answer it: also one that nobody else may read. */
export async function remarkToAnswer(
	read: Reader,
	hearingId: number,
	ordinal: number,
): Promise<ShownRemark | undefined> {
	const [row] = await shown(read, and(eq(remarks.hearingId, hearingId), eq(remarks.ordinal, ordinal)))
	if (!row) return undefined
	return row.state === 'withdrawn' ? asShown(row) : { ...asShown(row), text: row.redacted ?? row.text }
}

/** In which row a remark stands. */
export async function rowOfRemark(
	read: Reader,
	hearingId: number,
	ordinal: number,
): Promise<number | undefined> {
	const [row] = await read
		.select({ ordinal: groups.ordinal })
		.from(remarks)
		.innerJoin(groups, eq(groups.id, remarks.groupId))
		.where(and(eq(remarks.hearingId, hearingId), eq(remarks.ordinal, ordinal)))
	return row?.ordinal
}

const ROW = {
	id: groups.id,
	ordinal: groups.ordinal,
	title: groups.title,
	language: remarks.language,
	remarkOrdinal: groups.remarkOrdinal,
	remarks: groups.remarks,
	people: groups.people,
	peopleFor: groups.peopleFor,
	peopleAgainst: groups.peopleAgainst,
	peopleNeutral: groups.peopleNeutral,
	answer: groups.answer,
	answeredAt: groups.answeredAt,
	outcome: groups.outcome,
	reason: groups.reason,
	changed: groups.changed,
	respondedAt: groups.respondedAt,
	unresolved: groups.unresolved,
}

const rows = (read: Reader, where: SQL | undefined) =>
	read
		.select(ROW)
		.from(groups)
		.innerJoin(
			remarks,
			and(eq(remarks.hearingId, groups.hearingId), eq(remarks.ordinal, groups.remarkOrdinal)),
		)
		.where(where)

const PEOPLE = { for: groups.peopleFor, against: groups.peopleAgainst, neutral: groups.peopleNeutral }

/** The rows behind which the most people of a position stand. */
export const rowsOfPosition = (read: Reader, hearingId: number, position: Position): Promise<ShownRow[]> =>
	rows(read, and(eq(groups.hearingId, hearingId), gt(PEOPLE[position], 0)))
		.orderBy(desc(PEOPLE[position]), desc(groups.ordinal))
		.limit(SIDE_BY_SIDE)

export async function rowByOrdinal(
	read: Reader,
	hearingId: number,
	ordinal: number,
): Promise<ShownRow | undefined> {
	const [row] = await rows(read, and(eq(groups.hearingId, hearingId), eq(groups.ordinal, ordinal)))
	return row
}

/** A page of the response table in the order of its rows; the next one begins after `next`. */
export async function rowsOf(
	read: Reader,
	hearingId: number,
	which: Rows | 'unanswered',
	{ after = 0, size = PAGE_SIZE }: { after?: number; size?: number } = {},
): Promise<{ items: ShownRow[]; next: number | undefined }> {
	const found = await rows(
		read,
		and(eq(groups.hearingId, hearingId), gt(groups.remarks, 0), gt(groups.ordinal, after), standing(which)),
	)
		.orderBy(groups.ordinal)
		.limit(size + 1)
	const items = found.slice(0, size)
	return { items, next: found.length > size ? items.at(-1)?.ordinal : undefined }
}

function standing(which: Rows | 'unanswered'): SQL | undefined {
	if (which === 'all') return undefined
	if (which === 'unanswered') return isNull(groups.answer)
	if (which === 'open') return isNull(groups.outcome)
	return which === 'unresolved' ? eq(groups.unresolved, true) : eq(groups.outcome, which)
}
