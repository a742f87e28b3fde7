import { and, asc, eq, gt, isNull, sql } from 'drizzle-orm'
import {
	type ActingOnHearing,
	openHearing,
	recordHearingStep,
	touchRoom,
} from '#app/hearings/hearing.server.ts'
import { done, type Outcome, refused } from '#app/outcome.ts'
import type { Words } from '#db/schema/bodies.ts'
import { agendaItems as items } from '#db/schema/hearings.ts'
import type { Reader, Writer } from '#db/store.ts'
import { openAgenda } from './open-agenda.server.ts'
import { MOST_ITEMS, type RoomRefusal } from './room.ts'

type Done = Promise<Outcome<null, RoomRefusal>>
type OnItem = ActingOnHearing & { itemId: string }

export const agendaOf = (read: Reader, hearingId: number) =>
	read
		.select({
			id: items.id,
			titles: items.titles,
			minutes: items.minutes,
			startedAt: items.startedAt,
			endedAt: items.endedAt,
		})
		.from(items)
		.where(eq(items.hearingId, hearingId))
		.orderBy(asc(items.position), asc(items.id))

/** Before the session the desk and those who lead it write the agenda; what has not begun may be changed in it. */
export async function addItem(
	tx: Writer,
	{ titles, minutes, ...acting }: ActingOnHearing & { titles: Words; minutes: number },
): Promise<Outcome<{ itemId: string }, RoomRefusal>> {
	const opened = await openAgenda(tx, acting)
	if (!opened.ok) return opened
	const { hearingId } = acting
	const there = await agendaOf(tx, hearingId)
	if (there.length >= MOST_ITEMS) return refused('too-many')
	const itemId = crypto.randomUUID()
	await tx
		.insert(items)
		.values({ id: itemId, hearingId, position: await lastPosition(tx, hearingId), titles, minutes })
	await touchRoom(tx, hearingId)
	return done({ itemId })
}

/** One place up. */
export async function raiseItem(tx: Writer, { itemId, ...acting }: OnItem): Done {
	const opened = await openAgenda(tx, acting)
	if (!opened.ok) return opened
	const there = await agendaOf(tx, acting.hearingId)
	const at = there.findIndex(({ id }) => id === itemId)
	const [item, above] = [there[at], there[at - 1]]
	if (!item) return refused('not-found')
	if (item.startedAt || above?.startedAt) return refused('already-begun')
	if (!above) return done(null)
	const order = there.with(at - 1, item).with(at, above)
	for (const [position, { id }] of order.entries())
		await tx.update(items).set({ position }).where(eq(items.id, id))
	await touchRoom(tx, acting.hearingId)
	return done(null)
}

export async function removeItem(tx: Writer, { itemId, ...acting }: OnItem): Done {
	const opened = await openAgenda(tx, acting)
	if (!opened.ok) return opened
	const item = await itemIn(tx, acting.hearingId, itemId)
	if (!item) return refused('not-found')
	if (item.startedAt) return refused('already-begun')
	await tx.delete(items).where(eq(items.id, itemId))
	await touchRoom(tx, acting.hearingId)
	return done(null)
}

/** The item that ran ends with it. */
export async function beginItem(tx: Writer, { itemId, ...acting }: OnItem): Done {
	const opened = await openHearing(tx, 'lead-room', acting)
	if (!opened.ok) return opened
	const { hearingId, now } = acting
	const item = await itemIn(tx, hearingId, itemId)
	if (!item) return refused('not-found')
	if (item.startedAt) return refused('already-begun')
	await endRunningItem(tx, hearingId, now)
	await tx.update(items).set({ startedAt: now }).where(eq(items.id, itemId))
	await recordHearingStep(tx, opened.value, acting, 'item-begun', { item: itemId })
	await touchRoom(tx, hearingId)
	return done(null)
}

export async function endItem(tx: Writer, acting: ActingOnHearing): Done {
	const opened = await openHearing(tx, 'lead-room', acting)
	if (!opened.ok) return opened
	const ended = await endRunningItem(tx, acting.hearingId, acting.now)
	if (!ended) return refused('wrong-state')
	await recordHearingStep(tx, opened.value, acting, 'item-ended', { item: ended })
	await touchRoom(tx, acting.hearingId)
	return done(null)
}

const running = (hearingId: number) =>
	and(eq(items.hearingId, hearingId), gt(items.startedAt, new Date(0)), isNull(items.endedAt))

export async function runningItem(read: Reader, hearingId: number): Promise<string | undefined> {
	const [item] = await read.select({ id: items.id }).from(items).where(running(hearingId))
	return item?.id
}

/** Gives the item that ran. */
export async function endRunningItem(tx: Writer, hearingId: number, now: Date): Promise<string | undefined> {
	const [ended] = await tx
		.update(items)
		.set({ endedAt: now })
		.where(running(hearingId))
		.returning({ id: items.id })
	return ended?.id
}

async function itemIn(tx: Writer, hearingId: number, itemId: string) {
	const [item] = await tx
		.select()
		.from(items)
		.where(and(eq(items.id, itemId), eq(items.hearingId, hearingId)))
	return item
}

async function lastPosition(tx: Writer, hearingId: number): Promise<number> {
	const [row] = await tx
		.select({ next: sql<number>`coalesce(max(${items.position}), -1) + 1`.mapWith(Number) })
		.from(items)
		.where(eq(items.hearingId, hearingId))
	return row?.next ?? 0
}
