import { inThread } from '#app/threads/pool.server.ts'
import { keptByHash } from './kept.ts'
import type { PrintedProtocol } from './pdf.ts'

const TIME_LIMIT_MS = 60_000

const printed = keptByHash<Uint8Array>(8)

/** The PDF of a signed protocol: thousands of remarks take seconds, so it is made beside the event loop, and once. */
export const printedProtocol = (protocol: PrintedProtocol): Promise<Uint8Array> =>
	printed(`${protocol.sha256} ${protocol.part.number}`, () =>
		inThread('printProtocol', protocol, { timeLimitMs: TIME_LIMIT_MS }),
	)
