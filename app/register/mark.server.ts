import { eq } from 'drizzle-orm'
import { settings } from '#db/schema/bodies.ts'
import type { Reader, Writer } from '#db/store.ts'

/** What a duty remembers between its rounds: how far it has come. */
export async function markOf(read: Reader, key: string): Promise<string | undefined> {
	const [row] = await read.select({ value: settings.value }).from(settings).where(eq(settings.key, key))
	return row?.value
}

export async function mark(tx: Writer, key: string, value: string): Promise<void> {
	await tx
		.insert(settings)
		.values({ key, value })
		.onConflictDoUpdate({ target: settings.key, set: { value } })
}

export async function unmark(tx: Writer, key: string): Promise<void> {
	await tx.delete(settings).where(eq(settings.key, key))
}
