// A day of a petition that a country talked about, in ten minutes: signatures come as they came there, at ten times
// the height of its highest minute, and beside them 100,000 views of the page a minute. Nobody waits for an answer
// before the next one comes, so what the server cannot do in time shows as a queue.
//   npx tsx tests/bench/replay.ts [minutes] [processes]                              on SQLite
//   npm run with-postgres -- npx tsx tests/bench/replay.ts [minutes] [processes]     on PostgreSQL
import { setTimeout as pause } from 'node:timers/promises'
import { eq } from 'drizzle-orm'
import { cellsOf, tallyOf } from '#app/signing/tally.server.ts'
import { engine } from '#db/engine.ts'
import { petitionSignatures } from '#db/schema/petitions.ts'
import { aCrowd, isSigned, signature } from './crowd.ts'
import { demoDatabase, folder, withStore } from './databases.ts'
import { type Answer, openLine, request, spread } from './load.ts'
import { against, megabytes, ms, rate, say, title } from './report.ts'
import { build, startSite } from './site.ts'

/** Signatures a minute in each hour of 24 November 2024, UK petition 700143: the shape of the day. */
const HOURS = [
	196, 100, 71, 70, 254, 275, 275, 815, 1404, 1492, 1495, 1463, 1696, 1752, 1664, 2033, 2024, 1899, 1784,
	1700, 1471, 1149, 630, 287,
]
/** Its highest minute, ten times. */
const PEAK_A_SECOND = (3500 * 10) / 60
const VIEWS_A_SECOND = 100_000 / 60
/** The server keeps a line that nobody uses for 65 s. */
const IDLE_MS = 30_000

const minutes = Number(process.argv[2] ?? 10)
const processes = Number(process.argv[3] ?? 1)
const seconds = minutes * 60
const highest = Math.max(...HOURS)

build()
const database = await demoDatabase('replay')
const inAll = HOURS.reduce(
	(sum, hour) => sum + (hour / highest) * PEAK_A_SECOND * (seconds / HOURS.length),
	0,
)
const crowd = await withStore(database, async (store) => {
	return aCrowd(store, { count: Math.ceil(inAll) + 100, level: 2 })
})
const site = await startSite({ database, data: folder, processes })
const origin = `http://127.0.0.1:${site.port}`
let signed = 0
const view = request({ path: `/kk/petitions/${crowd.number}`, headers: { 'Accept-Encoding': 'br' } })

title(`A day in ${minutes} minutes, ${engine}, ${processes} process${processes > 1 ? 'es' : ''}`)
// What is made of a page at first is made before the crowd comes.
await arriving({ seconds: 5, perSecond: () => 200, next: () => view })
const before = site.cpu()
const [signing, viewing] = await Promise.all([
	arriving({
		seconds,
		perSecond: (share) => ((HOURS[Math.floor(share * HOURS.length)] ?? 0) / highest) * PEAK_A_SECOND,
		next: () => signature(crowd, signed++, origin),
		check: isSigned,
	}),
	arriving({ seconds, perSecond: () => VIEWS_A_SECOND, next: () => view }),
])
say('signatures that came', `${signing.times.length}`, `errors: ${signing.errors.length}`)
say('half and 95 % of them within', `${ms(spread(signing.times).p50)}, ${ms(spread(signing.times).p95)}`)
const { p50, p95 } = spread(viewing.times)
say(
	'views of the page',
	`${viewing.times.length}, ${rate(viewing.times.length / seconds)}`,
	`errors: ${viewing.errors.length}`,
)
say('half and 95 % of them within', `${ms(p50)}, ${ms(p95)}`, `300 ms: ${against(p95, 300)}`)
say('the server used', `${(site.cpu() - before).toFixed(0)} CPU seconds`, megabytes(site.resident()))
for (const [error, times] of tally([...signing.errors, ...viewing.errors]))
	console.log(`${times} times: ${error}`)
await site.stop()
await withStore(database, async ({ readOwn }) => {
	const rows = await readOwn.$count(petitionSignatures, eq(petitionSignatures.petitionId, crowd.petitionId))
	const tally = await tallyOf(readOwn, crowd.petitionId)
	const regions = await cellsOf(readOwn, crowd.petitionId, 'region')
	const sum = regions.reduce((all, { confirmed }) => all + confirmed, 0)
	const agree = [tally?.taken, tally?.confirmed, sum].every((total) => total === rows)
	say(
		'rows, of those that were acknowledged',
		`${rows} of ${signing.times.length}`,
		agree ? 'totals agree' : 'TOTALS DO NOT AGREE',
	)
	if (!agree || rows !== signing.times.length || signing.errors.length + viewing.errors.length > 0)
		process.exitCode = 1
})

function tally(errors: readonly string[]): Map<string, number> {
	const counts = new Map<string, number>()
	for (const error of errors) counts.set(error, (counts.get(error) ?? 0) + 1)
	return counts
}

interface Arrivals {
	seconds: number
	/** How many come a second, at this share of the time. */
	perSecond: (share: number) => number
	next: () => string
	check?: (answer: Answer) => string | undefined
}

/** Sends each when it is due, whatever became of those before, and counts its time from then. */
async function arriving({ seconds: lasts, perSecond, next, check }: Arrivals) {
	const times: number[] = []
	const errors: string[] = []
	const idle: { line: Awaited<ReturnType<typeof openLine>>; since: number }[] = []
	const under = new Set<Promise<void>>()
	const began = performance.now()
	let due = 0
	let last = began
	for (;;) {
		const now = performance.now()
		if (now - began > lasts * 1000) break
		due += perSecond((now - began) / (lasts * 1000)) * ((now - last) / 1000)
		last = now
		for (; due >= 1; due--) {
			const one: Promise<void> = ask(now).finally(() => under.delete(one))
			under.add(one)
		}
		await pause(4)
	}
	await Promise.all(under)
	for (const { line } of idle) line.close()
	return { times, errors }

	/** As browsers do: the one used last, unless the server may be about to close it. */
	function anIdleLine() {
		const last = idle.pop()
		if (last && performance.now() - last.since > IDLE_MS) last.line.close()
		else return last?.line
	}

	async function ask(dueAt: number): Promise<void> {
		try {
			const line = anIdleLine() ?? (await openLine(site.port))
			const answer = await line.ask(next())
			const wrong = check ? check(answer) : answer.status === 200 ? undefined : `answered ${answer.status}`
			if (wrong) errors.push(wrong)
			else times.push(performance.now() - dueAt)
			idle.push({ line, since: performance.now() })
		} catch (error) {
			errors.push(String(error))
		}
	}
}
