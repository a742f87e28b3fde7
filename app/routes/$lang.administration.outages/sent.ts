/** An outage as the form has it, in the time of the profile. */
export interface Sent {
	fromDay: string
	fromTime: string
	untilDay: string
	untilTime: string
	reason: string
}

/** What recording it would do. */
export interface Plan {
	days: number
	given: readonly { number: string | null; lost: number; until: string; gathers: boolean; ended: boolean }[]
}
