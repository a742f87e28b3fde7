import { and, count, desc, eq, gte, isNotNull, isNull, lte, type SQL } from 'drizzle-orm'
import type { Day } from '#app/deadlines/day.ts'
import { legalMoment } from '#app/deadlines/registration.ts'
import type { Law } from '#app/jurisdictions/law.server.ts'
import { bodies } from '#db/schema/bodies.ts'
import { petitionBreaches, petitions } from '#db/schema/petitions.ts'
import type { Reader } from '#db/store.ts'

/** Which breaches in petitions are asked for. */
export interface PetitionBreachFilter {
	from: Day
	to: Day
	/** The code of a body. */
	body?: string | undefined
	mending?: 'open' | 'mended' | undefined
}

const MOST_SHOWN = 100

/** The breaches in petitions, the latest first, with how many there are in all. */
export async function petitionBreachesFound(read: Reader, filter: PetitionBreachFilter, { profile }: Law) {
	const { zone } = profile.time
	const conditions: (SQL | undefined)[] = [
		gte(petitionBreaches.legalMoment, legalMoment(filter.from, zone)),
		lte(petitionBreaches.legalMoment, legalMoment(filter.to, zone)),
		filter.body ? eq(bodies.code, filter.body.toUpperCase()) : undefined,
		filter.mending === 'open' ? isNull(petitionBreaches.mendedAt) : undefined,
		filter.mending === 'mended' ? isNotNull(petitionBreaches.mendedAt) : undefined,
	]
	const where = and(...conditions)
	const [counted] = await read
		.select({ total: count() })
		.from(petitionBreaches)
		.leftJoin(bodies, eq(bodies.id, petitionBreaches.bodyId))
		.where(where)
	const rows = await read
		.select({
			id: petitionBreaches.id,
			duty: petitionBreaches.duty,
			dueOn: petitionBreaches.dueOn,
			legalMoment: petitionBreaches.legalMoment,
			mendedAt: petitionBreaches.mendedAt,
			number: petitions.number,
			state: petitions.state,
			names: bodies.names,
		})
		.from(petitionBreaches)
		.innerJoin(petitions, eq(petitions.id, petitionBreaches.petitionId))
		.leftJoin(bodies, eq(bodies.id, petitionBreaches.bodyId))
		.where(where)
		.orderBy(desc(petitionBreaches.legalMoment), desc(petitionBreaches.id))
		.limit(MOST_SHOWN)
	return { total: counted?.total ?? 0, rows }
}
