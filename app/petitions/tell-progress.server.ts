import { and, asc, eq, gt, inArray } from 'drizzle-orm'
import { type Addressee, addressedTo, holdersOf, type Notice, writeAll } from '#app/notices/notice.server.ts'
import { mark, markOf } from '#app/register/mark.server.ts'
import { events } from '#db/schema/register.ts'
import type { Reader, Store, Writer } from '#db/store.ts'
import { petitionById, tellStarter } from './petition.server.ts'

const MARK = 'petition-progress'
const AT_ONCE = 500
/** An event that was begun earlier may become visible after a later one, but never as late as this. */
const SETTLED_AFTER_MS = 2 * 60_000
const TOLD = ['milestone', 'threshold-reached', 'threshold-lost'] as const

type Progress = typeof events.$inferSelect

/**
 * Tells the author how far the petition has come, and those who send petitions that there is one to send. It follows
 * the record, so that taking signatures writes no letters.
 */
export async function tellProgress(store: Store, { now }: { now: Date }): Promise<void> {
	const marked = Number((await markOf(store.readOwn, MARK)) ?? 0)
	let settled = marked
	let allSettled = true
	for (let from = marked; ; ) {
		const page = await progressAfter(store.readOwn, from)
		if (page.length > 0) await store.write(MARK, (tx) => tellAll(tx, page, now))
		for (const { sequence, recordedAt } of page) {
			allSettled &&= now.getTime() - recordedAt.getTime() >= SETTLED_AFTER_MS
			if (allSettled) settled = sequence
			from = sequence
		}
		if (page.length < AT_ONCE) break
	}
	if (settled > marked) await store.write(MARK, (tx) => mark(tx, MARK, String(settled)))
}

const progressAfter = (read: Reader, sequence: number): Promise<Progress[]> =>
	read
		.select()
		.from(events)
		.where(
			and(inArray(events.type, [...TOLD]), gt(events.sequence, sequence), eq(events.subject, 'petition')),
		)
		.orderBy(asc(events.sequence))
		.limit(AT_ONCE)

async function tellAll(tx: Writer, page: readonly Progress[], now: Date): Promise<void> {
	const moderators = await holdersOf(tx, ['moderator'], null)
	for (const event of page) await tellOne(tx, event, moderators, now)
}

async function tellOne(
	tx: Writer,
	{ sequence, subjectId, type, details }: Progress,
	moderators: readonly Addressee[],
	now: Date,
): Promise<void> {
	const petition = await petitionById(tx, Number(subjectId))
	if (!petition) return
	const once = `petition-progress:${sequence}`
	const share = Number(details.share ?? 0)
	const needed = Number(details.needed ?? petition.thresholds?.[0]?.needed ?? 0)
	const notice = `petition-${type}`
	await tellStarter(tx, petition, notice, type === 'milestone' ? { share, needed } : { needed }, now, once)
	if (type === 'milestone') return
	await writeAll(
		tx,
		moderators.map(
			(moderator): Notice => ({
				notice: `${notice}-send`,
				...addressedTo(moderator),
				values: {
					number: petition.number,
					needed,
					path: `/moderation/petitions/${petition.id}/sending`,
				},
				once: `${once}:${moderator.email}`,
				now,
			}),
		),
	)
}
