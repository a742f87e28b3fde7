import type { HearingState } from '#db/schema/hearings.ts'

/** What stands above every page of a hearing. */
export interface HearingHead {
	id: number
	number: string | null
	title: string
	/** Of the title. */
	language: string
	state: HearingState
	civic: boolean
}
