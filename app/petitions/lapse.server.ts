import { and, asc, eq, lte } from 'drizzle-orm'
import { lawOf } from '#app/jurisdictions/law.server.ts'
import { petitions } from '#db/schema/petitions.ts'
import type { Store, Writer } from '#db/store.ts'
import { authorPath } from './begin-check.server.ts'
import { petitionById, petitionKey, recordSystemStep, tellStarter } from './petition.server.ts'
import { endOf } from './terms.ts'

const AT_ONCE = 500

/** Ends the petitions whose time to find first supporters is over, at the moment at which it was (APPC 90-2(4)). */
export async function endSponsoring(store: Store, { now }: { now: Date }): Promise<void> {
	for (;;) {
		const found = await store.readOwn
			.select({ id: petitions.id })
			.from(petitions)
			.where(
				and(
					eq(petitions.state, 'sponsoring'),
					// Wherever it is, a day ends no earlier than on the same date in UTC.
					lte(petitions.sponsorsBy, now.toISOString().slice(0, 10)),
				),
			)
			.orderBy(asc(petitions.sponsorsBy), asc(petitions.id))
			.limit(AT_ONCE)
		let ended = 0
		for (const { id } of found) ended += await store.write(petitionKey(id), (tx) => endOne(tx, id, now))
		if (ended === 0 || found.length < AT_ONCE) return
	}
}

async function endOne(tx: Writer, id: number, now: Date): Promise<number> {
	const petition = await petitionById(tx, id)
	if (petition?.state !== 'sponsoring' || !petition.sponsorsBy) return 0
	const law = await lawOf(tx, petition.profileId)
	const endedAt = endOf(law.profile, petition.sponsorsBy)
	if (now < endedAt) return 0
	await tx.update(petitions).set({ state: 'lapsed', endedAt, updatedAt: now }).where(eq(petitions.id, id))
	await recordSystemStep(tx, petition, endedAt, 'sponsors-lapsed')
	const { sponsorsNeeded, sponsorsBy } = petition
	const values = { sponsorsNeeded, sponsorsBy, path: authorPath(petition) }
	await tellStarter(tx, petition, 'petition-lapsed', values, now)
	return 1
}
