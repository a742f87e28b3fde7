import { connectionOf, type Reader } from './store.ts'

interface Preparable {
	prepare(): unknown
}

/**
 * A query of one shape, for reads that every page does: it is built once for each connection, because
 * building one costs more than running it. What differs from call to call stands in it as `sql.placeholder`.
 */
export function prepared<Query extends Preparable>(build: (read: Reader) => Query) {
	const built = new WeakMap<Reader, ReturnType<Query['prepare']>>()
	return (given: Reader): ReturnType<Query['prepare']> => {
		const read = connectionOf(given)
		let query = built.get(read)
		if (!query) {
			query = build(read).prepare() as ReturnType<Query['prepare']>
			built.set(read, query)
		}
		return query
	}
}
