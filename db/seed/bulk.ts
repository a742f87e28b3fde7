import Database from 'better-sqlite3'
import { getTableColumns, getTableName } from 'drizzle-orm'
import { Client } from 'pg'
import { engine } from '#db/engine.ts'
import type { inquiries } from '#db/schema/inquiries.ts'

/** Any table of the schema: at run time all are alike. */
type Table = Pick<typeof inquiries, '_' | '$inferInsert'>

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
	/** As the driver wants the value. */
	toDriver: (value: unknown) => unknown
}

function fieldsOf(table: unknown, row: object): Field[] {
	const columns = getTableColumns(table as Table as typeof inquiries) as Record<
		string,
		{ name: string; getSQLType(): string; mapToDriverValue(value: unknown): unknown }
	>
	return Object.keys(row).map((key) => {
		const column = columns[key]
		if (!column) throw new Error(`${nameOf(table)} has no ${key}`)
		const toDriver = (value: unknown) =>
			value === null || value === undefined ? null : column.mapToDriverValue(value)
		return { key, name: column.name, type: column.getSQLType(), toDriver }
	})
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

	const statements = new Map<string, { run: (...values: unknown[]) => unknown; fields: Field[] }>()
	function statementFor(table: unknown, row: object) {
		const key = `${nameOf(table)} ${Object.keys(row)}`
		let known = statements.get(key)
		if (!known) {
			const fields = fieldsOf(table, row)
			const columns = fields.map(({ name }) => `"${name}"`).join(', ')
			const places = fields.map(() => '?').join(', ')
			const statement = file.prepare(`insert into "${nameOf(table)}" (${columns}) values (${places})`)
			known = { run: (...values) => statement.run(...values), fields }
			statements.set(key, known)
		}
		return known
	}

	return {
		async add(table, rows) {
			for (const row of rows) {
				const { run, fields } = statementFor(table, row)
				run(...fields.map(({ key, toDriver }) => toDriver(row[key as keyof typeof row])))
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
	const values = fields.map(({ key, toDriver }) =>
		rows.map((row) => {
			const value = toDriver(row[key as keyof typeof row])
			return value === null || typeof value === 'string' ? value : String(value)
		}),
	)
	await client.query({
		name: `bulk ${nameOf(table)} ${fields.length}`,
		text: `insert into "${nameOf(table)}" (${columns}) select ${casts} from unnest(${arrays}) as added (${columns})`,
		values,
	})
}
