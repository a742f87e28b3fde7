import type { Logger } from 'pino'
import { carryLetters, runDuties } from '#app/duties.server.ts'
import type { Store } from '#db/store.ts'

const EVERY_MS = 30_000
const LETTERS_EVERY_MS = 2000

/** Does what has fallen due, now and every half minute, and carries letters in and out at once; never twice at a time. */
export function startDuties(store: Store, log: Logger) {
	let running: Promise<void> | undefined
	let roundDue = 0

	function round() {
		running ??= doNext()
			// The next round tries again: a duty that failed is still due.
			.catch((error: unknown) => log.error(error, 'duties failed'))
			.finally(() => {
				running = undefined
			})
	}
	function doNext(): Promise<void> {
		const now = new Date()
		// Not by the clock on the wall: it may be set back.
		if (performance.now() < roundDue) return carryLetters(store, now)
		roundDue = performance.now() + EVERY_MS
		return runDuties(store, { now })
	}
	const timer = setInterval(round, LETTERS_EVERY_MS)
	round()
	return {
		async stop() {
			clearInterval(timer)
			await running
		},
	}
}
