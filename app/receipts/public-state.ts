import type { SignatureState } from '#db/schema/petitions.ts'

export const PUBLIC_SIGNATURE_STATES = ['given', 'removed', 'withdrawn'] as const
export type PublicSignatureState = (typeof PUBLIC_SIGNATURE_STATES)[number]

/**
 * What may be told of one signature. Whether it is counted or set apart is told only as a number for all of them:
 * whoever sends signatures by script would learn from it which of them were noticed.
 */
export const publicState = (state: SignatureState): PublicSignatureState =>
	state === 'confirmed' || state === 'review' ? 'given' : state
