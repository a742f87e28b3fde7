import { dayIn } from '#app/deadlines/day.ts'
import { PROFILES } from '#app/jurisdictions/profiles.ts'
import type { Store } from '#db/store.ts'
import { lapsedProceedings, recordLapses, recordUntoldExtension, untoldExtensions } from './breach.server.ts'
import { writeCase } from './hold.server.ts'
import { profilesToRecount } from './recount.server.ts'

const FOUND_AT_ONCE = 2000
const WRITTEN_AT_ONCE = 100

/**
 * Writes down every term that has ended in silence, with the moment it ended as its date. While a change of the
 * calendar is not yet counted in, nothing is: a breach is never taken back.
 */
export async function recordLapsed(store: Store, { now }: { now: Date }): Promise<void> {
	for (;;) {
		const found = await lapsedProceedings(store.readOwn, latestToday(now), FOUND_AT_ONCE)
		let recorded = 0
		for (let at = 0; at < found.length; at += WRITTEN_AT_ONCE)
			recorded += await recordSome(store, found.slice(at, at + WRITTEN_AT_ONCE), now)
		if (recorded === 0 || found.length < FOUND_AT_ONCE) return
	}
}

async function recordSome(
	store: Store,
	found: readonly { id: string; inquiryId: string }[],
	now: Date,
): Promise<number> {
	const inquiryIds = [...new Set(found.map(({ inquiryId }) => inquiryId))]
	return writeCase(store, inquiryIds, async (tx) => {
		if ((await profilesToRecount(tx)).length > 0) return 0
		const ids = found.map(({ id }) => id)
		return recordLapses(tx, ids, now)
	})
}

/** Today where the day begins first; the act itself asks the zone of each case. */
const latestToday = (now: Date) =>
	PROFILES.map((profile) => dayIn(profile.time.zone, now))
		.sort()
		.at(-1) as string

/** Extensions of which the author was not told in time (APPC 76(3)). */
export async function recordUntold(store: Store, { now }: { now: Date }): Promise<void> {
	const earliestToday = PROFILES.map((profile) => dayIn(profile.time.zone, now)).sort()[0] as string
	for (;;) {
		const found = await untoldExtensions(store.readOwn, earliestToday, FOUND_AT_ONCE)
		for (const { proceedingId, inquiryId, tellBy } of found) {
			if (!tellBy) continue
			await writeCase(store, [inquiryId], (tx) => recordUntoldExtension(tx, proceedingId, tellBy, now))
		}
		if (found.length < FOUND_AT_ONCE) return
	}
}
