import { fork } from 'node:child_process'
import { setTimeout as pause } from 'node:timers/promises'
import { roomStatePath, roomStreamPath } from '#app/links.ts'
import { announcement, aRoom, type BenchRoom, isTaken, vote } from './a-room.ts'
import { databaseOf, folder, withStore } from './databases.ts'
import { fetchOnce, openLine, spread } from './load.ts'
import { against, kilobytes, megabytes, ms, rate, say, title } from './report.ts'
import { type Site, startSite } from './site.ts'
import { type Watcher, watchRoom } from './watchers.ts'

const WATCHERS = 5000
const ACTIVE = 200
const MARKERS = 15
/** About what an announcement and the votes of a second weigh. */
const EVENT_BYTES = 4000
/** Each of them does something about this often. */
const EVERY_MS = 2500

/** A room that thousands watch and hundreds take part in: from the word that it was taken to its sight by each. */
export async function room(): Promise<void> {
	title(`A room with ${WATCHERS} watchers and ${ACTIVE} who take part`)
	const database = await databaseOf(0)
	const made = await withStore(database, (store) => aRoom(store, ACTIVE))
	const site = await startSite({ database, data: folder })
	try {
		await measured(site, made)
		await bare()
	} finally {
		await site.stop()
	}
}

async function measured(site: Site, made: BenchRoom): Promise<void> {
	const origin = `http://127.0.0.1:${site.port}`
	const { heard, said, times } = markers()
	const watchers = await gather(site.port, roomStreamPath(made.number), heard)
	const before = site.cpu()
	const began = performance.now()
	let over = false
	let votes = 0
	const acting = Array.from({ length: ACTIVE }, async (_, who) => {
		const line = await openLine(site.port)
		await pause(Math.random() * EVERY_MS)
		for (let nth = who; !over; nth += ACTIVE) {
			const answer = await line.ask(vote(made, nth, origin))
			if (!isTaken(answer)) throw new Error(`a vote was answered ${answer.status} ${answer.headers}`)
			votes++
			await pause(EVERY_MS * (0.5 + Math.random()))
		}
		line.close()
	})
	const chair = await openLine(site.port)
	for (let n = 1; n <= MARKERS; n++) {
		const answer = await chair.ask(announcement(made, `marker ${n}.`, origin))
		if (!isTaken(answer)) throw new Error(`an announcement was answered ${answer.status} ${answer.headers}`)
		said(n, Date.now())
		await pause(900 + Math.random() * 400)
	}
	await pause(3000)
	over = true
	await Promise.all(acting)
	const seconds = (performance.now() - began) / 1000
	const cpu = (site.cpu() - before) / seconds
	chair.close()
	for (const watcher of watchers) watcher.close()
	const { p50, p95 } = spread(times)
	const { body } = await fetchOnce(site.port, { path: roomStatePath(made.number) })
	say('the snapshot', kilobytes(body.length))
	say('votes meanwhile, each on the disk', rate(votes / seconds))
	say(
		'seen by all',
		`${times.length} of ${MARKERS * WATCHERS}`,
		times.length === MARKERS * WATCHERS ? 'met' : 'NOT MET',
	)
	say('half and 95 % see it within', `${ms(p50)}, ${ms(p95)}`, `2 s: ${against(p95, 2000)}`)
	say('of one processor, while it goes on', `${Math.round(cpu * 100)} %`)
	say('resident memory after it', megabytes(site.resident()))
}

/** The same for a server that does nothing but send. */
async function bare() {
	const server = fork('tests/bench/bare-stream.ts', [String(EVENT_BYTES)], { execArgv: ['--import', 'tsx'] })
	const { heard, said, times } = markers()
	const port = await new Promise<number>((resolve) =>
		server.on('message', (told: { port?: number; marker?: number; at?: number }) => {
			if (told.port) resolve(told.port)
			if (told.marker && told.at) said(told.marker, told.at)
		}),
	)
	const watchers = await gather(port, '/', heard)
	times.length = 0
	await pause(8000)
	for (const watcher of watchers) watcher.close()
	server.kill()
	const { p50, p95 } = spread(times)
	say('a bare server, from the write on', `${ms(p50)}, ${ms(p95)}`)
}

/** When each marker was said, and how long after it each watcher saw it. */
function markers() {
	const at = new Map<number, number>()
	const early = new Map<number, number[]>()
	const times: number[] = []
	return {
		times,
		said(n: number, when: number) {
			at.set(n, when)
			// Some have it before its own answer has come.
			for (const seen of early.get(n) ?? []) times.push(Math.max(0, seen - when))
			early.delete(n)
		},
		heard() {
			let last = 0
			return (piece: Buffer) => {
				const text = piece.includes('marker ') ? piece.toString('latin1') : ''
				for (const [, marker] of text.matchAll(/marker (\d+)\./g)) {
					const n = Number(marker)
					if (n <= last) continue
					last = n
					const when = at.get(n)
					const now = Date.now()
					if (when !== undefined) times.push(now - when)
					else early.set(n, [...(early.get(n) ?? []), now])
				}
			}
		},
	}
}

async function gather(port: number, path: string, heard: () => (piece: Buffer) => void): Promise<Watcher[]> {
	const watchers: Watcher[] = []
	while (watchers.length < WATCHERS)
		watchers.push(
			...(await Promise.all(Array.from({ length: 100 }, () => watchRoom({ port, path, heard: heard() })))),
		)
	return watchers
}
