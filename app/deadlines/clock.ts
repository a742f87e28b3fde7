import { type Calendar, workingDaysBetween } from './calendar.ts'
import { addDays, type Day, daysBetween, laterOf } from './day.ts'
import { whereCalendarReaches } from './problem.ts'
import { type Limit, lastDay, type Period } from './term.ts'

export type ClockEvent =
	| { type: 'registered'; on: Day }
	| { type: 'returned_for_correction'; on: Day; until?: Day | undefined }
	| { type: 'corrected'; on: Day }
	| { type: 'extended'; on: Day; until: Day }
	| { type: 'redirected'; on: Day }
	| { type: 'answered'; on: Day }
	| { type: 'terminated'; on: Day }
	| { type: 'withdrawn'; on: Day }
	| { type: 'closed'; on: Day }

export type StoppedBy = 'redirected' | 'answered' | 'terminated' | 'withdrawn' | 'closed'

/** What asking the citizen for a correction does to the term. */
export type CorrectionEffect = 'suspend' | 'restart' | 'none'

export type ClockRule = {
	limit: Limit
	correction: CorrectionEffect
	/** The body answers of its own will: nothing runs. */
	unbound?: boolean
}

export type Clock = {
	limit: Limit
	/** Undefined until registered. */
	startedOn?: Day
	/** No term runs: the law does not bind the body. */
	unbound?: true
	/** Undefined while the citizen corrects the filing, after a stop in that time, and of an undated clock. */
	dueOn?: Day
	/** The term runs into a year that has no calendar yet: its last day cannot be named. */
	undated?: true
	/** The first due day that was ever promised. */
	originalDueOn?: Day
	extendedOn?: Day
	extendedUntil?: Day
	/** The day the body asked; the correction has not come yet. */
	pausedSince?: Day
	/** The first day of the running pause that is the citizen's. */
	pauseFrom?: Day
	/** The day by which the citizen is asked to correct. */
	correctUntil?: Day
	/** The citizen's days of pauses that have ended, both ends included; they do not run against the body. */
	pauses: Period[]
	stoppedOn?: Day
	stoppedBy?: StoppedBy
}

/** The events of one inquiry at one body, in their order, folded into the state of its clock. */
export function clockOf(events: readonly ClockEvent[], rule: ClockRule, calendar: Calendar): Clock {
	return events.reduce<Clock>((clock, event) => after(clock, event, rule, calendar), {
		limit: rule.limit,
		pauses: [],
	})
}

function after(clock: Clock, event: ClockEvent, rule: ClockRule, calendar: Calendar): Clock {
	// Ended is ended: sending again or reopening does not reset a clock that ran.
	if (clock.stoppedOn) return clock
	switch (event.type) {
		case 'registered': {
			if (clock.startedOn) return clock
			if (rule.unbound) return { ...clock, startedOn: event.on, unbound: true }
			const next = due({ ...clock, startedOn: event.on }, () => lastDay(rule.limit, event.on, calendar))
			return next.dueOn ? { ...next, originalDueOn: next.dueOn } : next
		}
		case 'returned_for_correction':
			return paused(clock, event, rule)
		case 'corrected':
			return resumed(clock, event.on, rule, calendar)
		case 'extended':
			return extended(clock, event)
		case 'redirected':
		case 'answered':
		case 'terminated':
		case 'withdrawn':
		case 'closed':
			return stopped(clock, event.on, event.type)
		default:
			return never(event)
	}
}

// A term that has lapsed is a deemed refusal (APPC 91(2)); no question to the citizen brings it back.
function paused(clock: Clock, event: { on: Day; until?: Day | undefined }, rule: ClockRule): Clock {
	const { dueOn, undated, ...rest } = clock
	if (rule.correction === 'none' || !(undated || (dueOn && event.on <= dueOn))) return clock
	// The day the body asks is the body's own. On the last day of the term it is given back: the body
	// waits with its term used up, and must have a day to answer in when the correction comes.
	const pauseFrom = event.on === dueOn ? event.on : addDays(event.on, 1)
	const next: Clock = { ...rest, pausedSince: event.on, pauseFrom }
	if (event.until) next.correctUntil = event.until
	return next
}

// The day the correction arrives is the citizen's: the body counts from the day after, as it does from
// registration. A restart makes that day the new registration day.
function resumed(clock: Clock, on: Day, rule: ClockRule, calendar: Calendar): Clock {
	if (!clock.pausedSince) return clock
	if (rule.correction === 'restart') {
		const { extendedOn: _o, extendedUntil: _u, ...rest } = unpaused(clock, addDays(on, -1))
		return due({ ...rest, startedOn: on }, () => lastDay(rule.limit, on, calendar))
	}
	const next = unpaused(clock, on)
	return due(next, () => dueDay(next, calendar))
}

function due(clock: Clock, count: () => Day): Clock {
	const dueOn = whereCalendarReaches(count)
	return dueOn ? { ...clock, dueOn } : { ...clock, undated: true }
}

// A lapsed term cannot be extended, and an extension never takes days away.
function extended(clock: Clock, { on, until }: { on: Day; until: Day }): Clock {
	if (!clock.startedOn || clock.unbound) return clock
	if (clock.dueOn && (on > clock.dueOn || until <= clock.dueOn)) return clock
	const next: Clock = { ...clock, extendedOn: on, extendedUntil: until }
	if (clock.dueOn) next.dueOn = until
	return next
}

function stopped(clock: Clock, on: Day, by: StoppedBy): Clock {
	const next = clock.pausedSince ? unpaused(clock, on) : clock
	return { ...next, stoppedOn: on, stoppedBy: by }
}

function unpaused(clock: Clock, lastCitizenDay: Day): Clock {
	const { pausedSince: _since, correctUntil: _until, pauseFrom: from, ...rest } = clock
	if (!from || from > lastCitizenDay) return rest
	return { ...rest, pauses: [...clock.pauses, { from, to: lastCitizenDay }] }
}

function dueDay(clock: Clock, calendar: Calendar): Day {
	const own = lastDay(clock.limit, clock.startedOn!, calendar, { disregard: clock.pauses })
	return clock.extendedUntil ? laterOf(own, extensionEnd(clock, clock.extendedUntil, calendar)) : own
}

// A pause after the extension moves its day too, by as many days of the kind the rule counts.
function extensionEnd(clock: Clock, until: Day, calendar: Calendar): Day {
	const later = clock.pauses.filter((pause) => pause.from > clock.extendedOn!)
	if (clock.limit.unit === 'wd') {
		const n = later.reduce(
			(sum, { from, to }) => sum + workingDaysBetween(calendar, addDays(from, -1), to),
			0,
		)
		return n === 0 ? until : lastDay({ n, unit: 'wd' }, until, calendar)
	}
	const n = later.reduce((sum, { from, to }) => sum + daysBetween(from, to) + 1, 0)
	const roll = clock.limit.roll
	return n === 0 ? until : lastDay({ n, unit: 'cd', roll }, until, calendar)
}

function never(event: never): never {
	throw new Error(`an event the clock does not know: ${JSON.stringify(event)}`)
}
