import { and, eq, type SQL } from 'drizzle-orm'
import { petitionSignatures as signatures } from '#db/schema/petitions.ts'
import type { Reader, Writer } from '#db/store.ts'

/** Whether the signer of a letter's link is still written to about the petition. */
export async function hearsOfPetition(read: Reader, signature: string): Promise<boolean> {
	return (await read.$count(signatures, and(thatOf(signature), eq(signatures.updates, true)))) > 0
}

/** By the link of a letter: the signature stays, and no more letters of this petition come. */
export async function stopLetters(tx: Writer, signature: string): Promise<void> {
	await tx.update(signatures).set({ updates: false }).where(thatOf(signature))
}

/** '17-1234': the petition, and the ordinal in it. */
function thatOf(signature: string): SQL | undefined {
	const [petitionId = 0, ordinal = 0] = signature.split('-').map(Number)
	return and(eq(signatures.petitionId, petitionId), eq(signatures.ordinal, ordinal))
}
