import { eq } from 'drizzle-orm'
import { calendarEntries, calendarYears, settings, type Words } from '#db/schema/bodies.ts'
import type { Writer } from '#db/store.ts'
import { calendarEntriesOf, calendarYearsOf, PROFILES } from './profiles.ts'

/**
 * Puts the calendars that ship with the profiles into a new database, from where the administrator keeps them.
 * A calendar that is there already is left alone.
 */
export async function storeCalendars(tx: Writer, now: Date): Promise<void> {
	for (const { id } of PROFILES) {
		const known = await tx.select().from(calendarYears).where(eq(calendarYears.calendar, id)).limit(1)
		if (known.length === 0) await storeCalendar(tx, id, now)
	}
}

async function storeCalendar(tx: Writer, profileId: string, now: Date): Promise<void> {
	const entries = calendarEntriesOf(profileId)
	const unsure = new Set(
		entries.filter((entry) => entry.confidence === 'confirm').map((entry) => entry.day.slice(0, 4)),
	)
	await tx.insert(calendarYears).values(
		calendarYearsOf(profileId).map((year) => ({
			calendar: profileId,
			year,
			confirmed: !unsure.has(String(year)),
			source: `profile ${profileId}`,
			enteredAt: now,
		})),
	)
	await tx.insert(calendarEntries).values(
		entries.map((entry) => ({
			id: `${profileId}-${entry.day}`,
			calendar: profileId,
			day: entry.day,
			kind: entry.kind,
			titles: wordsOf(entry.title),
			source: entry.source ?? `profile ${profileId}`,
			confirmed: entry.confidence !== 'confirm',
			enteredAt: now,
		})),
	)
	await markCalendarChanged(tx, profileId)
}

/** A title that the profile has in fewer languages stands in for the missing ones. */
function wordsOf(title: Partial<Record<string, string>> | undefined): Words {
	const some = title?.en ?? Object.values(title ?? {})[0] ?? ''
	return { kk: title?.kk ?? some, ru: title?.ru ?? some, en: some }
}

/** Gives the calendar a new version: caches read it again and the running clocks are recounted. */
export async function markCalendarChanged(tx: Writer, profileId: string): Promise<void> {
	const value = crypto.randomUUID()
	await tx
		.insert(settings)
		.values({ key: `calendar:${profileId}`, value })
		.onConflictDoUpdate({ target: settings.key, set: { value } })
}
