import { and, eq, isNull } from 'drizzle-orm'
import { done, type Outcome, refused } from '#app/outcome.ts'
import { outbox } from '#db/schema/register.ts'
import type { Writer } from '#db/store.ts'
import { readDeliveryReport } from './delivery-report.ts'
import { type LetterSite, letterOfId } from './letter-id.server.ts'
import { recordUndelivered } from './undelivered.server.ts'

interface Bounce {
	/** The message as it came. */
	raw: Buffer
	/** The letter whose return path it was sent to, where the key of that address was right. */
	letter?: number | undefined
	site: LetterSite
	now: Date
}

/** More of a report says nothing more about it. */
const MOST_BYTES = 1 << 20

/**
 * A letter that was taken has come back, perhaps before it could be written down that it was taken: the row says when
 * and why, and so does the record of its case. Nobody who has not had the letter can say so: its id and its return path carry a key.
 */
export async function recordBounce(
	tx: Writer,
	{ raw, letter, site, now }: Bounce,
): Promise<Outcome<{ letter: number }, 'no-report' | 'not-failed' | 'unknown-letter'>> {
	const report = readDeliveryReport(raw.subarray(0, MOST_BYTES).toString('latin1'))
	if (!report) return refused('no-report')
	const number = letter ?? (report.originalId ? letterOfId(report.originalId, site) : undefined)
	if (!number) return refused('unknown-letter')
	if (!report.failed) return refused('not-failed')
	const [row] = await tx.select().from(outbox).where(eq(outbox.number, number))
	if (!row) return refused('unknown-letter')
	const [bounced] = await tx
		.update(outbox)
		.set({ bouncedAt: now, status: report.status })
		.where(and(eq(outbox.number, number), isNull(outbox.failedAt), isNull(outbox.bouncedAt)))
		.returning({ number: outbox.number })
	// Told twice, it has come back once.
	if (bounced) await recordUndelivered(tx, row, { status: report.status, now })
	return done({ letter: number })
}
