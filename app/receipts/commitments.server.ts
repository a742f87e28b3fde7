import { and, asc, eq, gt, sql } from 'drizzle-orm'
import { hourOf } from '#app/signing/tally.server.ts'
import { prepared } from '#db/prepared.ts'
import { petitionCheckpoints, petitionSignatures } from '#db/schema/petitions.ts'
import type { Reader } from '#db/store.ts'
import { type PublicSignatureState, publicState } from './public-state.ts'

/** What everybody may read of a signature. */
export interface Commitment {
	ordinal: number
	/** The hour in which it was given, in UTC. */
	hour: string
	region: string
	method: string
	level: number
	state: PublicSignatureState
	commitment: string
}

/** So many lines are read at a time, however many are asked for. */
const AT_ONCE = 1000

/** The published list after an ordinal: by the primary key, so it costs what is asked for and no more. */
export async function commitmentsAfter(
	read: Reader,
	petitionId: number,
	{ after, limit }: { after: number; limit: number },
): Promise<Commitment[]> {
	const rows = await rowsAfter(read).execute({ petitionId, after, limit })
	return rows.map(({ signedAt, state, ...row }) => ({
		...row,
		hour: hourOf(signedAt),
		state: publicState(state),
	}))
}

/** The same, as it is read. */
export async function* commitmentsInParts(
	read: Reader,
	petitionId: number,
	{ after, limit }: { after: number; limit: number },
) {
	let from = after
	for (let left = limit; left > 0; left -= AT_ONCE) {
		const rows = await commitmentsAfter(read, petitionId, { after: from, limit: Math.min(left, AT_ONCE) })
		if (rows.length > 0) yield rows
		if (rows.length < Math.min(left, AT_ONCE)) return
		from = rows.at(-1)?.ordinal ?? from
	}
}

/** The signed heads of the chain after an ordinal, up to another one. */
export const checkpointsBetween = (read: Reader, petitionId: number, after: number, limit: number) =>
	checkpointsAfter(read).execute({ petitionId, after, limit })

const rowsAfter = prepared((read) =>
	read
		.select({
			ordinal: petitionSignatures.ordinal,
			signedAt: petitionSignatures.signedAt,
			region: petitionSignatures.region,
			method: petitionSignatures.method,
			level: petitionSignatures.level,
			state: petitionSignatures.state,
			commitment: petitionSignatures.commitment,
		})
		.from(petitionSignatures)
		.where(
			and(
				eq(petitionSignatures.petitionId, sql.placeholder('petitionId')),
				gt(petitionSignatures.ordinal, sql.placeholder('after')),
			),
		)
		.orderBy(asc(petitionSignatures.ordinal))
		.limit(sql.placeholder('limit')),
)

const checkpointsAfter = prepared((read) =>
	read
		.select({
			ordinal: petitionCheckpoints.ordinal,
			head: petitionCheckpoints.head,
			at: petitionCheckpoints.at,
			signature: petitionCheckpoints.signature,
		})
		.from(petitionCheckpoints)
		.where(
			and(
				eq(petitionCheckpoints.petitionId, sql.placeholder('petitionId')),
				gt(petitionCheckpoints.ordinal, sql.placeholder('after')),
			),
		)
		.orderBy(asc(petitionCheckpoints.ordinal))
		.limit(sql.placeholder('limit')),
)
