import {
	aliasedTable,
	and,
	asc,
	eq,
	inArray,
	isNotNull,
	isNull,
	lt,
	lte,
	notExists,
	or,
	sql,
} from 'drizzle-orm'
import { outbox } from '#db/schema/register.ts'
import type { Reader, Store, Writer } from '#db/store.ts'
import { nextAttempt } from './back-off.ts'
import { composeLetter, composeShort, type LettersSite } from './letter.server.ts'
import type { Post } from './post.server.ts'
import { recordUndelivered } from './undelivered.server.ts'

type Row = typeof outbox.$inferSelect

const AT_ONCE = 50
/** The other duties get their turn again after this long; what is left waits for the next round. */
const ROUND_MS = 20_000
/** Whoever claims letters and dies leaves them to the next runner after this. */
const CLAIM_MINUTES = 10

/**
 * Sends what waits in the outbox. A letter is claimed first, so that two runners never send the same one. A runner
 * that dies after a server has taken a letter, and before it could write that down, leaves it to be sent again under
 * the same id.
 */
export async function sendLetters(
	store: Store,
	{ now, post, ...site }: { now: Date; post: Post } & LettersSite,
): Promise<void> {
	const began = performance.now()
	const failures: unknown[] = []
	try {
		for (let moment = now; moment.getTime() - now.getTime() < ROUND_MS; moment = later(now, began)) {
			const claimed = await claim(store, moment)
			if (claimed.length === 0) break
			const outcomes = await Promise.all(claimed.map((row) => sendOne(store.readOwn, row, { ...site, post })))
			failures.push(...outcomes.flatMap(({ failure }) => failure?.error ?? []))
			await store.write('outbox', (tx) => settle(tx, outcomes, moment))
		}
	} finally {
		post.close()
	}
	if (failures.length > 0) throw new AggregateError(failures, `${failures.length} letters were not sent`)
}

const later = (now: Date, began: number) => new Date(now.getTime() + performance.now() - began)

const unsent = (letter: Pick<typeof outbox, 'sentAt' | 'failedAt'>) =>
	and(isNull(letter.sentAt), isNull(letter.failedAt))
const waiting = (now: Date) => and(unsent(outbox), lte(outbox.nextAttemptAt, now))

/**
 * No letter of a case goes before one that was written earlier. Only a mailbox that takes nothing for the moment holds
 * up no letters but its own: the desk must not wait because the author's is full.
 */
function ready(read: Reader, now: Date) {
	const earlier = aliasedTable(outbox, 'earlier')
	const putOff = aliasedTable(outbox, 'put_off')
	const mailboxIsFull = read
		.select({ one: sql`1` })
		.from(putOff)
		.where(
			and(
				eq(putOff.inquiryId, earlier.inquiryId),
				eq(putOff.recipient, earlier.recipient),
				isNotNull(putOff.status),
				unsent(putOff),
			),
		)
	const overtaken = read
		.select({ one: sql`1` })
		.from(earlier)
		.where(
			and(
				eq(earlier.inquiryId, outbox.inquiryId),
				lt(earlier.number, outbox.number),
				eq(earlier.channel, outbox.channel),
				unsent(earlier),
				or(eq(earlier.recipient, outbox.recipient), notExists(mailboxIsFull)),
			),
		)
	return and(waiting(now), notExists(overtaken))
}

async function claim(store: Store, now: Date): Promise<Row[]> {
	const [any] = await store.readOwn
		.select({ number: outbox.number })
		.from(outbox)
		.where(ready(store.readOwn, now))
		.limit(1)
	if (!any) return []
	return store.write('outbox', async (tx) => {
		const rows = await tx
			.select()
			.from(outbox)
			.where(ready(tx, now))
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
	failure?: Failure
}

interface Failure {
	error: Error
	/** 'refused': another attempt would end the same way. 'server': it is our own that is away, for all letters. */
	kind: 'refused' | 'mailbox' | 'server'
	status: string
}

async function sendOne(
	read: Reader,
	row: Row,
	{ post, ...site }: { post: Post } & LettersSite,
): Promise<Sent> {
	try {
		if (row.channel === 'sms') await post.sendShort(await composeShort(read, row, site))
		else await post.send(await composeLetter(read, row, site))
		return { row }
	} catch (error) {
		return { row, failure: failureOf(error, row) }
	}
}

interface MailError {
	code?: string
	responseCode?: number
	response?: string
	command?: string
}

/** How nodemailer, and our own sender of short messages, say that the server cannot be reached or lets nobody in. */
const SERVER_AWAY =
	/^(ECONN|ETIMEDOUT|ESOCKET|EDNS|ETLS|EREQUIRETLS|EAUTH|ENOAUTH|EPROTOCOL|EPIPE|EHOST|ENETUNREACH|ENOTFOUND|EAI_)/

function failureOf(thrown: unknown, { number, notice, attempts }: Row): Failure {
	const { code = '', responseCode = 0, response = '', command } = thrown as MailError
	// What mail servers say names the address they refuse, and what is written in a log stays there.
	const why = responseCode || code || (thrown as Error).name
	const error = new Error(`letter ${number} (${notice}) was not sent at attempt ${attempts}: ${why}`)
	const status = /\b[245]\.\d{1,3}\.\d{1,3}\b/.exec(response)?.[0] ?? String(why)
	// A sender that is not let in, 421 and a greeting that puts off: somebody will put that right, for all letters.
	if (command === 'MAIL FROM' || responseCode === 421 || SERVER_AWAY.test(code))
		return { error, kind: 'server', status }
	return { error, kind: responseCode >= 500 ? 'refused' : 'mailbox', status }
}

/** What was said to whom is not kept once the letter has gone or is given up. */
const DONE = { nextAttemptAt: null, values: {} }

async function settle(tx: Writer, outcomes: readonly Sent[], now: Date): Promise<void> {
	const sent = outcomes.filter(({ failure }) => !failure).map(({ row }) => row)
	await tx
		.update(outbox)
		// A mail server may have sent it back meanwhile, and said why.
		.set({
			...DONE,
			sentAt: now,
			status: sql`case when ${outbox.bouncedAt} is not null then ${outbox.status} end`,
		})
		.where(inArray(outbox.number, numbersOf(sent)))
	for (const { row, failure } of outcomes) if (failure) await settleFailure(tx, row, failure, now)
}

async function settleFailure(tx: Writer, row: Row, { kind, status }: Failure, now: Date): Promise<void> {
	const because = kind === 'server' ? 'server' : 'mailbox'
	const again = kind === 'refused' ? undefined : nextAttempt({ ...row, because }, now)
	if (!again) {
		await tx
			.update(outbox)
			.set({ ...DONE, failedAt: now, status })
			.where(eq(outbox.number, row.number))
		return recordUndelivered(tx, row, { status, now })
	}
	await tx
		.update(outbox)
		.set({
			nextAttemptAt: again,
			...(kind === 'mailbox' ? { status } : { status: null, attempts: row.attempts - 1 }),
		})
		.where(eq(outbox.number, row.number))
	// The others would find the server away too: they wait together, and nobody knocks fifty times.
	if (kind === 'server')
		await tx
			.update(outbox)
			.set({ nextAttemptAt: again })
			.where(and(eq(outbox.channel, row.channel), waiting(now)))
}

const numbersOf = (rows: readonly Row[]) => rows.map(({ number }) => number)
const inMinutes = (now: Date, minutes: number) => new Date(now.getTime() + minutes * 60_000)
