import { getTableColumns, getTableName, type InferInsertModel, type InferSelectModel } from 'drizzle-orm'
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core'
import { engine } from './engine.ts'
import { nameOf } from './prepared.ts'
import type { Writer } from './store.ts'

type Row = Record<string, unknown>

/** Where a row of this key is there already, what the new one has in `sum` is added to it. */
interface AddingUp<Field> {
	key: readonly Field[]
	sum: Field
}

/** Adds one row, as `insert().values()` does, whose building costs several times what running it does. */
export const insertRow = <Table extends SQLiteTable>(
	tx: Writer,
	table: Table,
	row: InferInsertModel<Table>,
): Promise<void> => insertRows(tx, table, [row])

/**
 * Adds many rows that give the same fields; a column of bytes may not be among them. What is built for some rows
 * serves the next of the same table.
 */
export async function insertRows<Table extends SQLiteTable>(
	tx: Writer,
	table: Table,
	rows: readonly InferInsertModel<Table>[],
	addingUp?: AddingUp<keyof InferSelectModel<Table> & string>,
): Promise<void> {
	const [first] = rows as readonly Row[]
	if (!first) return
	const fields = Object.keys(first).filter((field) => first[field] !== undefined)
	const shape = `${getTableName(table)} ${fields} ${addingUp?.sum}`
	let insert = kept.get(shape)
	if (!insert) {
		insert = insertOf(table, fields, addingUp)
		kept.set(shape, insert)
	}
	await insert(tx, rows as readonly Row[])
}

type Insert = (tx: Writer, rows: readonly Row[]) => Promise<void>

const kept = new Map<string, Insert>()

function insertOf(table: SQLiteTable, fields: readonly string[], addingUp?: AddingUp<string>): Insert {
	const all = getTableColumns(table)
	const columnOf = (field: string) => all[field] as (typeof all)[string]
	const typeOf = (field: string) => (columnOf(field) as SQLiteColumn).getSQLType()
	if (fields.some((field) => /^(bytea|blob)$/.test(typeOf(field))))
		throw new Error(`bytes do not go into ${getTableName(table)} this way: say insert().values()`)
	const named = (some: readonly string[]) => some.map((field) => `"${columnOf(field).name}"`).join()
	const into = `insert into "${getTableName(table)}" (${named(fields)})`
	const after = addingUp
		? ` on conflict (${named(addingUp.key)}) ${growing(table, named([addingUp.sum]))}`
		: ''

	if (engine === 'postgres') {
		// All rows go over in one value, so that the statement is the same for any number.
		const quoted = fields.map((field) => `"${field}"`)
		const types = fields.map((field) => `"${field}" ${typeOf(field)}`)
		const text = `${into} select ${quoted} from json_to_recordset($1::json) as given(${types})${after}`
		const name = nameOf(text)
		return async (tx, rows) => void (await behind(tx).query({ name, text, values: [JSON.stringify(rows)] }))
	}
	const columns = fields.map((field) => ({ field, column: columnOf(field) }))
	const text = `${into} values (${fields.map(() => '?')})${after}`
	return async (tx, rows) => {
		const statement = behind(tx).prepare(text)
		for (const row of rows)
			statement.run(
				columns.map(({ field, column }) => (row[field] == null ? null : column.mapToDriverValue(row[field]))),
			)
	}
}

const growing = (table: SQLiteTable, sum: string) =>
	`do update set ${sum} = "${getTableName(table)}".${sum} + excluded.${sum}`

/** The driver's own connection, of which each engine knows one half. */
interface Connection {
	query(statement: { name: string; text: string; values: unknown[] }): Promise<unknown>
	prepare(text: string): { run(values: unknown[]): unknown }
}

const behind = (tx: Writer) => (tx as unknown as { $client: Connection }).$client
