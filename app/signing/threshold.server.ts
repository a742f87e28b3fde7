import { and, eq } from 'drizzle-orm'
import { type Petition, recordSystemStep, tellStarter } from '#app/petitions/petition.server.ts'
import {
	type ConsiderationState,
	considerations,
	type PetitionState,
	petitions,
} from '#db/schema/petitions.ts'
import type { Writer } from '#db/store.ts'

/** Shares of the first threshold that are told of, in percent. */
const MILESTONES = [25, 50, 75]

/**
 * Sets what follows from the number of confirmed signatures: a threshold that was reached is there to be sent to the
 * body; one that was lost again falls away while nobody has sent it.
 */
export async function settleThresholds(
	tx: Writer,
	petition: Petition,
	confirmed: number,
	now: Date,
): Promise<void> {
	if (!FOLLOWED.includes(petition.state) || !petition.bodyId) return
	const known = await tx
		.select({
			id: considerations.id,
			threshold: considerations.threshold,
			needed: considerations.needed,
			state: considerations.state,
		})
		.from(considerations)
		.where(eq(considerations.petitionId, petition.id))
	for (const { key, needed } of petition.thresholds ?? []) {
		const there = known.find(({ threshold }) => threshold === key)
		if (!there && confirmed >= needed) {
			await tx.insert(considerations).values({
				petitionId: petition.id,
				threshold: key,
				needed,
				bodyId: petition.bodyId,
				reachedAt: now,
			})
			await recordSystemStep(tx, petition, now, 'threshold-reached', { threshold: key, needed })
		} else if (there?.state === 'reached' && confirmed < needed) {
			await tx
				.delete(considerations)
				.where(and(eq(considerations.id, there.id), eq(considerations.state, 'reached')))
			await recordSystemStep(tx, petition, now, 'threshold-lost', { threshold: key, needed })
		}
	}
	if (petition.state !== 'open') await settleEnd(tx, petition, now)
}

/** While it collects, and after its end as well: signatures may be taken out, and given back, late. */
const FOLLOWED: readonly PetitionState[] = ['open', 'closed', 'returned', 'decided']

/** How a petition stands that has come to the end of its time: decided, once all that it reached is. */
export const endStateOf = (reached: readonly { state: ConsiderationState }[]): 'closed' | 'decided' =>
	reached.length > 0 && reached.every(({ state }) => state === 'decided') ? 'decided' : 'closed'

/**
 * One that was given back, or decided, waits to be sent again when it has its signatures after all. One that lost all
 * that it had reached is given back by the duty that ends the collection.
 */
async function settleEnd(tx: Writer, petition: Petition, now: Date): Promise<void> {
	const reached = await tx
		.select({ state: considerations.state })
		.from(considerations)
		.where(eq(considerations.petitionId, petition.id))
	const state = endStateOf(reached)
	if (reached.length === 0 || state === petition.state) return
	await tx.update(petitions).set({ state, updatedAt: now }).where(eq(petitions.id, petition.id))
	if (petition.state !== 'returned') return
	const { collectsUntil } = petition
	await tellStarter(tx, petition, 'petition-closed', { collectsUntil, reached: 1, short: null }, now)
}

/** After signatures were added: thresholds and milestones that this batch has passed. */
export async function passThresholds(
	tx: Writer,
	petition: Petition,
	{ before, after, now }: { before: number; after: number; now: Date },
): Promise<void> {
	const [first] = petition.thresholds ?? []
	// Who asked in time is counted also when its end has come meanwhile.
	if (!FOLLOWED.includes(petition.state) || !first) return
	for (const share of MILESTONES) {
		const at = Math.ceil((first.needed * share) / 100)
		if (before < at && after >= at)
			await recordSystemStep(tx, petition, now, 'milestone', { share }, `milestone:${petition.id}:${share}`)
	}
	if (petition.thresholds?.some(({ needed }) => before < needed && after >= needed))
		await settleThresholds(tx, petition, after, now)
}
