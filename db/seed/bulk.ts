import Database from 'better-sqlite3'
import { getTableColumns, getTableName } from 'drizzle-orm'
import { Client } from 'pg'
import { engine } from '#db/engine.ts'
import type { inquiries } from '#db/schema/inquiries.ts'

/**
 * Rows by the hundred thousand into an empty corner of a database that nobody else has open: without the record of
 * a transaction, without indexes until the end. For the bench alone; whatever people do goes through the acts.
 */
export interface Bulk {
	/** All rows of one call have the same fields; what they leave out gets the default of the database. */
	add(table: unknown, rows: readonly object[]): Promise<void>
	/** Makes the indexes again. */
	finish(): Promise<void>
}

export const openBulk = (url: string, tables: readonly unknown[]): Promise<Bulk> =>
	engine === 'postgres' ? openPostgres(url, tables) : Promise.resolve(openSqlite(url, tables))

interface Field {
	key: string
	name: string
	type: string
}

function fieldsOf(table: unknown, row: object): Field[] {
	const columns = getTableColumns(table as typeof inquiries) as Record<
		string,
		{ name: string; getSQLType(): string }
	>
	return Object.keys(row).map((key) => {
		const column = columns[key]
		if (!column) throw new Error(`${nameOf(table)} has no ${key}`)
		return { key, name: column.name, type: column.getSQLType() }
	})
}

type Value = string | number | boolean | Date | object | null | undefined

/** As the vocabulary of db/columns.ts keeps it in a SQLite file. */
function inSqlite(value: Value): string | number | null {
	if (value === null || value === undefined) return null
	if (typeof value === 'string' || typeof value === 'number') return value
	if (typeof value === 'boolean') return value ? 1 : 0
	return value instanceof Date ? value.getTime() : JSON.stringify(value)
}

/** As text that PostgreSQL reads as the type of the column. */
function inPostgres(value: Value): string | null {
	if (value === null || value === undefined) return null
	if (typeof value === 'string') return value
	if (value instanceof Date) return value.toISOString()
	return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

const nameOf = (table: unknown) => getTableName(table as typeof inquiries)

function openSqlite(path: string, tables: readonly unknown[]): Bulk {
	const file = new Database(path)
	file.pragma('journal_mode = MEMORY')
	file.pragma('synchronous = OFF')
	file.pragma('foreign_keys = OFF')
	file.pragma('cache_size = -1000000')
	file.pragma('temp_store = MEMORY')
	const names: string[] = tables.map(nameOf)
	const marks = names.map(() => '?').join(', ')
	const dropped = file
		.prepare(
			`select name, type, sql from sqlite_master where type in ('index', 'trigger') and sql is not null and tbl_name in (${marks})`,
		)
		.all(...names) as { name: string; type: string; sql: string }[]
	for (const { name, type } of dropped) file.exec(`drop ${type} "${name}"`)
	file.exec('begin')

	return {
		async add(table, rows) {
			const [first] = rows
			if (!first) return
			const fields = fieldsOf(table, first)
			const columns = fields.map(({ name }) => `"${name}"`).join(', ')
			const places = fields.map(() => '?').join(', ')
			const statement = file.prepare(`insert into "${nameOf(table)}" (${columns}) values (${places})`)
			const keys = fields.map(({ key }) => key)
			const values: (string | number | null)[] = new Array(keys.length)
			for (const row of rows as readonly Record<string, Value>[]) {
				for (let at = 0; at < keys.length; at++) values[at] = inSqlite(row[keys[at] as string])
				statement.run(values)
			}
		},
		async finish() {
			file.exec('commit')
			for (const { sql } of dropped) file.exec(sql)
			if (names.includes('search_index'))
				file.exec(`insert into search_words (search_words) values ('rebuild')`)
			file.pragma('journal_mode = WAL')
			file.close()
		},
	}
}

async function openPostgres(url: string, tables: readonly unknown[]): Promise<Bulk> {
	const client = new Client({ connectionString: url })
	await client.connect()
	await client.query(`set synchronous_commit = off; set maintenance_work_mem = '512MB'`)
	const names = tables.map(nameOf)
	const { rows: dropped } = await client.query<{ name: string; definition: string }>(
		`select indexname as name, indexdef as definition from pg_indexes
		where schemaname = current_schema and tablename = any($1)
		and indexname not in (select conname from pg_constraint)`,
		[names],
	)
	for (const { name } of dropped) await client.query(`drop index "${name}"`)

	return {
		async add(table, rows) {
			for (let at = 0; at < rows.length; at += 2000) await insert(client, table, rows.slice(at, at + 2000))
		},
		async finish() {
			for (const { definition } of dropped) await client.query(definition)
			for (const name of names) await client.query(`vacuum analyze "${name}"`)
			await client.end()
		},
	}
}

/** One array a column: a statement of fixed length, however many rows. */
async function insert(client: Client, table: unknown, rows: readonly object[]): Promise<void> {
	const [first] = rows
	if (!first) return
	const fields = fieldsOf(table, first)
	const columns = fields.map(({ name }) => `"${name}"`).join(', ')
	const casts = fields.map(({ name, type }) => `added."${name}"::${type}`).join(', ')
	const arrays = fields.map((_, at) => `$${at + 1}::text[]`).join(', ')
	const values = fields.map(({ key }) =>
		(rows as readonly Record<string, Value>[]).map((row) => inPostgres(row[key])),
	)
	await client.query({
		name: `bulk ${nameOf(table)} ${fields.length}`,
		text: `insert into "${nameOf(table)}" (${columns}) select ${casts} from unnest(${arrays}) as added (${columns})`,
		values,
	})
}
