import { and, asc, eq } from 'drizzle-orm'
import { outbox } from '#db/schema/register.ts'
import type { Reader } from '#db/store.ts'
import type { ToldNotice } from './told-notice.ts'

/** What its author was told of a case, and what became of each letter. */
export async function noticesOfCase(read: Reader, inquiryId: string): Promise<ToldNotice[]> {
	const rows = await read
		.select({
			number: outbox.number,
			notice: outbox.notice,
			channel: outbox.channel,
			createdAt: outbox.createdAt,
			sentAt: outbox.sentAt,
			failedAt: outbox.failedAt,
			bouncedAt: outbox.bouncedAt,
			status: outbox.status,
		})
		.from(outbox)
		.where(and(eq(outbox.inquiryId, inquiryId), eq(outbox.toAuthor, true)))
		.orderBy(asc(outbox.number))
	return rows.map(({ createdAt, sentAt, failedAt, bouncedAt, ...row }) => ({
		...row,
		writtenAt: createdAt,
		...(bouncedAt
			? { state: 'bounced' as const, at: bouncedAt }
			: failedAt
				? { state: 'refused' as const, at: failedAt }
				: sentAt
					? { state: 'handedOver' as const, at: sentAt }
					: { state: 'waiting' as const, at: null }),
	}))
}
