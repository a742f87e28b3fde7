import { eq } from 'drizzle-orm'
import { done, type Outcome, refused } from '#app/outcome.ts'
import { type Actor, hasRole } from '#app/people/actor.ts'
import { alertOwner } from '#app/people/alert.server.ts'
import { personById } from '#app/people/find.server.ts'
import { recordOf } from '#app/people/record.server.ts'
import { closeAllSessions } from '#app/people/session-rows.server.ts'
import { factors, recoveryCodes } from '#db/schema/factors.ts'
import type { Writer } from '#db/store.ts'
import { isFactorFresh } from './fresh.ts'

export type ResetRefusal = 'not-allowed' | 'factorNeeded' | 'own' | 'no-person'

/**
 * For somebody who has lost the telephone and the codes: at the next sign-in they set a factor up anew. Nobody
 * does it for themselves, or a borrowed session of an administrator would be enough to get round the factor.
 */
export async function resetFactors(
	tx: Writer,
	{ personId, actor, now }: { personId: string; actor: Actor; now: Date },
): Promise<Outcome<null, ResetRefusal>> {
	if (!hasRole(actor, 'administrator')) return refused('not-allowed')
	if (!isFactorFresh(actor, now)) return refused('factorNeeded')
	if (actor.personId === personId) return refused('own')
	if (!(await personById(tx, personId))) return refused('no-person')
	await tx.delete(factors).where(eq(factors.personId, personId))
	await tx.delete(recoveryCodes).where(eq(recoveryCodes.personId, personId))
	await closeAllSessions(tx, personId)
	await recordOf(tx, {
		personId,
		type: 'factors-reset',
		by: 'administrator',
		actorId: actor.personId,
		now,
	})
	await alertOwner(tx, personId, { notice: 'factors-reset', path: '/sign-in', now })
	return done(null)
}
