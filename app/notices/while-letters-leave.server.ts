import { and, isNull, lte } from 'drizzle-orm'
import { outbox } from '#db/schema/register.ts'
import type { Reader, Store } from '#db/store.ts'

/** Letters to many wait outside rather than in the outbox: a code that somebody waits for is soon on its turn there. */
const MOST_WAITING = 500
const ROUND_MS = 5000

/** Has the next letters written, as fast as letters leave and for a round at most, while `next` finds any. */
export async function whileLettersLeave(
	store: Store,
	now: Date,
	next: () => Promise<(() => Promise<void>) | undefined>,
): Promise<void> {
	const began = performance.now()
	while (performance.now() - began < ROUND_MS) {
		const writeThem = await next()
		if (!writeThem || (await isOutboxFull(store.readOwn, now))) return
		await writeThem()
	}
}

async function isOutboxFull(read: Reader, now: Date): Promise<boolean> {
	const waiting = await read
		.select({ number: outbox.number })
		.from(outbox)
		.where(and(isNull(outbox.sentAt), isNull(outbox.failedAt), lte(outbox.nextAttemptAt, now)))
		.limit(MOST_WAITING)
	return waiting.length === MOST_WAITING
}
