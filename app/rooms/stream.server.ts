import { eq } from 'drizzle-orm'
import {
	type ActingOnHearing,
	openHearing,
	recordHearingStep,
	touchRoom,
} from '#app/hearings/hearing.server.ts'
import { done, type Outcome } from '#app/outcome.ts'
import { hearings } from '#db/schema/hearings.ts'
import type { Writer } from '#db/store.ts'
import type { RoomRefusal } from './room.ts'

/** Where picture and sound of the session are; none takes it away. */
export async function setStream(
	tx: Writer,
	{ url, ...acting }: ActingOnHearing & { url: string | null },
): Promise<Outcome<null, RoomRefusal>> {
	const opened = await openHearing(tx, 'keep-room', acting)
	if (!opened.ok) return opened
	const { hearingId, now } = acting
	await tx.update(hearings).set({ streamUrl: url, updatedAt: now }).where(eq(hearings.id, hearingId))
	await recordHearingStep(tx, opened.value, acting, 'stream-set')
	await touchRoom(tx, hearingId)
	return done(null)
}
