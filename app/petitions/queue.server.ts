import { and, asc, count, eq, gt, isNotNull, isNull, type SQL, sql } from 'drizzle-orm'
import {
	considerations,
	petitions,
	petitionTallies,
	petitionTexts,
	petitionUpdates,
} from '#db/schema/petitions.ts'
import type { Reader } from '#db/store.ts'

const MOST = 100

const NAMED = {
	id: petitions.id,
	number: petitions.number,
	state: petitions.state,
	language: petitions.language,
	title: petitionTexts.title,
}

/** What waits for a moderator, each list with what is most urgent first. */
export async function moderationQueue(read: Reader) {
	const ownText = and(
		eq(petitionTexts.petitionId, petitions.id),
		eq(petitionTexts.language, petitions.language),
	)
	const dated = (when: SQL | undefined, dueOn: typeof petitions.checkBy | typeof petitions.informMediaBy) =>
		read
			.select({ ...NAMED, dueOn, sponsoredAt: petitions.sponsoredAt, publishedAt: petitions.publishedAt })
			.from(petitions)
			.innerJoin(petitionTexts, ownText)
			.where(when)
			.orderBy(sql`${dueOn} asc nulls last`, asc(petitions.id))
			.limit(MOST)
	return {
		toCheck: await dated(eq(petitions.state, 'checking'), petitions.checkBy),
		toInform: await dated(
			and(
				isNotNull(petitions.informMediaBy),
				isNull(petitions.mediaInformedAt),
				sql`${petitions.state} <> 'withdrawn'`,
			),
			petitions.informMediaBy,
		),
		toSend: await read
			.select({
				...NAMED,
				reachedAt: considerations.reachedAt,
				threshold: considerations.threshold,
				needed: considerations.needed,
				confirmed: petitionTallies.confirmed,
			})
			.from(considerations)
			.innerJoin(petitions, eq(petitions.id, considerations.petitionId))
			.innerJoin(petitionTexts, ownText)
			.innerJoin(petitionTallies, eq(petitionTallies.petitionId, petitions.id))
			.where(and(eq(considerations.state, 'reached'), sql`${petitions.state} in ('open', 'closed')`))
			.orderBy(asc(considerations.reachedAt), asc(considerations.id))
			.limit(MOST),
		updates: await read
			.select({ ...NAMED, waiting: count(petitionUpdates.id) })
			.from(petitionUpdates)
			.innerJoin(petitions, eq(petitions.id, petitionUpdates.petitionId))
			.innerJoin(petitionTexts, ownText)
			.where(eq(petitionUpdates.state, 'waiting'))
			.groupBy(petitions.id, petitionTexts.title)
			.orderBy(asc(petitions.id))
			.limit(MOST),
		toReview: await read
			.select({ ...NAMED, waiting: petitionTallies.review })
			.from(petitionTallies)
			.innerJoin(petitions, eq(petitions.id, petitionTallies.petitionId))
			.innerJoin(petitionTexts, ownText)
			.where(gt(petitionTallies.review, 0))
			.orderBy(sql`${petitionTallies.review} desc`, asc(petitions.id))
			.limit(MOST),
	}
}
