import { and, asc, eq, inArray } from 'drizzle-orm'
import { detach } from '#app/files/attach.server.ts'
import { attachments, files } from '#db/schema/files.ts'
import { hearings, remarks } from '#db/schema/hearings.ts'
import type { Reader, Writer } from '#db/store.ts'
import { putForSearch, remarkRef } from './keep.server.ts'

/** What somebody handed in or said at hearings, as it is kept. */
export async function remarksBy(read: Reader, personId: string) {
	const found = await read
		.select({ hearing: hearings.number, remark: remarks })
		.from(remarks)
		.innerJoin(hearings, eq(hearings.id, remarks.hearingId))
		.where(eq(remarks.personId, personId))
		.orderBy(asc(remarks.hearingId), asc(remarks.ordinal))
	return found.map(({ hearing, remark: { authorHash: _, submissionId: __, groupId: ___, ...remark } }) => ({
		hearing,
		...remark,
	}))
}

/** The files that went with them. */
export async function remarkFilesOf(read: Reader, personId: string) {
	const own = await remarksBy(read, personId)
	const refs = own.map(({ hearingId, ordinal }) => remarkRef(hearingId, ordinal))
	return read
		.select({ name: files.name, sha256: files.sha256 })
		.from(attachments)
		.innerJoin(files, eq(files.id, attachments.fileId))
		.where(and(eq(attachments.subject, 'remark'), inArray(attachments.subjectId, refs)))
		.orderBy(asc(attachments.subjectId), asc(attachments.position))
}

/**
 * When an account is erased: the text is a document of the hearing and must be answered, so it stays, without a name.
 * Of one that was withdrawn nothing is needed any more.
 */
export async function leaveRemarks(tx: Writer, personId: string, now: Date): Promise<void> {
	const own = eq(remarks.personId, personId)
	const withdrawn = await tx
		.update(remarks)
		.set({ text: '', redacted: null, passage: null })
		.where(and(own, eq(remarks.state, 'withdrawn')))
		.returning({ hearingId: remarks.hearingId, ordinal: remarks.ordinal })
	for (const { hearingId, ordinal } of withdrawn) {
		await putForSearch(tx, hearingId, ordinal, null)
		await detach(tx, 'remark', [remarkRef(hearingId, ordinal)], now)
	}
	await tx
		.update(remarks)
		.set({ personId: null, authorName: null, publicName: null, email: null, submissionId: null })
		.where(own)
}
