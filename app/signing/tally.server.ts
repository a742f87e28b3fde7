import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import type { Petition } from '#app/petitions/petition.server.ts'
import { insertRows } from '#db/insert.ts'
import { prepared } from '#db/prepared.ts'
import {
	petitionCells,
	petitionSignatures,
	petitionTallies,
	type SignatureMethod,
	type SignatureState,
	type TALLIED_BY,
} from '#db/schema/petitions.ts'
import type { Reader, Writer } from '#db/store.ts'
import { settleThresholds } from './threshold.server.ts'

export type Tally = typeof petitionTallies.$inferSelect

/** The totals of a petition; undefined while it has no link for sponsors. */
export async function tallyOf(read: Reader, petitionId: number): Promise<Tally | undefined> {
	const [tally] = await tallyById(read).execute({ petitionId })
	return tally
}

const tallyById = prepared((read) =>
	read
		.select()
		.from(petitionTallies)
		.where(eq(petitionTallies.petitionId, sql.placeholder('petitionId'))),
)

/** Confirmed signatures by method, region or hour, in the order of the key. */
export const cellsOf = (read: Reader, petitionId: number, by: (typeof TALLIED_BY)[number]) =>
	cellsBy(read).execute({ petitionId, by }) as Promise<{ key: string; confirmed: number }[]>

const cellsBy = prepared((read) =>
	read
		.select({ key: petitionCells.key, confirmed: petitionCells.confirmed })
		.from(petitionCells)
		.where(
			and(
				eq(petitionCells.petitionId, sql.placeholder('petitionId')),
				eq(petitionCells.by, sql.placeholder('by')),
			),
		)
		.orderBy(asc(petitionCells.key)),
)

/** What a confirmed signature counts in. */
export interface Counted {
	method: SignatureMethod
	region: string
	signedAt: Date
}

/** '2026-11-22T10': the hour of a moment, in UTC. */
export const hourOf = (at: Date): string => at.toISOString().slice(0, 13)

/** Adds to the cells, or takes from them, for all these signatures in one statement. */
export async function addToCells(tx: Writer, petitionId: number, counted: readonly Counted[], each: 1 | -1) {
	const cells = new Map<
		string,
		{ petitionId: number; by: (typeof TALLIED_BY)[number]; key: string; confirmed: number }
	>()
	for (const { method, region, signedAt } of counted) {
		for (const [by, key] of [
			['method', method],
			['region', region],
			['hour', hourOf(signedAt)],
		] as const) {
			const cell = cells.get(`${by} ${key}`) ?? { petitionId, by, key, confirmed: 0 }
			cell.confirmed += each
			cells.set(`${by} ${key}`, cell)
		}
	}
	await insertRows(tx, petitionCells, [...cells.values()], {
		key: ['petitionId', 'by', 'key'],
		sum: 'confirmed',
	})
}

/**
 * Moves signatures from the state they are in to another, and the totals with them; thresholds follow, both ways.
 * The only way to change the state of a signature. Rows that are in that state already, or that were taken back by
 * their signers, stay as they are. Gives how many were moved. At most a few hundred at a time.
 */
export async function moveSignatures(
	tx: Writer,
	petition: Petition,
	ordinals: readonly number[],
	to: { state: 'confirmed' | 'review' | 'removed'; invalidationId?: string | null },
	now: Date,
): Promise<number> {
	if (ordinals.length === 0) return 0
	const found = await tx
		.select({
			ordinal: petitionSignatures.ordinal,
			state: petitionSignatures.state,
			method: petitionSignatures.method,
			region: petitionSignatures.region,
			signedAt: petitionSignatures.signedAt,
		})
		.from(petitionSignatures)
		.where(
			and(eq(petitionSignatures.petitionId, petition.id), inArray(petitionSignatures.ordinal, [...ordinals])),
		)
	const moved = found.filter(({ state }) => state !== to.state && state !== 'withdrawn')
	if (moved.length === 0) return 0
	await tx
		.update(petitionSignatures)
		.set({ state: to.state, invalidationId: to.invalidationId ?? null })
		.where(
			and(
				eq(petitionSignatures.petitionId, petition.id),
				inArray(
					petitionSignatures.ordinal,
					moved.map(({ ordinal }) => ordinal),
				),
			),
		)
	await recountMoved(tx, petition, moved, to.state, now)
	return moved.length
}

/** The totals after rows have left one state for another. */
export async function recountMoved(
	tx: Writer,
	petition: Petition,
	moved: readonly (Counted & { state: SignatureState })[],
	to: SignatureState,
	now: Date,
): Promise<void> {
	const left = (state: SignatureState) => moved.filter((row) => row.state === state).length
	const change = {
		confirmed: -left('confirmed'),
		review: -left('review'),
		removed: -left('removed'),
		withdrawn: 0,
	}
	change[to] += moved.length
	await tx
		.update(petitionTallies)
		.set({
			confirmed: sql`${petitionTallies.confirmed} + ${change.confirmed}`,
			review: sql`${petitionTallies.review} + ${change.review}`,
			removed: sql`${petitionTallies.removed} + ${change.removed}`,
			withdrawn: sql`${petitionTallies.withdrawn} + ${change.withdrawn}`,
		})
		.where(eq(petitionTallies.petitionId, petition.id))
	if (to === 'confirmed') await addToCells(tx, petition.id, moved, 1)
	else
		await addToCells(
			tx,
			petition.id,
			moved.filter(({ state }) => state === 'confirmed'),
			-1,
		)
	const tally = await tallyOf(tx, petition.id)
	if (tally) await settleThresholds(tx, petition, tally.confirmed, now)
}
