import type { HoldingPage } from '#app/links.ts'
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
	/** Where one's own part is done; none for the public. */
	pages: readonly HoldingPage[]
}
