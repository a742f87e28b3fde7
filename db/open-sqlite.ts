import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { readMigrationFiles } from 'drizzle-orm/migrator'
import { beginWhenFree, groupCommit } from './group-commit.ts'
import { keepStatements } from './statements.ts'
import type { OpenedStore, Reader, Writer } from './store.ts'

export function open(path: string, heard: (topic: string) => void): OpenedStore {
	mkdirSync(dirname(path), { recursive: true })
	const writing = openForWriting(path)
	// A second, read-only connection: readers see the last commit, never a half-done
	// transaction, and cannot write even by mistake.
	const reading = new Database(path, { readonly: true, timeout: 1000 })
	reading.pragma('cache_size = -16000')

	const forget = [keepStatements(writing), keepStatements(reading)]
	const writer = drizzle(writing) as unknown as Writer
	const reader = drizzle(reading) as unknown as Reader
	const { write, alone } = groupCommit(writing)

	return {
		read: reader,
		readOwn: reader,
		write: (_key, work) => write(() => work(writer)),
		// No other process hears of it: a file has nobody to carry word.
		tell: heard,
		listen: () => {},
		migrate: (folder = 'db/migrations/sqlite') =>
			alone(async () => {
				await migrate(writing, folder)
				for (const statements of forget) statements()
			}),
		ping: async () => void reading.prepare('select 1').get(),
		close: async () => {
			reading.close()
			writing.close()
		},
	}
}

function openForWriting(path: string) {
	// Several processes may open a new file at once; from then on a busy file is waited for
	// asynchronously (group-commit.ts), never by blocking the event loop.
	const connection = new Database(path, { timeout: 5000 })
	connection.pragma('journal_mode = WAL')
	// An acknowledged write survives a power cut: the log is on the disk before COMMIT returns.
	connection.pragma('synchronous = FULL')
	connection.pragma('foreign_keys = ON')
	// The log is copied into the file every 16 MB: each time costs two more waits for the disk.
	connection.pragma('wal_autocheckpoint = 4000')
	connection.pragma('journal_size_limit = 67108864')
	connection.pragma('cache_size = -8000')
	connection.pragma('busy_timeout = 0')
	return connection
}

/**
 * drizzle-kit alters a SQLite table by copying and dropping it. With foreign keys on, the drop
 * cascades and silently deletes every child row, and the PRAGMA that drizzle-kit writes has no
 * effect inside a transaction (drizzle-orm #5782). So foreign keys are off before it begins, and
 * rows left without a parent undo it all.
 */
async function migrate(connection: Database.Database, folder: string) {
	connection.pragma('foreign_keys = OFF')
	try {
		await beginWhenFree(connection)
		const pending = pendingMigrations(connection, folder)
		for (const { sql, hash, folderMillis } of pending) {
			for (const statement of sql) connection.exec(statement)
			connection.prepare('insert into migrations (hash, made_at) values (?, ?)').run(hash, folderMillis)
		}
		const orphans = pending.length > 0 ? (connection.pragma('foreign_key_check') as unknown[]) : []
		if (orphans.length > 0) throw new Error(`the migration left ${orphans.length} rows without a parent`)
		// Figures for the query planner, from a sample of each index that has grown much.
		connection.exec('PRAGMA analysis_limit = 400; PRAGMA optimize = 0x10002')
		connection.exec('COMMIT')
	} finally {
		if (connection.inTransaction) connection.exec('ROLLBACK')
		connection.pragma('foreign_keys = ON')
	}
}

function pendingMigrations(connection: Database.Database, folder: string) {
	connection.exec(
		'create table if not exists migrations (hash text not null, made_at integer not null) strict',
	)
	const last = connection.prepare('select max(made_at) as at from migrations').get() as { at: number | null }
	return readMigrationFiles({ migrationsFolder: folder }).filter((one) => one.folderMillis > (last.at ?? 0))
}
