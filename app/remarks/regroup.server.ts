import { and, asc, eq, inArray, ne } from 'drizzle-orm'
import { type ActingOnHearing, openHearing, recordHearingStep } from '#app/hearings/hearing.server.ts'
import type { HearingRefusal } from '#app/hearings/hearing.ts'
import { done, type Outcome, refused } from '#app/outcome.ts'
import { remarkBands, remarkGroups, remarks } from '#db/schema/hearings.ts'
import type { Writer } from '#db/store.ts'
import { groupById, groupByOrdinal, openGroup, type RemarkGroup, recountGroup } from './group.server.ts'
import { isSealed, publicText } from './remark.ts'

type RegroupRefusal = HearingRefusal | 'not-found' | 'factorNeeded' | 'all' | 'same' | 'answered'

/** Remarks of a group that say something else get a row of their own; what nearly repeats the first of them follows. */
export async function splitGroup(
	tx: Writer,
	{ groupId, ordinals, ...act }: ActingOnHearing & { groupId: number; ordinals: readonly number[] },
): Promise<Outcome<{ group: RemarkGroup }, RegroupRefusal>> {
	const opened = await openHearing(tx, 'sort-remarks', act)
	if (!opened.ok) return opened
	if (isSealed(opened.value.hearing)) return refused('wrong-state')
	const { hearingId } = act
	const group = await groupById(tx, hearingId, groupId)
	if (!group) return refused('not-found')
	const own = and(eq(remarks.groupId, groupId), ne(remarks.state, 'withdrawn'))
	const chosen = await tx
		.select()
		.from(remarks)
		.where(and(own, inArray(remarks.ordinal, [...ordinals])))
		.orderBy(asc(remarks.ordinal))
	const [first] = chosen
	if (!first) return refused('not-found')
	if (chosen.length === (await tx.$count(remarks, own))) return refused('all')

	const made = await openGroup(tx, { ...first, shown: publicText(first) })
	await tx
		.update(remarks)
		.set({ groupId: made, placedByHand: true })
		.where(and(own, inArray(remarks.ordinal, [...ordinals])))
	await recountGroup(tx, hearingId, groupId)
	await recountGroup(tx, hearingId, made)
	const split = await groupById(tx, hearingId, made)
	if (!split) throw new Error('no group was made')
	await recordHearingStep(tx, opened.value, act, 'group-split', {
		row: group.ordinal,
		into: split.ordinal,
		remarks: chosen.length,
	})
	return done({ group: split })
}

/** Two groups say the same in other words: one row for both, and for whatever nearly repeats either. */
export async function mergeGroups(
	tx: Writer,
	{ groupId, into, ...act }: ActingOnHearing & { groupId: number /** Its row. */; into: number },
): Promise<Outcome<{ group: RemarkGroup }, RegroupRefusal>> {
	const opened = await openHearing(tx, 'sort-remarks', act)
	if (!opened.ok) return opened
	if (isSealed(opened.value.hearing)) return refused('wrong-state')
	const { hearingId } = act
	const group = await groupById(tx, hearingId, groupId)
	const target = await groupByOrdinal(tx, hearingId, into)
	if (!group || !target) return refused('not-found')
	if (group.id === target.id) return refused('same')
	// What was said of the row, or found, would be lost with it.
	if (group.answer !== null || group.outcome !== null || group.unresolved) return refused('answered')
	await tx
		.update(remarks)
		.set({ groupId: target.id, placedByHand: true })
		.where(eq(remarks.groupId, group.id))
	await tx.update(remarkBands).set({ groupId: target.id }).where(eq(remarkBands.groupId, group.id))
	await recountGroup(tx, hearingId, group.id)
	await recountGroup(tx, hearingId, target.id)
	// Those who come into a row that was responded to are told; the others have been, and get no second letter.
	if (target.outcome !== null)
		await tx.update(remarkGroups).set({ toldTo: 0 }).where(eq(remarkGroups.id, target.id))
	await recordHearingStep(tx, opened.value, act, 'group-merged', { row: group.ordinal, into })
	const merged = await groupById(tx, hearingId, target.id)
	if (!merged) throw new Error('the group is gone')
	return done({ group: merged })
}
