import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Client } from 'pg'

// The journeys that move it run on PostgreSQL too, after `npm run build`:
//   npm run with-postgres -- sh -c 'MOVED_DATABASE=$DATABASE_URL npx playwright test life hearing'

/** A site of its own, the production build with the people of the demo, whose clock the test moves. */
export interface MovedSite {
	url: string
	/** Its folder. */
	data: string
	/** `2026-04-20T10:00` in Almaty; from there its clock goes on. */
	moveTo: (moment: string) => Promise<void>
	/** One round of what falls due without anybody asking. */
	doDuties: () => Promise<void>
	close: () => Promise<void>
}

const CLOCK = pathToFileURL('tests/journeys/moved-clock.mjs').href

/**
 * `database`: a PostgreSQL in which it makes a database of its own; without one it is a SQLite file. `law`: the profile
 * that is in force there.
 */
export async function openMovedSite(begins: string, database?: string, law = 'KZ'): Promise<MovedSite> {
	const data = mkdtempSync(join(tmpdir(), 'jauap-moved-'))
	const log = openSync(join(data, 'log'), 'a')
	const port = await freePort()
	const url = `http://localhost:${port}`
	const env = {
		...process.env,
		MOVED_CLOCK: join(data, 'clock'),
		DATA_DIR: data,
		DATABASE_URL: database ? await databaseBeside(database) : join(data, 'jauap.db'),
		PORT: String(port),
		PUBLIC_URL: url,
		STREAM_HOSTS: 'stream.example',
		DEMO: '1',
		RATE_LIMITS: 'off',
		NODE_ENV: 'development' as const,
		JURISDICTION: law,
	}
	const run = (role: string, ...program: string[]) =>
		spawn(process.execPath, ['--import', CLOCK, ...program], {
			env: { ...env, ROLE: role },
			stdio: ['ignore', log, log, 'ipc'],
		})

	async function moveTo(moment: string) {
		const ahead = Date.parse(`${moment}:00+05:00`) - Date.now()
		writeFileSync(`${env.MOVED_CLOCK}.new`, String(ahead))
		renameSync(`${env.MOVED_CLOCK}.new`, env.MOVED_CLOCK)
		// The processes look at it every few milliseconds.
		await new Promise((resolve) => setTimeout(resolve, 20))
	}

	async function doDuties() {
		const duties = run('duties', 'build/server/index.js')
		await ready(duties)
		// It ends the round that it has begun.
		await ended(duties, 'SIGTERM')
	}

	await moveTo(begins)
	await ended(run('all', '--import', 'tsx', 'tests/journeys/small-site.ts'))
	const web = run('web', 'build/server/index.js')
	await ready(web)
	return {
		url,
		data,
		moveTo,
		doDuties,
		async close() {
			await ended(web, 'SIGTERM')
			rmSync(data, { recursive: true, force: true })
		},
	}
}

async function databaseBeside(url: string): Promise<string> {
	const admin = new Client({ connectionString: url })
	await admin.connect()
	const name = `moved_${process.pid}_${Date.now()}`
	await admin.query(`create database ${name}`)
	await admin.end()
	const beside = new URL(url)
	beside.pathname = `/${name}`
	return beside.href
}

const ready = (started: ChildProcess): Promise<void> =>
	new Promise((resolve, reject) => {
		started.once('message', () => resolve())
		started.once('exit', (code) => reject(new Error(`it ended with ${code} before it was ready`)))
	})

const ended = (running: ChildProcess, signal?: NodeJS.Signals): Promise<void> =>
	new Promise((resolve, reject) => {
		running.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`it ended with ${code}`))))
		if (signal) running.kill(signal)
	})

function freePort(): Promise<number> {
	return new Promise((resolve, reject) => {
		const server = createServer().once('error', reject)
		server.listen(0, '127.0.0.1', () => {
			const address = server.address()
			server.close(() => (typeof address === 'object' && address ? resolve(address.port) : reject()))
		})
	})
}
