import { join } from 'node:path'
import Database from 'better-sqlite3'
import { eq } from 'drizzle-orm'
import { cellsOf, tallyOf } from '#app/signing/tally.server.ts'
import { petitionSignatures } from '#db/schema/petitions.ts'
import { bareTaker } from './bare-taker.ts'
import { aCrowd, type Crowd, isSigned, signature } from './crowd.ts'
import { demoDatabase, folder, withStore } from './databases.ts'
import { load, request } from './load.ts'
import { against, megabytes, ms, rate, say, times, title } from './report.ts'
import { type Site, startSite } from './site.ts'

const CONNECTIONS = 128
const SECONDS = 10

/** Signatures of distinct people over HTTP, each on the disk before it is acknowledged. */
export async function petitions(): Promise<void> {
	title('Signatures on a petition')
	const database = await demoDatabase('petitions')
	const rows = bareRows()
	say('bare multi-row inserts, 200 a commit, synchronous=FULL', rate(rows))
	for (const level of [2, 1] as const) {
		const crowd = await withStore(database, (store) => aCrowd(store, { count: 60_000, level }))
		const bare = await bareTaker()
		let sent = 0
		const reading = await load({
			port: bare.port,
			next: () => signature(crowd, sent++, `http://127.0.0.1:${bare.port}`),
			connections: CONNECTIONS,
			seconds: 4,
			check: ({ status }) => (status === 303 ? undefined : `answered ${status}`),
		})
		bare.stop()
		say(`a bare server that reads the same forms, level ${level}`, rate(reading.perSecond))
		await signAtFullRate(database, crowd, { level, rows, reading: reading.perSecond })
	}
	await watchedWhileSigning(database)
	await storm(database)
}

async function signAtFullRate(
	database: string,
	crowd: Crowd,
	{ level, rows, reading }: { level: number; rows: number; reading: number },
) {
	const site = await startSite({ database, data: folder })
	let sent = 0
	let before = 0
	try {
		const signed = await load({
			port: site.port,
			next: () => signature(crowd, sent++, `http://127.0.0.1:${site.port}`),
			connections: CONNECTIONS,
			seconds: SECONDS,
			warmUp: 2000,
			onWarm: () => {
				before = site.cpu()
			},
			check: isSigned,
		})
		const each = ((site.cpu() - before) / signed.count) * 1000
		say(
			`signed, level ${level}, from ${CONNECTIONS} connections`,
			`${rate(signed.perSecond)}, ${each.toFixed(2)} CPU ms each`,
			`2,000/s: ${against(2000, signed.perSecond)}; ${times(signed.perSecond / reading)} reading, ${times(signed.perSecond / rows)} bare rows`,
		)
		say(
			'half and 95 % of them within',
			`${ms(signed.p50)}, ${ms(signed.p95)}`,
			`250 ms: ${against(signed.p95, 250)}`,
		)
		say('resident memory after it', megabytes(site.resident()))
	} finally {
		await site.stop()
	}
	await agree(database, crowd, Math.min(sent, crowd.cookies.length))
}

/** The page and its count, asked for while signatures come at full rate. */
async function watchedWhileSigning(database: string) {
	const crowd = await withStore(database, (store) => aCrowd(store, { count: 40_000, level: 2 }))
	const site = await startSite({ database, data: folder })
	let sent = 0
	const asked = (path: string) => request({ path, headers: { 'Accept-Encoding': 'br' } })
	try {
		const [signed, page, count] = await Promise.all([
			load(from(site, 32, () => signature(crowd, sent++, `http://127.0.0.1:${site.port}`), isSigned)),
			load(from(site, 8, () => asked(`/kk/petitions/${crowd.number}`))),
			load(from(site, 8, () => asked(`/petitions/${crowd.number}/count.json`))),
		])
		say(
			'signed while the page and the count are asked for',
			rate(signed.perSecond),
			`95 % within ${ms(signed.p95)}`,
		)
		say('the page meanwhile', rate(page.perSecond), `95 % within ${ms(page.p95)}`)
		say('count.json meanwhile', rate(count.perSecond), `95 % within ${ms(count.p95)}`)
	} finally {
		await site.stop()
	}
	await agree(database, crowd, Math.min(sent, crowd.cookies.length))
}

const from = (
	{ port }: Site,
	connections: number,
	next: () => string,
	check?: (answer: { status: number; headers: string; body: Buffer }) => string | undefined,
) => ({ port, connections, seconds: SECONDS, next, check })

/** Ten thousand people, each twenty times at once. */
async function storm(database: string) {
	const people = 10_000
	const each = 20
	const crowd = await withStore(database, (store) => aCrowd(store, { count: people, level: 2 }))
	const site = await startSite({ database, data: folder })
	let sent = 0
	try {
		const began = performance.now()
		await load({
			port: site.port,
			// One person's tries are neighbours, so that they are on the way together.
			next: () => signature(crowd, Math.floor(sent++ / each), `http://127.0.0.1:${site.port}`),
			connections: 100,
			seconds: 600,
			until: () => sent >= people * each,
			check: isSigned,
		})
		const seconds = (performance.now() - began) / 1000
		say(`${people} people, each ${each} times at once`, rate(sent / seconds))
	} finally {
		await site.stop()
	}
	await agree(database, crowd, people)
}

/** Rows, total and every tally are the same, and as many as there are people who signed. */
async function agree(database: string, { petitionId }: Crowd, expected: number) {
	await withStore(database, async ({ readOwn }) => {
		const rows = await readOwn.$count(petitionSignatures, eq(petitionSignatures.petitionId, petitionId))
		const tally = await tallyOf(readOwn, petitionId)
		const sums = await Promise.all(
			(['method', 'region', 'hour'] as const).map(async (by) =>
				(await cellsOf(readOwn, petitionId, by)).reduce((sum, { confirmed }) => sum + confirmed, 0),
			),
		)
		const all = [rows, tally?.taken, tally?.confirmed, ...sums]
		say(
			'rows = total = by method = by region = by hour',
			all.every((one) => one === expected) ? `${expected}` : `NOT: ${all} of ${expected}`,
		)
	})
}

/** The same columns in a table of its own, nothing else, on the same disk. */
function bareRows(): number {
	const file = new Database(join(folder, 'bare-signatures.db'))
	file.pragma('journal_mode = WAL')
	file.pragma('synchronous = FULL')
	file.exec(
		`create table bare (petition integer, ordinal integer, signer text, level integer, method text, region text, at integer,
		commitment text, person text, name text, primary key (petition, ordinal), unique (petition, signer))`,
	)
	const insert = file.prepare(
		`insert into bare values ${Array.from({ length: 200 }, () => '(?,?,?,?,?,?,?,?,?,?)').join(',')}`,
	)
	const until = performance.now() + 4000
	let count = 0
	while (performance.now() < until) {
		const values: (string | number)[] = []
		for (let n = 0; n < 200; n++)
			values.push(
				1,
				++count,
				crypto.randomUUID(),
				2,
				'oidc',
				'KZ-75',
				Date.now(),
				'c'.repeat(64),
				crypto.randomUUID(),
				'Үлгі',
			)
		insert.run(...values)
	}
	file.close()
	return count / 4
}
