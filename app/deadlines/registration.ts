import { type Calendar, workingDayFrom } from './calendar.ts'
import { addDays, type Day, dayIn, msOfDay, startOfDay } from './day.ts'
import { DeadlineError } from './problem.ts'

/**
 * same_day_until: to what time of the day an arrival is registered the same day. else: where a later arrival
 * or one on a day off goes; null where receipt itself counts, on any day and at any hour.
 */
export type RegistrationRule = {
	same_day_until: 'office_close' | '24:00'
	else: 'next_working_day' | null
}

/**
 * APPC 64(3): registered on the day it arrives; what arrives after the end of the working day or on a day
 * off is registered on the next working day. The end itself (18:30:00.000) is not after the end; the next
 * millisecond is. What arrives before the office opens belongs to that day.
 */
export function registeredOn(
	receivedAt: Date,
	rule: RegistrationRule & { zone: string; officeClose?: string | null | undefined },
	calendar: Calendar,
): Day {
	const day = dayIn(rule.zone, receivedAt)
	if (rule.else === null) return day
	const late =
		rule.same_day_until === 'office_close' && msOfDay(rule.zone, receivedAt) > msOfTime(rule.officeClose)
	return workingDayFrom(calendar, late ? addDays(day, 1) : day)
}

/** The instant at which the due day ends in the zone: from then on the term has lapsed. */
export function legalMoment(dueOn: Day, zone: string): Date {
	return startOfDay(zone, addDays(dueOn, 1))
}

/** 'HH:MM' or 'HH:MM:SS' as milliseconds from midnight. */
export function msOfTime(time: string | null | undefined): number {
	const found = /^([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:\.(\d{1,3}))?)?$/.exec(time ?? '')
	if (!found) throw new DeadlineError('impossible-date', `"${time}" is not a time of the day`)
	const [, hours, minutes, seconds = '0', fraction = '0'] = found
	return (
		Number(hours) * 3_600_000 +
		Number(minutes) * 60_000 +
		Number(seconds) * 1000 +
		Number(fraction.padEnd(3, '0'))
	)
}
