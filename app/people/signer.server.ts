import { createHmac } from 'node:crypto'
import { configuration } from '#server/configuration.ts'

/** Who signs, as far as it makes them one: a human whose identifier was shown, or else an address. */
export type Signer = { identifierHash: string } | { emailFolded: string }

/**
 * What makes one human one signature on one petition. It is keyed by the petition too: rows of two petitions do not
 * tell that the same person signed both.
 */
export function signerHash(petitionId: number, signer: Signer): string {
	const who =
		'identifierHash' in signer ? `identifier:${signer.identifierHash}` : `email:${signer.emailFolded}`
	return createHmac('sha256', configuration().IDENTITY_KEY)
		.update(`signer:${petitionId}:${who}`)
		.digest('base64url')
}
