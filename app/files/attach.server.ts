import { type ATTACHED_TO, attachments } from '#db/schema/files.ts'
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
