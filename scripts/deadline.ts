import { once } from 'node:events'
import { createInterface } from 'node:readline'
import type { AccountDay } from '#app/deadlines/explain.ts'
import { computeDeadline } from '#app/jurisdictions/compute.ts'

/** JSON Lines in, JSON Lines out, one answer a line, in order; status 1 when a line could not be computed. */

const CHUNK = 64 * 1024

let failed = false
let waiting = ''

// A reader such as `head` that has seen enough is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
	if (error.code === 'EPIPE') process.exit(failed ? 1 : 0)
	throw error
})

for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
	if (line.trim() === '') continue
	waiting += `${answer(line)}\n`
	if (waiting.length > CHUNK) await flush()
}
await flush()
process.exitCode = failed ? 1 : 0

function answer(line: string): string {
	let request: unknown
	try {
		request = JSON.parse(line)
	} catch (error) {
		failed = true
		const message = error instanceof Error ? error.message : String(error)
		return JSON.stringify({ id: null, error: 'bad-json', message })
	}
	const result = computeDeadline(request)
	if ('error' in result) {
		failed = true
		return JSON.stringify(result)
	}
	const { id, registered, due, rule, article, days } = result
	const head = JSON.stringify({ id, registered, due, rule, article })
	let account = ''
	for (const day of days) account += account === '' ? row(day) : `,${row(day)}`
	return `${head.slice(0, -1)},"days":[${account}]}`
}

// Written by hand: an account has some thirty days, and JSON.stringify of them was half of the run.
function row({ day, n, why, entry }: AccountDay): string {
	const title = entry?.title?.en === undefined ? '' : `,"title":${JSON.stringify(entry.title.en)}`
	return `{"day":"${day}","n":${n},"why":"${why}"${title}}`
}

async function flush(): Promise<void> {
	const text = waiting
	waiting = ''
	if (text !== '' && !process.stdout.write(text)) await once(process.stdout, 'drain')
}
