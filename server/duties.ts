import type { Logger } from 'pino'
import { runDuties } from '#app/duties.server.ts'
import type { Store } from '#db/store.ts'

const EVERY_MS = 30_000

/** Does what has fallen due, now and every half minute; never twice at a time. */
export function startDuties(store: Store, log: Logger) {
	let running: Promise<void> | undefined

	function round() {
		running ??= runDuties(store, { now: new Date() })
			// The next round tries again: a duty that failed is still due.
			.catch((error: unknown) => log.error(error, 'duties failed'))
			.finally(() => {
				running = undefined
			})
	}
	const timer = setInterval(round, EVERY_MS)
	round()
	return {
		async stop() {
			clearInterval(timer)
			await running
		},
	}
}
