import { type Strip, stripOf } from '#app/clocks/strip.ts'
import type { Calendar } from '#app/deadlines/calendar.ts'
import { type Clock, type ClockEvent, clockOf } from '#app/deadlines/clock.ts'
import type { Day } from '#app/deadlines/day.ts'
import { NoCalendarError } from '#app/deadlines/problem.ts'
import type { Profile } from '#app/jurisdictions/profile.ts'
import { findRule, type Rule } from '#app/jurisdictions/rule.ts'

/** The term of one stage of a petition, as it ran. */
export interface StageClock {
	rule: Rule
	clock: Clock
}

interface Ran {
	from: Day
	/** Moved to this day by outages. */
	until?: Day | null
	on?: Day | null
	/** What ended it was not what the term is for. */
	stopped?: boolean
}

/** Undefined where the law sets no term, or where the calendar does not reach. */
export function stageClock(
	{ profile, calendar }: { profile: Profile; calendar: Calendar },
	stage: string,
	{ from, until, on, stopped = false }: Ran,
): StageClock | undefined {
	const rule = findRule(profile, `petition.${stage}`)
	if (!rule) return undefined
	const events: ClockEvent[] = [{ type: 'registered', on: from }]
	if (until) events.push({ type: 'extended', on: from, until })
	if (on) events.push({ type: stopped ? 'closed' : 'answered', on })
	try {
		return { rule, clock: clockOf(events, { limit: rule.limit, correction: 'none' }, calendar) }
	} catch (error) {
		if (error instanceof NoCalendarError) return undefined
		throw error
	}
}

/** Day by day, where the term is counted in days; months would be a strip that nobody reads. */
export function stageStrip(stage: StageClock | undefined, today: Day, calendar: Calendar): Strip | undefined {
	if (!stage || (stage.rule.limit.unit !== 'wd' && stage.rule.limit.unit !== 'cd')) return undefined
	return stripOf(stage.clock, today, calendar)
}
