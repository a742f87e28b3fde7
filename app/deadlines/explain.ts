import type { Calendar, CalendarEntry } from './calendar.ts'
import { type Day, dayOf, numberOf } from './day.ts'
import { whereCalendarReaches } from './problem.ts'
import { type Limit, type TermOptions, type Why, walk } from './term.ts'

/**
 * One day of the account. `n` is the number the day has in the term; in terms of months and years only the
 * days that complete a month (a year) have one. `entry` is what the calendar says of the day.
 */
export type AccountDay = { day: Day; n: number | null; why: Why; entry?: CalendarEntry }

/**
 * The term day by day, from the anchor to the last day. A term counted back goes back in time. The last
 * element is always the day that `lastDay` gives.
 */
export function explain(
	limit: Limit,
	anchor: Day,
	calendar: Calendar,
	options: TermOptions = {},
): AccountDay[] {
	return accountInto([], limit, anchor, calendar, options)
}

/** The same as far as the calendar reaches, for a term whose last day cannot be named. */
export function explainSoFar(
	limit: Limit,
	anchor: Day,
	calendar: Calendar,
	options: TermOptions = {},
): AccountDay[] {
	const days: AccountDay[] = []
	whereCalendarReaches(() => accountInto(days, limit, anchor, calendar, options))
	return days
}

function accountInto(
	days: AccountDay[],
	limit: Limit,
	anchor: Day,
	calendar: Calendar,
	options: TermOptions,
): AccountDay[] {
	const first = numberOf(anchor)
	const add = (number: number, n: number | null, why: Why) => {
		const day = dayOf(number)
		const entry = calendar.entries.get(day)
		days.push(entry ? { day, n, why, entry } : { day, n, why })
	}
	if (limit.start !== 'same') add(first, null, 'anchor')
	walk(limit, anchor, calendar, options, (number, n, why) => {
		add(number, n, number === first && why !== 'due' && why !== 'rolled_from' ? 'anchor' : why)
	})
	return days
}
