import { hash } from 'node:crypto'
import { connectionOf, type Reader } from './store.ts'

interface Preparable {
	prepare(name?: string): unknown
	toSQL(): { sql: string }
}

/**
 * A query of one shape, for what every page or filing does: it is built once for each connection, because
 * building one costs more than running it. What differs from call to call stands in it as `sql.placeholder`.
 */
export function prepared<Query extends Preparable, Connection extends Reader = Reader>(
	build: (connection: Connection) => Query,
) {
	const built = new WeakMap<Reader, ReturnType<Query['prepare']>>()
	return (given: Connection): ReturnType<Query['prepare']> => {
		const connection = connectionOf(given) as Connection
		let query = built.get(connection)
		if (!query) {
			const building = build(connection)
			query = building.prepare(nameOf(building.toSQL().sql)) as ReturnType<Query['prepare']>
			built.set(connection, query)
		}
		return query
	}
}

/** PostgreSQL plans a statement once for each connection if it has a name; one name must always be one text. */
export const nameOf = (text: string): string => hash('sha1', text)
