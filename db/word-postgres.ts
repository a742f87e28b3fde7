import { setTimeout as pause } from 'node:timers/promises'
import { Client, type Pool } from 'pg'
import { ANYTHING } from './store.ts'

const CHANNEL = 'jauap_word'
const COMES_BACK_AFTER_MS = 1000

/**
 * Tells all processes on all machines. In transactions of its own, after the one it tells of: a commit that carries
 * a notice waits for every other such commit of the database. What comes while one is under way goes together.
 */
export function tellThrough(pool: Pool): (topic: string) => void {
	const untold = new Set<string>()
	let telling = false

	async function tell() {
		telling = true
		while (untold.size > 0) {
			const topics = [...untold]
			untold.clear()
			await pool
				.query(`select pg_notify('${CHANNEL}', topic) from unnest($1::text[]) as topic`, [topics])
				.catch(() => {})
		}
		telling = false
	}

	return (topic) => {
		untold.add(topic)
		if (!telling) void tell()
	}
}

/**
 * Listens on a connection of its own until the function it gives is called, and comes back whenever that
 * connection breaks. What is told meanwhile is lost: whenever it listens anew, anything may have changed.
 */
export function listenAt(url: string, heard: (topic: string) => void): () => Promise<void> {
	let client: Client
	let over = false

	async function listen() {
		client = new Client({
			connectionString: url,
			connectionTimeoutMillis: 15_000,
			// It is idle for hours; whatever stands between is not to forget it unseen.
			keepAlive: true,
			keepAliveInitialDelayMillis: 10_000,
		})
		// It has ended by then, and its end is waited for below.
		client.on('error', () => {})
		client.on('notification', ({ payload }) => heard(payload ?? ''))
		const ended = new Promise((resolve) => client.once('end', resolve))
		await client.connect()
		await client.query(`listen ${CHANNEL}`)
		heard(ANYTHING)
		await ended
	}

	async function keepListening() {
		while (!over) {
			await listen().catch(() => client.end().catch(() => {}))
			await pause(COMES_BACK_AFTER_MS, undefined, { ref: false })
		}
	}

	void keepListening()
	return async () => {
		over = true
		// A server that has stopped answering is not waited for.
		await Promise.race([client.end().catch(() => {}), pause(1000, undefined, { ref: false })])
	}
}
