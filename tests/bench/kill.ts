// Twenty processes post questions at once while the server is killed ten times without warning. Afterwards every
// question that was acknowledged is there once, and numbers have no gap and no twin.
//   npx tsx tests/bench/kill.ts                                          on SQLite
//   npm run with-postgres -- npx tsx tests/bench/kill.ts                 on PostgreSQL
import { type ChildProcess, spawn } from 'node:child_process'
import { and, eq, isNotNull, like } from 'drizzle-orm'
import { receiptHash } from '#app/inquiries/submit.server.ts'
import { engine } from '#db/engine.ts'
import { bodies } from '#db/schema/bodies.ts'
import { inquiries, proceedings } from '#db/schema/inquiries.ts'
import { events, numberSequences } from '#db/schema/register.ts'
import { openStore } from '#db/store.ts'
import { citizensIn, demoDatabase, folder, sessionsOf, withStore } from './databases.ts'
import { build, ended, freePort, type Site, startSite } from './site.ts'

const ASKERS = 20
const KILLS = 10
/** Between two kills, so that each hits the server at work. */
const ACKNOWLEDGED = 60

build()
const database = await demoDatabase('kill')
const cookies = await withStore(database, async (store) => sessionsOf(store, await citizensIn(store, ASKERS)))
const port = await freePort()
const acknowledged = new Map<string, string>()
let site = await startSite({ database, data: folder, port })
const askers = cookies.map((cookie) => startAsker(cookie))
process.on('exit', () => {
	for (const asker of askers) asker.kill('SIGKILL')
})

for (let kill = 1; kill <= KILLS; kill++) {
	await moreAcknowledged(ACKNOWLEDGED)
	// At no particular moment of its work.
	await new Promise((resolve) => setTimeout(resolve, Math.random() * 300))
	await site.kill()
	site = await restarted(port)
	console.log(`killed ${kill} times, ${acknowledged.size} questions acknowledged`)
}
await moreAcknowledged(ACKNOWLEDGED)
await Promise.all(askers.map((asker) => ended(asker, 'SIGKILL')))
await site.stop()
await verify()

function startAsker(cookie: string): ChildProcess {
	const asker = spawn(
		process.execPath,
		['--import', 'tsx', 'tests/bench/asker.ts', `http://127.0.0.1:${port}`, cookie],
		{ stdio: ['ignore', 'pipe', 'inherit'] },
	)
	asker.on('exit', (code) => {
		if (code) process.exit(code)
	})
	let rest = ''
	asker.stdout.on('data', (chunk: Buffer) => {
		const lines = (rest + chunk).split('\n')
		rest = lines.pop() ?? ''
		for (const line of lines) {
			const [submissionId = '', receipt = ''] = line.split(' ')
			acknowledged.set(submissionId, receipt)
		}
	})
	return asker
}

async function moreAcknowledged(count: number): Promise<void> {
	const enough = acknowledged.size + count
	while (acknowledged.size < enough) await new Promise((resolve) => setTimeout(resolve, 20))
}

/** The port is free again as soon as the system has noticed. */
async function restarted(on: number): Promise<Site> {
	for (let tries = 0; ; tries++) {
		try {
			return await startSite({ database, data: folder, port: on })
		} catch (error) {
			if (tries === 5) throw error
		}
	}
}

async function verify(): Promise<void> {
	const store = await openStore(database)
	const filed = await store.readOwn
		.select({ id: inquiries.id, submissionId: inquiries.submissionId, receipt: inquiries.receiptHash })
		.from(inquiries)
		.where(isNotNull(inquiries.submissionId))
	const byForm = new Map<string, typeof filed>()
	for (const row of filed) {
		const form = String(row.submissionId).split(':')[1] ?? ''
		byForm.set(form, [...(byForm.get(form) ?? []), row])
	}
	const lost: string[] = []
	const twice: string[] = []
	for (const [form, receipt] of acknowledged) {
		const rows = byForm.get(form) ?? []
		const secret = receipt.split('/').at(-1) ?? ''
		if (!rows.some((row) => row.receipt === receiptHash(secret))) lost.push(form)
		if (rows.length > 1) twice.push(form)
	}
	const half: string[] = []
	for (const { id } of filed) {
		const handled = await store.readOwn.$count(proceedings, eq(proceedings.inquiryId, id))
		const told = await store.readOwn.$count(
			events,
			and(eq(events.subjectId, id), eq(events.type, 'registered')),
		)
		if (handled !== 1 || told !== 1) half.push(id)
	}
	const wrong = await wrongNumbers(store)
	await store.close()
	console.log(
		`${engine}: ${acknowledged.size} acknowledged, ${filed.length} filed, ${lost.length} lost, ` +
			`${twice.length} filed twice, ${half.length} half filed, ${wrong.length} sequences with a gap or a twin`,
	)
	process.exit(lost.length + twice.length + half.length + wrong.length > 0 ? 1 : 0)
}

async function wrongNumbers(store: Awaited<ReturnType<typeof openStore>>): Promise<string[]> {
	const wrong: string[] = []
	// Those of petitions and hearings are of no body.
	const ofBodies = await store.readOwn
		.select({ bodyCode: numberSequences.bodyCode, year: numberSequences.year, last: numberSequences.last })
		.from(numberSequences)
		.innerJoin(bodies, eq(bodies.code, numberSequences.bodyCode))
	for (const { bodyCode, year, last } of ofBodies) {
		const rows = await store.readOwn
			.select({ number: inquiries.number })
			.from(inquiries)
			.where(like(inquiries.number, `${bodyCode}-${year}-%`))
		const given = rows.map(({ number }) => Number(number.split('-')[2])).sort((a, b) => a - b)
		if (given.length !== last || given.some((number, at) => number !== at + 1))
			wrong.push(`${bodyCode}-${year}`)
	}
	return wrong
}
