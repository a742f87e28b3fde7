import { and, asc, eq, gt, isNotNull } from 'drizzle-orm'
import { hearingById, hearingKey } from '#app/hearings/hearing.server.ts'
import { addressedTo, authorAddresses, writeAll } from '#app/notices/notice.server.ts'
import { whileLettersLeave } from '#app/notices/while-letters-leave.server.ts'
import { remarkGroups as groups, remarks } from '#db/schema/hearings.ts'
import type { Store, Writer } from '#db/store.ts'
import { groupById, type RemarkGroup } from './group.server.ts'
import { remarkPage } from './tell-author.server.ts'

const AT_ONCE = 250

/** Writes to the authors of each remark of a row what became of it: ten thousand in a campaign as to one alone. */
export const tellAuthors = (store: Store, { now }: { now: Date }): Promise<void> =>
	whileLettersLeave(store, now, async () => {
		const [row] = await store.readOwn
			.select({ id: groups.id, hearingId: groups.hearingId })
			.from(groups)
			.where(isNotNull(groups.toldTo))
			.limit(1)
		return row && (() => store.write(hearingKey(row.hearingId), (tx) => tellSome(tx, row, now)))
	})

/** Another process may have been quicker, or the row may say something else by now: it is read again. */
async function tellSome(
	tx: Writer,
	{ id, hearingId }: Pick<RemarkGroup, 'id' | 'hearingId'>,
	now: Date,
): Promise<void> {
	const group = await groupById(tx, hearingId, id)
	const hearing = await hearingById(tx, hearingId)
	if (!hearing || !group || group.toldTo === null) return
	const rows = await tx
		.select({
			ordinal: remarks.ordinal,
			authorId: remarks.personId,
			authorEmail: remarks.email,
			language: remarks.language,
		})
		.from(remarks)
		.where(and(eq(remarks.groupId, id), eq(remarks.state, 'standing'), gt(remarks.ordinal, group.toldTo)))
		.orderBy(asc(remarks.ordinal))
		.limit(AT_ONCE)
	const addresses = await authorAddresses(
		tx,
		rows.map((row) => ({ ...row, id: String(row.ordinal) })),
	)
	await writeAll(
		tx,
		rows.flatMap(({ ordinal }) => {
			const author = addresses.get(String(ordinal))
			if (!author) return []
			return {
				notice: `remark-${group.outcome ?? 'not_accepted'}`,
				...addressedTo(author),
				values: {
					hearing: hearing.number,
					ordinal,
					reason: group.reason,
					changed: group.changed,
					path: remarkPage(hearing.number, ordinal),
				},
				once: `row:${id}:${group.respondedAt?.getTime()}:${ordinal}`,
				now,
			}
		}),
	)
	const toldTo = rows.length < AT_ONCE ? null : (rows.at(-1)?.ordinal ?? null)
	await tx.update(groups).set({ toldTo }).where(eq(groups.id, id))
}
