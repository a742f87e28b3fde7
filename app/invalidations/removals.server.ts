import { and, asc, eq, inArray, isNotNull } from 'drizzle-orm'
import { tallyOf } from '#app/signing/tally.server.ts'
import { csvLine } from '#app/text/csv.ts'
import { invalidations, paperRows, paperSheets } from '#db/schema/petitions.ts'
import type { Reader } from '#db/store.ts'
import { PUBLIC_INVALIDATIONS } from './invalidation.ts'

/**
 * What was removed from the count of a petition, in the order in which it was begun: of each the kind of criterion,
 * how many, when, why and what became of it. What exactly was looked for stays out: it would say who, or how to
 * escape it the next time.
 */
export async function removalsOf(read: Reader, petitionId: number) {
	const ran = await read
		.select({
			criterion: invalidations.criterion,
			state: invalidations.state,
			removed: invalidations.removed,
			reason: invalidations.reason,
			startedAt: invalidations.startedAt,
			endedAt: invalidations.endedAt,
			reversedAt: invalidations.reversedAt,
			reversalReason: invalidations.reversalReason,
		})
		.from(invalidations)
		.where(
			and(eq(invalidations.petitionId, petitionId), inArray(invalidations.state, [...PUBLIC_INVALIDATIONS])),
		)
		.orderBy(asc(invalidations.startedAt), asc(invalidations.id))
	const { confirmed = 0, review = 0, removed = 0, withdrawn = 0 } = (await tallyOf(read, petitionId)) ?? {}
	return {
		totals: { confirmed, review, removed, withdrawn },
		/** Rows of paper sheets that were keyed in by mistake. */
		mistakes: await mistakesOf(read, petitionId),
		removals: ran.map((removal, at) => ({ number: at + 1, ...removal })),
	}
}

export type Removals = Awaited<ReturnType<typeof removalsOf>>

async function mistakesOf(read: Reader, petitionId: number): Promise<number> {
	const rows = await read
		.select({ ordinal: paperRows.ordinal })
		.from(paperRows)
		.innerJoin(paperSheets, eq(paperSheets.id, paperRows.sheetId))
		.where(and(eq(paperSheets.petitionId, petitionId), isNotNull(paperRows.removedAt)))
	return rows.length
}

const COLUMNS = [
	'number',
	'criterion',
	'state',
	'removed',
	'reason',
	'started_at',
	'ended_at',
	'reversed_at',
	'reversal_reason',
] as const

/** The same for machines. */
export function removalRows({ removals }: Pick<Removals, 'removals'>) {
	return removals.map(
		({ startedAt, endedAt, reversedAt, reversalReason, number, criterion, state, removed, reason }) => ({
			number,
			criterion,
			state,
			removed,
			reason,
			started_at: startedAt?.toISOString() ?? null,
			ended_at: endedAt?.toISOString() ?? null,
			reversed_at: reversedAt?.toISOString() ?? null,
			reversal_reason: reversalReason,
		}),
	)
}

export const removalsAsCsv = (removals: Removals) =>
	`\uFEFF${csvLine([...COLUMNS])}${removalRows(removals)
		.map((row) => csvLine(COLUMNS.map((column) => row[column])))
		.join('')}`
