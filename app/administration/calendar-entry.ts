import {
	type CalendarEntry,
	type ENTRY_KINDS,
	type EntryKind,
	suggestSubstitutes,
} from '#app/deadlines/calendar.ts'
import { type Day, isDay, weekday, yearOf } from '#app/deadlines/day.ts'

/** In the order in which the form offers them. */
export const KINDS = [
	'holiday',
	'moved_rest_day',
	'rest_day',
	'working_day',
] as const satisfies readonly (typeof ENTRY_KINDS)[number][]

/** A day that is to differ from the plain week, with the decision it rests on. */
export interface NewEntry {
	day: Day
	kind: EntryKind
	titles: { kk: string; ru: string; en: string }
	source: string
}

export type EntryRefusal = 'not-allowed' | 'no-year' | 'known' | 'works-already' | 'off-already' | 'no-source'

/** Why it cannot be entered, or undefined. An entry that changes nothing would only hide a mistake. */
export function refusalToEnter(
	entry: NewEntry,
	{
		week,
		years,
		entries,
	}: { week: readonly number[]; years: readonly number[]; entries: readonly CalendarEntry[] },
): EntryRefusal | undefined {
	if (entry.source.trim() === '') return 'no-source'
	if (!years.includes(yearOf(entry.day))) return 'no-year'
	const there = entries.filter(({ day }) => day === entry.day)
	if (there.some(({ kind }) => kind === entry.kind)) return 'known'
	const weekend = !week.includes(weekday(entry.day))
	if (entry.kind === 'working_day' && !weekend && there.length === 0) return 'works-already'
	if (entry.kind === 'moved_rest_day' && (weekend || there.some(({ kind }) => kind !== 'working_day')))
		return 'off-already'
	return undefined
}

export interface Suggestion {
	day: Day
	kind: EntryKind
	/** The entry that it follows from: the holiday that moves, or last year's. */
	of: Day
	why: 'moved' | 'every-year'
	titles: { kk: string; ru: string; en: string }
}

interface Suggesting {
	week: readonly number[]
	year: number
	entries: readonly CalendarEntry[]
	/** Whether the law of the place moves a holiday that falls on a day off. */
	moves: boolean
}

/**
 * What the year still lacks by rule: the holidays that were there on the same date in both years before, and
 * the days off in place of holidays on a weekend. A decree may say otherwise, so none is entered by itself.
 */
export function suggestions({ week, year, entries, moves }: Suggesting): Suggestion[] {
	const ofYear = entries.filter(({ day }) => yearOf(day) === year)
	const repeated = repeatedIn(year, entries)
	const expected = [...ofYear, ...repeated.map(({ day, kind, titles }) => ({ day, kind, title: titles }))]
	const moved = moves
		? suggestSubstitutes(week, expected)
				.filter(
					({ substitute }) => !expected.some(({ day, kind }) => day === substitute && OFF.includes(kind)),
				)
				.map(({ holiday, substitute }): Suggestion => {
					const title = expected.find(({ day, kind }) => day === holiday && kind === 'holiday')?.title
					return {
						day: substitute,
						kind: 'moved_rest_day',
						of: holiday,
						why: 'moved',
						titles: titlesOf(title),
					}
				})
		: []
	return [...repeated, ...moved].sort((a, b) => a.day.localeCompare(b.day))
}

const OFF: readonly EntryKind[] = ['holiday', 'moved_rest_day', 'rest_day']

function repeatedIn(year: number, entries: readonly CalendarEntry[]): Suggestion[] {
	const on = (day: Day, kind: EntryKind) => entries.find((entry) => entry.day === day && entry.kind === kind)
	return entries.flatMap(({ day, kind, title }): Suggestion[] => {
		if (yearOf(day) !== year - 1 || (kind !== 'holiday' && kind !== 'rest_day')) return []
		const date = day.slice(4)
		const again = `${year}${date}`
		if (!on(`${year - 2}${date}`, kind) || !isDay(again) || on(again, kind)) return []
		return [{ day: again, kind, of: day, why: 'every-year', titles: titlesOf(title) }]
	})
}

/** A language that has no title of its own takes the English one. */
function titlesOf(title: CalendarEntry['title']): Suggestion['titles'] {
	const some = title?.en ?? Object.values(title ?? {})[0] ?? ''
	return { kk: title?.kk ?? some, ru: title?.ru ?? some, en: some }
}
