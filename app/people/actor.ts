import type { Role } from '#db/schema/people.ts'

/** Who does an act: a signed-in person, the holder of a receipt, or the system itself. */
export interface Actor {
	personId: string | null
	roles: readonly { role: Role; bodyId: string | null }[]
	/** The highest proof shown since signing in: 0 none, 1 e-mail, 2 state identity, 3 digital signature. */
	level: number
	/** Until when a second factor that was shown since signing in is enough for an act with legal effect. */
	factorUntil?: Date
	/** The inquiry whose secret link was shown: its holder may do what its author may. */
	receiptOf?: string
	system?: true
}

export const SYSTEM: Actor = { personId: null, roles: [], level: 0, system: true }

/** Somebody who is not signed in. */
export const STRANGER: Actor = { personId: null, roles: [], level: 0 }

/** Whether the actor has one of these roles in this body. */
export function hasRoleIn(actor: Actor, bodyId: string, roles: readonly Role[]): boolean {
	return actor.roles.some((held) => held.bodyId === bodyId && roles.includes(held.role))
}

/** Whether the actor has this role for the whole installation. */
export function hasRole(actor: Actor, role: Role): boolean {
	return actor.roles.some((held) => held.bodyId === null && held.role === role)
}

export const DESK_ROLES = ['clerk', 'executor', 'approver'] as const satisfies readonly Role[]

export const isOnDesk = (actor: Actor, bodyId: string) => hasRoleIn(actor, bodyId, DESK_ROLES)

/** The bodies in which the actor has one of these roles. */
export function bodiesWith(actor: Pick<Actor, 'roles'>, roles: readonly Role[]): string[] {
	const held = actor.roles.filter((role) => role.bodyId && roles.includes(role.role))
	return [...new Set(held.map((role) => role.bodyId as string))]
}

/** The bodies at whose desk the actor works. */
export const deskBodies = (actor: Pick<Actor, 'roles'>) => bodiesWith(actor, DESK_ROLES)

/** The word for the actor in the record: never who, only as what. */
export function actingAs(actor: Actor, bodyId: string | null, roles: readonly Role[]): string {
	if (actor.system) return 'system'
	return actor.roles.find((held) => held.bodyId === bodyId && roles.includes(held.role))?.role ?? 'author'
}
