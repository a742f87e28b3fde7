import type { Calendar } from '#app/deadlines/calendar.ts'
import { addDays, type Day, startOfDay } from '#app/deadlines/day.ts'
import { whereCalendarReaches } from '#app/deadlines/problem.ts'
import { lastDay } from '#app/deadlines/term.ts'
import type { Profile } from '#app/jurisdictions/profile.ts'
import { findRule } from '#app/jurisdictions/rule.ts'

/** The profile with its calendar as it is now. */
interface Dated {
	profile: Profile
	calendar: Calendar
}

/** The stage of the profile's petitions, where it has one. */
export const stageOf = (profile: Profile, id: string) =>
	profile.petition.stages.find((stage) => stage.id === id)

/** The last day of a stage that began on that day; null where no term is set, or the calendar does not reach. */
export function lastDayOf({ profile, calendar }: Dated, stage: string, from: Day): Day | null {
	const rule = findRule(profile, `petition.${stage}`)
	return rule ? whereCalendarReaches(() => lastDay(rule.limit, from, calendar)) : null
}

/** The later day to which outages have moved the end of a stage; null where it stands as it was counted. */
export function movedEnd(law: Dated, stage: string, from: Day, end: Day | null): Day | null {
	const own = lastDayOf(law, stage, from)
	return own && end && end > own ? end : null
}

/** The first moment after a day, at which what may be done up to that day has ended. */
export const endOf = (profile: Profile, day: Day): Date => startOfDay(profile.time.zone, addDays(day, 1))
