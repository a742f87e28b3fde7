export const MOST_AT_ONCE = 500

/** Rows without end, so many at a time: each reading begins after the last row of the one before. */
export async function* inParts<Row>(
	readOn: (last: Row | undefined) => PromiseLike<Row[]>,
): AsyncGenerator<Row[]> {
	let last: Row | undefined
	for (;;) {
		const rows = await readOn(last)
		if (rows.length > 0) yield rows
		if (rows.length < MOST_AT_ONCE) return
		last = rows.at(-1)
	}
}
