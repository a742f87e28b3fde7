import { and, eq, inArray, isNull, notExists } from 'drizzle-orm'
import { attachments, files } from '#db/schema/files.ts'
import type { Writer } from '#db/store.ts'
import type { StoredFile } from './accept.server.ts'

/** Writes down what was stored; until something is attached it belongs to whoever sent it. */
export async function keepFiles(
	tx: Writer,
	{ stored, by, now }: { stored: readonly StoredFile[]; by: string | null; now: Date },
): Promise<string[]> {
	if (stored.length === 0) return []
	const rows = stored.map((file) => ({
		...file,
		id: crypto.randomUUID(),
		uploadedAt: now,
		uploadedBy: by,
	}))
	await tx.insert(files).values(rows)
	return rows.map((row) => row.id)
}

/** Gives somebody the files that they sent before they had shown who they are. */
export async function claimFiles(
	tx: Writer,
	{ ids, personId }: { ids: readonly string[]; personId: string },
): Promise<void> {
	if (ids.length === 0) return
	const attached = tx.select({ id: attachments.id }).from(attachments).where(eq(attachments.fileId, files.id))
	await tx
		.update(files)
		.set({ uploadedBy: personId })
		.where(and(inArray(files.id, [...ids]), isNull(files.uploadedBy), notExists(attached)))
}
