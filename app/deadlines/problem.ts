export type DeadlineProblem =
	| 'bad-n'
	| 'unknown-unit'
	| 'bad-limit'
	| 'impossible-date'
	| 'bad-period'
	| 'too-long'
	| 'no-calendar'

/** What cannot be computed is refused with a code and never guessed. */
export class DeadlineError extends Error {
	readonly code: DeadlineProblem

	constructor(code: DeadlineProblem, message: string) {
		super(message)
		this.name = 'DeadlineError'
		this.code = code
	}
}

/** A year without a table of days off: no date may be promised in it. */
export class NoCalendarError extends DeadlineError {
	readonly year: number

	constructor(year: number) {
		super('no-calendar', `there is no calendar for the year ${year}`)
		this.name = 'NoCalendarError'
		this.year = year
	}
}

/** What is counted; null where the calendar does not reach so far. */
export function whereCalendarReaches<Counted>(count: () => Counted): Counted | null {
	try {
		return count()
	} catch (error) {
		if (error instanceof NoCalendarError) return null
		throw error
	}
}
