import { eq } from 'drizzle-orm'
import { dayIn } from '#app/deadlines/day.ts'
import type { Law } from '#app/jurisdictions/law.server.ts'
import { tallyOf } from '#app/signing/tally.server.ts'
import { settleThresholds } from '#app/signing/threshold.server.ts'
import { petitions } from '#db/schema/petitions.ts'
import { indexForSearch } from '#db/search.ts'
import type { Writer } from '#db/store.ts'
import { type Petition, recordSystemStep, tellStarter, textsOf } from './petition.server.ts'
import { endOf, lastDayOf } from './terms.ts'

/**
 * Opens the petition to everybody: it can be found, read and signed from now on, until its time to collect is over
 * (APPC 90-2(7), 90-3(2)).
 */
export async function publish(tx: Writer, petition: Petition, law: Law, now: Date): Promise<void> {
	const { profile } = law
	const today = dayIn(profile.time.zone, now)
	const collectsUntil = lastDayOf(law, 'collect', today)
	await tx
		.update(petitions)
		.set({
			state: 'open',
			publishedAt: now,
			collectsUntil,
			closesAt: collectsUntil === null ? null : endOf(profile, collectsUntil),
			informMediaBy: lastDayOf(law, 'inform_media', today),
			updatedAt: now,
		})
		.where(eq(petitions.id, petition.id))
	const texts = await textsOf(tx, petition)
	const words = texts.map((text) =>
		[text.title, text.substance, text.arguments, text.proposals, petition.number].join('\n'),
	)
	await indexForSearch(tx, 'petition', String(petition.id), words.join('\n'))
	await recordSystemStep(tx, petition, now, 'published', { collectsUntil })
	// In a small unit its first supporters may be enough already.
	const tally = await tallyOf(tx, petition.id)
	await settleThresholds(tx, { ...petition, state: 'open' }, tally?.confirmed ?? 0, now)
	await tellStarter(tx, petition, 'petition-published', { collectsUntil }, now)
}
