import type { Calendar } from '#app/deadlines/calendar.ts'
import { addDays, type Day, startOfDay } from '#app/deadlines/day.ts'
import { whereCalendarReaches } from '#app/deadlines/problem.ts'
import { lastDay } from '#app/deadlines/term.ts'
import type { Profile } from '#app/jurisdictions/profile.ts'
import { calendarOf } from '#app/jurisdictions/profiles.ts'
import { findRule, type Rule } from '#app/jurisdictions/rule.ts'

/** The profile with its calendar as it is now. */
export interface Dated {
	profile: Profile
	calendar: Calendar
}

/** The rule of the profile's hearings that gives a duty its term, where it has one. */
export const ruleFor = (profile: Profile, id: string): Rule | undefined => findRule(profile, `hearing.${id}`)

/** The last day of a term that runs from (or back from) that day; null where no term is set, or the calendar does not reach. */
export function lastDayOf(law: Dated, id: string, from: Day): Day | null {
	const rule = ruleFor(law.profile, id)
	return rule ? countedDay(law, rule, from) : null
}

/** As `lastDayOf`, of a rule that was found. */
export const countedDay = (law: Dated, rule: Rule, from: Day): Day | null =>
	whereCalendarReaches(() => lastDay(rule.limit, from, calendarFor(law, rule)))

/** The calendar that a rule is counted in: its own, or that of the country. */
export const calendarFor = ({ profile, calendar }: Dated, rule: Rule): Calendar =>
	rule.calendar ? calendarOf(profile.id, rule.calendar) : calendar

/** The first moment after a day, at which what may be done up to that day has ended. */
export const endOf = (profile: Profile, day: Day): Date => startOfDay(profile.time.zone, addDays(day, 1))

/** The languages in which a hearing is announced. */
export const noticeLanguages = ({ languages }: Profile): readonly string[] =>
	languages.announce_in_all_official ? languages.official : languages.official.slice(0, 1)
