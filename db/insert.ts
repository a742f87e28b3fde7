import { type InferInsertModel, sql } from 'drizzle-orm'
import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import { connectionOf, type Reader, type Writer } from './store.ts'

type Row = Record<string, unknown>
type Built = { execute(values: Row): Promise<unknown> }

const kept = new WeakMap<Reader, WeakMap<SQLiteTable, Map<string, Built>>>()

/**
 * Adds one row, as `insert().values()` does. What is built for one row serves the next of the same table that
 * gives the same fields, because building the statement of a wide table costs several times what running it does.
 */
export async function insertRow<Table extends SQLiteTable>(
	tx: Writer,
	table: Table,
	row: InferInsertModel<Table>,
): Promise<void> {
	const statements = statementsOf(connectionOf(tx) as Writer, table)
	const shape = shapeOf(row)
	let built = statements.get(shape)
	if (!built) {
		built = build(connectionOf(tx) as Writer, table, row)
		statements.set(shape, built)
	}
	await built.execute(row)
}

function statementsOf(connection: Writer, table: SQLiteTable): Map<string, Built> {
	let tables = kept.get(connection)
	if (!tables) {
		tables = new WeakMap()
		kept.set(connection, tables)
	}
	let statements = tables.get(table)
	if (!statements) {
		statements = new Map()
		tables.set(table, statements)
	}
	return statements
}

/** Null is part of the shape: a placeholder's value goes through its column, which knows no null. */
function shapeOf(row: Row): string {
	let shape = ''
	for (const key in row) if (row[key] !== undefined) shape += row[key] === null ? `-${key}` : `+${key}`
	return shape
}

function build(connection: Writer, table: SQLiteTable, row: Row): Built {
	const values = Object.fromEntries(
		Object.entries(row).map(([key, value]) => [key, value == null ? value : sql.placeholder(key)]),
	)
	return connection
		.insert(table)
		.values(values as never)
		.prepare() as unknown as Built
}
