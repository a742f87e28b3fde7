import { and, eq, isNull, lte } from 'drizzle-orm'
import { done, type Outcome, refused } from '#app/outcome.ts'
import type { Actor } from '#app/people/actor.ts'
import { notices } from '#db/schema/notices.ts'
import type { Writer } from '#db/store.ts'

/** Marks one's own as read, up to the newest that the page has shown. */
export async function markRead(
	tx: Writer,
	{ upTo, actor, now }: { upTo: number; actor: Actor; now: Date },
): Promise<Outcome<undefined, 'not-allowed'>> {
	if (!actor.personId) return refused('not-allowed')
	await tx
		.update(notices)
		.set({ readAt: now })
		.where(and(eq(notices.personId, actor.personId), isNull(notices.readAt), lte(notices.number, upTo)))
	return done(undefined)
}
