import { remarkGroups, remarks } from '#db/schema/hearings.ts'
import type { Store } from '#db/store.ts'

interface Given {
	group?: Partial<typeof remarkGroups.$inferInsert>
	remark?: Partial<typeof remarks.$inferInsert>
}

/** A remark against the project in a group of its own, as the record has it. */
export async function aRemark(
	store: Store,
	hearingId: number,
	ordinal: number,
	{ group, remark }: Given = {},
): Promise<void> {
	await store.write('a remark', async (tx) => {
		const [row] = await tx
			.insert(remarkGroups)
			.values({ hearingId, ordinal, title: `Remark ${ordinal}`, remarkOrdinal: ordinal, ...group })
			.returning()
		if (!row) throw new Error('no group was made')
		await tx.insert(remarks).values({
			hearingId,
			ordinal,
			groupId: row.id,
			channel: 'portal',
			position: 'against',
			affiliation: 'resident',
			language: 'en',
			text: `The river has no water to spare, remark ${ordinal}.`,
			published: true,
			authorHash: `author ${ordinal}`,
			authorName: 'Somebody Whole',
			publicName: 'S.',
			level: 1,
			region: 'KZ-75',
			receivedAt: new Date('2026-03-13T06:00:00Z'),
			...remark,
		})
	})
}
