import { eq } from 'drizzle-orm'
import { inThread } from '#app/threads/pool.server.ts'
import { files } from '#db/schema/files.ts'
import type { Reader } from '#db/store.ts'
import type { MediaType } from './kind.ts'
import { bytesOf } from './store.server.ts'

const TIME_LIMIT_MS = 10_000

/** The words of a file that is kept; null where it has none, or is too hard to read. */
export async function wordsOfFile(read: Reader, fileId: string): Promise<string | null> {
	const [file] = await read.select().from(files).where(eq(files.id, fileId))
	const bytes = file && (await bytesOf(file.sha256))
	if (!bytes) return null
	const input = { bytes, mediaType: file.mediaType as MediaType }
	// A document that nobody can take apart is kept and shown all the same.
	return inThread('readWords', input, { timeLimitMs: TIME_LIMIT_MS }).catch(() => null)
}
