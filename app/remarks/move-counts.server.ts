import { and, eq, ne } from 'drizzle-orm'
import { type RemarkState, remarks } from '#db/schema/hearings.ts'
import type { Writer } from '#db/store.ts'
import { moveInCells } from './cells.server.ts'
import { countInGroup, renewHead } from './group.server.ts'
import type { Remark } from './keep.server.ts'

/**
 * Counts a remark that has just left the count, or come back to it: what the others of its author are decides whether
 * people become more or fewer, and nothing else of the hearing is looked at.
 */
export async function moveCounts(tx: Writer, remark: Remark, to: RemarkState): Promise<void> {
	const { hearingId, groupId, position, authorHash, ordinal, state: from } = remark
	const others = await tx
		.select({ groupId: remarks.groupId, position: remarks.position })
		.from(remarks)
		.where(
			and(
				eq(remarks.hearingId, hearingId),
				eq(remarks.authorHash, authorHash),
				eq(remarks.state, 'standing'),
				ne(remarks.ordinal, ordinal),
			),
		)
	const by = Number(to === 'standing') - Number(from === 'standing')
	const inGroup = others.filter((one) => one.groupId === groupId)
	const alone = (some: typeof others) => (some.some((one) => one.position === position) ? 0 : by)
	await moveInCells(tx, remark, { from, to, remarks: by, people: alone(others) })
	await countInGroup(tx, groupId, position, {
		remarks: by,
		people: inGroup.length > 0 ? 0 : by,
		ofPosition: alone(inGroup),
	})
	await renewHead(tx, hearingId, groupId)
}
