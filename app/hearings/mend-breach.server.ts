import { and, eq, isNull } from 'drizzle-orm'
import { type HearingDuty, hearingBreaches } from '#db/schema/hearings.ts'
import type { Writer } from '#db/store.ts'

/** A duty that was broken is done now. The breach stays on record. */
export async function mendHearingBreach(
	tx: Writer,
	{ hearingId, duty, subjectId = '' }: { hearingId: number; duty: HearingDuty; subjectId?: string },
	now: Date,
): Promise<void> {
	await tx
		.update(hearingBreaches)
		.set({ mendedAt: now })
		.where(
			and(
				eq(hearingBreaches.hearingId, hearingId),
				eq(hearingBreaches.duty, duty),
				eq(hearingBreaches.subjectId, subjectId),
				isNull(hearingBreaches.mendedAt),
			),
		)
}
