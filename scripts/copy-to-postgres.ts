// Moves a SQLite file into an empty PostgreSQL, the day one machine is too small:
//   DATABASE_URL=postgres://… npm run db:copy -- data/jauap.db
// Stop the servers first. The schema is loaded for PostgreSQL; the file is read raw, and each value
// is given the type that its column asks for.
import Database from 'better-sqlite3'
import { type Column, count, getTableColumns, getTableName, is, sql } from 'drizzle-orm'
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres'
import { PgTable } from 'drizzle-orm/pg-core'
import { Client } from 'pg'
import { DATABASE_URL, engine } from '#db/engine.ts'
import * as schema from '#db/schema/index.ts'
import { searchIndex } from '#db/search.ts'
import { openStore } from '#db/store.ts'

const BATCH = 500

const [path] = process.argv.slice(2)
if (!path || engine !== 'postgres') {
	console.error('Usage: DATABASE_URL=postgres://… npm run db:copy -- data/jauap.db')
	process.exit(1)
}
const store = await openStore()
await store.migrate()
await store.close()

const from = new Database(path, { readonly: true, fileMustExist: true })
const client = new Client({ connectionString: DATABASE_URL })
await client.connect()
const tables = [...Object.values(schema), searchIndex].filter((entry) =>
	is(entry, PgTable),
) as unknown as PgTable[]

try {
	await drizzle(client).transaction(async (tx) => {
		for (const table of tables)
			if (await rowsIn(tx, table))
				throw new Error(`${getTableName(table)} is not empty: the copy needs a new database`)
		const keys = await foreignKeys(tx)
		// Rows refer to later ones, and tables to each other in circles: the keys are checked at the end.
		for (const key of keys) await tx.execute(sql`${key} deferrable initially deferred`)
		for (const table of tables) await copy(tx, table)
		await tx.execute(sql`set constraints all immediate`)
		for (const key of keys) await tx.execute(sql`${key} not deferrable`)
	})
	await client.query('analyze')
} finally {
	await client.end()
	from.close()
}

type Transaction = Pick<NodePgDatabase, 'select' | 'insert' | 'execute'>

async function rowsIn(tx: Transaction, table: PgTable) {
	const [row] = await tx.select({ rows: count() }).from(table)
	return row?.rows ?? 0
}

async function foreignKeys(tx: Transaction) {
	const { rows } = await tx.execute<{ table: string; name: string }>(
		sql`select conrelid::regclass::text as table, conname as name from pg_constraint
			where contype = 'f' and connamespace = current_schema()::regnamespace`,
	)
	return rows.map(
		({ table, name }) => sql`alter table ${sql.raw(table)} alter constraint ${sql.identifier(name)}`,
	)
}

async function copy(tx: Transaction, table: PgTable) {
	const name = getTableName(table)
	const columns = Object.entries(getTableColumns(table))
	let batch: Record<string, unknown>[] = []
	let copied = 0
	const send = async () => {
		if (batch.length > 0) await tx.insert(table).values(batch)
		copied += batch.length
		batch = []
	}
	for (const row of from.prepare<[], Record<string, unknown>>(`select * from "${name}"`).iterate()) {
		batch.push(Object.fromEntries(columns.map(([key, column]) => [key, converted(column, row[column.name])])))
		if (batch.length === BATCH) await send()
	}
	await send()
	for (const [, column] of columns)
		if ('generatedIdentity' in column && column.generatedIdentity) await goOnAfter(tx, table, column)
	console.log(`${name}: ${copied}`)
}

function converted(column: Column, value: unknown) {
	if (value === null) return null
	if (column.dataType === 'date') return new Date(value as number)
	if (column.dataType === 'boolean') return value === 1
	if (column.dataType === 'json') return JSON.parse(value as string) as unknown
	return value
}

/** A row number that was given explicitly does not move the counter. */
async function goOnAfter(tx: Transaction, table: PgTable, column: Column) {
	await tx.execute(sql`select setval(pg_get_serial_sequence(${getTableName(table)}, ${column.name}), number, true)
		from (select max(${sql.identifier(column.name)}) as number from ${table}) last where number is not null`)
}
