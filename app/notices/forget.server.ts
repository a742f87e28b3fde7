import { and, eq, gte, isNotNull, isNull, lt, lte, ne, or } from 'drizzle-orm'
import { forgetOldChallenges } from '#app/factors/challenge.server.ts'
import { forgetOldDevices } from '#app/people/device.server.ts'
import { forgetOldSessions } from '#app/people/session-rows.server.ts'
import { forgetWaitingForms } from '#app/people/waiting-form.server.ts'
import { mark, markOf } from '#app/register/mark.server.ts'
import { news, notices } from '#db/schema/notices.ts'
import { codes } from '#db/schema/people.ts'
import { outbox } from '#db/schema/register.ts'
import type { Store, Writer } from '#db/store.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

/** How long the list of what somebody was told goes back. */
export const NOTICE_DAYS = 365

/** Once an hour: sessions and codes that have ended, and to whom letters were written a month ago. */
export async function forgetOld(store: Store, { now }: { now: Date }): Promise<void> {
	const key = 'forgotten'
	const hour = now.toISOString().slice(0, 13)
	if ((await markOf(store.readOwn, key)) === hour) return
	await store.write(key, async (tx) => {
		await forgetOldSessions(tx, now)
		await forgetOldChallenges(tx, now)
		await forgetOldDevices(tx, now)
		await forgetWaitingForms(tx, now)
		await tx.delete(codes).where(lte(codes.expiresAt, new Date(now.getTime() - DAY_MS)))
		await forgetLetters(tx, now)
		await forgetErased(tx)
		await forgetNotices(tx, now)
		await mark(tx, key, hour)
	})
}

/** The row stays, for its `once` and for the record of its case; the address does not. */
async function forgetLetters(tx: Writer, now: Date): Promise<void> {
	const daysAgo = (days: number) => new Date(now.getTime() - days * DAY_MS)
	const sent = and(gte(outbox.sentAt, daysAgo(90)), lt(outbox.sentAt, daysAgo(30)))
	// Those that have not been sent are few, and the index finds them.
	const failed = and(isNull(outbox.sentAt), lt(outbox.failedAt, daysAgo(30)))
	for (const done of [sent, failed])
		await tx
			.update(outbox)
			.set({ recipient: '', values: {} })
			.where(and(done, ne(outbox.recipient, '')))
}

/** What somebody was told is listed for a year, and what their followed things brought for a month. */
async function forgetNotices(tx: Writer, now: Date): Promise<void> {
	const daysAgo = (days: number) => new Date(now.getTime() - days * DAY_MS)
	await tx.delete(notices).where(lt(notices.at, daysAgo(NOTICE_DAYS)))
	await tx.delete(news).where(lt(news.toldAt, daysAgo(30)))
}

/** The last letter to somebody who erased their account takes the address with it. */
async function forgetErased(tx: Writer): Promise<void> {
	await tx
		.update(outbox)
		.set({ recipient: '', values: {} })
		.where(
			and(
				eq(outbox.notice, 'account-erased'),
				ne(outbox.recipient, ''),
				or(isNotNull(outbox.sentAt), isNotNull(outbox.failedAt)),
			),
		)
}
