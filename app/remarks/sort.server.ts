import { and, eq } from 'drizzle-orm'
import { type ActingOnHearing, type OpenedHearing, openHearing } from '#app/hearings/hearing.server.ts'
import type { HearingRefusal } from '#app/hearings/hearing.ts'
import { done, type Outcome, refused } from '#app/outcome.ts'
import { attachments } from '#db/schema/files.ts'
import { remarks } from '#db/schema/hearings.ts'
import type { Writer } from '#db/store.ts'
import { renewHead } from './group.server.ts'
import { putForSearch, type Remark, recordRemarkStep, remarkRef } from './keep.server.ts'
import { moveCounts } from './move-counts.server.ts'
import { isRedactionOf } from './redaction.ts'
import { isSealed, publicText } from './remark.ts'
import { tellAuthor } from './tell-author.server.ts'
import { remarkByOrdinal } from './withdraw.server.ts'

type SortRefusal = HearingRefusal | 'not-found' | 'factorNeeded' | 'done'

/** One that is not specific or plainly irrelevant is not counted; its text stays, with the reason (73(8)). */
export async function leaveOut(
	tx: Writer,
	{ ordinal, reason, ...act }: ActingOnHearing & { ordinal: number; reason: string },
): Promise<Outcome<null, SortRefusal>> {
	const found = await openRemark(tx, act, ordinal)
	if (!found.ok) return found
	if (isSealed(found.value.opened.hearing)) return refused('wrong-state')
	if (found.value.remark.state !== 'standing') return refused('done')
	await moveTo(tx, found.value, act, { state: 'not_counted', reason })
	return done(null)
}

/** Takes that back. */
export async function countAgain(
	tx: Writer,
	{ ordinal, ...act }: ActingOnHearing & { ordinal: number },
): Promise<Outcome<null, SortRefusal>> {
	const found = await openRemark(tx, act, ordinal)
	if (!found.ok) return found
	if (isSealed(found.value.opened.hearing)) return refused('wrong-state')
	if (found.value.remark.state !== 'not_counted') return refused('done')
	await moveTo(tx, found.value, act, { state: 'standing', reason: null })
	return done(null)
}

/** The public reads what is left of the text, and where something is left out; who sorts remarks reads the original. */
export async function redactRemark(
	tx: Writer,
	{
		ordinal,
		text,
		reason,
		files,
		...act
	}: ActingOnHearing & { ordinal: number; text: string; reason: string; files: boolean },
): Promise<Outcome<null, SortRefusal | 'altered'>> {
	const found = await openRemark(tx, act, ordinal)
	if (!found.ok) return found
	const { opened, remark } = found.value
	if (remark.state === 'withdrawn') return refused('done')
	if (!isRedactionOf(remark.text, text)) return refused('altered')
	const { hearing } = opened
	const shown = publicText({ ...remark, redacted: text })
	await change(tx, remark, { redacted: text, redactionReason: reason })
	if (files)
		await tx
			.update(attachments)
			.set({ public: false })
			.where(
				and(
					eq(attachments.subject, 'remark'),
					eq(attachments.subjectId, remarkRef(hearing.id, remark.ordinal)),
				),
			)
	await renewHead(tx, hearing.id, remark.groupId)
	await putForSearch(tx, hearing.id, remark.ordinal, shown)
	await recordRemarkStep(tx, opened, act, { type: 'remark-redacted', ordinal: remark.ordinal })
	await tellAuthor(tx, { notice: 'remark-redacted', hearing, remark, values: { reason }, now: act.now })
	return done(null)
}

interface OpenedRemark {
	opened: OpenedHearing
	remark: Remark
}

async function openRemark(
	tx: Writer,
	act: ActingOnHearing,
	ordinal: number,
): Promise<Outcome<OpenedRemark, SortRefusal>> {
	const opened = await openHearing(tx, 'sort-remarks', act)
	if (!opened.ok) return opened
	const remark = await remarkByOrdinal(tx, act.hearingId, ordinal)
	return remark ? done({ opened: opened.value, remark }) : refused('not-found')
}

async function moveTo(
	tx: Writer,
	{ opened, remark }: OpenedRemark,
	act: ActingOnHearing,
	{ state, reason }: { state: 'standing' | 'not_counted'; reason: string | null },
): Promise<void> {
	const { hearing } = opened
	await change(tx, remark, { state, stateReason: reason, stateAt: act.now })
	await moveCounts(tx, remark, state)
	const type = reason === null ? 'remark-counted' : 'remark-not-counted'
	await recordRemarkStep(tx, opened, act, { type, ordinal: remark.ordinal })
	await tellAuthor(
		tx,
		reason === null
			? { notice: 'remark-counted', hearing, remark, now: act.now }
			: { notice: 'remark-not-counted', hearing, remark, values: { reason }, now: act.now },
	)
}

const change = (tx: Writer, { hearingId, ordinal }: Remark, to: Partial<Remark>) =>
	tx
		.update(remarks)
		.set(to)
		.where(and(eq(remarks.hearingId, hearingId), eq(remarks.ordinal, ordinal)))
