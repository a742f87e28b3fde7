import { and, eq } from 'drizzle-orm'
import {
	type ActingOnHearing,
	type OpenedHearing,
	openHearing,
	recordHearingStep,
	touchRoom,
} from '#app/hearings/hearing.server.ts'
import { done, type Outcome, refused } from '#app/outcome.ts'
import { speeches } from '#db/schema/hearings.ts'
import type { Reader, Writer } from '#db/store.ts'
import { runningItem } from './agenda.server.ts'
import { lineOf } from './line.server.ts'
import type { RoomRefusal } from './room.ts'

type Done = Promise<Outcome<null, RoomRefusal>>
type OnSpeech = ActingOnHearing & { speechId: string }

/** Calls the next of the queue. Anybody else is called only with a reason, which stands in the record. */
export async function callSpeaker(
	tx: Writer,
	{ speechId, minutes, deviation, ...acting }: OnSpeech & { minutes: number; deviation: string | null },
): Done {
	const opened = await openHearing(tx, 'lead-room', acting)
	if (!opened.ok) return opened
	const { hearingId, now } = acting
	const { order } = await lineOf(tx, opened.value.hearing)
	if (!order.some(({ speech }) => speech.id === speechId)) return refused('not-found')
	const deviated = order[0]?.speech.id !== speechId
	if (deviated && !deviation) return refused('deviation-needed')
	await endRunningSpeech(tx, opened.value, acting)
	await tx
		.update(speeches)
		.set({
			state: 'speaking',
			calledAt: now,
			minutes,
			deviation: deviated ? deviation : null,
			agendaItemId: (await runningItem(tx, hearingId)) ?? null,
		})
		.where(eq(speeches.id, speechId))
	await recordHearingStep(tx, opened.value, acting, 'speaker-called', { speech: speechId, deviated })
	await touchRoom(tx, hearingId)
	return done(null)
}

/** Whoever was called and is not there is passed over, with the reason. */
export async function passOver(
	tx: Writer,
	{ speechId, deviation, ...acting }: OnSpeech & { deviation: string },
): Done {
	const opened = await openHearing(tx, 'lead-room', acting)
	if (!opened.ok) return opened
	const { hearingId, now } = acting
	const passed = await tx
		.update(speeches)
		.set({ state: 'passed', endedAt: now, deviation })
		.where(and(eq(speeches.id, speechId), eq(speeches.hearingId, hearingId), eq(speeches.state, 'waiting')))
		.returning({ id: speeches.id })
	if (passed.length === 0) return refused('not-found')
	await recordHearingStep(tx, opened.value, acting, 'speaker-passed', { speech: speechId })
	await touchRoom(tx, hearingId)
	return done(null)
}

/** Whoever still waits when the session is over is not heard, for the reason why it is over. */
export async function leaveUnheard(
	tx: Writer,
	{ hearingId, now }: ActingOnHearing,
	deviation: string,
): Promise<void> {
	await tx
		.update(speeches)
		.set({ state: 'passed', endedAt: now, deviation })
		.where(and(eq(speeches.hearingId, hearingId), eq(speeches.state, 'waiting')))
}

export const waitingIn = (read: Reader, hearingId: number): Promise<number> =>
	read.$count(speeches, and(eq(speeches.hearingId, hearingId), eq(speeches.state, 'waiting')))

export async function endSpeech(tx: Writer, acting: ActingOnHearing): Done {
	const opened = await openHearing(tx, 'lead-room', acting)
	if (!opened.ok) return opened
	if (!(await endRunningSpeech(tx, opened.value, acting))) return refused('wrong-state')
	await touchRoom(tx, acting.hearingId)
	return done(null)
}

export async function endRunningSpeech(
	tx: Writer,
	opened: OpenedHearing,
	acting: ActingOnHearing,
): Promise<boolean> {
	const [ended] = await tx
		.update(speeches)
		.set({ state: 'spoke', endedAt: acting.now })
		.where(and(eq(speeches.hearingId, acting.hearingId), eq(speeches.state, 'speaking')))
		.returning({ id: speeches.id })
	if (ended) await recordHearingStep(tx, opened, acting, 'speech-ended', { speech: ended.id })
	return ended !== undefined
}
