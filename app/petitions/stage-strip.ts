import { type Strip, stripOf } from '#app/clocks/strip.ts'
import type { Calendar } from '#app/deadlines/calendar.ts'
import { type Clock, type ClockEvent, clockOf } from '#app/deadlines/clock.ts'
import type { Day } from '#app/deadlines/day.ts'
import type { Profile } from '#app/jurisdictions/profile.ts'
import { findRule, type Rule } from '#app/jurisdictions/rule.ts'

interface Stage {
	/** A stage of the profile, or the name of its rule: 'check' or 'petition.check'. */
	id: string
	from: Day
	/** The day on which it was done. */
	doneOn?: Day | null
	/** The day to which outages have moved its end. */
	movedTo?: Day | null
}

interface Dated {
	profile: Profile
	calendar: Calendar
}

/** The term of a stage as it ran; undefined where no term is set or the calendar does not reach. */
export function stageClock(
	{ profile, calendar }: Dated,
	{ id, from, doneOn, movedTo }: Stage,
): { rule: Rule; clock: Clock } | undefined {
	const rule = findRule(profile, id.startsWith('petition.') ? id : `petition.${id}`)
	if (!rule) return undefined
	const ran: ClockEvent[] = [{ type: 'registered', on: from }]
	if (movedTo) ran.push({ type: 'extended', on: from, until: movedTo })
	if (doneOn) ran.push({ type: 'answered', on: doneOn })
	const clock = clockOf(ran, rule, calendar)
	return clock.undated ? undefined : { rule, clock }
}

/** The days of a stage in a row. Months would be a row that nobody reads. */
export function stageStrip(law: Dated, stage: Stage, today: Day): Strip | undefined {
	const found = stageClock(law, stage)
	if (!found || found.rule.limit.unit === 'mo' || found.rule.limit.unit === 'yr') return undefined
	return stripOf(found.clock, today, law.calendar)
}
