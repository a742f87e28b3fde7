import type { Actor } from './actor.ts'

/** Who looks at the page: an actor with a name to greet. */
export interface SignedIn extends Actor {
	personId: string
	name: string
	/** Works for a body, so the desk is one tap away. */
	desk: boolean
}
