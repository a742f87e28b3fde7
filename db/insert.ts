import { getTableName, type InferInsertModel, sql } from 'drizzle-orm'
import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import { prepared } from './prepared.ts'
import type { Writer } from './store.ts'

type Row = Record<string, unknown>
type Insert = (tx: Writer) => { execute(values: Row): Promise<unknown> }

const kept = new Map<string, Insert>()

/**
 * Adds one row, as `insert().values()` does. What is built for one row serves the next of the same table that
 * gives the same fields, because building the statement of a wide table costs several times what running it does.
 */
export async function insertRow<Table extends SQLiteTable>(
	tx: Writer,
	table: Table,
	row: InferInsertModel<Table>,
): Promise<void> {
	const shape = getTableName(table) + shapeOf(row)
	let insert = kept.get(shape)
	if (!insert) {
		insert = insertOf(table, row)
		kept.set(shape, insert)
	}
	await insert(tx).execute(row)
}

/** Null is part of the shape: a placeholder's value goes through its column, which knows no null. */
function shapeOf(row: Row): string {
	let shape = ''
	for (const key in row) if (row[key] !== undefined) shape += row[key] === null ? ` -${key}` : ` +${key}`
	return shape
}

function insertOf(table: SQLiteTable, row: Row): Insert {
	const values = Object.fromEntries(
		Object.entries(row).map(([key, value]) => [key, value == null ? value : sql.placeholder(key)]),
	)
	return prepared((tx: Writer) => tx.insert(table).values(values as never)) as unknown as Insert
}

const MOST_AT_ONCE = [128, 16, 1]

/** Adds many rows that give the same fields, in as few statements as there may be; each statement is built once. */
export async function insertRows<Table extends SQLiteTable>(
	tx: Writer,
	table: Table,
	rows: readonly InferInsertModel<Table>[],
): Promise<void> {
	const fields = Object.keys(rows[0] ?? {})
	for (let at = 0; at < rows.length; ) {
		const size = MOST_AT_ONCE.find((most) => most <= rows.length - at) ?? 1
		const values: Row = {}
		for (let n = 0; n < size; n++) {
			const row = rows[at + n] as Row
			for (const field of fields) values[`${field}${n}`] = row[field]
		}
		await manyOf(table, fields, size)(tx).execute(values)
		at += size
	}
}

function manyOf(table: SQLiteTable, fields: readonly string[], size: number): Insert {
	const shape = `${getTableName(table)} x${size} ${fields}`
	let insert = kept.get(shape)
	if (!insert) {
		const row = (n: number) =>
			Object.fromEntries(fields.map((field) => [field, sql.placeholder(`${field}${n}`)]))
		const rows = Array.from({ length: size }, (_, n) => row(n))
		insert = prepared((tx: Writer) => tx.insert(table).values(rows as never)) as unknown as Insert
		kept.set(shape, insert)
	}
	return insert
}
