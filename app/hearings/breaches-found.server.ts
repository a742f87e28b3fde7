import { and, count, desc, eq, gte, isNotNull, isNull, lte, type SQL } from 'drizzle-orm'
import type { Day } from '#app/deadlines/day.ts'
import { legalMoment } from '#app/deadlines/registration.ts'
import type { Law } from '#app/jurisdictions/law.server.ts'
import { bodies } from '#db/schema/bodies.ts'
import { hearingBreaches, hearings } from '#db/schema/hearings.ts'
import type { Reader } from '#db/store.ts'

/** Which breaches in hearings are asked for. */
interface HearingBreachFilter {
	from: Day
	to: Day
	/** The code of a body. */
	body?: string | undefined
	mending?: 'open' | 'mended' | undefined
}

const MOST_SHOWN = 100

/** The breaches in hearings, the latest first, with how many there are in all. */
export async function hearingBreachesFound(read: Reader, filter: HearingBreachFilter, { profile }: Law) {
	const { zone } = profile.time
	const conditions: (SQL | undefined)[] = [
		gte(hearingBreaches.legalMoment, legalMoment(filter.from, zone)),
		lte(hearingBreaches.legalMoment, legalMoment(filter.to, zone)),
		filter.body ? eq(bodies.code, filter.body.toUpperCase()) : undefined,
		filter.mending === 'open' ? isNull(hearingBreaches.mendedAt) : undefined,
		filter.mending === 'mended' ? isNotNull(hearingBreaches.mendedAt) : undefined,
	]
	const where = and(...conditions)
	const [counted] = await read
		.select({ total: count() })
		.from(hearingBreaches)
		.leftJoin(bodies, eq(bodies.id, hearingBreaches.bodyId))
		.where(where)
	const rows = await read
		.select({
			id: hearingBreaches.id,
			duty: hearingBreaches.duty,
			dueOn: hearingBreaches.dueOn,
			legalMoment: hearingBreaches.legalMoment,
			mendedAt: hearingBreaches.mendedAt,
			number: hearings.number,
			postedAt: hearings.postedAt,
			names: bodies.names,
		})
		.from(hearingBreaches)
		.innerJoin(hearings, eq(hearings.id, hearingBreaches.hearingId))
		.leftJoin(bodies, eq(bodies.id, hearingBreaches.bodyId))
		.where(where)
		.orderBy(desc(hearingBreaches.legalMoment), desc(hearingBreaches.id))
		.limit(MOST_SHOWN)
	return { total: counted?.total ?? 0, rows }
}
