import { Readable } from 'node:stream'
import { setImmediate } from 'node:timers/promises'
import { createReadableStreamFromReadable } from '@remix-run/node'

const PART = 64 << 10

/**
 * A file written as it is read, so that one of any length takes little memory. Between two parts of it everybody else has
 * their turn: the embedded database answers at once, and reading on without a pause would keep the process to itself.
 */
export const streamOf = (lines: AsyncIterable<string>): ReadableStream =>
	createReadableStreamFromReadable(Readable.from(inTurns(lines)))

async function* inTurns(lines: AsyncIterable<string>) {
	let part = ''
	for await (const line of lines) {
		part += line
		if (part.length < PART) continue
		yield part
		part = ''
		await setImmediate()
	}
	if (part) yield part
}
