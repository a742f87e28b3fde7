import { type Calendar, hasTableFor, nextWorkingDay, workingDaysBetween } from './calendar.ts'
import { addDays, type Day, yearOf } from './day.ts'

/** The nth working day after the day; the last day of the year where the next has no table. */
export function workingDaysAhead(calendar: Calendar, day: Day, count: number): Day {
	let ahead = day
	for (let left = count; left > 0; left--) {
		const next = nextIn(calendar, ahead)
		if (!next) return `${yearOf(day)}-12-31`
		ahead = next
	}
	return ahead
}

function nextIn(calendar: Calendar, day: Day): Day | undefined {
	const lastOfYear = `${yearOf(day)}-12-31`
	// A week without work is never a month long: whoever is that far from the end of the year finds a day in it.
	if (addDays(day, 31) <= lastOfYear || hasTableFor(calendar, addDays(lastOfYear, 1)))
		return nextWorkingDay(calendar, day)
	return workingDaysBetween(calendar, day, lastOfYear) > 0 ? nextWorkingDay(calendar, day) : undefined
}
