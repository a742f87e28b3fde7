import { type Day, dayOf, numberOf, weekdayOf, yearOf } from './day.ts'
import { DeadlineError, NoCalendarError } from './problem.ts'

export const ENTRY_KINDS = ['holiday', 'moved_rest_day', 'working_day', 'rest_day'] as const

/**
 * holiday: a public holiday, also when it falls on a weekend. moved_rest_day: a weekday off in exchange for
 * another day. working_day: a Saturday or Sunday that works. rest_day: a day off that is no holiday and is
 * not moved, such as 7 January and the first day of Kurban Ait.
 */
export type EntryKind = (typeof ENTRY_KINDS)[number]

export type Confidence = 'ok' | 'confirm'

export type CalendarEntry = {
	day: Day
	kind: EntryKind
	title?: Partial<Record<string, string>>
	source?: string
	confidence?: Confidence
}

/** Tables of whole years. A year that is not in `years` is refused, never guessed. */
export type Calendar = {
	/** The working days of the week, 1 is Monday. */
	readonly week: readonly number[]
	readonly years: ReadonlySet<number>
	readonly entries: ReadonlyMap<Day, CalendarEntry>
	/** What each day is, from the first day of the first year; read through `markOf`. */
	readonly table: { readonly first: number; readonly marks: Int8Array }
}

export type DayOff = 'weekend' | 'holiday' | 'moved_rest_day' | 'rest_day'

/** What a day is in the table. */
export const MARKS = ['weekday', 'weekend', 'holiday', 'moved_rest_day', 'rest_day', 'working_day'] as const

const NO_TABLE = -1

export function calendarFrom({
	week,
	years,
	entries,
}: {
	week: readonly number[]
	years: Iterable<number>
	entries: Iterable<CalendarEntry>
}): Calendar {
	const listed = [...years].sort((a, b) => a - b)
	for (const year of listed) {
		if (!(Number.isInteger(year) && year >= 1900 && year <= 2199)) {
			throw new DeadlineError('no-calendar', `a calendar cannot be made for the year ${year}`)
		}
	}
	const byDay = new Map<Day, CalendarEntry>()
	for (const entry of entries) {
		const known = byDay.get(entry.day)
		if (!known || STRENGTH[entry.kind] > STRENGTH[known.kind]) byDay.set(entry.day, entry)
	}
	return { week: [...week], years: new Set(listed), entries: byDay, table: tableOf(week, listed, byDay) }
}

/** 0 to 5: the index in MARKS of the day with this number. */
export function markOf(calendar: Calendar, number: number): number {
	const { first, marks } = calendar.table
	const mark = marks[number - first]
	if (mark === undefined || mark === NO_TABLE) throw new NoCalendarError(yearOf(dayOf(number)))
	return mark
}

export function worksOn(calendar: Calendar, number: number): boolean {
	const mark = markOf(calendar, number)
	return mark === 0 || mark === 5
}

export function isWorkingDay(calendar: Calendar, day: Day): boolean {
	return worksOn(calendar, numberOf(day))
}

export function hasTableFor(calendar: Calendar, day: Day): boolean {
	return calendar.years.has(yearOf(day))
}

/** Why nobody works that day; undefined on a working day. */
export function reasonOff(
	calendar: Calendar,
	day: Day,
): { why: DayOff; entry?: CalendarEntry | undefined } | undefined {
	const mark = MARKS[markOf(calendar, numberOf(day))]!
	if (mark === 'weekday' || mark === 'working_day') return undefined
	return { why: mark, entry: calendar.entries.get(day) }
}

/** The first working day after the day. */
export function nextWorkingDay(calendar: Calendar, day: Day): Day {
	return seek(calendar, numberOf(day) + 1, 1)
}

/** The last working day before the day. */
export function previousWorkingDay(calendar: Calendar, day: Day): Day {
	return seek(calendar, numberOf(day) - 1, -1)
}

/** The day itself when it works, otherwise the next that does. */
export function workingDayFrom(calendar: Calendar, day: Day): Day {
	return seek(calendar, numberOf(day), 1)
}

/** Working days after `after`, up to and including `upTo`; days inside the spans are left out. */
export function workingDaysBetween(
	calendar: Calendar,
	after: Day,
	upTo: Day,
	leftOut: readonly { from: Day; to: Day }[] = [],
): number {
	const last = numberOf(upTo)
	let count = 0
	for (let number = numberOf(after) + 1; number <= last; number++) {
		if (!worksOn(calendar, number)) continue
		if (leftOut.length > 0) {
			const day = dayOf(number)
			if (leftOut.some(({ from, to }) => from <= day && day <= to)) continue
		}
		count++
	}
	return count
}

/**
 * Law on holidays of Kazakhstan, art. 5: when a holiday coincides with a day off, the next working day after
 * the holiday is off. In date order, each taking the first later day that nobody has taken: 7 May 2022, a
 * Saturday, moved past the Monday holiday of 9 May to Tuesday the 10th. Rest days are not moved, but taken.
 */
export function suggestSubstitutes(
	week: readonly number[],
	entries: readonly CalendarEntry[],
): { holiday: Day; substitute: Day }[] {
	const off = new Set(entries.filter((e) => e.kind === 'holiday' || e.kind === 'rest_day').map((e) => e.day))
	const holidays = entries.filter((e) => e.kind === 'holiday').map((e) => e.day)
	const found: { holiday: Day; substitute: Day }[] = []
	for (const holiday of [...new Set(holidays)].sort()) {
		let number = numberOf(holiday)
		if (week.includes(weekdayOf(number))) continue
		do number++
		while (!week.includes(weekdayOf(number)) || off.has(dayOf(number)))
		off.add(dayOf(number))
		found.push({ holiday, substitute: dayOf(number) })
	}
	return found
}

// Two decisions may name one day. An order that makes a day work is made knowing that it was off.
const STRENGTH: Record<EntryKind, number> = { moved_rest_day: 1, rest_day: 2, holiday: 3, working_day: 4 }

function tableOf(
	week: readonly number[],
	years: readonly number[],
	entries: ReadonlyMap<Day, CalendarEntry>,
): Calendar['table'] {
	if (years.length === 0) return { first: 0, marks: new Int8Array(0) }
	const first = numberOf(`${years[0]}-01-01`)
	const marks = new Int8Array(numberOf(`${years.at(-1)}-12-31`) - first + 1).fill(NO_TABLE)
	const weekdays = [0, 1, 2, 3, 4, 5, 6].map((ahead) => (week.includes(weekdayOf(first + ahead)) ? 0 : 1))
	for (const year of years) {
		const last = numberOf(`${year}-12-31`) - first
		for (let at = numberOf(`${year}-01-01`) - first; at <= last; at++) marks[at] = weekdays[at % 7]!
	}
	for (const entry of entries.values()) {
		const at = numberOf(entry.day) - first
		if (at >= 0 && at < marks.length && marks[at] !== NO_TABLE) marks[at] = MARKS.indexOf(entry.kind)
	}
	return { first, marks }
}

function seek(calendar: Calendar, from: number, step: 1 | -1): Day {
	let number = from
	while (!worksOn(calendar, number)) number += step
	return dayOf(number)
}
