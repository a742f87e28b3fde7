import { and, asc, desc, eq, gt, lte } from 'drizzle-orm'
import type { Petition } from '#app/petitions/petition.server.ts'
import type { PetitionSignature } from '#app/signing/take-back.server.ts'
import { petitionCheckpoints, petitionSignatures } from '#db/schema/petitions.ts'
import type { Reader } from '#db/store.ts'
import { CHAIN_START, headAfter, type Receipt, saltOf } from './receipt.server.ts'

/** The receipt of a signature, made again from its row; undefined once the row no longer says who signed. */
export async function receiptOf(
	read: Reader,
	{ id, number }: Petition,
	{ ordinal, fullName, level, method, region, signedAt, commitment }: PetitionSignature,
	site: string,
): Promise<Receipt | undefined> {
	if (fullName === null) return undefined
	return {
		site,
		petition: number ?? '',
		ordinal,
		at: signedAt,
		level,
		method,
		region,
		name: fullName,
		salt: saltOf(id, ordinal),
		commitment,
		head: await headAt(read, id, ordinal),
	}
}

/** The chain as it stood after this signature: from the checkpoint before it, so the way is never long. */
export async function headAt(read: Reader, petitionId: number, ordinal: number): Promise<string> {
	const [from = { ordinal: 0, head: CHAIN_START }] = await read
		.select({ ordinal: petitionCheckpoints.ordinal, head: petitionCheckpoints.head })
		.from(petitionCheckpoints)
		.where(and(eq(petitionCheckpoints.petitionId, petitionId), lte(petitionCheckpoints.ordinal, ordinal)))
		.orderBy(desc(petitionCheckpoints.ordinal))
		.limit(1)
	const rows = await read
		.select({ commitment: petitionSignatures.commitment })
		.from(petitionSignatures)
		.where(
			and(
				eq(petitionSignatures.petitionId, petitionId),
				gt(petitionSignatures.ordinal, from.ordinal),
				lte(petitionSignatures.ordinal, ordinal),
			),
		)
		.orderBy(asc(petitionSignatures.ordinal))
	return rows.reduce((head, { commitment }) => headAfter(head, commitment), from.head)
}
