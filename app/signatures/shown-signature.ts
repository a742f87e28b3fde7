/** What a page says of a signature; nothing in it names the signer by number. */
export interface ShownSignature {
	id: string
	signerName: string
	issuer: string
	signedAt: Date
	/** What is known of the certificate at the moment of signing. */
	revocation: 'good' | 'revoked' | 'unchecked'
	/** The authority is still being asked. */
	asked: boolean
	/** This viewer may take the signature away, with the certificate in it. */
	whole: boolean
}
