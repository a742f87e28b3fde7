import { and, eq, isNotNull, isNull, notExists, sql } from 'drizzle-orm'
import { petitionBreaches, petitions } from '#db/schema/petitions.ts'
import type { Reader } from '#db/store.ts'

/** Of the checks whose term has ended, by a decision or by time: how many there were, and how many were made in time. */
export async function punctuality(read: Reader): Promise<{ ended: number; inTime: number }> {
	const unmended = await read.$count(
		petitionBreaches,
		and(eq(petitionBreaches.duty, 'check'), isNull(petitionBreaches.mendedAt)),
	)
	const checked = await read.$count(
		petitions,
		and(isNotNull(petitions.checkBy), isNotNull(petitions.checkedAt)),
	)
	const inTime = await read.$count(
		petitions,
		and(
			isNotNull(petitions.checkBy),
			isNotNull(petitions.checkedAt),
			notExists(
				read
					.select({ one: sql`1` })
					.from(petitionBreaches)
					.where(and(eq(petitionBreaches.petitionId, petitions.id), eq(petitionBreaches.duty, 'check'))),
			),
		),
	)
	return { ended: checked + unmended, inTime }
}
