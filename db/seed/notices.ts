import { and, asc, eq, isNull, lt, sql } from 'drizzle-orm'
import { follow } from '#app/following/follow.server.ts'
import { recordUndelivered } from '#app/notices/undelivered.server.ts'
import { notices } from '#db/schema/notices.ts'
import { people } from '#db/schema/people.ts'
import { outbox } from '#db/schema/register.ts'
import type { Writer } from '#db/store.ts'

const DAY_MS = 86_400_000

/** They are history: nobody gets letters about what happened before the demo was made. */
export async function markLettersSent(tx: Writer): Promise<void> {
	await tx
		.update(outbox)
		.set({ sentAt: sql`${outbox.createdAt}`, nextAttemptAt: null, attempts: 1, values: {} })
		.where(isNull(outbox.sentAt))
}

/** One letter has come back, and what was told more than a few days ago has been read. */
export async function letThemBeRead(tx: Writer, now: Date): Promise<void> {
	const daysAgo = (days: number) => new Date(now.getTime() - days * DAY_MS)
	await tx
		.update(notices)
		.set({ readAt: now })
		.where(lt(notices.at, daysAgo(4)))
	const [letter] = await tx
		.select()
		.from(outbox)
		.where(and(eq(outbox.toAuthor, true), isNull(outbox.personId), lt(outbox.createdAt, daysAgo(1))))
		.orderBy(asc(outbox.number))
		.limit(1)
	if (!letter) return
	const at = new Date(letter.createdAt.getTime() + DAY_MS / 24)
	await tx.update(outbox).set({ bouncedAt: at, status: '5.1.1' }).where(eq(outbox.number, letter.number))
	await recordUndelivered(tx, letter, { status: '5.1.1', now: at })
}

const FOLLOWED = [
	{ subject: 'office', key: 'env-minister', rhythm: 'daily' },
	{ subject: 'body', key: 'EDU', rhythm: 'weekly' },
	{ subject: 'search', key: 'вода', rhythm: 'now' },
] as const

/** What the citizen of the demo follows. */
export async function followSome(tx: Writer, now: Date): Promise<void> {
	const [citizen] = await tx
		.select({ id: people.id })
		.from(people)
		.where(eq(people.emailFolded, 'citizen01@demo.example'))
	if (!citizen) return
	const actor = { personId: citizen.id, roles: [], level: 0 as const }
	for (const one of FOLLOWED) {
		const outcome = await follow(tx, { ...one, actor, now })
		if (!outcome.ok) throw new Error(`the demo cannot follow ${one.key}: ${outcome.refusal}`)
	}
}
