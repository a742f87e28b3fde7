import { type Calendar, hasTableFor, reasonOff, workingDaysBetween } from './calendar.ts'
import type { Clock } from './clock.ts'
import { addDays, type Day, daysBetween, earlierOf, yearOf } from './day.ts'
import { type AccountDay, explain, explainSoFar } from './explain.ts'
import type { Period } from './term.ts'

export type StandingState = 'running' | 'due-today' | 'overdue' | 'paused' | 'met' | 'met-late' | 'stopped'

/** How a clock stands on a day. What needs a year without a table is left out, so that old cases still show. */
export type Standing = {
	state: StandingState
	/** Which day of the term it is, in the days the rule counts (calendar days for months); 0 on the first. */
	dayNumber: number
	/** Of how many, an extension included. */
	ofDays: number
	/** Working days after today, up to the due day; while paused those that will be left. */
	workingDaysLeft?: number
	/** Working days after the due day, up to today or to the late answer. */
	workingDaysOver?: number
	/** Working days the term has run. */
	timeWithBody?: number
	/** Working days of the pauses. */
	timeWithCitizen?: number
}

export function standingOf(clock: Clock, today: Day, calendar: Calendar): Standing {
	const state = stateOf(clock, today)
	const { startedOn } = clock
	if (!startedOn) return { state, dayNumber: 0, ofDays: clock.limit.n }

	const until = clock.stoppedOn ? earlierOf(clock.stoppedOn, today) : today
	const pauses = pausesUntil(clock, until)
	const ofDays = lengthOf(clock, startedOn, calendar)
	const dayNumber = termDays(clock, startedOn, until, pauses, calendar) ?? ofDays
	const standing: Standing = { state, dayNumber, ofDays }

	const withBody = working(calendar, startedOn, until, pauses)
	const withCitizen = pauses.map(({ from, to }) => working(calendar, addDays(from, -1), to, []))
	if (withBody !== undefined) standing.timeWithBody = withBody
	if (withCitizen.every((days) => days !== undefined)) {
		standing.timeWithCitizen = withCitizen.reduce<number>((sum, days) => sum + (days ?? 0), 0)
	}

	if (clock.dueOn && (state === 'running' || state === 'due-today')) {
		const left = working(calendar, today, clock.dueOn, clock.pauses)
		if (left !== undefined) standing.workingDaysLeft = left
	}
	if (state === 'paused' && clock.limit.unit === 'wd') {
		standing.workingDaysLeft = Math.max(0, ofDays - dayNumber)
	}
	if (state === 'overdue' || state === 'met-late') {
		const over = working(calendar, clock.dueOn!, until, [])
		if (over !== undefined) standing.workingDaysOver = over
	}
	return standing
}

/**
 * The account of a clock as it ran: pauses left out, an extension counted on from the first due day. While
 * paused or undated it goes as far as today.
 */
export function accountOf(clock: Clock, today: Day, calendar: Calendar): AccountDay[] {
	if (!clock.startedOn || clock.unbound) return []
	const disregard = clock.dueOn ? clock.pauses : pausesUntil(clock, clock.stoppedOn ?? today)
	if (!clock.dueOn) {
		const own = explainSoFar(clock.limit, clock.startedOn, calendar, { disregard })
		return own.filter(({ day }) => day <= (clock.stoppedOn ?? today)).map(notDue)
	}
	const own = explain(clock.limit, clock.startedOn, calendar, { disregard })
	const last = own.at(-1)!.day
	if (clock.dueOn <= last) return own
	let n = own.findLast((row) => row.n !== null)?.n ?? 0
	const more = explain({ n: daysBetween(last, clock.dueOn), unit: 'cd' }, last, calendar).slice(1)
	const extension = more.map((row): AccountDay => {
		if (inside(clock.pauses, row.day)) return { ...row, n: null, why: 'disregarded' }
		const off = hasTableFor(calendar, row.day) ? reasonOff(calendar, row.day) : undefined
		if (off) return { ...row, n: null, why: row.why === 'due' ? 'due' : off.why }
		n++
		return { ...row, n }
	})
	return [...own.map(notDue), ...extension]
}

function stateOf(clock: Clock, today: Day): StandingState {
	if (clock.stoppedOn && clock.stoppedOn <= today) {
		if (clock.stoppedBy !== 'answered') return 'stopped'
		return clock.dueOn && clock.stoppedOn > clock.dueOn ? 'met-late' : 'met'
	}
	if (clock.pausedSince) return 'paused'
	if (!clock.dueOn || today < clock.dueOn) return 'running'
	return today === clock.dueOn ? 'due-today' : 'overdue'
}

function pausesUntil(clock: Clock, until: Day): Period[] {
	const running = clock.pauseFrom ? [{ from: clock.pauseFrom, to: until }] : []
	return [...clock.pauses, ...running]
		.map(({ from, to }) => ({ from, to: earlierOf(to, until) }))
		.filter(({ from, to }) => from <= to)
}

function lengthOf(clock: Clock, startedOn: Day, calendar: Calendar): number {
	if (clock.limit.unit === 'wd' && !clock.extendedUntil) return clock.limit.n
	const end = clock.dueOn ?? clock.extendedUntil ?? clock.originalDueOn
	if (!end) return clock.limit.n
	return termDays(clock, startedOn, end, clock.pauses, calendar) ?? clock.limit.n
}

/** Days of the term up to the day: working days where the rule counts them, calendar days otherwise. */
function termDays(
	clock: Clock,
	startedOn: Day,
	upTo: Day,
	pauses: readonly Period[],
	calendar: Calendar,
): number | undefined {
	const from = clock.limit.start === 'same' ? addDays(startedOn, -1) : startedOn
	if (upTo < from) return 0
	if (clock.limit.unit === 'wd') return working(calendar, from, upTo, pauses)
	let days = daysBetween(from, upTo)
	for (let day = addDays(from, 1); day <= upTo; day = addDays(day, 1)) if (inside(pauses, day)) days--
	return days
}

function working(calendar: Calendar, after: Day, upTo: Day, leftOut: readonly Period[]): number | undefined {
	if (upTo <= after) return 0
	for (let year = yearOf(addDays(after, 1)); year <= yearOf(upTo); year++) {
		if (!calendar.years.has(year)) return undefined
	}
	return workingDaysBetween(calendar, after, upTo, leftOut)
}

function inside(periods: readonly Period[], day: Day): boolean {
	return periods.some(({ from, to }) => from <= day && day <= to)
}

function notDue(row: AccountDay): AccountDay {
	if (row.why !== 'due') return row
	return { ...row, why: row.entry?.kind === 'working_day' ? 'working_day' : 'counted' }
}
