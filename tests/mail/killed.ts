import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { eq } from 'drizzle-orm'
import { createTransport } from 'nodemailer'
import { inquiries } from '#db/schema/inquiries.ts'
import { incomingMail, rawMail } from '#db/schema/mail.ts'
import { openStore } from '#db/store.ts'
import { aLetter, place } from './letters.ts'

const SENDERS = 8

interface Found {
	acknowledged: number
	kept: number
	/** Acknowledged, and not there byte for byte. */
	lost: string[]
	/** Kept and not placed, or placed in more or less than one question. */
	astray: string[]
}

/** Sends letters without pause to a process that is killed again and again without warning. */
export async function sendAndKill(
	database: string,
	{ kills, between }: { kills: number; between: number },
): Promise<Found> {
	const acknowledged = new Map<string, string>()
	for (let killed = 0; killed < kills; killed++) {
		const enough = acknowledged.size + between
		const { taker, port } = await startTaker(database)
		let stopped = false
		const senders = Array.from({ length: SENDERS }, () => sendUntil(() => stopped, port, acknowledged))
		while (acknowledged.size < enough) await new Promise((resolve) => setTimeout(resolve, 5))
		// At no particular moment of its work: between DATA and 250 for some of the letters.
		await new Promise((resolve) => setTimeout(resolve, Math.random() * 50))
		const closed = once(taker, 'close')
		taker.kill('SIGKILL')
		await closed
		stopped = true
		await Promise.all(senders)
	}
	return verified(database, acknowledged)
}

async function startTaker(database: string): Promise<{ taker: ChildProcess; port: number }> {
	const taker = spawn(process.execPath, ['--import', 'tsx', 'tests/mail/taker.ts'], {
		env: { ...process.env, DATABASE_URL: database, RATE_LIMITS: 'off' },
		stdio: ['ignore', 'pipe', 'inherit'],
	})
	const end = () => taker.kill('SIGKILL')
	process.once('exit', end)
	taker.once('close', () => process.off('exit', end))
	const [said] = await once(taker.stdout!, 'data')
	return { taker, port: Number(said) }
}

/** What fails was not acknowledged, and so may be there or not: a mail server would send it again. */
async function sendUntil(stopped: () => boolean, port: number, acknowledged: Map<string, string>) {
	const post = createTransport({ host: '127.0.0.1', port, ignoreTLS: true, pool: true, maxConnections: 1 })
	while (!stopped()) {
		const name = crypto.randomUUID()
		const raw = aLetter({ headers: { Subject: name, From: `${name}@home.example` } })
		try {
			await post.sendMail({ envelope: { from: `${name}@home.example`, to: 'env@mail.example' }, raw })
			acknowledged.set(name, raw)
		} catch {
			break
		}
	}
	post.close()
}

async function verified(database: string, acknowledged: ReadonlyMap<string, string>): Promise<Found> {
	const store = await openStore(database)
	// What a killed process had claimed is free again after a while.
	await place(store, new Date(Date.now() + 600_000))
	const rows = await store.readOwn
		.select({ subject: incomingMail.subject, state: incomingMail.state, bytes: rawMail.bytes })
		.from(incomingMail)
		.innerJoin(rawMail, eq(rawMail.id, incomingMail.rawId))
	const filed = await store.readOwn.select({ subject: inquiries.subject }).from(inquiries)
	await store.close()
	const raws = new Set(rows.map(({ bytes }) => bytes.toString()))
	const times = new Map<string, number>()
	for (const { subject } of filed) times.set(subject, (times.get(subject) ?? 0) + 1)
	return {
		acknowledged: acknowledged.size,
		kept: rows.length,
		lost: [...acknowledged].flatMap(([name, raw]) => (raws.has(raw) ? [] : [name])),
		astray: rows.flatMap(({ subject, state }) =>
			state === 'filed' && times.get(String(subject)) === 1 ? [] : [`${subject} ${state}`],
		),
	}
}
