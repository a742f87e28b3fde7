import { and, asc, eq, inArray, or } from 'drizzle-orm'
import { signerHash } from '#app/people/signer.server.ts'
import { petitionSignatures, petitionTallies } from '#db/schema/petitions.ts'
import type { Writer } from '#db/store.ts'
import { setApartHash } from './take-back.server.ts'

/** How many petitions are looked through in one query. */
const AT_ONCE = 100

/**
 * Signatures that were given under an address stand under the one that took its place: the same human still signs
 * once, finds them all, and takes them along when the account is erased.
 */
export async function carrySigner(tx: Writer, { from, to }: { from: string; to: string }): Promise<void> {
	const all = await tx
		.select({ id: petitionTallies.petitionId })
		.from(petitionTallies)
		.orderBy(asc(petitionTallies.petitionId))
	for (let at = 0; at < all.length; at += AT_ONCE)
		for (const { petitionId, ordinal, hash } of await signedUnder(tx, all.slice(at, at + AT_ONCE), from)) {
			const was = signerHash(petitionId, { emailFolded: from })
			const is = hash.replace(was, signerHash(petitionId, { emailFolded: to }))
			const taken = and(eq(petitionSignatures.petitionId, petitionId), eq(petitionSignatures.signerHash, is))
			// Who signed under both has two rows already: neither is lost.
			if ((await tx.$count(petitionSignatures, taken)) > 0) continue
			await tx
				.update(petitionSignatures)
				.set({ signerHash: is })
				.where(and(eq(petitionSignatures.petitionId, petitionId), eq(petitionSignatures.ordinal, ordinal)))
		}
}

const signedUnder = (tx: Writer, petitions: readonly { id: number }[], emailFolded: string) =>
	tx
		.select({
			petitionId: petitionSignatures.petitionId,
			ordinal: petitionSignatures.ordinal,
			hash: petitionSignatures.signerHash,
		})
		.from(petitionSignatures)
		.where(
			or(
				...petitions.map(({ id }) => {
					const hash = signerHash(id, { emailFolded })
					return and(
						eq(petitionSignatures.petitionId, id),
						inArray(petitionSignatures.signerHash, [hash, setApartHash(hash)]),
					)
				}),
			),
		)
