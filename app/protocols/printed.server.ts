import { inThread } from '#app/threads/pool.server.ts'
import type { PrintedProtocol } from './pdf.ts'

const TIME_LIMIT_MS = 60_000
const KEPT = 4

/** Those asked for last. A protocol that is signed never changes, and its hash is its name. */
const printed = new Map<string, Promise<Uint8Array>>()

/** The PDF of a signed protocol: thousands of remarks take seconds, so it is made beside the event loop, and once. */
export function printedProtocol(protocol: PrintedProtocol): Promise<Uint8Array> {
	const { sha256 } = protocol
	const known = printed.get(sha256)
	if (known) return known
	const made = inThread('printProtocol', protocol, { timeLimitMs: TIME_LIMIT_MS })
	printed.set(sha256, made)
	made.catch(() => printed.delete(sha256))
	const [oldest] = printed.keys()
	if (printed.size > KEPT && oldest) printed.delete(oldest)
	return made
}
