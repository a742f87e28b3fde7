import { and, asc, eq, gte, inArray, isNull, lt, notExists, sql } from 'drizzle-orm'
import { mark, markOf } from '#app/register/mark.server.ts'
import { pictures } from '#db/schema/blogs.ts'
import { attachments, files } from '#db/schema/files.ts'
import type { Reader, Store } from '#db/store.ts'
import { removeOldBytes } from './store.server.ts'

const DAY_MS = 24 * 60 * 60_000
const AT_ONCE = 200
const MARK = 'files-swept'

/** Files that a day later belong to nothing are forgotten, and their bytes with them when no other file has the same. */
export async function sweepFiles(store: Store, { now }: { now: Date }): Promise<void> {
	const before = new Date(now.getTime() - DAY_MS)
	let from = new Date((await markOf(store.readOwn, MARK)) ?? 0)
	while (from < before) {
		const found = await uploadedBetween(store.readOwn, from, before)
		const last = found.length < AT_ONCE ? before : (found.at(-1)?.uploadedAt ?? before)
		// More in one moment than are looked at together: the moment is passed, and they stay.
		const next = last > from ? last : new Date(from.getTime() + 1)
		const gone = await store.write(MARK, async (tx) => {
			const removed = await tx
				.delete(files)
				.where(and(inArray(files.id, idsOf(found)), ...belongsToNothing(tx)))
				.returning({ sha256: files.sha256 })
			await mark(tx, MARK, next.toISOString())
			return removed
		})
		for (const sha256 of new Set(gone.map((one) => one.sha256)))
			if ((await store.readOwn.$count(files, eq(files.sha256, sha256))) === 0)
				await removeOldBytes(sha256, before)
		from = next
	}
}

const idsOf = (rows: readonly { id: string }[]) => rows.map(({ id }) => id)

const uploadedBetween = (read: Reader, from: Date, before: Date) =>
	read
		.select({ id: files.id, uploadedAt: files.uploadedAt })
		.from(files)
		.leftJoin(attachments, eq(attachments.fileId, files.id))
		.leftJoin(pictures, eq(pictures.fileId, files.id))
		.where(
			and(
				gte(files.uploadedAt, from),
				lt(files.uploadedAt, before),
				isNull(attachments.id),
				isNull(pictures.id),
			),
		)
		.orderBy(asc(files.uploadedAt), asc(files.id))
		.limit(AT_ONCE)

/** Asked again while deleting: it may have been attached meanwhile. */
const belongsToNothing = (read: Reader) => [
	notExists(read.select({ one: sql`1` }).from(attachments).where(eq(attachments.fileId, files.id))),
	notExists(read.select({ one: sql`1` }).from(pictures).where(eq(pictures.fileId, files.id))),
]
