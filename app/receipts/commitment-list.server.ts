import { petitionPagePath, receiptKeyPath, signatureListPath } from '#app/links.ts'
import type { Tally } from '#app/signing/tally.server.ts'
import { csvLine } from '#app/text/csv.ts'
import type { Reader } from '#db/store.ts'
import { type Commitment, checkpointsBetween, commitmentsInParts } from './commitments.server.ts'
import { CHAIN_START } from './receipt.server.ts'

/** More than so many lines are asked for in several parts. */
export const MOST_LINES = 10_000
const MOST_CHECKPOINTS = 100

const COLUMNS = ['ordinal', 'hour', 'region', 'method', 'level', 'state', 'commitment'] as const

interface Asked {
	petition: { id: number; number: string }
	tally: Tally
	after: number
	limit: number
	publicUrl: string
}

/** The list after an ordinal as lines of CSV, written as it is read. */
export async function* commitmentsAsCsv(read: Reader, { petition, tally, after, limit }: Asked) {
	yield csvLine(COLUMNS)
	for await (const rows of counted(read, petition.id, tally, { after, limit }))
		yield rows.map((row) => csvLine(COLUMNS.map((column) => row[column]))).join('')
}

/** The same as JSON, with all that is needed to count again: totals, the chain, its signed heads, the way on. */
export async function* commitmentsAsJson(read: Reader, asked: Asked) {
	const { petition, tally, after, limit, publicUrl } = asked
	const { taken, confirmed, review, removed, withdrawn, head } = tally
	const checkpoints = await checkpointsBetween(read, petition.id, after, MOST_CHECKPOINTS)
	const about = {
		petition: petition.number,
		explained: publicUrl + petitionPagePath('en', petition.number, 'signatures'),
		key: publicUrl + receiptKeyPath(),
		totals: { taken, confirmed, review, removed, withdrawn },
		chain: { start: CHAIN_START, head },
		checkpoints,
	}
	yield `${JSON.stringify(about).slice(0, -1)},"signatures":[`
	let last = after
	let begun = false
	for await (const rows of counted(read, petition.id, tally, { after, limit })) {
		yield `${begun ? ',' : ''}\n${rows.map((row) => JSON.stringify(row)).join(',\n')}`
		begun = true
		last = rows.at(-1)?.ordinal ?? last
	}
	const next =
		last > after && last < taken
			? publicUrl + signatureListPath(petition.number, 'json', { after: last, limit })
			: null
	yield `\n],"next":${JSON.stringify(next)}}\n`
}

/** Up to the last one that the totals know: so the list and the totals are of one moment. */
async function* counted(
	read: Reader,
	petitionId: number,
	{ taken }: Tally,
	{ after, limit }: { after: number; limit: number },
): AsyncGenerator<Commitment[]> {
	yield* commitmentsInParts(read, petitionId, { after, limit: Math.min(limit, taken - after) })
}
