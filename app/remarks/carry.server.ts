import { and, asc, eq, gt, inArray } from 'drizzle-orm'
import type { Copied } from '#app/dossiers/copy.server.ts'
import { humanHash, humanHashes } from '#app/people/signer.server.ts'
import { insertRows } from '#db/insert.ts'
import { attachments } from '#db/schema/files.ts'
import { remarkBands as bands, remarkGroups as groups, remarks } from '#db/schema/hearings.ts'
import { people } from '#db/schema/people.ts'
import type { Reader, Writer } from '#db/store.ts'
import { recountCells } from './cells.server.ts'
import { recountGroup } from './group.server.ts'
import { putForSearch, type Remark, remarkRef } from './keep.server.ts'
import { publicText } from './remark.ts'
import { matterOf } from './submit.server.ts'

const AT_ONCE = 500

/**
 * Carries what was left unresolved into the hearing that repeats it (Environmental Code 73(17)): each row with its
 * remarks that stand, so that whoever made one need not make it again. The new hearing has no remarks yet.
 */
export async function carryRemarks(
	tx: Writer,
	fromHearingId: number,
	toHearingId: number,
	documents: Copied,
	now: Date,
): Promise<{ remarks: number; rows: number }> {
	const open = await tx
		.select()
		.from(groups)
		.where(and(eq(groups.hearingId, fromHearingId), eq(groups.unresolved, true), gt(groups.remarks, 0)))
		.orderBy(asc(groups.ordinal))
	let carried = 0
	for (const [at, { id, title, remarkOrdinal }] of open.entries()) {
		const [made] = await tx
			.insert(groups)
			.values({ hearingId: toHearingId, ordinal: at + 1, title, remarkOrdinal: carried + 1 })
			.returning({ id: groups.id })
		if (!made) throw new Error('no group was made')
		const row = { from: id, to: made.id, hearingId: toHearingId, documents, after: carried, now }
		const numbers = await carryRow(tx, row)
		carried += numbers.size
		await tx
			.update(groups)
			.set({ remarkOrdinal: numbers.get(remarkOrdinal) ?? carried })
			.where(eq(groups.id, made.id))
		await carryBands(tx, { from: id, to: made.id, hearingId: toHearingId, numbers })
		await recountGroup(tx, toHearingId, made.id)
	}
	await recountCells(tx, toHearingId)
	return { remarks: carried, rows: open.length }
}

interface Carrying {
	from: number
	to: number
	hearingId: number
}

/** Gives the new number of each. */
async function carryRow(
	tx: Writer,
	{ from, to, hearingId, documents, after, now }: Carrying & { documents: Copied; after: number; now: Date },
): Promise<Map<number, number>> {
	const numbers = new Map<number, number>()
	for (let last = 0, more = true; more; ) {
		const some = await tx
			.select()
			.from(remarks)
			.where(and(eq(remarks.groupId, from), eq(remarks.state, 'standing'), gt(remarks.ordinal, last)))
			.orderBy(asc(remarks.ordinal))
			.limit(AT_ONCE)
		if (some.length === 0) break
		const hashes = await hashesOf(tx, hearingId, some)
		const rows = some.map((remark, at) => {
			const ordinal = after + numbers.size + 1
			numbers.set(remark.ordinal, ordinal)
			return {
				...remark,
				hearingId,
				ordinal,
				groupId: to,
				channel: 'carried' as const,
				carriedFrom: remark.ordinal,
				authorHash: hashes[at] as string,
				...placeIn(documents, remark),
				agendaItemId: null,
				receivedAt: now,
				late: false,
				submissionId: null,
			}
		})
		await insertRows(tx, remarks, rows)
		await carryFiles(tx, some, hearingId, numbers)
		last = some.at(-1)?.ordinal ?? last
		more = some.length === AT_ONCE
	}
	return numbers
}

/** It speaks to the copy, where what it spoke to was copied: another version has other words, one that is hidden none. */
function placeIn(documents: Copied, { documentId, documentVersion, paragraph, passage }: Remark) {
	const copy = documents.get(documentId ?? '')
	return copy && copy.version === documentVersion
		? { documentId: copy.id, documentVersion: 1, paragraph }
		: {
				documentId: null,
				documentVersion: null,
				paragraph: null,
				passage: paragraph === null ? passage : null,
			}
}

/** What was carried into a hearing is found like any other remark once the hearing is public. */
export async function putCarriedForSearch(tx: Writer, hearingId: number): Promise<void> {
	const carried = and(eq(remarks.hearingId, hearingId), eq(remarks.channel, 'carried'))
	for (let last = 0, more = true; more; ) {
		const some = await tx
			.select()
			.from(remarks)
			.where(and(carried, gt(remarks.ordinal, last)))
			.orderBy(asc(remarks.ordinal))
			.limit(AT_ONCE)
		for (const row of some) await putForSearch(tx, hearingId, row.ordinal, publicText(row))
		last = some.at(-1)?.ordinal ?? last
		more = some.length === AT_ONCE
	}
}

/** Whoever has an account is the same human when they write again; of the others the old hash tells one from another. */
async function hashesOf(read: Reader, hearingId: number, carried: readonly Remark[]): Promise<string[]> {
	const matter = matterOf(hearingId)
	const ids = carried.flatMap(({ personId }) => personId ?? [])
	const known = ids.length
		? await read
				.select({
					id: people.id,
					identifierHash: people.identifierHash,
					emailFolded: people.emailFolded,
					emailConfirmedAt: people.emailConfirmedAt,
				})
				.from(people)
				.where(inArray(people.id, ids))
		: []
	const byPerson = new Map(known.map((person) => [person.id, humanHashes(matter, person)[0]]))
	return carried.map(
		({ personId, authorHash }) =>
			byPerson.get(personId ?? '') ?? humanHash(`${matter}:carried`, { name: authorHash }),
	)
}

async function carryFiles(
	tx: Writer,
	carried: readonly Remark[],
	hearingId: number,
	numbers: ReadonlyMap<number, number>,
): Promise<void> {
	const refs = new Map(
		carried.map((remark) => [
			remarkRef(remark.hearingId, remark.ordinal),
			remarkRef(hearingId, numbers.get(remark.ordinal) as number),
		]),
	)
	const files = await tx
		.select()
		.from(attachments)
		.where(and(eq(attachments.subject, 'remark'), inArray(attachments.subjectId, [...refs.keys()])))
	await insertRows(
		tx,
		attachments,
		files.map((file) => ({
			...file,
			id: crypto.randomUUID(),
			subjectId: refs.get(file.subjectId) as string,
		})),
	)
}

async function carryBands(
	tx: Writer,
	{ from, to, hearingId, numbers }: Carrying & { numbers: ReadonlyMap<number, number> },
): Promise<void> {
	const kept = await tx
		.select({ band: bands.band, remarkOrdinal: bands.remarkOrdinal })
		.from(bands)
		.where(eq(bands.groupId, from))
	const rows = kept.flatMap(({ band, remarkOrdinal }) => {
		const ordinal = numbers.get(remarkOrdinal)
		return ordinal === undefined ? [] : { hearingId, band, groupId: to, remarkOrdinal: ordinal }
	})
	await insertRows(tx, bands, rows)
}
