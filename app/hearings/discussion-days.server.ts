import { and, eq, isNull, lt, lte } from 'drizzle-orm'
import { dayIn, startOfDay } from '#app/deadlines/day.ts'
import { lawOf } from '#app/jurisdictions/law.server.ts'
import { SYSTEM } from '#app/people/actor.ts'
import { hearings } from '#db/schema/hearings.ts'
import type { Store, Writer } from '#db/store.ts'
import { type Hearing, hearingById, hearingKey, recordHearingStep, touchRoom } from './hearing.server.ts'
import { endOf, lastDayOf } from './terms.ts'

const AT_ONCE = 500

/** A discussion on the portal begins and ends with its days; nobody opens or closes it. */
export async function turnDiscussions(store: Store, { now }: { now: Date }): Promise<void> {
	// Wherever it is, a day begins no later than the next date in UTC.
	const latest = new Date(now.getTime() + 86_400_000).toISOString().slice(0, 10)
	const discussion = eq(hearings.form, 'portal_discussion')
	const begun = and(
		discussion,
		eq(hearings.state, 'announced'),
		lte(hearings.startsOn, latest),
		isNull(hearings.renewReason),
	)
	const over = and(discussion, eq(hearings.state, 'live'), lt(hearings.endsOn, latest))
	for (const [where, turn] of [
		[begun, begin],
		[over, end],
	] as const) {
		const due = await store.readOwn.select({ id: hearings.id }).from(hearings).where(where).limit(AT_ONCE)
		for (const { id } of due) await store.write(hearingKey(id), (tx) => turn(tx, id, now))
	}
}

async function begin(tx: Writer, id: number, now: Date): Promise<void> {
	const hearing = await hearingById(tx, id)
	if (hearing?.state !== 'announced' || !hearing.startsOn || hearing.renewReason) return
	const law = await lawOf(tx, hearing.profileId)
	const startedAt = startOfDay(law.profile.time.zone, hearing.startsOn)
	if (now < startedAt) return
	await tx.update(hearings).set({ state: 'live', startedAt }).where(eq(hearings.id, id))
	await turned(tx, hearing, law, 'begun', now)
}

async function end(tx: Writer, id: number, now: Date): Promise<void> {
	const hearing = await hearingById(tx, id)
	if (hearing?.state !== 'live' || !hearing.endsOn) return
	const law = await lawOf(tx, hearing.profileId)
	const endedAt = endOf(law.profile, hearing.endsOn)
	if (now < endedAt) return
	const signProtocolBy = hearing.civic ? null : lastDayOf(law, 'sign_protocol', hearing.endsOn)
	await tx.update(hearings).set({ state: 'held', endedAt, signProtocolBy }).where(eq(hearings.id, id))
	await turned(tx, hearing, law, 'ended', now)
}

async function turned(
	tx: Writer,
	hearing: Hearing,
	law: Awaited<ReturnType<typeof lawOf>>,
	type: string,
	now: Date,
): Promise<void> {
	await touchRoom(tx, hearing.id)
	const today = dayIn(law.profile.time.zone, now)
	await recordHearingStep(tx, { hearing, today, by: 'system' }, { actor: SYSTEM, now }, type)
}
