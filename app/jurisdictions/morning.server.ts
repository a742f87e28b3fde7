import { hasTableFor, isWorkingDay } from '#app/deadlines/calendar.ts'
import { type Day, dayIn, timeIn } from '#app/deadlines/day.ts'
import { mark, markOf } from '#app/register/mark.server.ts'
import type { Store } from '#db/store.ts'
import { type Law, lawOf } from './law.server.ts'

/** Where the profile does not say when offices open. */
const OPENS = '09:00'

/**
 * Does the work once on each working day, when offices have opened; a day on which nobody ran it is not made
 * up for. What fails is tried again in the next round, so the work itself may be done twice.
 */
export async function eachMorning(
	store: Store,
	name: string,
	{ profileId, now }: { profileId: string; now: Date },
	work: (morning: { law: Law; today: Day }) => Promise<void>,
): Promise<void> {
	const law = await lawOf(store.readOwn, profileId)
	const { zone, office_open: opens = OPENS } = law.profile.time
	const today = dayIn(zone, now)
	if (timeIn(zone, now) < opens) return
	if (!hasTableFor(law.calendar, today) || !isWorkingDay(law.calendar, today)) return
	const key = `morning:${name}:${profileId}`
	if ((await markOf(store.readOwn, key)) === today) return
	await work({ law, today })
	await store.write(key, (tx) => mark(tx, key, today))
}
