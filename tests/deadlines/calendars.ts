import { type Calendar, type CalendarEntry, calendarFrom } from '#app/deadlines/calendar.ts'

export const WEEK = [1, 2, 3, 4, 5]

/** The public holidays of Kazakhstan of 2025 and 2026 that these tests run over, and no others. */
export const ENTRIES: CalendarEntry[] = [
	{ day: '2025-01-03', kind: 'moved_rest_day' },
	{ day: '2025-01-05', kind: 'working_day' },
	{ day: '2026-01-01', kind: 'holiday' },
	{ day: '2026-01-02', kind: 'holiday' },
	{ day: '2026-01-07', kind: 'rest_day' },
	{ day: '2026-03-08', kind: 'holiday' },
	{ day: '2026-03-09', kind: 'moved_rest_day' },
	{ day: '2026-03-21', kind: 'holiday' },
	{ day: '2026-03-22', kind: 'holiday' },
	{ day: '2026-03-23', kind: 'holiday' },
	{ day: '2026-03-24', kind: 'moved_rest_day' },
	{ day: '2026-03-25', kind: 'moved_rest_day' },
	{ day: '2026-05-01', kind: 'holiday' },
	{ day: '2026-05-16', kind: 'working_day' },
]

export const CALENDAR = aCalendar()

export function aCalendar({
	years = [2024, 2025, 2026, 2027],
	add = [],
	remove = [],
}: {
	years?: number[]
	add?: CalendarEntry[]
	remove?: string[]
} = {}): Calendar {
	const entries = [...ENTRIES.filter(({ day }) => !remove.includes(day)), ...add]
	return calendarFrom({ week: WEEK, years, entries })
}
