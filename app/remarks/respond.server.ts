import { eq } from 'drizzle-orm'
import {
	type ActingOnHearing,
	type OpenedHearing,
	openHearing,
	recordHearingStep,
} from '#app/hearings/hearing.server.ts'
import type { HearingRefusal } from '#app/hearings/hearing.ts'
import { done, type Outcome, refused } from '#app/outcome.ts'
import { type RowOutcome, remarkGroups } from '#db/schema/hearings.ts'
import type { Writer } from '#db/store.ts'
import { groupById, type RemarkGroup } from './group.server.ts'
import { needsAnswer, saysWhatChanged } from './remark.ts'

type RowRefusal = HearingRefusal | 'not-found' | 'factorNeeded' | 'empty' | 'reason' | 'changed'

/** The initiator answers a row of the response table; the law wants an answer to each remark (73(13)2). */
export async function answerRow(
	tx: Writer,
	{ groupId, answer, ...act }: ActingOnHearing & { groupId: number; answer: string },
): Promise<Outcome<null, RowRefusal>> {
	const opened = await openHearing(tx, 'answer-remarks', act)
	if (!opened.ok) return opened
	const row = await rowOf(tx, act, groupId)
	if (!row.ok) return row
	if (answer === '') return refused('reason')
	await change(tx, row.value, { answer, answeredAt: act.now, answeredBy: act.actor.personId })
	await recordRow(tx, opened.value, act, 'row-answered', row.value)
	return done(null)
}

/** What became of it, why, and what was changed where something was accepted; each of its authors is told. */
export async function respondToRow(
	tx: Writer,
	{
		groupId,
		outcome,
		reason,
		changed,
		...act
	}: ActingOnHearing & { groupId: number; outcome: RowOutcome; reason: string; changed: string },
): Promise<Outcome<null, RowRefusal>> {
	const opened = await openHearing(tx, 'respond', act)
	if (!opened.ok) return opened
	const row = await rowOf(tx, act, groupId)
	if (!row.ok) return row
	if (reason === '') return refused('reason')
	if (saysWhatChanged(outcome) && changed === '') return refused('changed')
	await change(tx, row.value, {
		outcome,
		reason,
		changed: saysWhatChanged(outcome) ? changed : null,
		respondedAt: act.now,
		respondedBy: act.actor.personId,
		toldTo: 0,
	})
	await recordRow(tx, opened.value, act, 'row-responded', row.value, { outcome })
	return done(null)
}

/** The chair finds that a row is still open between those who made it and the initiator, or that it no longer is. */
export async function findUnresolved(
	tx: Writer,
	{ groupId, unresolved, ...act }: ActingOnHearing & { groupId: number; unresolved: boolean },
): Promise<Outcome<null, RowRefusal>> {
	const opened = await openHearing(tx, 'find-unresolved', act)
	if (!opened.ok) return opened
	const row = await rowOf(tx, act, groupId)
	if (!row.ok) return row
	if (row.value.unresolved === unresolved) return done(null)
	// What the signed protocol says is open stays open.
	if (!unresolved && opened.value.hearing.protocolSignedAt) return refused('wrong-state')
	await change(tx, row.value, { unresolved })
	await recordRow(tx, opened.value, act, 'unresolved-found', row.value, { unresolved })
	return done(null)
}

async function rowOf(
	tx: Writer,
	{ hearingId }: ActingOnHearing,
	groupId: number,
): Promise<Outcome<RemarkGroup, 'not-found' | 'empty'>> {
	const row = await groupById(tx, hearingId, groupId)
	if (!row) return refused('not-found')
	return needsAnswer(row) ? done(row) : refused('empty')
}

const change = (tx: Writer, { id }: RemarkGroup, to: Partial<RemarkGroup>) =>
	tx.update(remarkGroups).set(to).where(eq(remarkGroups.id, id))

const recordRow = (
	tx: Writer,
	opened: OpenedHearing,
	act: ActingOnHearing,
	type: string,
	{ ordinal }: RemarkGroup,
	details = {},
) => recordHearingStep(tx, opened, act, type, { row: ordinal, ...details })
