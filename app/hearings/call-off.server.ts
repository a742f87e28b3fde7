import { eq } from 'drizzle-orm'
import { done, type Outcome } from '#app/outcome.ts'
import { hearings } from '#db/schema/hearings.ts'
import type { Writer } from '#db/store.ts'
import { type ActingOnHearing, openHearing, recordHearingStep, touchRoom } from './hearing.server.ts'
import type { HearingRefusal } from './hearing.ts'
import { tellInitiator, tellPerson } from './tell.server.ts'

/** Calls the hearing off before it is held, and says why to everybody. */
export async function callOffHearing(
	tx: Writer,
	act: ActingOnHearing & { reason: string },
): Promise<Outcome<null, HearingRefusal | 'not-found' | 'factorNeeded'>> {
	const opened = await openHearing(tx, 'call-off', act)
	if (!opened.ok) return opened
	const { hearing } = opened.value
	const { reason, actor, now } = act
	await tx
		.update(hearings)
		.set({ state: 'called_off', callOffReason: reason, updatedAt: now })
		.where(eq(hearings.id, hearing.id))
	await touchRoom(tx, hearing.id)
	await recordHearingStep(tx, opened.value, act, 'called-off')
	const told = {
		notice: 'hearing-called-off',
		values: { number: hearing.number, reason, path: `/hearings/${hearing.number}` },
		now,
	}
	if (hearing.initiatorId !== actor.personId) await tellInitiator(tx, hearing, told)
	for (const personId of new Set(hearing.officers.map((officer) => officer.personId)))
		if (personId !== actor.personId) await tellPerson(tx, personId, told)
	return done(null)
}
