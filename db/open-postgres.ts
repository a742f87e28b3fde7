import { drizzle } from 'drizzle-orm/node-postgres'
import { migrate } from 'drizzle-orm/node-postgres/migrator'
import { Client, Pool, type PoolClient } from 'pg'
import { DATABASE_REPLICA_URL } from './engine.ts'
import type { OpenedStore, Reader, WriteKey, Writer } from './store.ts'
import { listenAt, tellThrough } from './word-postgres.ts'

/** Any number will do, as long as every process of the platform takes the same one. */
const MIGRATION_LOCK = 20_260_101

export function open(url: string, heard: (topic: string) => void): OpenedStore {
	const writing = pool(url, 'synchronous_commit=on')
	// The server itself keeps readers from writing.
	const reading = pool(url, 'default_transaction_read_only=on')
	const replica = DATABASE_REPLICA_URL
		? pool(DATABASE_REPLICA_URL, 'default_transaction_read_only=on')
		: undefined
	const pools = [writing, reading, ...(replica ? [replica] : [])]
	const oneAtATime = oneAtATimePerKey()
	const writers = new WeakMap<PoolClient, Writer>()
	let listening: (() => Promise<void>) | undefined

	function writerOn(client: PoolClient) {
		const writer = writers.get(client) ?? (drizzle(client) as unknown as Writer)
		writers.set(client, writer)
		return writer
	}

	return {
		read: drizzle(replica ?? reading) as unknown as Reader,
		readOwn: drizzle(reading) as unknown as Reader,
		write: (key, work) =>
			// Those of this process wait for one another before they take a connection, so that
			// one much wanted key does not use up the pool.
			oneAtATime(sorted(key), () => transaction(writing, sorted(key), (client) => work(writerOn(client)))),
		tell: tellThrough(reading),
		listen: () => {
			listening ??= listenAt(url, heard)
		},
		migrate: (folder = 'db/migrations/postgres') => migrateOnce(url, folder),
		ping: async () => void (await reading.query('select 1')),
		close: async () => {
			await Promise.all([listening?.(), ...pools.map((each) => each.end())])
		},
	}
}

function pool(url: string, option: string) {
	const limits = '-c statement_timeout=15000 -c idle_in_transaction_session_timeout=15000'
	const made = new Pool({
		connectionString: url,
		max: 10,
		connectionTimeoutMillis: 15_000,
		options: `-c ${option} ${limits}`,
	})
	// A connection that breaks while idle is dropped, and the next query opens another; without
	// a listener it would end the process.
	made.on('error', () => {})
	return made
}

/**
 * The locks make one transaction at a time decide about a key, on all machines. Under READ
 * COMMITTED each statement after them sees every commit before them, so nothing needs to be tried
 * again and `work` runs exactly once. Always in the same order, so no two wait for each other.
 */
async function transaction<Result>(
	writing: Pool,
	keys: string[],
	work: (client: PoolClient) => Promise<Result>,
): Promise<Result> {
	const client = await writing.connect()
	let broken: unknown
	try {
		const locks = keys.map(
			(key) => `select pg_advisory_xact_lock(hashtextextended(${client.escapeLiteral(key)}, 0))`,
		)
		await client.query(['begin isolation level read committed', ...locks].join(';'))
		const result = await work(client)
		await client.query('commit')
		return result
	} catch (error) {
		broken = await client.query('rollback').then(
			() => undefined,
			(failure: unknown) => failure,
		)
		throw error
	} finally {
		client.release(broken !== undefined)
	}
}

function sorted(key: WriteKey): string[] {
	return [...new Set(typeof key === 'string' ? [key] : key)].sort()
}

/** Starts a task when every earlier task of this process with one of its keys has settled. */
function oneAtATimePerKey() {
	const last = new Map<string, Promise<unknown>>()
	return async <Result>(keys: string[], task: () => Promise<Result>): Promise<Result> => {
		const turn = Promise.all(keys.map((key) => last.get(key))).then(task)
		const settled = turn.catch(() => undefined)
		for (const key of keys) last.set(key, settled)
		try {
			return await turn
		} finally {
			for (const key of keys) if (last.get(key) === settled) last.delete(key)
		}
	}
}

async function migrateOnce(url: string, folder: string) {
	const client = new Client({ connectionString: url })
	await client.connect()
	try {
		await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK])
		await refuseLocaleSorting(client)
		await migrate(drizzle(client), {
			migrationsFolder: folder,
			migrationsTable: 'migrations',
			migrationsSchema: 'public',
		})
	} finally {
		await client.end()
	}
}

/** Lists would come in another order than on SQLite, and pages that go on after a row would skip some. */
async function refuseLocaleSorting(client: Client) {
	const { rows } = await client.query<{ byCodePoint: boolean }>(
		`select 'B' < 'a' and 'я' < 'ё' as "byCodePoint"`,
	)
	if (!rows[0]?.byCodePoint)
		throw new Error(`PostgreSQL sorts text by a locale here: create the database with
	create database jauap template template0 encoding 'UTF8' locale 'C.UTF-8'`)
}
