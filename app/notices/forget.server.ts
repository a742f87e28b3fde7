import { and, gte, lt, lte, ne } from 'drizzle-orm'
import { forgetOldSessions } from '#app/people/session-rows.server.ts'
import { mark, markOf } from '#app/register/mark.server.ts'
import { codes } from '#db/schema/people.ts'
import { outbox } from '#db/schema/register.ts'
import type { Store, Writer } from '#db/store.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

/** Once an hour: sessions and codes that have ended, and what letters sent a month ago said to whom. */
export async function forgetOld(store: Store, { now }: { now: Date }): Promise<void> {
	const key = 'forgotten'
	const hour = now.toISOString().slice(0, 13)
	if ((await markOf(store.readOwn, key)) === hour) return
	await store.write(key, async (tx) => {
		await forgetOldSessions(tx, now)
		await tx.delete(codes).where(lte(codes.expiresAt, new Date(now.getTime() - DAY_MS)))
		await forgetLetters(tx, now)
		await mark(tx, key, hour)
	})
}

/** The row stays, for its `once`; the address, and secrets such as the link of a receipt, do not. */
async function forgetLetters(tx: Writer, now: Date): Promise<void> {
	const daysAgo = (days: number) => new Date(now.getTime() - days * DAY_MS)
	await tx
		.update(outbox)
		.set({ recipient: '', values: {} })
		.where(and(gte(outbox.sentAt, daysAgo(90)), lt(outbox.sentAt, daysAgo(30)), ne(outbox.recipient, '')))
}
