import { addDays, type Day, dayIn, startOfDay } from '#app/deadlines/day.ts'

export interface Outage {
	from: Date
	until: Date
}

/** No outage is longer; a slip of the pen must not move the dates of all petitions by a year. */
export const LONGEST_OUTAGE_DAYS = 31

/** The days of the zone on which it lasted at least so many minutes. */
export function daysWithout({ from, until }: Outage, zone: string, minutes: number): Day[] {
	const days: Day[] = []
	for (let day = dayIn(zone, from); startOfDay(zone, day) < until; day = addDays(day, 1)) {
		const begins = Math.max(from.getTime(), startOfDay(zone, day).getTime())
		const ends = Math.min(until.getTime(), startOfDay(zone, addDays(day, 1)).getTime())
		if (ends - begins >= minutes * 60_000) days.push(day)
	}
	return days
}
