import type Database from 'better-sqlite3'
import { LRUCache } from 'lru-cache'

/** Longer ones are batches of rows: they seldom come again, and each holds memory. */
const LONGEST_KEPT = 4000

/**
 * Drizzle prepares every query anew; SQLite's parser and planner then cost more than most
 * queries. So `prepare` hands out a kept statement. `raw()` is a lasting switch on a statement,
 * so each caller gets a view of its own that sets it for the one call it makes.
 * The returned function forgets all: what a statement returns may change with the tables.
 */
export function keepStatements(connection: Database.Database, max = 300) {
	const kept = new LRUCache<string, Database.Statement>({ max })
	const prepare = connection.prepare.bind(connection)

	connection.prepare = ((source: string) => {
		if (source.length > LONGEST_KEPT) return prepare(source)
		let statement = kept.get(source)
		if (!statement) {
			statement = prepare(source)
			kept.set(source, statement)
		}
		return view(statement)
	}) as typeof connection.prepare

	return () => kept.clear()
}

function view(statement: Database.Statement) {
	const inMode = (raw: boolean) => (statement.reader ? statement.raw(raw) : statement)
	return {
		run: (...values: unknown[]) => statement.run(...values),
		all: (...values: unknown[]) => inMode(false).all(...values),
		get: (...values: unknown[]) => inMode(false).get(...values),
		raw: () => ({
			all: (...values: unknown[]) => statement.raw(true).all(...values),
			get: (...values: unknown[]) => statement.raw(true).get(...values),
		}),
	}
}
