import { and, asc, eq, inArray, isNull, lte, sql } from 'drizzle-orm'
import { outbox } from '#db/schema/register.ts'
import type { Reader, Store, Writer } from '#db/store.ts'
import { composeLetter } from './letter.server.ts'
import type { Post } from './post.server.ts'

type Row = typeof outbox.$inferSelect

const AT_ONCE = 50
/** The other duties get their turn again after this long; what is left waits for the next round. */
const ROUND_MS = 20_000
/** Whoever claims letters and dies leaves them to the next runner after this. */
const CLAIM_MINUTES = 10
/** Minutes until the next attempt; a letter that still cannot be sent after the last has failed for good. */
const WAITS = [1, 5, 15, 60, 240, 720, 1440] as const

/** Sends what waits in the outbox. A letter is claimed first, so that two runners never send the same one. */
export async function sendLetters(
	store: Store,
	{ now, post, ...site }: { now: Date; publicUrl: string; secretKey: string; post: Post },
): Promise<void> {
	const began = performance.now()
	const failures: unknown[] = []
	try {
		for (let moment = now; moment.getTime() - now.getTime() < ROUND_MS; moment = later(now, began)) {
			const claimed = await claim(store, moment)
			if (claimed.length === 0) break
			const outcomes = await Promise.all(claimed.map((row) => sendOne(store.readOwn, row, { ...site, post })))
			failures.push(...outcomes.flatMap(({ failure }) => failure ?? []))
			await store.write('outbox', (tx) => settle(tx, outcomes, moment))
		}
	} finally {
		post.close()
	}
	if (failures.length > 0) throw new AggregateError(failures, `${failures.length} letters were not sent`)
}

const later = (now: Date, began: number) => new Date(now.getTime() + performance.now() - began)

const waiting = (now: Date) =>
	and(isNull(outbox.sentAt), isNull(outbox.failedAt), lte(outbox.nextAttemptAt, now))

async function claim(store: Store, now: Date): Promise<Row[]> {
	const [any] = await store.readOwn
		.select({ number: outbox.number })
		.from(outbox)
		.where(waiting(now))
		.limit(1)
	if (!any) return []
	return store.write('outbox', async (tx) => {
		const rows = await tx
			.select()
			.from(outbox)
			.where(waiting(now))
			.orderBy(asc(outbox.nextAttemptAt), asc(outbox.number))
			.limit(AT_ONCE)
		await tx
			.update(outbox)
			.set({ attempts: sql`${outbox.attempts} + 1`, nextAttemptAt: inMinutes(now, CLAIM_MINUTES) })
			.where(inArray(outbox.number, numbersOf(rows)))
		return rows.map((row) => ({ ...row, attempts: row.attempts + 1 }))
	})
}

interface Sent {
	row: Row
	failure?: Error
	/** The address does not exist, say: another attempt would end the same way. */
	forGood?: boolean
}

async function sendOne(
	read: Reader,
	row: Row,
	{ post, ...site }: { publicUrl: string; secretKey: string; post: Post },
): Promise<Sent> {
	try {
		await post.send(await composeLetter(read, row, site))
		return { row }
	} catch (error) {
		return { row, failure: without(error, row), forGood: isPermanent(error) }
	}
}

/** What mail servers say names the address they refuse, and what is written in a log stays there. */
function without(error: unknown, { number, notice, attempts }: Row): Error {
	const { code, responseCode } = error as { code?: string; responseCode?: number }
	const why = responseCode ?? code ?? (error as Error).name
	return new Error(`letter ${number} (${notice}) was not sent at attempt ${attempts}: ${why}`)
}

/** Only what concerns this letter: a server that lets nobody in is one that somebody will put right. */
const isPermanent = (error: unknown) => {
	const { code, responseCode } = error as { code?: string; responseCode?: number }
	return code === 'EENVELOPE' && responseCode !== undefined && responseCode >= 500
}

async function settle(tx: Writer, outcomes: readonly Sent[], now: Date): Promise<void> {
	const sent = outcomes.filter(({ failure }) => !failure).map(({ row }) => row)
	await tx
		.update(outbox)
		.set({ sentAt: now, nextAttemptAt: null })
		.where(inArray(outbox.number, numbersOf(sent)))
	for (const { row, failure, forGood } of outcomes) {
		if (!failure) continue
		const wait = forGood ? undefined : WAITS[row.attempts - 1]
		await tx
			.update(outbox)
			.set(wait ? { nextAttemptAt: inMinutes(now, wait) } : { failedAt: now, nextAttemptAt: null })
			.where(eq(outbox.number, row.number))
	}
}

const numbersOf = (rows: readonly Row[]) => rows.map(({ number }) => number)
const inMinutes = (now: Date, minutes: number) => new Date(now.getTime() + minutes * 60_000)
