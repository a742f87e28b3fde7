import { desc, eq } from 'drizzle-orm'
import { done, type Outcome, refused } from '#app/outcome.ts'
import {
	type ActingOnPetition,
	type OpenedPetition,
	openPetition,
	recordPetitionStep,
} from '#app/petitions/petition.server.ts'
import type { PetitionRefusal } from '#app/petitions/petition.ts'
import { countBySpans, type Ordinals, ordinalsFor } from '#app/signing/ordinals.server.ts'
import { type InvalidationConditions, invalidations } from '#db/schema/petitions.ts'
import type { Reader, Writer } from '#db/store.ts'
import { criterionOf, INVALIDATION_ACTS } from './invalidation.ts'

export type Invalidation = typeof invalidations.$inferSelect
type Refusal = PetitionRefusal | 'not-found' | 'factorNeeded'

export async function invalidationById(read: Reader, id: string): Promise<Invalidation | undefined> {
	const [invalidation] = await read.select().from(invalidations).where(eq(invalidations.id, id))
	return invalidation
}

export const invalidationsOf = (read: Reader, petitionId: number) =>
	read
		.select()
		.from(invalidations)
		.where(eq(invalidations.petitionId, petitionId))
		.orderBy(desc(invalidations.triedAt))

/** What an invalidation would take out, counted over the rows as they are now. Nothing is changed. */
export async function countChosen(
	read: Reader,
	petitionId: number,
	conditions: InvalidationConditions,
): Promise<{ found: number; ordinals: Ordinals }> {
	const ordinals = await ordinalsFor(read, petitionId, conditions)
	return { found: await countBySpans(read, petitionId, conditions, ordinals), ordinals }
}

/** Keeps what a trial found, for whoever decides whether it is to run. Signatures that come later are not in it. */
export async function keepTrial(
	tx: Writer,
	{
		conditions,
		found,
		ordinals,
		...acting
	}: ActingOnPetition & { conditions: InvalidationConditions; found: number; ordinals: Ordinals },
): Promise<Outcome<{ invalidationId: string }, Refusal | 'no-condition'>> {
	const opened = await openPetition(tx, 'try-removal', acting)
	if (!opened.ok) return opened
	if (opened.value.petition.anonymisedAt) return refused('wrong-state')
	const criterion = criterionOf(conditions)
	if (!criterion) return refused('no-condition')
	const invalidationId = crypto.randomUUID()
	await tx.insert(invalidations).values({
		id: invalidationId,
		petitionId: acting.petitionId,
		criterion,
		conditions,
		reason: '',
		state: 'tried',
		found,
		doneTo: ordinals.from - 1,
		until: ordinals.to,
		triedAt: acting.now,
		triedBy: String(acting.actor.personId),
	})
	await recordPetitionStep(tx, opened.value, acting, 'removal-tried', { invalidationId, criterion, found })
	return done({ invalidationId })
}

type Deciding = Omit<ActingOnPetition, 'considerationId'> & { invalidationId: string }
type Opened = OpenedPetition & { invalidation: Invalidation }

async function openInvalidation(
	tx: Writer,
	act: 'start' | 'discard' | 'reverse',
	{ invalidationId, ...acting }: Deciding,
): Promise<Outcome<Opened, Refusal>> {
	const opened = await openPetition(tx, act === 'discard' ? 'try-removal' : 'invalidate', acting)
	if (!opened.ok) return opened
	// Nobody knows any more whose signatures they are: what was removed stays so.
	if (opened.value.petition.anonymisedAt) return refused('wrong-state')
	const invalidation = await invalidationById(tx, invalidationId)
	// The key that is held is that of the petition that was named.
	if (invalidation?.petitionId !== acting.petitionId) return refused('not-found')
	if (!INVALIDATION_ACTS[invalidation.state].includes(act)) return refused('wrong-state')
	return done({ ...opened.value, invalidation })
}

/** From here on it runs by itself, so many rows at a time, and the public reads of it. */
export async function startInvalidation(
	tx: Writer,
	{ reason, ...acting }: Deciding & { reason: string },
): Promise<Outcome<null, Refusal>> {
	const opened = await openInvalidation(tx, 'start', acting)
	if (!opened.ok) return opened
	const { id, criterion, found } = opened.value.invalidation
	const { now, actor } = acting
	await tx
		.update(invalidations)
		.set({ state: 'running', reason, startedAt: now, startedBy: actor.personId })
		.where(eq(invalidations.id, id))
	const details = { invalidationId: id, criterion, found }
	await recordPetitionStep(tx, opened.value, acting, 'removal-started', details)
	return done(null)
}

/** A trial that is not to run. */
export async function discardTrial(tx: Writer, acting: Deciding): Promise<Outcome<null, Refusal>> {
	const opened = await openInvalidation(tx, 'discard', acting)
	if (!opened.ok) return opened
	const { id } = opened.value.invalidation
	await tx.update(invalidations).set({ state: 'discarded' }).where(eq(invalidations.id, id))
	await recordPetitionStep(tx, opened.value, acting, 'removal-discarded', { invalidationId: id })
	return done(null)
}

/** It was wrong, or is wrong while it runs: what it took out is given back by the same steps. */
export async function reverseInvalidation(
	tx: Writer,
	{ reason, ...acting }: Deciding & { reason: string },
): Promise<Outcome<null, Refusal>> {
	const opened = await openInvalidation(tx, 'reverse', acting)
	if (!opened.ok) return opened
	const { id } = opened.value.invalidation
	const { now, actor } = acting
	await tx
		.update(invalidations)
		.set({
			state: 'reversing',
			doneTo: 0,
			reversalReason: reason,
			reversedAt: now,
			reversedBy: actor.personId,
		})
		.where(eq(invalidations.id, id))
	await recordPetitionStep(tx, opened.value, acting, 'removal-reversing', { invalidationId: id })
	return done(null)
}
