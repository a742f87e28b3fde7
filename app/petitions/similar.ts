import type { Day } from '#app/deadlines/day.ts'
import type { PetitionState } from '#db/schema/petitions.ts'

/** A petition on what seems to be the same matter. */
export interface SimilarPetition {
	id: number
	number: string
	state: PetitionState
	language: string
	title: string
	confirmed: number
	/** Decided so lately that the same matter may not be raised until after that day. */
	barredUntil?: Day
}
