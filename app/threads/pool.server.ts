import { Worker } from 'node:worker_threads'
import { zoneInForce } from '#app/i18n/dates.ts'
import type { TaskName, Tasks } from './tasks.server.ts'

const MOST_THREADS = 2
const MOST_WAITING = 200
const TIME_LIMIT_MS = 4000
const MEMORY_MB = 256
/** More for the first task of a thread, which loads what it works with. */
const STARTING_MS = 20_000

/** A task took longer than any honest one does, or there are too many before it. */
export class TooSlow extends Error {
	override name = 'TooSlow'
}

interface Waiting {
	name: TaskName
	input: unknown
	resolve: (result: never) => void
	reject: (error: Error) => void
	timeLimitMs: number
}

const idle: Worker[] = []
const waiting: Waiting[] = []
let threads = 0

/** Does the task beside the event loop, within limits of time and memory. */
export function inThread<Name extends TaskName>(
	name: Name,
	input: Parameters<Tasks[Name]>[0],
	{ timeLimitMs = TIME_LIMIT_MS } = {},
): ReturnType<Tasks[Name]> {
	const answer = new Promise<never>((resolve, reject) => {
		if (waiting.length >= MOST_WAITING) return reject(new TooSlow('too many are waiting'))
		waiting.push({ name, input, resolve, reject, timeLimitMs })
		next()
	})
	return answer as unknown as ReturnType<Tasks[Name]>
}

function next(): void {
	if (waiting.length === 0) return
	const ready = idle.pop()
	const worker = ready ?? (threads < MOST_THREADS ? open() : undefined)
	if (worker) run(worker, waiting.shift() as Waiting, ready ? 0 : STARTING_MS)
}

function run(
	worker: Worker,
	{ name, input, resolve, reject, timeLimitMs }: Waiting,
	startingMs: number,
): void {
	const timer = setTimeout(() => end(new TooSlow(`${name} took too long`)), startingMs + timeLimitMs)
	const failed = (error: Error) => end(error)
	// A thread at work keeps the process alive; one that is idle does not.
	worker.ref()
	worker.once('error', failed)
	worker.once('message', ({ result, failure }: { result: never; failure?: string }) => {
		clearTimeout(timer)
		worker.off('error', failed)
		worker.unref()
		idle.push(worker)
		if (failure) reject(new Error(`${name} failed in its thread`, { cause: failure }))
		else resolve(result)
		next()
	})
	worker.postMessage({ name, input, zone: zoneInForce() })

	function end(error: Error) {
		clearTimeout(timer)
		worker.removeAllListeners()
		worker.on('error', () => {})
		void worker.terminate()
		threads--
		reject(error)
		next()
	}
}

function open(): Worker {
	threads++
	const limits = { resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB } }
	const worker = import.meta.url.endsWith('.ts')
		? new Worker(FROM_SOURCE, { ...limits, eval: true })
		: new Worker(BUILT, limits)
	// One that fails while nobody waits for it is noticed by whoever waits next.
	return worker.on('error', () => {})
}

/** Beside this file, where the build has put it. */
const BUILT = new URL('./thread.js', import.meta.url)

/** Unbuilt, in development and in tests: a thread does not read TypeScript by itself. */
const SOURCE = new URL('./thread.ts', import.meta.url).href
const FROM_SOURCE = `import('tsx/esm/api').then(({ tsImport }) => tsImport('${SOURCE}', '${SOURCE}'))`
