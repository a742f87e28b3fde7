import { eq } from 'drizzle-orm'
import { done, type Outcome, refused } from '#app/outcome.ts'
import { petitions } from '#db/schema/petitions.ts'
import type { Reader, Writer } from '#db/store.ts'
import {
	type ActingOnPetition,
	openPetition,
	type Petition,
	petitionByNumber,
	recordPetitionStep,
} from './petition.server.ts'
import { type PetitionRefusal, PUBLIC_STATES } from './petition.ts'

/** A petition that everybody can read. */
export async function publicPetition(read: Reader, number: string): Promise<Petition | undefined> {
	const petition = await petitionByNumber(read, number)
	return petition && PUBLIC_STATES.includes(petition.state) && !petition.hidden ? petition : undefined
}

/** Says of which public petition it asks the opposite; without a number, of none. */
export async function linkCounter(
	tx: Writer,
	act: ActingOnPetition & { counterNumber: string | undefined },
): Promise<Outcome<null, PetitionRefusal | 'not-found' | 'factorNeeded' | 'no-petition'>> {
	const opened = await openPetition(tx, 'link-counter', act)
	if (!opened.ok) return opened
	const { petition } = opened.value
	const counter = act.counterNumber ? await publicPetition(tx, act.counterNumber) : undefined
	if (act.counterNumber && (!counter || counter.id === petition.id)) return refused('no-petition')
	const counterTo = counter?.id ?? null
	if (counterTo === petition.counterTo) return done(null)
	await tx.update(petitions).set({ counterTo, updatedAt: act.now }).where(eq(petitions.id, petition.id))
	// What is done to a draft is on no record.
	if (petition.state !== 'draft')
		await recordPetitionStep(tx, opened.value, act, 'counter-linked', { number: counter?.number ?? null })
	return done(null)
}
