// Signatures come at full rate from many connections while the server, of several processes, is killed again and
// again without warning. Afterwards every signature that was acknowledged is there once, and all totals agree.
//   npx tsx tests/bench/kill-signatures.ts [processes]                              on SQLite
//   npm run with-postgres -- npx tsx tests/bench/kill-signatures.ts [processes]     on PostgreSQL
import { setTimeout as pause } from 'node:timers/promises'
import { and, asc, eq, gt } from 'drizzle-orm'
import { CHAIN_START, headAfter } from '#app/receipts/receipt.server.ts'
import { cellsOf, tallyOf } from '#app/signing/tally.server.ts'
import { engine } from '#db/engine.ts'
import { petitionSignatures } from '#db/schema/petitions.ts'
import { aCrowd, signature } from './crowd.ts'
import { demoDatabase, folder, withStore } from './databases.ts'
import { openLine } from './load.ts'
import { build, freePort, type Site, startSite } from './site.ts'

const CONNECTIONS = 48
const KILLS = 20
const PEOPLE = 120_000
const processes = Number(process.argv[2] ?? 4)

build()
const database = await demoDatabase('kill_signatures')
const crowd = await withStore(database, async (store) => {
	return aCrowd(store, { count: PEOPLE, level: 2 })
})
const port = await freePort()
const origin = `http://127.0.0.1:${port}`
/** The ordinal that each who was answered was given. */
const acknowledged = new Map<number, number>()
let next = 0
let over = false

let site = await start()
const signers = Array.from({ length: CONNECTIONS }, () => signOneAfterAnother())
for (let kill = 1; kill <= KILLS; kill++) {
	const enough = acknowledged.size + 150
	while (acknowledged.size < enough) await pause(10)
	// At no particular moment of its work.
	await pause(Math.random() * 400)
	await site.kill()
	site = await start()
	console.log(`killed ${kill} times, ${acknowledged.size} signatures acknowledged`)
}
over = true
await Promise.all(signers)
await site.stop()
await verify()

/** Each person signs until they were answered; whoever was not answered signs again. */
async function signOneAfterAnother(): Promise<void> {
	while (!over) {
		const who = next++
		if (who >= PEOPLE) return
		while (!acknowledged.has(who) && !over) {
			const answered = await sign(who).catch(() => undefined)
			if (answered === undefined) await pause(20)
			else acknowledged.set(who, answered)
		}
	}
}

async function sign(who: number): Promise<number | undefined> {
	const line = await openLine(port)
	try {
		const { status, headers } = await line.ask(signature(crowd, who, origin))
		const ordinal = /\/petitions\/receipts\/\d+\.(\d+)\./.exec(headers)?.[1]
		if (status === 303 && ordinal) return Number(ordinal)
		if (status < 500) throw process.exit(complain(status))
		return undefined
	} finally {
		line.close()
	}
}

function complain(status: number): number {
	console.error(`a signature was answered ${status}`)
	return 1
}

/** The port is free again as soon as the system has noticed. */
async function start(): Promise<Site> {
	for (let tries = 0; ; tries++) {
		try {
			return await startSite({ database, data: folder, port, processes })
		} catch (error) {
			if (tries === 5) throw error
		}
	}
}

async function verify(): Promise<void> {
	await withStore(database, async ({ readOwn }) => {
		const { petitionId } = crowd
		const people = new Map<string, number[]>()
		let head = CHAIN_START
		let rows = 0
		for (let after = 0; ; ) {
			const some = await readOwn
				.select()
				.from(petitionSignatures)
				.where(and(eq(petitionSignatures.petitionId, petitionId), gt(petitionSignatures.ordinal, after)))
				.orderBy(asc(petitionSignatures.ordinal))
				.limit(5000)
			if (some.length === 0) break
			for (const { ordinal, personId, commitment } of some) {
				rows++
				head = headAfter(head, commitment)
				people.set(personId ?? '', [...(people.get(personId ?? '') ?? []), ordinal])
			}
			after = some.at(-1)?.ordinal ?? after
		}
		const byPlace = new Map([...people].map(([id, ordinals]) => [Number(id.split('-').at(-1)), ordinals]))
		const lost = [...acknowledged].filter(([who, ordinal]) => !byPlace.get(who)?.includes(ordinal))
		const twice = [...people].filter(([, ordinals]) => ordinals.length > 1)
		const tally = await tallyOf(readOwn, petitionId)
		const sums = await Promise.all(
			(['method', 'region', 'hour'] as const).map(async (by) =>
				(await cellsOf(readOwn, petitionId, by)).reduce((sum, { confirmed }) => sum + confirmed, 0),
			),
		)
		const totals = [tally?.taken, tally?.confirmed, ...sums]
		const agree = totals.every((total) => total === rows) && tally?.head === head
		console.log(
			`${engine}, ${processes} processes: ${acknowledged.size} acknowledged, ${rows} rows, ${lost.length} lost, ` +
				`${twice.length} twice, totals ${agree ? 'and chain agree' : `DO NOT AGREE: ${totals}`}`,
		)
		process.exitCode = lost.length + twice.length > 0 || !agree ? 1 : 0
	})
}
