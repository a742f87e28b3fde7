import { and, asc, desc, eq, inArray, or, sql } from 'drizzle-orm'
import { signerHashes, signingPerson } from '#app/people/signer.server.ts'
import { publicState } from '#app/receipts/public-state.ts'
import { petitionSignatures, petitions, petitionTallies, petitionTexts } from '#db/schema/petitions.ts'
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

/** How many petitions are looked through in one query. */
const AT_ONCE = 100

/**
 * What somebody signed, the newest first. No index leads from a person to their signatures: what the person would
 * have signed each petition under is looked up instead.
 */
export async function signaturesBy(read: Reader, personId: string) {
	const person = await signingPerson(read, personId)
	if (!person) return []
	const all = await read
		.select({ id: petitionTallies.petitionId })
		.from(petitionTallies)
		.orderBy(asc(petitionTallies.petitionId))
	const found: Awaited<ReturnType<typeof signedAmong>> = []
	for (let at = 0; at < all.length; at += AT_ONCE) {
		const asked = all
			.slice(at, at + AT_ONCE)
			.map(({ id }) => ({ id, hashes: signerHashes(id, person) }))
			.filter(({ hashes }) => hashes.length > 0)
		if (asked.length > 0) found.push(...(await signedAmong(read, asked)))
	}
	return found.sort((a, b) => b.signedAt.getTime() - a.signedAt.getTime())
}

const signedAmong = async (read: Reader, asked: readonly { id: number; hashes: string[] }[]) => {
	const rows = await read
		.select({
			petitionId: petitionSignatures.petitionId,
			number: petitions.number,
			language: petitions.language,
			title: petitionTexts.title,
			ordinal: petitionSignatures.ordinal,
			state: petitionSignatures.state,
			method: petitionSignatures.method,
			level: petitionSignatures.level,
			region: petitionSignatures.region,
			fullName: petitionSignatures.fullName,
			publicName: petitionSignatures.publicName,
			updates: petitionSignatures.updates,
			signedAt: petitionSignatures.signedAt,
			commitment: petitionSignatures.commitment,
		})
		.from(petitionSignatures)
		.innerJoin(petitions, eq(petitions.id, petitionSignatures.petitionId))
		.innerJoin(
			petitionTexts,
			and(eq(petitionTexts.petitionId, petitions.id), eq(petitionTexts.language, petitions.language)),
		)
		.where(
			or(
				...asked.map(({ id, hashes }) =>
					and(eq(petitionSignatures.petitionId, id), inArray(petitionSignatures.signerHash, hashes)),
				),
			),
		)
	return rows.map(({ state, ...row }) => ({ ...row, state: publicState(state) }))
}
