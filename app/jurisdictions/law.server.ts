import { and, eq, isNull, sql } from 'drizzle-orm'
import { type Calendar, calendarFrom } from '#app/deadlines/calendar.ts'
import type { Profile } from '#app/jurisdictions/profile.ts'
import { profileById } from '#app/jurisdictions/profiles.ts'
import { prepared } from '#db/prepared.ts'
import { calendarEntries, calendarYears, settings } from '#db/schema/bodies.ts'
import type { Reader } from '#db/store.ts'

/** The law that a case stands under: its profile, and the calendar as it is now. */
export interface Law {
	profile: Profile
	calendar: Calendar
	/** Changes with every entry made or removed. */
	calendarVersion: string
}

const calendars = new Map<string, { version: string; calendar: Calendar }>()

/** The profile with its calendar from the database; the calendar is read again only when it has changed. */
export async function lawOf(read: Reader, profileId: string): Promise<Law> {
	const profile = profileById(profileId)
	if (!profile) throw new Error(`no profile ${profileId}`)
	const version = await calendarVersion(read, profileId)
	const known = calendars.get(profileId)
	if (known?.version === version) return { profile, calendar: known.calendar, calendarVersion: version }
	const calendar = await readCalendar(read, profile)
	calendars.set(profileId, { version, calendar })
	return { profile, calendar, calendarVersion: version }
}

/** Which version of the calendar is in force: a number for each change, and whose database it is. */
export async function calendarVersion(read: Reader, profileId: string): Promise<string> {
	const [row] = await settingOf(read).execute({ key: `calendar:${profileId}` })
	return row?.value ?? 'none'
}

const settingOf = prepared((read) =>
	read
		.select({ value: settings.value })
		.from(settings)
		.where(eq(settings.key, sql.placeholder('key'))),
)

async function readCalendar(read: Reader, profile: Profile): Promise<Calendar> {
	const years = await read
		.select({ year: calendarYears.year })
		.from(calendarYears)
		.where(eq(calendarYears.calendar, profile.id))
	const entries = await read
		.select()
		.from(calendarEntries)
		.where(and(eq(calendarEntries.calendar, profile.id), isNull(calendarEntries.removedAt)))
		.orderBy(calendarEntries.day)
	return calendarFrom({
		week: profile.calendar.week,
		years: years.map((row) => row.year),
		entries: entries.map((entry) => ({
			day: entry.day,
			kind: entry.kind,
			title: entry.titles,
			source: entry.source,
			confidence: entry.confirmed ? ('ok' as const) : ('confirm' as const),
		})),
	})
}
