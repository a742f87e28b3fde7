import { type Calendar, hasTableFor, workingDaysBetween } from '#app/deadlines/calendar.ts'
import { addDays, addMonths, type Day } from '#app/deadlines/day.ts'
import { workingDaysAhead } from '#app/deadlines/days-ahead.ts'

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
