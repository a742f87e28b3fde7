import { and, eq, inArray } from 'drizzle-orm'
import { type ATTACHED_TO, attachments, files } from '#db/schema/files.ts'
import type { Writer } from '#db/store.ts'

/** Has stored files go with a text, in the order given. */
export async function attach(
	tx: Writer,
	subject: (typeof ATTACHED_TO)[number],
	subjectId: string,
	fileIds: readonly string[],
	open: boolean,
): Promise<void> {
	if (fileIds.length === 0) return
	await tx.insert(attachments).values(
		fileIds.map((fileId, position) => ({
			id: crypto.randomUUID(),
			fileId,
			subject,
			subjectId,
			public: open,
			position,
		})),
	)
}

const AT_ONCE = 500

/** What goes with nothing from now on is swept away like anything new that belongs to nothing. */
export async function detach(
	tx: Writer,
	subject: (typeof ATTACHED_TO)[number],
	subjectIds: readonly string[],
	now: Date,
): Promise<void> {
	for (let at = 0; at < subjectIds.length; at += AT_ONCE) {
		const some = subjectIds.slice(at, at + AT_ONCE)
		const gone = await tx
			.delete(attachments)
			.where(and(eq(attachments.subject, subject), inArray(attachments.subjectId, some)))
			.returning({ fileId: attachments.fileId })
		const fileIds = gone.map(({ fileId }) => fileId)
		if (fileIds.length > 0) await tx.update(files).set({ uploadedAt: now }).where(inArray(files.id, fileIds))
	}
}
