import { and, eq } from 'drizzle-orm'
import { type Day, dayIn, yearOf } from '#app/deadlines/day.ts'
import { addressedTo, holdersOf, writeAll } from '#app/notices/notice.server.ts'
import { mark, markOf } from '#app/register/mark.server.ts'
import { calendarYears } from '#db/schema/bodies.ts'
import type { Store } from '#db/store.ts'
import { profileById } from './profiles.ts'

/** Terms begin to reach into the next year in the autumn; the decree on its moved days comes late in it. */
const MISSING_FROM = '09-01'
const UNCONFIRMED_FROM = '11-01'

/**
 * Tells the administrators, once a month, that a year has no calendar or one that nobody has confirmed: in
 * such a year no date can be promised, and it is too late to notice on its first holiday.
 */
export async function warnOfCalendar(
	store: Store,
	{ profileId, now }: { profileId: string; now: Date },
): Promise<void> {
	const today = dayIn(profileById(profileId).time.zone, now)
	const key = `calendar-checked:${profileId}`
	if ((await markOf(store.readOwn, key)) === today) return
	const wrong = await wrongWith(store, profileId, today)
	await store.write(key, async (tx) => {
		const administrators = wrong ? await holdersOf(tx, ['administrator'], null) : []
		await writeAll(
			tx,
			administrators.map((administrator) => ({
				notice: String(wrong?.notice),
				...addressedTo(administrator),
				values: { year: String(wrong?.year), path: '/administration/calendar' },
				once: `${wrong?.notice}:${profileId}:${wrong?.year}:${today.slice(0, 7)}:${administrator.email}`,
				now,
			})),
		)
		await mark(tx, key, today)
	})
}

async function wrongWith(store: Store, profileId: string, today: Day) {
	const year = yearOf(today)
	const season = today.slice(5)
	if (!(await tableOf(store, profileId, year))) return { notice: 'calendar-missing', year }
	const next = await tableOf(store, profileId, year + 1)
	if (!next && season >= MISSING_FROM) return { notice: 'calendar-missing', year: year + 1 }
	if (next && !next.confirmed && season >= UNCONFIRMED_FROM)
		return { notice: 'calendar-unconfirmed', year: year + 1 }
	return undefined
}

async function tableOf(store: Store, calendar: string, year: number) {
	const [row] = await store.readOwn
		.select({ confirmed: calendarYears.confirmed })
		.from(calendarYears)
		.where(and(eq(calendarYears.calendar, calendar), eq(calendarYears.year, year)))
	return row
}
