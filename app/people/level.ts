import type { Profile } from '#app/jurisdictions/profile.ts'

/** What the law wants a known author for. */
export type LevelledAct = keyof Profile['identity']['levels']

/**
 * How well the author of an act must be known. An installation without a way to show more cannot demand it: there
 * the highest level that can be reached is enough, and what is missing is made good on paper (APPC 64(6)).
 */
export const levelNeeded = (profile: Profile, act: LevelledAct, reachable: number): number =>
	Math.min(profile.identity.levels[act].level, reachable)

/** Where somebody stands before an act: what they have shown, what is needed, and how to show more. */
export interface Standing {
	signedIn: boolean
	level: number
	needed: number
	/** The article that wants it, when it is more than an address. */
	article?: string
	/** Of who is signed in: whether letters reach them. */
	addressed: boolean
	ways: readonly Way[]
	/** A digital signature can be verified here. */
	signature: boolean
}

/** A state identity that can be shown. */
export interface Way {
	provider: string
	label: { kk: string; ru: string; en: string }
}
