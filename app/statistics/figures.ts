/** Whose terms are counted: those of one office, or all that its body handles. */
export type Scope = { officeId: string; bodyId?: undefined } | { bodyId: string; officeId?: undefined }

export interface Figures {
	/** The part of the terms that ended in the year until yesterday in which the answer came in time; none ended: undefined. */
	inTime: number
	late: number
	share: number | undefined
	/** Working days from registration to answer, over the latest answers of those terms. */
	medianDays: number | undefined
	open: number
	overdue: number
}

/** Each figure has the list behind it. */
export const FIGURES = ['in-time', 'late', 'open', 'overdue'] as const
export type FigureName = (typeof FIGURES)[number]

/**
 * Only terms that have ended are compared: answers given early in terms that still run would flatter whoever
 * has many new questions, and lapses would not yet show.
 */
export function shareInTime(inTime: number, late: number): number | undefined {
	const ended = inTime + late
	return ended === 0 ? undefined : inTime / ended
}

/** The middle one; of an even number the lower, so that it is a number of days that really occurred. */
export function medianOf(days: readonly number[]): number | undefined {
	const sorted = [...days].sort((a, b) => a - b)
	return sorted[Math.floor((sorted.length - 1) / 2)]
}
