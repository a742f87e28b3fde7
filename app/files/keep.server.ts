import { files } from '#db/schema/files.ts'
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
