import { createHash } from 'node:crypto'
import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { DATABASE_URL, engine } from '#db/engine.ts'
import { openStore, type Store } from '#db/store.ts'

/** What the tables are made by: a template of other tables is no template. */
const MIGRATIONS = { sqlite: stateOf('db/migrations/sqlite'), postgres: stateOf('db/migrations/postgres') }

let made = 0
let folder: string | undefined

/** An empty, migrated database of its own: migrated once, then copied, which takes milliseconds. */
export async function freshStore(): Promise<Store> {
	const url = await freshDatabase()
	const store = await openStore(url)
	return engine === 'postgres' ? { ...store, close: () => store.close().then(() => drop(url)) } : store
}

async function drop(url: string): Promise<void> {
	const admin = new Client({ connectionString: DATABASE_URL })
	await admin.connect()
	await admin.query(`drop database if exists ${new URL(url).pathname.slice(1)} with (force)`)
	await admin.end()
}

/** As freshStore(), but only its url: for tests that open it more than once. */
export function freshDatabase({ migrated = true } = {}): Promise<string> {
	return engine === 'postgres' ? freshPostgres(migrated) : freshSqlite(migrated)
}

async function freshSqlite(migrated: boolean) {
	folder ??= folderUntilExit()
	const path = join(folder, `${++made}.db`)
	if (!migrated) return path
	const template = join(tmpdir(), `template-${MIGRATIONS.sqlite}.db`)
	if (!existsSync(template)) {
		const made = join(folder, 'template.db')
		await migrate(made)
		// Another test file may be doing the same: the last one in place is as good as the first.
		renameSync(made, template)
	}
	copyFileSync(template, path)
	return path
}

function folderUntilExit() {
	const made = mkdtempSync(join(tmpdir(), 'jauap-test-'))
	process.on('exit', () => rmSync(made, { recursive: true, force: true }))
	return made
}

async function freshPostgres(migrated: boolean) {
	const database = `test_${process.pid}_${Date.now()}_${++made}`
	const admin = new Client({ connectionString: DATABASE_URL })
	await admin.connect()
	try {
		const template = migrated ? await postgresTemplate(admin) : 'template0'
		await admin.query(`create database ${database} template ${template} ${await asFiles(admin)}`)
	} finally {
		await admin.end()
	}
	return sibling(database)
}

/** Copying files takes half the time of writing the copy to the log; before PostgreSQL 15 it is the only way there is. */
async function asFiles(admin: Client): Promise<string> {
	const { rows } = await admin.query<{ choice: boolean }>(
		`select current_setting('server_version_num')::int >= 150000 as choice`,
	)
	return rows[0]?.choice ? 'strategy file_copy' : ''
}

/** Made once for all test files, by whichever comes first; the name is given when it is ready. */
async function postgresTemplate(admin: Client): Promise<string> {
	const template = `template_${MIGRATIONS.postgres}`
	const there = async () =>
		(await admin.query('select 1 from pg_database where datname = $1', [template])).rowCount
	if (await there()) return template
	await admin.query('select pg_advisory_lock(1)')
	if (!(await there())) {
		const raw = `raw_${process.pid}`
		await admin.query(`create database ${raw}`)
		await migrate(sibling(raw))
		await admin.query(`alter database ${raw} rename to ${template}`)
	}
	return template
}

async function migrate(url: string) {
	const store = await openStore(url)
	await store.migrate()
	await store.close()
}

function sibling(database: string) {
	const url = new URL(DATABASE_URL)
	url.pathname = `/${database}`
	return url.href
}

function stateOf(migrations: string): string {
	const hash = createHash('sha256')
	for (const file of readdirSync(migrations)
		.filter((name) => name.endsWith('.sql'))
		.sort())
		hash.update(readFileSync(join(migrations, file)))
	return hash.digest('hex').slice(0, 12)
}
