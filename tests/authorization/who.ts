import type { Actor } from '#app/people/actor.ts'
import type { Writer } from '#db/store.ts'
import type { World } from '#tests/support/world.ts'

/** Everybody who might try an act to a matter of ENV. */
export const EVERYBODY = [
	'author',
	'receipt',
	'another receipt',
	'stranger',
	'anonymous',
	...['ENV', 'HSG', 'GOV'].flatMap((body) => [`${body}:clerk`, `${body}:executor`, `${body}:approver`]),
	'administrator',
	'overseer',
	'moderator',
] as const

/** Who filed it, signed in or by the link on the receipt. */
export const AUTHOR = ['author', 'receipt']

export type Outcomes = Promise<{ ok: true } | { ok: false; refusal: string }>

/** An act that only some may do: each row of the matrix, with the state in which they may. */
export interface Row {
	/** The act's own function, as `app` exports it. */
	name: string
	allowed: readonly string[]
	arrange: (world: World) => Promise<Ready>
}

interface Ready {
	receipts?: { own: string; another: string }
	attempt: (tx: Writer, actor: Actor) => Outcomes
}

export function actorCalled(who: string, { actors }: World, { receipts }: Pick<Ready, 'receipts'>): Actor {
	const nobody = { personId: null, roles: [], level: 0 }
	if (who === 'receipt') return { ...nobody, receiptOf: receipts?.own }
	if (who === 'another receipt') return { ...nobody, receiptOf: receipts?.another }
	return actors[who] ?? nobody
}
