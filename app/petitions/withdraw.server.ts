import { and, eq, ne } from 'drizzle-orm'
import { done, type Outcome, refused } from '#app/outcome.ts'
import { considerations, petitions } from '#db/schema/petitions.ts'
import { removeFromSearch } from '#db/search.ts'
import type { Writer } from '#db/store.ts'
import { type ActingOnPetition, openPetition, recordPetitionStep } from './petition.server.ts'
import type { PetitionRefusal } from './petition.ts'

/** Its author takes it back: nobody signs it any more, and nobody decides on it. */
export async function withdrawPetition(
	tx: Writer,
	act: ActingOnPetition,
): Promise<Outcome<null, PetitionRefusal | 'not-found' | 'factorNeeded'>> {
	const opened = await openPetition(tx, 'withdraw', act)
	if (!opened.ok) return opened
	const { petition } = opened.value
	// What was sent is decided on (APPC 90-4), also where it goes on collecting meanwhile.
	const sent = and(eq(considerations.petitionId, petition.id), ne(considerations.state, 'reached'))
	if ((await tx.$count(considerations, sent)) > 0) return refused('wrong-state')
	await tx
		.update(petitions)
		.set({ state: 'withdrawn', endedAt: act.now, updatedAt: act.now })
		.where(eq(petitions.id, petition.id))
	await removeFromSearch(tx, 'petition', String(petition.id))
	await recordPetitionStep(tx, opened.value, act, 'withdrawn')
	return done(null)
}
