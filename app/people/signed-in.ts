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
	email: string
	/** 0 nothing confirmed, 1 e-mail confirmed, 2 state identity, 3 digital signature. */
	assuranceLevel: number
	emailConfirmed: boolean
}
