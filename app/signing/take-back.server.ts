import { and, eq } from 'drizzle-orm'
import { done, type Outcome, refused } from '#app/outcome.ts'
import { petitionById } from '#app/petitions/petition.server.ts'
import { SIGNED_IN_STATES } from '#app/petitions/petition.ts'
import { petitionSignatures } from '#db/schema/petitions.ts'
import { signatures } from '#db/schema/signatures.ts'
import type { Reader, Writer } from '#db/store.ts'
import { recountMoved } from './tally.server.ts'

export type PetitionSignature = typeof petitionSignatures.$inferSelect

/** The place of a signature, as its row and the evidence of it are found. */
export const signatureKey = (petitionId: number, ordinal: number) => `${petitionId}:${ordinal}`

export async function signatureAt(
	read: Reader,
	petitionId: number,
	ordinal: number,
): Promise<PetitionSignature | undefined> {
	const [signature] = await read
		.select()
		.from(petitionSignatures)
		.where(and(eq(petitionSignatures.petitionId, petitionId), eq(petitionSignatures.ordinal, ordinal)))
	return signature
}

/** Who may take a signature back: whose account gave it, or, where none did, whoever holds the receipt. */
export const mayTakeBack = ({ personId }: { personId: string | null }, asking: string | null): boolean =>
	personId === null || personId === asking

/**
 * The signer takes their signature back while the petition collects. What said who they are is emptied; the place in
 * the list stays, marked as withdrawn, so that the list still gives the chain.
 */
export async function takeBackSignature(
	tx: Writer,
	{
		petitionId,
		ordinal,
		personId,
		now,
	}: { petitionId: number; ordinal: number; personId: string | null; now: Date },
): Promise<Outcome<null, 'not-found' | 'not-allowed' | 'wrong-state'>> {
	const petition = await petitionById(tx, petitionId)
	const signature = await signatureAt(tx, petitionId, ordinal)
	if (!petition || !signature) return refused('not-found')
	if (!mayTakeBack(signature, personId)) return refused('not-allowed')
	const { state } = signature
	if (!SIGNED_IN_STATES.includes(petition.state) || (state !== 'confirmed' && state !== 'review'))
		return refused('wrong-state')
	const keepsMark = state === 'review' && !(await isMarked(tx, petitionId, signature.signerHash))
	await tx
		.update(petitionSignatures)
		.set({
			...NOBODY,
			state: 'withdrawn',
			// Frees the place of this human: they may think better of it and sign again.
			signerHash: keepsMark ? setApartHash(signature.signerHash) : `withdrawn:${ordinal}`,
		})
		.where(and(eq(petitionSignatures.petitionId, petitionId), eq(petitionSignatures.ordinal, ordinal)))
	await tx
		.delete(signatures)
		.where(
			and(eq(signatures.subject, 'petition'), eq(signatures.subjectId, signatureKey(petitionId, ordinal))),
		)
	await recountMoved(tx, petition, [signature], 'withdrawn', now)
	return done(null)
}

/**
 * In the place of the hash of a signer who was set apart and took that back: known by an e-mail alone they are set
 * apart again, from wherever they sign the next time.
 */
export const setApartHash = (hash: string) => `set-apart:${hash}`

async function isMarked(read: Reader, petitionId: number, hash: string): Promise<boolean> {
	const [row] = await read
		.select({ ordinal: petitionSignatures.ordinal })
		.from(petitionSignatures)
		.where(
			and(
				eq(petitionSignatures.petitionId, petitionId),
				eq(petitionSignatures.signerHash, setApartHash(hash)),
			),
		)
	return row !== undefined
}

/** Nothing of who signed or from where. */
export const NOBODY = {
	personId: null,
	fullName: null,
	publicName: null,
	email: null,
	address: null,
	network: null,
	domain: null,
	updates: false,
} as const
