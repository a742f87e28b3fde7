import { and, between, count, eq, gt, inArray, isNull, lt, or, sql } from 'drizzle-orm'
import { timeIn } from '#app/deadlines/day.ts'
import { profileById } from '#app/jurisdictions/profiles.ts'
import { petitionById, petitionKey, recordSystemStep } from '#app/petitions/petition.server.ts'
import { hourNumber } from '#db/hour.ts'
import {
	petitionSignatures,
	petitions,
	petitionTallies,
	type SignatureState,
	TALLIED_BY,
} from '#db/schema/petitions.ts'
import type { Reader, Store } from '#db/store.ts'
import { cellsOf, hourOf, tallyOf } from './tally.server.ts'

const ROWS_AT_ONCE = 20_000
const A_DAY_MS = 86_400_000
const AT_ONCE = 500

/**
 * Counts the signatures one by one in the night and compares them with the totals that are shown. A difference is on
 * record and shown, and somebody has to look: nothing is put right by itself.
 */
export async function recountPetitions(
	store: Store,
	{ now, profileId }: { now: Date; profileId: string },
): Promise<void> {
	if (!isNight(profileById(profileId).time.zone, now)) return
	const differing: number[] = []
	for (const { id } of await toRecount(store.readOwn, now))
		if (!(await recountedWell(store, id, now))) differing.push(id)
	if (differing.length > 0)
		throw new Error(`signatures and totals differ in the petitions ${differing.join(', ')}`)
}

const isNight = (zone: string, now: Date) => timeIn(zone, now) >= '01:00' && timeIn(zone, now) < '05:00'

/** Those that may have changed since they were last counted. */
const toRecount = (read: Reader, now: Date) =>
	read
		.select({ id: petitions.id })
		.from(petitions)
		.innerJoin(petitionTallies, eq(petitionTallies.petitionId, petitions.id))
		.where(
			and(
				gt(petitionTallies.taken, 0),
				or(
					isNull(petitions.recountedAt),
					and(
						lt(petitions.recountedAt, new Date(now.getTime() - A_DAY_MS / 2)),
						or(
							inArray(petitions.state, ['sponsoring', 'checking', 'open', 'considered', 'closed']),
							gt(petitionTallies.lastSignedAt, petitions.recountedAt),
						),
					),
				),
			),
		)
		.limit(AT_ONCE)

/** Signatures that somebody moves while they are counted look like a difference: that is not said lightly. */
async function recountedWell(store: Store, petitionId: number, now: Date): Promise<boolean> {
	for (let left = 2; left >= 0; left--)
		if (await recount(store, petitionId, now, { last: left === 0 })) return true
	return false
}

/** Everything is read without holding anything up; only what was signed meanwhile is counted under the key. */
async function recount(
	{ readOwn, write }: Store,
	petitionId: number,
	now: Date,
	{ last }: { last: boolean },
): Promise<boolean> {
	const seen = await tallyOf(readOwn, petitionId)
	if (!seen) return true
	const counts = new Counts()
	for (let from = 1; from <= seen.taken; from += ROWS_AT_ONCE)
		counts.add(await rowsIn(readOwn, petitionId, from, Math.min(seen.taken, from + ROWS_AT_ONCE - 1)))
	return write(petitionKey(petitionId), async (tx) => {
		const petition = await petitionById(tx, petitionId)
		const tally = await tallyOf(tx, petitionId)
		if (!petition || !tally) return true
		counts.add(await rowsIn(tx, petitionId, seen.taken + 1, Number.MAX_SAFE_INTEGER))
		const agreed = counts.agreeWith(tally) && (await cellsAgree(tx, petitionId, counts))
		if (!agreed && !last) return false
		await tx
			.update(petitions)
			.set({ recountedAt: now, recountAgreed: agreed })
			.where(eq(petitions.id, petitionId))
		await recordSystemStep(tx, petition, now, 'recounted', { agreed, rows: counts.rows })
		return agreed
	})
}

const rowsIn = (read: Reader, petitionId: number, from: number, to: number) => {
	const hour = hourNumber(petitionSignatures.signedAt)
	const { state, method, region } = petitionSignatures
	return read
		.select({ state, method, region, hour: sql<number>`${hour}`.mapWith(Number), rows: count() })
		.from(petitionSignatures)
		.where(and(eq(petitionSignatures.petitionId, petitionId), between(petitionSignatures.ordinal, from, to)))
		.groupBy(state, method, region, hour)
}

type Counted = Awaited<ReturnType<typeof rowsIn>>

/** Rows by state, and those that count by method, region and hour. */
class Counts {
	rows = 0
	readonly states = new Map<SignatureState, number>()
	readonly cells = new Map<string, number>()

	add(found: Counted): void {
		for (const { state, method, region, hour, rows } of found) {
			this.rows += rows
			this.states.set(state, (this.states.get(state) ?? 0) + rows)
			if (state !== 'confirmed') continue
			const keys = { method, region, hour: hourOf(new Date(hour * 3_600_000)) }
			for (const by of TALLIED_BY) {
				const key = `${by} ${keys[by]}`
				this.cells.set(key, (this.cells.get(key) ?? 0) + rows)
			}
		}
	}

	agreeWith(tally: { taken: number } & Record<SignatureState, number>): boolean {
		const states = ['confirmed', 'review', 'removed', 'withdrawn'] as const
		return (
			this.rows === tally.taken && states.every((state) => (this.states.get(state) ?? 0) === tally[state])
		)
	}
}

async function cellsAgree(read: Reader, petitionId: number, counts: Counts): Promise<boolean> {
	const shown = new Map<string, number>()
	for (const by of TALLIED_BY)
		for (const { key, confirmed } of await cellsOf(read, petitionId, by))
			if (confirmed !== 0) shown.set(`${by} ${key}`, confirmed)
	return (
		shown.size === counts.cells.size &&
		[...counts.cells].every(([key, confirmed]) => shown.get(key) === confirmed)
	)
}
