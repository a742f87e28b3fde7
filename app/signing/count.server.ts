import { petitionByNumber } from '#app/petitions/petition.server.ts'
import { isPublic } from '#app/petitions/petition.ts'
import type { Reader } from '#db/store.ts'
import { cellsOf, tallyOf } from './tally.server.ts'

/** What everybody may ask for every second: the number, how it was verified, and how far it is. */
export interface PetitionCount {
	number: string
	state: string
	confirmed: number
	review: number
	removed: number
	withdrawn: number
	methods: Record<string, number>
	thresholds: { key: string; needed: number }[]
	lastSignedAt: string | null
}

/** The count of a petition that everybody may see. */
export async function countOf(read: Reader, given: string): Promise<PetitionCount | undefined> {
	const petition = await petitionByNumber(read, given)
	// Of one that was rejected its first supporters are nobody's business.
	if (!petition?.number || !petition.publishedAt || !isPublic(petition)) return undefined
	const tally = await tallyOf(read, petition.id)
	if (!tally) return undefined
	const { confirmed, review, removed, withdrawn, lastSignedAt } = tally
	const methods = await cellsOf(read, petition.id, 'method')
	return {
		number: petition.number,
		state: petition.state,
		confirmed,
		review,
		removed,
		withdrawn,
		methods: Object.fromEntries(methods.map(({ key, confirmed: count }) => [key, count])),
		thresholds: petition.thresholds ?? [],
		lastSignedAt: lastSignedAt?.toISOString() ?? null,
	}
}
