import { eq } from 'drizzle-orm'
import { dayIn } from '#app/deadlines/day.ts'
import { profileById } from '#app/jurisdictions/profiles.ts'
import { record } from '#app/register/record.server.ts'
import { inquiries } from '#db/schema/inquiries.ts'
import type { outbox } from '#db/schema/register.ts'
import type { Writer } from '#db/store.ts'

type Undelivered = Pick<typeof outbox.$inferSelect, 'number' | 'notice' | 'inquiryId' | 'toAuthor'>

/**
 * What the law has the author told did not reach them: the record of the case says so, for the desk to tell them in
 * another way. To whom it was written is not in it.
 */
export async function recordUndelivered(
	tx: Writer,
	letter: Undelivered,
	{ status, now }: { status: string | null; now: Date },
): Promise<void> {
	if (!letter.inquiryId || !letter.toAuthor) return
	const [inquiry] = await tx
		.select({ profileId: inquiries.profileId })
		.from(inquiries)
		.where(eq(inquiries.id, letter.inquiryId))
	if (!inquiry) return
	await record(tx, {
		subject: 'inquiry',
		subjectId: letter.inquiryId,
		type: 'notice_undelivered',
		at: now,
		on: dayIn(profileById(inquiry.profileId).time.zone, now),
		by: 'system',
		details: { notice: letter.notice, letter: letter.number, status },
		once: `undelivered:${letter.number}`,
	})
}
