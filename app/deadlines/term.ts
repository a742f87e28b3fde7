import { type Calendar, MARKS, markOf, worksOn } from './calendar.ts'
import { type Day, dayOf, numberOf, plusMonths } from './day.ts'
import { DeadlineError } from './problem.ts'

/**
 * wd: working days. cd: calendar days. cdx: calendar days, public holidays skipped and weekends counted.
 * mo, yr: months and years, clamped to the end of the month.
 */
export const UNITS = ['wd', 'cd', 'cdx', 'mo', 'yr'] as const
export type Unit = (typeof UNITS)[number]

export type Limit = {
	n: number
	unit: Unit
	/** before: counted back from the anchor. */
	dir?: 'after' | 'before' | undefined
	/** same: the anchor day is day 1; next (the usual): it is not counted. */
	start?: 'next' | 'same' | undefined
	/** Where an end on a day off goes. */
	roll?: 'none' | 'next' | 'prev' | undefined
	/** min: at least so long, the day is the earliest one; max (the usual): not later than. */
	cmp?: 'max' | 'min' | undefined
}

/** Days, both ends included, that do not run against the one who owes the answer. */
export type Period = { from: Day; to: Day }

export type TermOptions = { disregard?: readonly Period[] | undefined }

export type Why =
	| 'anchor'
	| 'counted'
	| 'weekend'
	| 'holiday'
	| 'moved_rest_day'
	| 'rest_day'
	| 'working_day'
	| 'disregarded'
	| 'rolled_from'
	| 'due'

export type Visit = (number: number, n: number | null, why: Why) => void

/** A century: no term of any law is longer, and a typing slip must not count for minutes. */
const LONGEST_DAYS = 36_525

export function lastDay(limit: Limit, anchor: Day, calendar: Calendar, options: TermOptions = {}): Day {
	return dayOf(walk(limit, anchor, calendar, options))
}

/** Counts the term day by day and tells the visitor of each; `lastDay` and `explain` are both this walk. */
export function walk(
	limit: Limit,
	anchor: Day,
	calendar: Calendar,
	{ disregard = [] }: TermOptions,
	visit?: Visit,
): number {
	check(limit)
	const spans = disregard.map(spanOf)
	const start = numberOf(anchor)
	const end =
		limit.unit === 'mo' || limit.unit === 'yr'
			? countMonths(limit, start, spans, visit)
			: countDays(limit, limit.unit, start, calendar, spans, visit)
	const rolled = limit.unit === 'wd' ? end : roll(limit, end, calendar, spans)
	if (visit) finish(limit, start, end, rolled, calendar, spans, visit)
	return rolled
}

type Span = { from: number; to: number }

function check(limit: Limit): void {
	if (!UNITS.includes(limit.unit)) {
		throw new DeadlineError('unknown-unit', `the unit "${limit.unit}" is not one of ${UNITS.join(', ')}`)
	}
	if (!Number.isInteger(limit.n) || limit.n < 1) {
		throw new DeadlineError(
			'bad-n',
			`a term of ${limit.n} ${limit.unit}: n must be a whole number, 1 or more`,
		)
	}
	if (!(DIRS.has(limit.dir) && STARTS.has(limit.start) && ROLLS.has(limit.roll) && CMPS.has(limit.cmp))) {
		throw new DeadlineError('bad-limit', 'dir, start, roll or cmp of the limit has an unknown value')
	}
	const months = limit.unit === 'mo' ? limit.n : limit.unit === 'yr' ? limit.n * 12 : 0
	if (limit.n > LONGEST_DAYS || months > 1200) throw tooLong()
}

const DIRS = new Set<unknown>([undefined, 'after', 'before'])
const STARTS = new Set<unknown>([undefined, 'next', 'same'])
const ROLLS = new Set<unknown>([undefined, 'none', 'next', 'prev'])
const CMPS = new Set<unknown>([undefined, 'max', 'min'])

function spanOf({ from, to }: Period): Span {
	const span = { from: numberOf(from), to: numberOf(to) }
	if (span.from > span.to) {
		throw new DeadlineError(
			'bad-period',
			`the disregarded period from ${from} ends before it begins, on ${to}`,
		)
	}
	return span
}

function countDays(
	limit: Limit,
	unit: 'wd' | 'cd' | 'cdx',
	start: number,
	calendar: Calendar,
	spans: readonly Span[],
	visit: Visit | undefined,
): number {
	const step = limit.dir === 'before' ? -1 : 1
	let number = limit.start === 'same' ? start : start + step
	for (let count = 0; ; number += step) {
		if (Math.abs(number - start) > LONGEST_DAYS) throw tooLong()
		const why: Why = inside(spans, number) ? 'disregarded' : dayIs(unit, calendar, number)
		const counts = why === 'counted' || why === 'working_day'
		if (counts) count++
		if (count === limit.n) return number
		visit?.(number, counts ? count : null, why)
	}
}

function dayIs(unit: 'wd' | 'cd' | 'cdx', calendar: Calendar, number: number): Why {
	if (unit === 'cd') return 'counted'
	const mark = MARKS[markOf(calendar, number)]!
	if (mark === 'weekday') return 'counted'
	if (unit === 'cdx' && (mark === 'weekend' || mark === 'working_day')) return 'counted'
	return mark
}

/** Each disregarded day moves the end of a term in months by one day. */
function countMonths(limit: Limit, start: number, spans: readonly Span[], visit: Visit | undefined): number {
	const step = limit.dir === 'before' ? -1 : 1
	const own = limit.unit === 'yr' ? 12 : 1
	const same = limit.start === 'same'
	const mark = (k: number) => plusMonths(start, k * own * step) - (same ? step : 0)
	if (!visit && spans.length === 0) return mark(limit.n)

	let k = 1
	let pushed = 0
	let next = mark(1)
	for (let number = same ? start : start + step; ; number += step) {
		if (Math.abs(number - start) > LONGEST_DAYS + 366) throw tooLong()
		if (inside(spans, number)) {
			pushed += step
			visit?.(number, null, 'disregarded')
		} else if (number === next + pushed) {
			if (k === limit.n) return number
			visit?.(number, k, 'counted')
			k++
			next = mark(k)
		} else {
			visit?.(number, null, 'counted')
		}
	}
}

function roll(limit: Limit, end: number, calendar: Calendar, spans: readonly Span[]): number {
	if (limit.roll === undefined || limit.roll === 'none') return end
	const step = limit.roll === 'next' ? 1 : -1
	let number = end
	while (!worksOn(calendar, number) || inside(spans, number)) number += step
	return number
}

function finish(
	limit: Limit,
	start: number,
	end: number,
	rolled: number,
	calendar: Calendar,
	spans: readonly Span[],
	visit: Visit,
): void {
	const n = limit.n
	if (rolled === end) {
		visit(end, n, 'due')
		return
	}
	visit(end, n, 'rolled_from')
	const step = rolled > end ? 1 : -1
	// Rolled against the direction of counting: the days between are in the account already.
	const onward = (limit.dir === 'before' ? -1 : 1) === step && start !== rolled
	for (let number = end + step; onward && number !== rolled; number += step) {
		const mark = MARKS[markOf(calendar, number)]!
		const off = mark !== 'weekday' && mark !== 'working_day'
		visit(number, null, inside(spans, number) || !off ? 'disregarded' : mark)
	}
	visit(rolled, null, 'due')
}

function inside(spans: readonly Span[], number: number): boolean {
	for (const span of spans) {
		if (number >= span.from && number <= span.to) return true
	}
	return false
}

function tooLong(): DeadlineError {
	return new DeadlineError('too-long', 'the term is longer than a hundred years')
}
