import { type Calendar, hasTableFor, nextWorkingDay, workingDaysBetween } from '#app/deadlines/calendar.ts'
import { addDays, addMonths, type Day, yearOf } from '#app/deadlines/day.ts'

/** From the least to the most urgent; each proceeding is reminded of once in each for a due day. */
export const REMINDER_KINDS = ['half', 'three', 'one', 'today', 'overdue'] as const
export type ReminderKind = (typeof REMINDER_KINDS)[number]

/** What was due longer ago than this was reminded of long ago. */
const LOOK_BACK_DAYS = 14
/** No term runs longer, an extension included. */
const LOOK_AHEAD_MONTHS = 6

/** The due days that each kind of reminder is about today. They do not overlap, so that only the most urgent is sent. */
export function reminderWindows(
	today: Day,
	calendar: Calendar,
): Record<ReminderKind, { from: Day; to: Day }> {
	const one = workingDaysAhead(calendar, today, 1)
	const three = workingDaysAhead(calendar, today, 3)
	return {
		overdue: { from: addDays(today, -LOOK_BACK_DAYS), to: addDays(today, -1) },
		today: { from: today, to: today },
		one: { from: addDays(today, 1), to: one },
		three: { from: addDays(one, 1), to: three },
		half: { from: addDays(three, 1), to: addMonths(today, LOOK_AHEAD_MONTHS) },
	}
}

/** Whether half of the working days of the term are gone. */
export function isHalfGone(
	{ registeredOn, dueOn }: { registeredOn: Day; dueOn: Day },
	today: Day,
	calendar: Calendar,
): boolean {
	if (!hasTableFor(calendar, registeredOn) || !hasTableFor(calendar, dueOn)) return false
	return (
		2 * workingDaysBetween(calendar, registeredOn, today) >= workingDaysBetween(calendar, registeredOn, dueOn)
	)
}

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
