import { csvLine } from '#app/text/csv.ts'
import type { Reader } from '#db/store.ts'
import { remarksOf, rowsOf } from './find.server.ts'
import type { ShownRemark, ShownRow } from './shown.ts'

const AT_ONCE = 500

/** Every remark as everybody may see it, the newest first; nothing of it tells who its author is but a name that they let be shown. */
async function* allRemarks(read: Reader, hearingId: number): AsyncGenerator<ShownRemark> {
	for (let before: number | undefined, more = true; more; ) {
		const { items, next } = await remarksOf(read, hearingId, {}, { before, size: AT_ONCE })
		yield* items
		before = next
		more = next !== undefined
	}
}

async function* allRows(read: Reader, hearingId: number): AsyncGenerator<ShownRow> {
	for (let after: number | undefined = 0; after !== undefined; ) {
		const { items, next }: Awaited<ReturnType<typeof rowsOf>> = await rowsOf(read, hearingId, 'all', {
			after,
			size: AT_ONCE,
		})
		yield* items
		after = next
	}
}

const remarkData = ({ group, ...remark }: ShownRemark) => ({
	number: remark.ordinal,
	row: group.ordinal,
	position: remark.position,
	affiliation: remark.affiliation,
	language: remark.language,
	channel: remark.channel,
	state: remark.state,
	late: remark.late,
	level: remark.level,
	region: remark.region,
	received_at: remark.receivedAt.toISOString(),
	name: remark.publicName,
	document: remark.documentId,
	document_version: remark.documentVersion,
	paragraph: remark.paragraph,
	passage: remark.passage,
	redacted: remark.redactionReason !== null,
	not_counted_reason: remark.stateReason,
	text: remark.text,
})

const rowData = (row: ShownRow) => ({
	row: row.ordinal,
	title: row.title,
	remarks: row.remarks,
	people: row.people,
	people_for: row.peopleFor,
	people_against: row.peopleAgainst,
	people_neutral: row.peopleNeutral,
	answer: row.answer,
	answered_at: row.answeredAt?.toISOString() ?? null,
	outcome: row.outcome,
	reason: row.reason,
	changed: row.changed,
	responded_at: row.respondedAt?.toISOString() ?? null,
	unresolved: row.unresolved,
})

type Data = Record<string, string | number | boolean | null>

async function* mapped<From>(from: AsyncIterable<From>, to: (one: From) => Data): AsyncGenerator<Data> {
	for await (const one of from) yield to(one)
}

/** The remarks, or the response table, of a hearing. */
export const dataOf = {
	remarks: (read: Reader, hearingId: number) => mapped(allRemarks(read, hearingId), remarkData),
	responses: (read: Reader, hearingId: number) => mapped(allRows(read, hearingId), rowData),
}

export async function* asCsv(data: AsyncIterable<Data>): AsyncGenerator<string> {
	yield '\uFEFF'
	let first = true
	for await (const one of data) {
		if (first) yield csvLine(Object.keys(one))
		first = false
		yield csvLine(Object.values(one).map((value) => (typeof value === 'boolean' ? String(value) : value)))
	}
}

/** One array, made while it is sent. */
export async function* asJson(data: AsyncIterable<Data>): AsyncGenerator<string> {
	let before = '['
	for await (const one of data) {
		yield `${before}\n${JSON.stringify(one)}`
		before = ','
	}
	yield before === '[' ? '[]\n' : '\n]\n'
}
