import { type Strip, stripOf } from '#app/clocks/strip.ts'
import type { Calendar } from '#app/deadlines/calendar.ts'
import { clockOf } from '#app/deadlines/clock.ts'
import type { Day } from '#app/deadlines/day.ts'
import { NoCalendarError } from '#app/deadlines/problem.ts'
import type { Profile } from '#app/jurisdictions/profile.ts'
import { findRule } from '#app/jurisdictions/rule.ts'

interface Stage {
	id: string
	from: Day
	/** The day on which it was done. */
	doneOn?: Day
}

/** The days of a stage in a row; undefined where no term is set or the calendar does not reach. */
export function stageStrip(
	{ profile, calendar }: { profile: Profile; calendar: Calendar },
	{ id, from, doneOn }: Stage,
	today: Day,
): Strip | undefined {
	const rule = findRule(profile, `petition.${id}`)
	if (!rule) return undefined
	try {
		const registered = { type: 'registered', on: from } as const
		const clock = clockOf(
			doneOn ? [registered, { type: 'answered', on: doneOn }] : [registered],
			rule,
			calendar,
		)
		return stripOf(clock, today, calendar)
	} catch (error) {
		if (error instanceof NoCalendarError) return undefined
		throw error
	}
}
