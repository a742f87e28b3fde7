import { and, asc, eq, gt, inArray, isNotNull } from 'drizzle-orm'
import { dayIn } from '#app/deadlines/day.ts'
import { profileById } from '#app/jurisdictions/profiles.ts'
import { goOnIfSponsored } from '#app/petitions/begin-check.server.ts'
import { type Petition, petitionById, petitionKey } from '#app/petitions/petition.server.ts'
import { record } from '#app/register/record.server.ts'
import { chosenBySpans } from '#app/signing/ordinals.server.ts'
import { moveSignatures, tallyOf } from '#app/signing/tally.server.ts'
import { invalidations, petitionSignatures as signatures } from '#db/schema/petitions.ts'
import type { Reader, Store, Writer } from '#db/store.ts'
import { type Invalidation, invalidationById } from './invalidate.server.ts'

/** What one write moves: others who sign wait no longer than for one another. */
const BATCH = 500
const ROUND_MS = 10_000
/** So much of a petition is looked through at most before what was found is written down. */
const LOOKED_THROUGH_MS = 200

/** Goes on with whatever runs or is taken back, from where it stopped: also after a restart. */
export async function runInvalidations(store: Store, { now }: { now: Date }): Promise<void> {
	const began = performance.now()
	const going = await store.readOwn
		.select({ id: invalidations.id })
		.from(invalidations)
		.where(inArray(invalidations.state, ['running', 'reversing']))
		.orderBy(asc(invalidations.startedAt))
	for (const { id } of going) await carryOn(store, id, { now, ms: ROUND_MS - (performance.now() - began) })
}

/** Batch after batch until it is done, or the time is up. */
export async function carryOn(
	store: Store,
	invalidationId: string,
	{ now, ms }: { now: Date; ms: number },
): Promise<void> {
	const began = performance.now()
	while (performance.now() - began < ms) if (!(await runBatch(store, invalidationId, now))) return
}

/** Gives false when nothing is left to do. */
async function runBatch(store: Store, invalidationId: string, now: Date): Promise<boolean> {
	const seen = await invalidationById(store.readOwn, invalidationId)
	if (!seen || !isGoing(seen)) return false
	const batch = await nextBatch(store.readOwn, seen)
	return store.write(petitionKey(seen.petitionId), (tx) => takeStep(tx, seen, batch, now))
}

const isGoing = ({ state }: Pick<Invalidation, 'state'>) => state === 'running' || state === 'reversing'

interface Batch {
	ordinals: number[]
	/** How far it has then come. */
	to: number
}

async function nextBatch(read: Reader, invalidation: Invalidation): Promise<Batch> {
	return invalidation.state === 'running'
		? batchToRemove(read, invalidation)
		: batchToRestore(read, invalidation)
}

async function batchToRemove(
	read: Reader,
	{ petitionId, conditions, doneTo, until }: Invalidation,
): Promise<Batch> {
	const ordinals: number[] = []
	const began = performance.now()
	let to = doneTo
	const left = { from: doneTo + 1, to: until }
	// One more than is taken shows that a span has not been gone through.
	for await (const span of chosenBySpans(read, petitionId, conditions, left, BATCH + 1)) {
		ordinals.push(...span.rows.map(({ ordinal }) => ordinal))
		to = span.to
		if (ordinals.length >= BATCH || performance.now() - began > LOOKED_THROUGH_MS) break
	}
	const taken = ordinals.slice(0, BATCH)
	return { ordinals: taken, to: ordinals.length > BATCH ? (taken.at(-1) ?? to) : Math.max(to, doneTo) }
}

async function batchToRestore(read: Reader, { id, doneTo, until }: Invalidation): Promise<Batch> {
	const rows = await read
		.select({ ordinal: signatures.ordinal })
		.from(signatures)
		.where(
			and(
				eq(signatures.invalidationId, id),
				isNotNull(signatures.invalidationId),
				gt(signatures.ordinal, doneTo),
			),
		)
		.orderBy(asc(signatures.ordinal))
		.limit(BATCH)
	const ordinals = rows.map(({ ordinal }) => ordinal)
	return { ordinals, to: ordinals.length < BATCH ? until : (ordinals.at(-1) ?? until) }
}

/** Another process may have been quicker, or somebody has stopped it: then this batch is none. */
async function takeStep(tx: Writer, seen: Invalidation, batch: Batch, now: Date): Promise<boolean> {
	const invalidation = await invalidationById(tx, seen.id)
	if (!invalidation || invalidation.state !== seen.state || invalidation.doneTo !== seen.doneTo) return true
	const petition = await petitionById(tx, invalidation.petitionId)
	if (!petition) return false
	const removes = invalidation.state === 'running'
	const moved = await moveThose(tx, petition, invalidation, batch.ordinals, now)
	const tally = await tallyOf(tx, petition.id)
	if (!removes) await goOnIfSponsored(tx, petition, tally?.confirmed ?? 0, now)
	const ends = batch.to >= invalidation.until
	const endState = removes ? ('done' as const) : ('reversed' as const)
	const removed = removes ? invalidation.removed + moved : invalidation.removed
	await tx
		.update(invalidations)
		.set({ removed, doneTo: batch.to, ...(ends && { state: endState, endedAt: now }) })
		.where(eq(invalidations.id, invalidation.id))
	if (ends) await recordEnd(tx, petition, { ...invalidation, removed }, removes, now)
	return !ends
}

async function moveThose(
	tx: Writer,
	petition: Petition,
	{ id, state, conditions }: Invalidation,
	ordinals: readonly number[],
	now: Date,
): Promise<number> {
	if (ordinals.length === 0) return 0
	const removes = state === 'running'
	// Whoever took their own signature back meanwhile, or was removed by another invalidation, is left as they are.
	const rows = await tx
		.select({ ordinal: signatures.ordinal })
		.from(signatures)
		.where(
			and(
				eq(signatures.petitionId, petition.id),
				inArray(signatures.ordinal, [...ordinals]),
				eq(signatures.state, removes ? conditions.state : 'removed'),
			),
		)
	const to = removes ? ({ state: 'removed', invalidationId: id } as const) : { state: conditions.state }
	return moveSignatures(
		tx,
		petition,
		rows.map(({ ordinal }) => ordinal),
		to,
		now,
	)
}

async function recordEnd(
	tx: Writer,
	petition: Petition,
	{ id, removed }: Invalidation,
	removes: boolean,
	now: Date,
): Promise<void> {
	await record(tx, {
		subject: 'petition',
		subjectId: String(petition.id),
		type: removes ? 'removal-run' : 'removal-reversed',
		at: now,
		on: dayIn(profileById(petition.profileId).time.zone, now),
		by: 'system',
		details: { invalidationId: id, removed },
	})
}
