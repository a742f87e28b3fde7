import { AsyncResource } from 'node:async_hooks'
import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises'
import type Database from 'better-sqlite3'
import { errorCode } from './errors.ts'

/** What one transaction takes in before it commits, so that nobody waits long for the others. */
const MOST_WORKS = 200
const MOST_MS = 20
/** How long writes may go on arriving before the transaction begins. */
const GATHER_AT_MOST_MS = 5
/** A process that always has work would never leave the file to another one, so it pauses this often. */
const PAUSE_AFTER_MS = 20
const BUSY_AT_MOST_MS = 15_000

interface Waiting {
	work: () => Promise<unknown>
	resolve: (value: never) => void
	reject: (error: unknown) => void
}

/**
 * Group commit. Making a commit durable costs the disk some milliseconds, however much is in it.
 * So the works that wait run in one transaction, one after another, each in a savepoint of its own,
 * and are acknowledged together after the one COMMIT. A work that fails undoes its savepoint only.
 * Nobody hears anything before the COMMIT: even a refusal may rest on a neighbour's row.
 */
export function groupCommit(connection: Database.Database) {
	const queue: Waiting[] = []
	const inTurn = oneAtATime()
	let running = false
	let heldMs = 0

	function write<Result>(work: () => Promise<Result>): Promise<Result> {
		return new Promise<Result>((resolve, reject) => {
			// In its caller's async context: another caller's write may drive the transaction.
			const caller = new AsyncResource('write')
			queue.push({ work: () => caller.runInAsyncScope(work), resolve: resolve as Waiting['resolve'], reject })
			if (!running) void runAll()
		})
	}

	async function runAll() {
		running = true
		while (queue.length > 0) {
			await gather()
			await inTurn(runTogether)
		}
		running = false
	}

	/** The last commit held up the event loop: as long as each turn of it brings more writes, let them in. */
	async function gather() {
		const began = performance.now()
		if (heldMs > PAUSE_AFTER_MS) {
			heldMs = 0
			await sleep(1)
		}
		for (let before = -1; before < queue.length && performance.now() - began < GATHER_AT_MOST_MS; ) {
			before = queue.length
			await nextTurn()
		}
	}

	async function runTogether() {
		const batch: Waiting[] = []
		const outcomes: (() => void)[] = []
		try {
			await beginWhenFree(connection)
			const began = performance.now()
			for (let next = queue.shift(); next; next = queue.shift()) {
				batch.push(next)
				outcomes.push(await runInSavepoint(next))
				if (batch.length >= MOST_WORKS || performance.now() - began >= MOST_MS) break
			}
			connection.exec('COMMIT')
			heldMs += performance.now() - began
		} catch (error) {
			if (connection.inTransaction) connection.exec('ROLLBACK')
			const lost = batch.length > 0 ? batch : queue.splice(0)
			for (const { reject } of lost) reject(error)
			return
		}
		for (const acknowledge of outcomes) acknowledge()
	}

	async function runInSavepoint({ work, resolve, reject }: Waiting): Promise<() => void> {
		connection.exec('SAVEPOINT work')
		try {
			const result = await work()
			connection.exec('RELEASE work')
			return () => resolve(result as never)
		} catch (error) {
			// A full disk, say, makes SQLite give up the whole transaction: then all of the batch is lost.
			if (!connection.inTransaction) throw error
			connection.exec('ROLLBACK TO work; RELEASE work')
			return () => reject(error)
		}
	}

	return {
		write,
		/** Runs something between two transactions, alone on the connection. */
		alone: inTurn,
	}
}

/** Waits for another process's transaction without holding up the event loop. */
export async function beginWhenFree(connection: Database.Database) {
	const giveUpAt = performance.now() + BUSY_AT_MOST_MS
	for (;;) {
		try {
			connection.exec('BEGIN IMMEDIATE')
			return
		} catch (error) {
			if (!errorCode(error)?.startsWith('SQLITE_BUSY') || performance.now() > giveUpAt) throw error
		}
		await sleep(1 + Math.random() * 4)
	}
}

/** Queues tasks so that each starts when the one before it has settled. */
function oneAtATime() {
	let last: Promise<unknown> = Promise.resolve()
	return <Result>(task: () => Promise<Result>): Promise<Result> => {
		const turn = last.then(task, task)
		last = turn.catch(() => undefined)
		return turn
	}
}
