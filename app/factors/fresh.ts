import type { Actor } from '#app/people/actor.ts'

/**
 * Whether a second factor was shown so lately that an act with legal effect may follow: signing an answer,
 * extending a term, terminating a procedure, giving roles.
 */
export const isFactorFresh = ({ system, factorUntil }: Actor, now: Date): boolean =>
	system === true || (factorUntil !== undefined && now <= factorUntil)

/** Whoever looks after the factors of their own account. */
export interface Owner extends Actor {
	personId: string
	/** Until then their signing in counts as of just now: time to set up the first factor. */
	signedInUntil: Date
}

export type AddRefusal = 'factorNeeded' | 'signInBefore' | 'tooManyFactors'

const MOST_FACTORS = 10

/** The first may be added by whoever has just signed in; further ones only by showing one that is there. */
export function refusalToAdd(owner: Owner, had: number, now: Date): AddRefusal | undefined {
	if (had > 0 && !isFactorFresh(owner, now)) return 'factorNeeded'
	if (had === 0 && now > owner.signedInUntil) return 'signInBefore'
	return had < MOST_FACTORS ? undefined : 'tooManyFactors'
}
