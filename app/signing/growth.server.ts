import { and, eq, gte, sql } from 'drizzle-orm'
import { dayIn } from '#app/deadlines/day.ts'
import { prepared } from '#db/prepared.ts'
import { petitionCells } from '#db/schema/petitions.ts'
import type { Reader } from '#db/store.ts'
import type { Growth } from './growth.ts'
import { hourOf } from './tally.server.ts'

/** A petition this young is told by the hour, an older one by the day. */
const YOUNG_MS = 3 * 86_400_000

/** How the number of a petition grew. It costs the days that it has collected, however many have signed. */
export async function growthOf(
	read: Reader,
	{ id, publishedAt }: { id: number; publishedAt: Date | null },
	{ zone, now }: { zone: string; now: Date },
): Promise<Growth> {
	if (publishedAt && now.getTime() - publishedAt.getTime() < YOUNG_MS) {
		const since = hourOf(new Date(publishedAt.getTime() - YOUNG_MS))
		const hours = await hoursOf(read).execute({ petitionId: id, since })
		return { by: 'hour', points: hours.map(({ key, confirmed }) => ({ at: momentOf(key), confirmed })) }
	}
	const [early, late] = dayBreaks(zone, now)
	const parts = await partsOf(read).execute({ petitionId: id, early, late })
	const days = new Map<string, number>()
	for (const { key, confirmed } of parts) {
		const day = dayIn(zone, momentOf(key))
		days.set(day, (days.get(day) ?? 0) + confirmed)
	}
	return {
		by: 'day',
		points: [...days]
			.sort(([a], [b]) => a.localeCompare(b))
			.map(([day, confirmed]) => ({ at: new Date(`${day}T00:00:00Z`), confirmed })),
	}
}

const momentOf = (hour: string) => new Date(`${hour}:00:00Z`)

/** The hours of UTC, in winter and in summer, at which a day of the zone begins: between them a day is one day. */
function dayBreaks(zone: string, now: Date): [string, string] {
	const year = now.getUTCFullYear()
	const breaks = [0, 6].map((month) => {
		const noon = new Date(Date.UTC(year, month, 1, 12))
		const there = Number(
			new Intl.DateTimeFormat('en', { timeZone: zone, hour: 'numeric', hourCycle: 'h23' }).format(noon),
		)
		return String((36 - there) % 24).padStart(2, '0')
	})
	return breaks.sort() as [string, string]
}

const hoursOf = prepared((read) =>
	read
		.select({ key: petitionCells.key, confirmed: petitionCells.confirmed })
		.from(petitionCells)
		.where(
			and(
				eq(petitionCells.petitionId, sql.placeholder('petitionId')),
				eq(petitionCells.by, 'hour'),
				gte(petitionCells.key, sql.placeholder('since')),
			),
		)
		.orderBy(petitionCells.key),
)

const hour = sql`substr(${petitionCells.key}, 12, 2)`

const partsOf = prepared((read) =>
	read
		.select({
			key: sql<string>`min(${petitionCells.key})`,
			confirmed: sql<number>`sum(${petitionCells.confirmed})`.mapWith(Number),
		})
		.from(petitionCells)
		.where(and(eq(petitionCells.petitionId, sql.placeholder('petitionId')), eq(petitionCells.by, 'hour')))
		.groupBy(
			sql`substr(${petitionCells.key}, 1, 10)`,
			sql`case when ${hour} >= ${sql.placeholder('late')} then 2 when ${hour} >= ${sql.placeholder('early')} then 1 else 0 end`,
		),
)
