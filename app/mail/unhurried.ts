import { Readable } from 'node:stream'
import { setImmediate } from 'node:timers/promises'

const PIECE = 64 << 10

/** A message piece by piece: between two of them it is the turn of those who look at a page. */
export const unhurried = (raw: Buffer): Readable => Readable.from(pieces(raw), { objectMode: false })

async function* pieces(raw: Buffer): AsyncGenerator<Buffer> {
	for (let at = 0; at < raw.length; at += PIECE) {
		yield raw.subarray(at, at + PIECE)
		await setImmediate()
	}
}
