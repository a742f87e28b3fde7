import {
	type Calendar,
	isWorkingDay,
	nextWorkingDay,
	previousWorkingDay,
	workingDayFrom,
} from '#app/deadlines/calendar.ts'
import { addDays, type Day, dayIn, instantIn, weekday } from '#app/deadlines/day.ts'
import { msOfTime } from '#app/deadlines/registration.ts'
import { dayInWords } from '#app/i18n/dates.ts'
import { calendarOf, profileById } from '#app/jurisdictions/profiles.ts'
import type { Lang, When } from './content/types.ts'

export const PROFILE = profileById('KZ')
export const ZONE = PROFILE.time.zone
/** As it stands before the demo's own change of it. */
const CALENDAR = calendarOf(PROFILE.id)

/** The moments of the demo, told from the day on which it is made. */
export interface Timeline {
	now: Date
	today: Day
	calendar: Calendar
	/** The working day that many working days from today; from the coming one when today is a day off. */
	workingDay: (offset: number) => Day
	/** `registered` is needed for a day of the clock. */
	day: (when: When, registered?: Day) => Day
	moment: (when: When, registered?: Day) => Date
	/** `{wd-10}` in a text becomes that day in words. */
	written: (text: string, lang: Lang) => string
}

export function timelineAt(now: Date): Timeline {
	const today = dayIn(ZONE, now)
	const reference = workingDayFrom(CALENDAR, today)
	const workingDay = (offset: number) => workingDaysFrom(reference, offset)

	function day(when: When, registered?: Day): Day {
		if ('wd' in when) return workingDay(when.wd)
		if ('saturdayBefore' in when) return saturdayOffBefore(workingDay(when.saturdayBefore))
		if ('monthDay' in when) return latestPast(when.monthDay, today)
		if (!registered) throw new Error('a day of the clock needs the day of registration')
		return workingDaysFrom(registered, when.day)
	}

	return {
		now,
		today,
		calendar: CALENDAR,
		workingDay,
		day,
		moment: (when, registered) => momentOf(day(when, registered), when.at),
		// A Russian date ends with a point, and so may its sentence.
		written: (text, lang) =>
			text
				.replace(/\{wd([+-]\d+)\}/g, (_, offset) => dayInWords(lang, workingDay(Number(offset)), 'plain'))
				.replaceAll('г..', 'г.'),
	}
}

export const momentOf = (day: Day, at: string): Date => instantIn(ZONE, day, msOfTime(at))

function workingDaysFrom(day: Day, offset: number): Day {
	const step = offset < 0 ? previousWorkingDay : nextWorkingDay
	let reached = day
	for (let left = Math.abs(offset); left > 0; left--) reached = step(CALENDAR, reached)
	return reached
}

/** Some Saturdays work. */
function saturdayOffBefore(day: Day): Day {
	let saturday = addDays(day, -1)
	while (weekday(saturday) !== 6 || isWorkingDay(CALENDAR, saturday)) saturday = addDays(saturday, -1)
	return saturday
}

function latestPast(monthDay: string, today: Day): Day {
	const thisYear = `${today.slice(0, 4)}-${monthDay}`
	return thisYear < today ? thisYear : `${Number(today.slice(0, 4)) - 1}-${monthDay}`
}
