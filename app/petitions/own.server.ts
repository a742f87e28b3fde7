import { and, desc, eq, sql } from 'drizzle-orm'
import { petitions, petitionTallies, petitionTexts } from '#db/schema/petitions.ts'
import type { Reader } from '#db/store.ts'

const MOST = 100

/** What somebody started, drafts among it, the newest first. */
export const petitionsStartedBy = (read: Reader, personId: string) =>
	read
		.select({
			id: petitions.id,
			number: petitions.number,
			state: petitions.state,
			language: petitions.language,
			title: petitionTexts.title,
			sponsorsBy: petitions.sponsorsBy,
			checkBy: petitions.checkBy,
			collectsUntil: petitions.collectsUntil,
			updatedAt: petitions.updatedAt,
			confirmed: sql<number>`coalesce(${petitionTallies.confirmed}, 0)`.mapWith(Number),
		})
		.from(petitions)
		.innerJoin(
			petitionTexts,
			and(eq(petitionTexts.petitionId, petitions.id), eq(petitionTexts.language, petitions.language)),
		)
		.leftJoin(petitionTallies, eq(petitionTallies.petitionId, petitions.id))
		.where(eq(petitions.authorId, personId))
		.orderBy(desc(petitions.createdAt), desc(petitions.id))
		.limit(MOST)
