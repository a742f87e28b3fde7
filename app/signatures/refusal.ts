/** Why a signature is not taken. Each has its sentence in `people:signature.refused`. */
export const SIGNATURE_REFUSALS = [
	'no-signature',
	'too-large',
	'malformed',
	'signers',
	'no-certificate',
	'algorithm',
	'attributes',
	'altered',
	'signature',
	'untrusted',
	'not-valid-yet',
	'expired',
	'usage',
	'revoked',
	'unchecked',
	'identifier',
	'gost',
	'verifier-down',
	'too-slow',
	'stale',
	'replayed',
] as const
export type SignatureRefusal = (typeof SIGNATURE_REFUSALS)[number]

const OF_SIGNATURE: readonly string[] = [
	...SIGNATURE_REFUSALS,
	'often',
	'elsewhere',
	'somebody-else',
	'no-person',
]

/** Whether it is the signature that was refused, and not the act that it is for. */
export const isOfSignature = (refusal: string) => OF_SIGNATURE.includes(refusal)
