import { and, asc, count, countDistinct, eq, type Placeholder, sql } from 'drizzle-orm'
import { insertRows } from '#db/insert.ts'
import { prepared } from '#db/prepared.ts'
import {
	remarkCells as cells,
	type Position,
	type REMARKS_COUNTED_BY,
	type RemarkState,
	remarks,
} from '#db/schema/hearings.ts'
import type { Reader, Writer } from '#db/store.ts'

type By = (typeof REMARKS_COUNTED_BY)[number]

/** What a remark counts in. */
interface Counted {
	hearingId: number
	position: Position
	level: number
	region: string
	/** The first of its author with this position. */
	newPerson: boolean
}

/** Counts a remark that has just been handed in. */
export const countIn = async (tx: Writer, { hearingId, position, level, region, newPerson }: Counted) =>
	void (await addToCells(tx).execute({
		hearingId,
		...keysOf({ position, level, region }),
		state: 'standing',
		remarks: 1,
		people: newPerson ? 1 : 0,
	}))

/** Counts one that was counted and is no longer, or is again. */
export async function moveInCells(
	tx: Writer,
	{ hearingId, ...remark }: Omit<Counted, 'newPerson'>,
	{ from, to, ...by }: { from: RemarkState; to: RemarkState; remarks: number; people: number },
): Promise<void> {
	await addToCells(tx).execute({ hearingId, ...keysOf(remark), state: to, ...by })
	await tx
		.update(cells)
		.set({ remarks: sql`${cells.remarks} - 1` })
		.where(and(eq(cells.hearingId, hearingId), eq(cells.by, 'state'), eq(cells.key, from)))
}

const keysOf = ({ position, level, region }: Pick<Counted, 'position' | 'level' | 'region'>) => ({
	position,
	level: `${position}:${level}`,
	region: `${position}:${region}`,
})

const cell = (by: By, remarks: Placeholder | number) => ({
	hearingId: sql.placeholder('hearingId'),
	by,
	key: sql.placeholder(by),
	remarks,
})

const addToCells = prepared((tx: Writer) =>
	tx
		.insert(cells)
		.values([
			cell('position', sql.placeholder('people')),
			cell('level', sql.placeholder('remarks')),
			cell('region', sql.placeholder('remarks')),
			cell('state', 1),
		])
		.onConflictDoUpdate({
			target: [cells.hearingId, cells.by, cells.key],
			set: { remarks: sql`${cells.remarks} + excluded.remarks` },
		}),
)

/** Counts all remarks of a hearing anew, after many have come into it at once. */
export async function recountCells(tx: Writer, hearingId: number): Promise<void> {
	const standing = and(eq(remarks.hearingId, hearingId), eq(remarks.state, 'standing'))
	const { position, level, region, state, authorHash } = remarks
	const people = await tx
		.select({ position, number: countDistinct(authorHash) })
		.from(remarks)
		.where(standing)
		.groupBy(position)
	const levels = await tx
		.select({ position, level, number: count() })
		.from(remarks)
		.where(standing)
		.groupBy(position, level)
	const regions = await tx
		.select({ position, region, number: count() })
		.from(remarks)
		.where(standing)
		.groupBy(position, region)
	const states = await tx
		.select({ state, number: count() })
		.from(remarks)
		.where(eq(remarks.hearingId, hearingId))
		.groupBy(state)
	await tx.delete(cells).where(eq(cells.hearingId, hearingId))
	const cellOf = (by: By, key: string, number: number) => ({ hearingId, by, key, remarks: number })
	await insertRows(tx, cells, [
		...people.map((row) => cellOf('position', row.position, row.number)),
		...levels.map((row) => cellOf('level', `${row.position}:${row.level}`, row.number)),
		...regions.map((row) => cellOf('region', `${row.position}:${row.region}`, row.number)),
		...states.map((row) => cellOf('state', row.state, row.number)),
	])
}

/** How many people take a position; remarks of each position by level and by region. */
export interface RemarkCounts {
	people: Record<Position, number>
	levels: { position: Position; key: string; remarks: number }[]
	regions: { position: Position; key: string; remarks: number }[]
	/** Of all that were handed in. */
	remarks: number
	withdrawn: number
	notCounted: number
}

export async function countsOf(read: Reader, hearingId: number): Promise<RemarkCounts> {
	const rows = await cellsOf(read).execute({ hearingId })
	const numberOf = (by: By, key: string) => rows.find((row) => row.by === by && row.key === key)?.remarks ?? 0
	const split = (by: By) =>
		rows
			.filter((row) => row.by === by && row.remarks > 0)
			.map((row) => {
				const [position, key = ''] = row.key.split(':') as [Position, string?]
				return { position, key, remarks: row.remarks }
			})
	return {
		people: {
			for: numberOf('position', 'for'),
			against: numberOf('position', 'against'),
			neutral: numberOf('position', 'neutral'),
		},
		levels: split('level'),
		regions: split('region'),
		remarks: rows.filter(({ by }) => by === 'state').reduce((all, row) => all + row.remarks, 0),
		withdrawn: numberOf('state', 'withdrawn'),
		notCounted: numberOf('state', 'not_counted'),
	}
}

const cellsOf = prepared((read) =>
	read
		.select({ by: cells.by, key: cells.key, remarks: cells.remarks })
		.from(cells)
		.where(eq(cells.hearingId, sql.placeholder('hearingId')))
		.orderBy(asc(cells.by), asc(cells.key)),
)
