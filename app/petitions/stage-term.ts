import type { Strip } from '#app/clocks/strip.ts'
import type { Day } from '#app/deadlines/day.ts'
import type { AccountDay } from '#app/deadlines/explain.ts'

/** The term of one stage, day by day. */
export interface StageTerm {
	key: string
	/** A stage of the profile. */
	stage: string
	/** Which of several thresholds it is about. */
	threshold?: string
	limit: { n: number; unit: string }
	article?: string
	from: Day
	due?: Day
	doneOn?: Day
	/** The day to which outages have moved its end. */
	movedTo?: Day
	strip?: Strip
	days: AccountDay[]
}
