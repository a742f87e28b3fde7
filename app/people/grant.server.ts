import { and, eq, isNull } from 'drizzle-orm'
import { isFactorFresh } from '#app/factors/fresh.ts'
import { done, type Outcome, refused } from '#app/outcome.ts'
import { bodies } from '#db/schema/bodies.ts'
import { type Role, roles } from '#db/schema/people.ts'
import type { Writer } from '#db/store.ts'
import { type Actor, DESK_ROLES, hasRole } from './actor.ts'
import { personById } from './find.server.ts'
import { recordOf } from './record.server.ts'

export type GrantRefusal =
	| 'not-allowed'
	| 'factorNeeded'
	| 'no-person'
	| 'no-body'
	| 'body-needed'
	| 'no-body-wanted'

export interface Grant {
	personId: string
	role: Role
	/** For the roles of a desk, the body; for the others null. */
	bodyId: string | null
	actor: Actor
	now: Date
}

/** Granting twice is granting once. */
export async function grantRole(
	tx: Writer,
	{ personId, role, bodyId, actor, now }: Grant,
): Promise<Outcome<{ roleId: string }, GrantRefusal>> {
	if (!mayGrant(actor)) return refused('not-allowed')
	if (!isFactorFresh(actor, now)) return refused('factorNeeded')
	const ofDesk = (DESK_ROLES as readonly Role[]).includes(role)
	if (ofDesk && !bodyId) return refused('body-needed')
	if (!ofDesk && bodyId) return refused('no-body-wanted')
	if (!(await personById(tx, personId))) return refused('no-person')
	if (bodyId && !(await isBody(tx, bodyId))) return refused('no-body')

	const [held] = await tx
		.select({ id: roles.id })
		.from(roles)
		.where(
			and(
				eq(roles.personId, personId),
				eq(roles.role, role),
				bodyId ? eq(roles.bodyId, bodyId) : isNull(roles.bodyId),
				isNull(roles.endedAt),
			),
		)
	if (held) return done({ roleId: held.id })
	const roleId = crypto.randomUUID()
	await tx.insert(roles).values({ id: roleId, personId, role, bodyId, grantedAt: now })
	await recordOf(tx, {
		personId,
		type: 'role-granted',
		by: actor.system ? 'system' : 'administrator',
		actorId: actor.personId,
		details: { roleId, role, bodyId },
		now,
	})
	return done({ roleId })
}

export type EndRefusal = 'not-allowed' | 'factorNeeded' | 'no-role' | 'last-administrator'

/** From the next request on it opens nothing. The row stays: who held which role when is on the record. */
export async function endRole(
	tx: Writer,
	{ roleId, actor, now }: { roleId: string; actor: Actor; now: Date },
): Promise<Outcome<{ personId: string }, EndRefusal>> {
	if (!mayGrant(actor)) return refused('not-allowed')
	if (!isFactorFresh(actor, now)) return refused('factorNeeded')
	const [held] = await tx.select().from(roles).where(eq(roles.id, roleId))
	if (!held) return refused('no-role')
	if (held.endedAt) return done({ personId: held.personId })
	if (held.role === 'administrator' && (await tx.$count(roles, administering)) < 2) {
		return refused('last-administrator')
	}
	await tx.update(roles).set({ endedAt: now }).where(eq(roles.id, roleId))
	await recordOf(tx, {
		personId: held.personId,
		type: 'role-ended',
		by: actor.system ? 'system' : 'administrator',
		actorId: actor.personId,
		details: { roleId, role: held.role, bodyId: held.bodyId },
		now,
	})
	return done({ personId: held.personId })
}

/** The key to hold: with it the last administrator cannot be ended twice at once. */
export const GRANTS_KEY = 'grants'

const administering = and(eq(roles.role, 'administrator'), isNull(roles.endedAt))

const mayGrant = (actor: Actor) => actor.system === true || hasRole(actor, 'administrator')

async function isBody(tx: Writer, bodyId: string): Promise<boolean> {
	return (await tx.$count(bodies, eq(bodies.id, bodyId))) > 0
}
