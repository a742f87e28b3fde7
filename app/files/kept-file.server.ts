import { files } from '#db/schema/files.ts'

/** What is told of a file to whoever attaches it, or signs over it. */
export const KEPT_FILE = {
	id: files.id,
	name: files.name,
	mediaType: files.mediaType,
	size: files.size,
	sha256: files.sha256,
}

export type KeptFile = Pick<typeof files.$inferSelect, keyof typeof KEPT_FILE>
