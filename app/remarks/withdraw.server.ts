import { and, eq } from 'drizzle-orm'
import { dayIn } from '#app/deadlines/day.ts'
import { type ActingOnHearing, hearingById } from '#app/hearings/hearing.server.ts'
import { profileById } from '#app/jurisdictions/profiles.ts'
import { done, type Outcome, refused } from '#app/outcome.ts'
import { remarks } from '#db/schema/hearings.ts'
import type { Reader, Writer } from '#db/store.ts'
import { putForSearch, type Remark, recordRemarkStep } from './keep.server.ts'
import { moveCounts } from './move-counts.server.ts'
import { refusalToWithdraw } from './remark.ts'

export async function remarkByOrdinal(
	read: Reader,
	hearingId: number,
	ordinal: number,
): Promise<Remark | undefined> {
	const [remark] = await read
		.select()
		.from(remarks)
		.where(and(eq(remarks.hearingId, hearingId), eq(remarks.ordinal, ordinal)))
	return remark
}

type WithdrawRefusal = NonNullable<ReturnType<typeof refusalToWithdraw>> | 'not-found'

/** Its author takes a remark back: its number and its days stay, its text is nobody's to read. */
export async function withdrawRemark(
	tx: Writer,
	{ hearingId, ordinal, actor, now }: ActingOnHearing & { ordinal: number },
): Promise<Outcome<null, WithdrawRefusal>> {
	const hearing = await hearingById(tx, hearingId)
	const remark = await remarkByOrdinal(tx, hearingId, ordinal)
	if (!hearing || !remark) return refused('not-found')
	const refusal = refusalToWithdraw(remark, hearing, actor.personId)
	if (refusal) return refused(refusal)
	await tx
		.update(remarks)
		.set({ state: 'withdrawn', stateReason: null, stateAt: now })
		.where(and(eq(remarks.hearingId, hearingId), eq(remarks.ordinal, ordinal)))
	await moveCounts(tx, remark, 'withdrawn')
	await putForSearch(tx, hearingId, ordinal, null)
	const today = dayIn(profileById(hearing.profileId)?.time.zone ?? 'UTC', now)
	const step = { type: 'remark-withdrawn', ordinal }
	await recordRemarkStep(tx, { hearing, today, by: 'author' }, { actor, now }, step)
	return done(null)
}
