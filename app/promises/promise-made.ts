import type { Day } from '#app/deadlines/day.ts'

/** What an answer or a decision promises by a day, and what became of it. */
export interface PromiseMade {
	id: string
	text: string
	dueOn: Day
	keptAt: Date | null
	keptNote: string | null
	lapsed: boolean
}
