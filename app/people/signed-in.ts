import type { Language } from '#app/i18n/languages.ts'
import type { Actor } from './actor.ts'

/** Who looks at the page: an actor with a name to greet. */
export interface SignedIn extends Actor {
	personId: string
	name: string
	/** Works for a body, so the desk is one tap away. */
	desk: boolean
	/** The language of letters to them. */
	language: Language
	/** Shown to nobody but themselves. */
	email: string | null
	/** The highest proof on the account, whether or not it was shown since signing in. */
	assuranceLevel: number
	emailConfirmed: boolean
	/** Holds roles that open nothing yet, because no second factor was shown since signing in. */
	waitsForFactor: boolean
	/** Until then their signing in counts as of just now. */
	signedInUntil: Date
	/** An account of the demonstration, which everybody uses. */
	shared: boolean
}
