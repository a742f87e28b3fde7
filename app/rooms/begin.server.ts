import { randomBytes } from 'node:crypto'
import { eq } from 'drizzle-orm'
import {
	type ActingOnHearing,
	openHearing,
	recordHearingStep,
	touchRoom,
} from '#app/hearings/hearing.server.ts'
import { done, type Outcome, refused } from '#app/outcome.ts'
import { hearings } from '#db/schema/hearings.ts'
import type { Writer } from '#db/store.ts'
import type { RoomRefusal } from './room.ts'

/** The chair opens the session, never before the moment that was announced. From now on the seed of the queue is shown. */
export async function beginHearing(tx: Writer, acting: ActingOnHearing): Promise<Outcome<null, RoomRefusal>> {
	const opened = await openHearing(tx, 'begin', acting)
	if (!opened.ok) return opened
	const { hearing, today } = opened.value
	const { hearingId, now } = acting
	if (hearing.form === 'portal_discussion') return refused('wrong-state')
	if (!hearing.startsAt || now < hearing.startsAt) return refused('before-start')
	// Nor on a day of which nobody was told.
	if (hearing.renewReason !== null || (hearing.endsOn && today > hearing.endsOn))
		return refused('renew-first')
	await tx
		.update(hearings)
		.set({
			state: 'live',
			startedAt: now,
			updatedAt: now,
			queueSeed: hearing.queueSeed ?? randomBytes(16).toString('hex'),
		})
		.where(eq(hearings.id, hearingId))
	await recordHearingStep(tx, opened.value, acting, 'begun')
	await touchRoom(tx, hearingId)
	return done(null)
}
