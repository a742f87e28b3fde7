import { and, eq, inArray, max, sql } from 'drizzle-orm'
import { attach } from '#app/files/attach.server.ts'
import type { OpenedHearing } from '#app/hearings/hearing.server.ts'
import type { Actor } from '#app/people/actor.ts'
import { record } from '#app/register/record.server.ts'
import { insertRow } from '#db/insert.ts'
import { prepared } from '#db/prepared.ts'
import { remarks } from '#db/schema/hearings.ts'
import { indexForSearch, removeFromSearch } from '#db/search.ts'
import type { Writer } from '#db/store.ts'
import { countIn } from './cells.server.ts'
import { addToGroup, place } from './group.server.ts'
import { publicText } from './remark.ts'

export type Remark = typeof remarks.$inferSelect

/** A remark as it comes in, by whichever way. */
export interface NewRemark
	extends Pick<
		Remark,
		| 'channel'
		| 'position'
		| 'affiliation'
		| 'language'
		| 'text'
		| 'published'
		| 'personId'
		| 'authorHash'
		| 'authorName'
		| 'publicName'
		| 'email'
		| 'level'
		| 'region'
		| 'receivedAt'
		| 'late'
	> {
	documentId?: string | null
	documentVersion?: number | null
	paragraph?: number | null
	passage?: string | null
	agendaItemId?: string | null
	submissionId?: string | null
	fileIds?: readonly string[]
}

export interface KeptRemark {
	ordinal: number
	groupId: number
}

/** Where files of a remark hang, and what search finds it by. */
export const remarkRef = (hearingId: number, ordinal: number) => `${hearingId}-${ordinal}`

/** Puts a remark on the record under the next number, into its group and into the counts. */
export async function keepRemark(
	tx: Writer,
	opened: Pick<OpenedHearing, 'hearing' | 'today' | 'by'>,
	{ fileIds = [], ...remark }: NewRemark,
	acting: { actor: Actor; now: Date },
): Promise<KeptRemark> {
	const { id: hearingId } = opened.hearing
	const [last] = await lastRemark(tx).execute({ hearingId })
	const ordinal = (last?.ordinal ?? 0) + 1
	const shown = publicText({ ...remark, state: 'standing', redacted: null })
	const { position } = remark
	const toPlace = { hearingId, ordinal, position, text: remark.text, shown }
	const groupId = await place(tx, toPlace)
	// Asked before the new one is there.
	const before = await earlierOf(tx).execute({ hearingId, authorHash: remark.authorHash })
	await insertRow(tx, remarks, { hearingId, ordinal, groupId, ...remark })
	await addToGroup(tx, groupId, toPlace, {
		newPerson: !before.some((one) => one.groupId === groupId),
		newToPosition: !before.some((one) => one.groupId === groupId && one.position === position),
	})
	const newPerson = !before.some((one) => one.position === position)
	await countIn(tx, { hearingId, position, level: remark.level, region: remark.region, newPerson })
	await attach(tx, 'remark', remarkRef(hearingId, ordinal), fileIds, remark.published)
	await putForSearch(tx, hearingId, ordinal, shown)
	await recordRemarkStep(tx, opened, acting, { type: 'remark-received', ordinal, late: remark.late })
	return { ordinal, groupId }
}

/** On the record of the remark: that of its hearing is read whole, and may not grow with every remark. */
export async function recordRemarkStep(
	tx: Writer,
	{ hearing, today, by }: Pick<OpenedHearing, 'hearing' | 'today' | 'by'>,
	{ actor, now }: { actor: Actor; now: Date },
	{ type, ...details }: { type: string; ordinal: number; late?: boolean },
): Promise<void> {
	const subjectId = remarkRef(hearing.id, details.ordinal)
	const { personId } = actor
	await record(tx, { subject: 'remark', subjectId, type, at: now, on: today, by, personId, details })
}

const lastRemark = prepared((read) =>
	read
		.select({ ordinal: max(remarks.ordinal) })
		.from(remarks)
		.where(eq(remarks.hearingId, sql.placeholder('hearingId'))),
)

const earlierOf = prepared((read) =>
	read
		.select({ groupId: remarks.groupId, position: remarks.position })
		.from(remarks)
		.where(
			and(
				eq(remarks.hearingId, sql.placeholder('hearingId')),
				eq(remarks.authorHash, sql.placeholder('authorHash')),
				eq(remarks.state, 'standing'),
			),
		),
)

/** The one word by which search tells the remarks of one hearing from those of another. */
export const hearingWord = (hearingId: number) => `hearing${hearingId}remarks`

/** What the public may read is found; the rest is not. */
export async function putForSearch(
	tx: Writer,
	hearingId: number,
	ordinal: number,
	shown: string | null,
): Promise<void> {
	const ref = remarkRef(hearingId, ordinal)
	if (shown === null) await removeFromSearch(tx, 'remark', ref)
	else await indexForSearch(tx, 'remark', ref, `${hearingWord(hearingId)} ${shown}`)
}

/** Under which hash this human has handed in remarks before, or the first of those that they may be known by. */
export async function ownHash(
	tx: Writer,
	hearingId: number,
	hashes: readonly [string, ...string[]],
): Promise<string> {
	if (hashes.length === 1) return hashes[0]
	const [known] = await tx
		.select({ authorHash: remarks.authorHash })
		.from(remarks)
		.where(and(eq(remarks.hearingId, hearingId), inArray(remarks.authorHash, [...hashes])))
		.limit(1)
	return known?.authorHash ?? hashes[0]
}
