import { and, eq, isNull, lt, ne, or } from 'drizzle-orm'
import { dayIn, earlierOf } from '#app/deadlines/day.ts'
import {
	type ActingOnHearing,
	hearingById,
	hearingKey,
	type OpenedHearing,
	openHearing,
	recordHearingStep,
	touchRoom,
} from '#app/hearings/hearing.server.ts'
import { endOf, lastDayOf } from '#app/hearings/terms.ts'
import { pageLanguage } from '#app/i18n/page-language.ts'
import { translator } from '#app/i18n/translator.ts'
import { lawOf } from '#app/jurisdictions/law.server.ts'
import { done, type Outcome, refused } from '#app/outcome.ts'
import { SYSTEM } from '#app/people/actor.ts'
import { hearings } from '#db/schema/hearings.ts'
import type { Store, Writer } from '#db/store.ts'
import { endRunningItem } from './agenda.server.ts'
import { emptyHall } from './attend.server.ts'
import { endRunningSpeech, leaveUnheard, waitingIn } from './call.server.ts'
import { closeOpenPolls } from './polls.server.ts'
import type { RoomRefusal } from './room.ts'

const AT_ONCE = 500

type Done = Promise<Outcome<null, RoomRefusal>>

/** The chair closes the session; while anybody waits to speak, only with the reason why they are not heard. */
export async function endHearing(
	tx: Writer,
	{ reason, ...acting }: ActingOnHearing & { reason?: string | undefined },
): Done {
	const opened = await openHearing(tx, 'end', acting)
	if (!opened.ok) return opened
	if (!reason && (await waitingIn(tx, acting.hearingId)) > 0) return refused('people-wait')
	await end(tx, opened.value, acting, reason)
	return done(null)
}

/**
 * A session that its chair has left open is over when its last day is (ENV 73(11)): nobody was told of more. Of one
 * that nobody began a protocol is due all the same, with the ground on which it was not held (Rules of public hearings).
 */
export async function endLeftOpen(store: Store, { now }: { now: Date }): Promise<void> {
	// Wherever it is, a day begins no later than the next date in UTC.
	const latest = new Date(now.getTime() + 86_400_000).toISOString().slice(0, 10)
	const unbegun = and(
		eq(hearings.state, 'announced'),
		eq(hearings.civic, false),
		isNull(hearings.signProtocolBy),
		// What must be announced anew may not begin.
		isNull(hearings.renewReason),
	)
	const over = and(
		ne(hearings.form, 'portal_discussion'),
		or(eq(hearings.state, 'live'), unbegun),
		lt(hearings.endsOn, latest),
	)
	const due = await store.readOwn.select({ id: hearings.id }).from(hearings).where(over).limit(AT_ONCE)
	for (const { id } of due) await store.write(hearingKey(id), (tx) => endIfOver(tx, id, now))
}

async function endIfOver(tx: Writer, hearingId: number, now: Date): Promise<void> {
	const hearing = await hearingById(tx, hearingId)
	if (!hearing?.endsOn) return
	const law = await lawOf(tx, hearing.profileId)
	if (now < endOf(law.profile, hearing.endsOn)) return
	const today = dayIn(law.profile.time.zone, now)
	const opened: OpenedHearing = { hearing, law, today, by: 'system' }
	const acting = { hearingId, actor: SYSTEM, now }
	if (hearing.state === 'live') {
		const reason = translator(pageLanguage({ lang: hearing.language }))('rooms:leftOpen')
		await end(tx, opened, acting, reason)
	} else if (hearing.state === 'announced' && !hearing.signProtocolBy && !hearing.renewReason) {
		await tx
			.update(hearings)
			.set({ signProtocolBy: signBy(opened), updatedAt: now })
			.where(eq(hearings.id, hearingId))
		await recordHearingStep(tx, opened, acting, 'not-begun')
	}
}

/** What runs in it ends, and the term of the protocol begins: with the last announced day at the latest. */
async function end(
	tx: Writer,
	opened: OpenedHearing,
	acting: ActingOnHearing,
	reason: string | undefined,
): Promise<void> {
	await closeRoom(tx, opened, acting, reason)
	const { hearingId, now } = acting
	await tx
		.update(hearings)
		.set({ state: 'held', endedAt: now, updatedAt: now, signProtocolBy: signBy(opened) })
		.where(eq(hearings.id, hearingId))
	await recordHearingStep(tx, opened, acting, 'ended')
	await touchRoom(tx, hearingId)
}

/** It did not take place: on a ground of the profile, with the reasons; a protocol is due all the same. */
export async function declareNotHeld(
	tx: Writer,
	{ ground, reason, ...acting }: ActingOnHearing & { ground: string; reason: string },
): Done {
	const opened = await openHearing(tx, 'not-held', acting)
	if (!opened.ok) return opened
	const { law } = opened.value
	if (!Object.hasOwn(law.profile.hearing.not_held_grounds, ground)) return refused('unknown-ground')
	await closeRoom(tx, opened.value, acting, reason)
	const { hearingId, now } = acting
	await tx
		.update(hearings)
		.set({
			state: 'not_held',
			endedAt: now,
			updatedAt: now,
			notHeldGround: ground,
			notHeldReason: reason,
			signProtocolBy: signBy(opened.value),
		})
		.where(eq(hearings.id, hearingId))
	await recordHearingStep(tx, opened.value, acting, 'not-held', { ground })
	await touchRoom(tx, hearingId)
	return done(null)
}

/** Of the hearing of a civic group nothing follows in law. */
const signBy = ({ hearing, law, today }: OpenedHearing) =>
	hearing.civic ? null : lastDayOf(law, 'sign_protocol', earlierOf(today, hearing.endsOn ?? today))

async function closeRoom(
	tx: Writer,
	opened: OpenedHearing,
	acting: ActingOnHearing,
	reason: string | undefined,
): Promise<void> {
	const { hearingId, now } = acting
	await endRunningSpeech(tx, opened, acting)
	await endRunningItem(tx, hearingId, now)
	if (reason) await leaveUnheard(tx, acting, reason)
	await closeOpenPolls(tx, opened, acting)
	await emptyHall(tx, hearingId, now)
}
