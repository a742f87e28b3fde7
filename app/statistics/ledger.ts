/** Counted so far and no further: the first page is made often, and nobody compares numbers larger than this. */
export const MOST_IN_LEDGER = 10_000

export interface DayCounts {
	answeredToday: number
	dueToday: number
	overdue: number
}
