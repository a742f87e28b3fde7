import { type Calendar, type DayOff, hasTableFor, isWorkingDay, reasonOff } from '#app/deadlines/calendar.ts'
import type { Clock, StoppedBy } from '#app/deadlines/clock.ts'
import { addDays, type Day, weekday } from '#app/deadlines/day.ts'
import { accountOf, type Standing, standingOf } from '#app/deadlines/standing.ts'
import { lastDay } from '#app/deadlines/term.ts'

/** What the sentence under a strip tells: a clock and how it stands on a day. */
export type Told = {
	standing: Standing
	today: Day
	startedOn?: Day
	/** No term runs. */
	unbound?: true
	dueOn?: Day
	extendedUntil?: Day
	pausedSince?: Day
	correctUntil?: Day
	stoppedOn?: Day
	stoppedBy?: StoppedBy
}

/** What a list says of a clock. */
export type ToldInShort = Pick<Told, 'standing' | 'stoppedBy' | 'unbound'>

export type Strip = Told & { cells: StripCell[] }

/**
 * term, extension: days of the body; citizen: the body waits for a correction; waiting: what the body will
 * still have after it; over: after the due day. more: as many late
 * days as `count` says, told as a number because the strip would not end.
 */
export type CellKind = 'term' | 'extension' | 'citizen' | 'waiting' | 'over' | 'more'

export type StripCell = {
	/** The days still to come while the citizen corrects the filing have no date yet. */
	day?: Day
	kind: CellKind
	count?: number
	/** done: gone by; left: to come; spared: not needed any more. */
	time: 'done' | 'left' | 'spared'
	due?: true
	today?: true
	stop?: true
	/** The days off before the cell. */
	gap?: Gap
}

export type Gap = {
	today?: true
	reasons: { day: Day; why: DayOff; title?: Partial<Record<string, string>> }[]
}

/** More late days than this say nothing that their number does not. */
const MOST_OVER = 10

/** A clock as a row of days: one cell for each working day of the term. */
export function stripOf(clock: Clock, today: Day, calendar: Calendar): Strip {
	const standing = standingOf(clock, today, calendar)
	const { startedOn, unbound, dueOn, extendedUntil, pausedSince, correctUntil, stoppedOn, stoppedBy } = clock
	const told: Told = {
		standing,
		today,
		startedOn,
		unbound,
		dueOn,
		extendedUntil,
		pausedSince,
		correctUntil,
		stoppedOn,
		stoppedBy,
	}
	if (!startedOn || unbound) return { ...told, cells: [] }

	const steps = [
		...term(clock, today, calendar),
		...waiting(clock, standing),
		...overdue(clock, today, calendar),
	]
	return { ...told, cells: cellsOf(steps, clock, today, calendar) }
}

type Step = Pick<StripCell, 'day' | 'kind' | 'count'>

function term(clock: Clock, today: Day, calendar: Calendar): Step[] {
	const ownEnd = ownEndOf(clock, calendar)
	return accountOf(clock, today, calendar)
		.filter(({ day, why }) => why !== 'anchor' || day === clock.stoppedOn)
		.map(({ day, why }) => {
			if (why === 'disregarded') return { day, kind: 'citizen' }
			return { day, kind: ownEnd && day > ownEnd ? 'extension' : 'term' }
		})
}

/** Where the term ends without its extension. */
function ownEndOf(clock: Clock, calendar: Calendar): Day | undefined {
	if (!clock.extendedUntil || !clock.startedOn) return undefined
	return lastDay(clock.limit, clock.startedOn, calendar, { disregard: clock.pauses })
}

function waiting(clock: Clock, standing: Standing): Step[] {
	if (standing.state !== 'paused' || clock.dueOn) return []
	return Array.from({ length: standing.workingDaysLeft ?? 0 }, () => ({ kind: 'waiting' }))
}

function overdue(clock: Clock, today: Day, calendar: Calendar): Step[] {
	if (!clock.dueOn) return []
	const stop = clock.stoppedOn && clock.stoppedOn <= today ? clock.stoppedOn : undefined
	const late: Step[] = []
	for (let day = addDays(clock.dueOn, 1); day <= (stop ?? today); day = addDays(day, 1)) {
		if (day !== stop) late.push({ day, kind: 'over' })
	}
	const end: Step[] = stop && stop > clock.dueOn ? [{ day: stop, kind: 'over' }] : []
	const working = late.filter(({ day }) => day && !isOff(calendar, day))
	const count = working.length - MOST_OVER
	if (count <= 0) return [...late, ...end]
	const shown = late.slice(0, late.indexOf(working[MOST_OVER]!))
	return [...shown, { kind: 'more', count }, ...end]
}

/** A day off becomes a gap, unless something happened on it that must be seen. */
function cellsOf(steps: readonly Step[], clock: Clock, today: Day, calendar: Calendar): StripCell[] {
	const cells: StripCell[] = []
	let gap: Gap | undefined
	for (const { day, kind, count } of steps) {
		if (day && day !== clock.dueOn && day !== clock.stoppedOn && isOff(calendar, day)) {
			gap = withDayOff(gap, day, today, calendar)
			continue
		}
		const cell: StripCell = { day, kind, time: timeOf(day, clock, today) }
		if (count) cell.count = count
		if (day && day === clock.dueOn) cell.due = true
		if (day && day === clock.stoppedOn && day <= today) cell.stop = true
		if (day === today && !clock.stoppedOn) cell.today = true
		if (gap) cell.gap = gap
		cells.push(cell)
		gap = undefined
	}
	return cells
}

function timeOf(day: Day | undefined, { stoppedOn }: Clock, today: Day): StripCell['time'] {
	if (!day) return 'left'
	if (stoppedOn && stoppedOn <= today) return day <= stoppedOn ? 'done' : 'spared'
	return day < today ? 'done' : 'left'
}

function withDayOff(gap: Gap | undefined, day: Day, today: Day, calendar: Calendar): Gap {
	const off = hasTableFor(calendar, day) ? reasonOff(calendar, day) : undefined
	const named = off && off.why !== 'weekend' ? [{ day, why: off.why, title: off.entry?.title }] : []
	const reasons = [...(gap?.reasons ?? []), ...named]
	return gap?.today || day === today ? { reasons, today: true } : { reasons }
}

function isOff(calendar: Calendar, day: Day): boolean {
	return hasTableFor(calendar, day) ? !isWorkingDay(calendar, day) : weekday(day) > 5
}
