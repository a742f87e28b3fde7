import { eq } from 'drizzle-orm'
import {
	type ActingOnHearing,
	type OpenedHearing,
	openHearing,
	recordHearingStep,
	touchRoom,
} from '#app/hearings/hearing.server.ts'
import { lastDayOf } from '#app/hearings/terms.ts'
import { done, type Outcome, refused } from '#app/outcome.ts'
import { hearings } from '#db/schema/hearings.ts'
import type { Writer } from '#db/store.ts'
import { endRunningItem } from './agenda.server.ts'
import { emptyHall } from './attend.server.ts'
import { endRunningSpeech } from './call.server.ts'
import { closeOpenPolls } from './polls.server.ts'
import type { RoomRefusal } from './room.ts'

type Done = Promise<Outcome<null, RoomRefusal>>

/** The chair closes the session: what runs in it ends, and the term of the protocol begins. */
export async function endHearing(tx: Writer, acting: ActingOnHearing): Done {
	const opened = await openHearing(tx, 'end', acting)
	if (!opened.ok) return opened
	await closeRoom(tx, opened.value, acting)
	const { hearingId, now } = acting
	await tx
		.update(hearings)
		.set({
			state: 'held',
			endedAt: now,
			updatedAt: now,
			signProtocolBy: signBy(opened.value),
		})
		.where(eq(hearings.id, hearingId))
	await recordHearingStep(tx, opened.value, acting, 'ended')
	await touchRoom(tx, hearingId)
	return done(null)
}

/** It did not take place: on a ground of the profile, with the reasons; a protocol is due all the same. */
export async function declareNotHeld(
	tx: Writer,
	{ ground, reason, ...acting }: ActingOnHearing & { ground: string; reason: string },
): Done {
	const opened = await openHearing(tx, 'not-held', acting)
	if (!opened.ok) return opened
	const { law } = opened.value
	if (!Object.hasOwn(law.profile.hearing.not_held_grounds, ground)) return refused('unknown-ground')
	await closeRoom(tx, opened.value, acting)
	const { hearingId, now } = acting
	await tx
		.update(hearings)
		.set({
			state: 'not_held',
			endedAt: now,
			updatedAt: now,
			notHeldGround: ground,
			notHeldReason: reason,
			signProtocolBy: signBy(opened.value),
		})
		.where(eq(hearings.id, hearingId))
	await recordHearingStep(tx, opened.value, acting, 'not-held', { ground })
	await touchRoom(tx, hearingId)
	return done(null)
}

/** Of the hearing of a civic group nothing follows in law. */
const signBy = ({ hearing, law, today }: OpenedHearing) =>
	hearing.civic ? null : lastDayOf(law, 'sign_protocol', today)

async function closeRoom(tx: Writer, opened: OpenedHearing, acting: ActingOnHearing): Promise<void> {
	const { hearingId, now } = acting
	await endRunningSpeech(tx, opened, acting)
	await endRunningItem(tx, hearingId, now)
	await closeOpenPolls(tx, opened, acting)
	await emptyHall(tx, hearingId, now)
}
