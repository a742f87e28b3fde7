import { desc, eq } from 'drizzle-orm'
import {
	type ActingOnHearing,
	openHearing,
	recordHearingStep,
	touchRoom,
} from '#app/hearings/hearing.server.ts'
import { done, type Outcome } from '#app/outcome.ts'
import { roomAnnouncements as announcements } from '#db/schema/hearings.ts'
import type { Reader, Writer } from '#db/store.ts'
import type { RoomRefusal } from './room.ts'

/** What the chair tells everybody. */
export async function announceInRoom(
	tx: Writer,
	{ text, language, ...acting }: ActingOnHearing & { text: string; language: string },
): Promise<Outcome<null, RoomRefusal>> {
	const opened = await openHearing(tx, 'lead-room', acting)
	if (!opened.ok) return opened
	const { hearingId, now } = acting
	await tx.insert(announcements).values({ id: crypto.randomUUID(), hearingId, text, language, saidAt: now })
	await recordHearingStep(tx, opened.value, acting, 'announcement-made')
	await touchRoom(tx, hearingId)
	return done(null)
}

/** The newest first. */
export const announcementsOf = (read: Reader, hearingId: number, most: number) =>
	read
		.select({
			id: announcements.id,
			text: announcements.text,
			language: announcements.language,
			saidAt: announcements.saidAt,
		})
		.from(announcements)
		.where(eq(announcements.hearingId, hearingId))
		.orderBy(desc(announcements.saidAt), desc(announcements.id))
		.limit(most)
