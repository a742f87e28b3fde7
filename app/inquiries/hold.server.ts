import { and, eq, inArray } from 'drizzle-orm'
import { proceedings } from '#db/schema/inquiries.ts'
import type { Reader, Store, Writer } from '#db/store.ts'

/**
 * Writes to these questions while nothing else happens to them, nor to those whose answer they share: what is done to
 * a question is done to all that follow it, so whoever acts on one of these holds the key of the other too.
 */
export async function writeCase<Result>(
	{ readOwn, write }: Pick<Store, 'readOwn' | 'write'>,
	inquiryIds: readonly string[],
	work: (tx: Writer) => Promise<Result>,
	otherKeys: readonly string[] = [],
): Promise<Result> {
	for (;;) {
		const keys = await keysOfCase(readOwn, inquiryIds)
		const outcome = await write([...keys, ...otherKeys], async (tx) => {
			// It may have been put under another question between the look and the lock.
			const needed = await keysOfCase(tx, inquiryIds)
			return needed.every((key) => keys.includes(key)) ? { result: await work(tx) } : undefined
		})
		if (outcome) return outcome.result
	}
}

async function keysOfCase(read: Reader, inquiryIds: readonly string[]): Promise<string[]> {
	const followed = await read
		.selectDistinct({ leadId: proceedings.followsId })
		.from(proceedings)
		.where(and(inArray(proceedings.inquiryId, [...inquiryIds]), eq(proceedings.stage, 'following')))
	const leads = followed.flatMap(({ leadId }) => (leadId ? [inquiryOf(leadId)] : []))
	return [...new Set([...inquiryIds, ...leads])].map((id) => `inquiry:${id}`)
}

/** The question that a proceeding belongs to: its id begins with it. */
export const inquiryOf = (proceedingId: string) => proceedingId.replace(/-\d+$/, '')
