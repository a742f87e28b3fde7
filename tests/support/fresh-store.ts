import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { DATABASE_URL, engine } from '#db/engine.ts'
import { openStore, type Store } from '#db/store.ts'

let made = 0
let folder: string | undefined

/** An empty, migrated database of its own: migrated once, then copied, which takes milliseconds. */
export async function freshStore(): Promise<Store> {
	return openStore(await freshDatabase())
}

/** As freshStore(), but only its url: for tests that open it more than once. */
export function freshDatabase({ migrated = true } = {}): Promise<string> {
	return engine === 'postgres' ? freshPostgres(migrated) : freshSqlite(migrated)
}

async function freshSqlite(migrated: boolean) {
	folder ??= folderUntilExit()
	const path = join(folder, `${++made}.db`)
	if (!migrated) return path
	const template = join(folder, 'template.db')
	if (!existsSync(template)) await migrate(template)
	copyFileSync(template, path)
	return path
}

function folderUntilExit() {
	const made = mkdtempSync(join(tmpdir(), 'jauap-test-'))
	process.on('exit', () => rmSync(made, { recursive: true, force: true }))
	return made
}

async function freshPostgres(migrated: boolean) {
	const unique = `${process.pid}_${process.env.VITEST_POOL_ID ?? 0}`
	const template = `template_${unique}`
	const database = `test_${unique}_${Date.now()}_${++made}`
	const admin = new Client({ connectionString: DATABASE_URL })
	await admin.connect()
	try {
		const { rowCount } = await admin.query('select 1 from pg_database where datname = $1', [template])
		if (migrated && !rowCount) {
			await admin.query(`create database ${template}`)
			await migrate(sibling(template))
		}
		await admin.query(`create database ${database} template ${migrated ? template : 'template0'}`)
	} finally {
		await admin.end()
	}
	return sibling(database)
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
