import { and, eq } from 'drizzle-orm'
import { done, type Outcome, refused } from '#app/outcome.ts'
import { type Actor, isOnDesk } from '#app/people/actor.ts'
import { snippets } from '#db/schema/inquiries.ts'
import type { Writer } from '#db/store.ts'

/** Keeps a snippet of a body: a new one, or another text for one that is there. */
export async function saveSnippet(
	tx: Writer,
	act: {
		id?: string
		bodyId: string
		title: string
		language: string
		text: string
		actor: Actor
		now: Date
	},
): Promise<Outcome<null, 'not-allowed' | 'not-found'>> {
	if (!isOnDesk(act.actor, act.bodyId)) return refused('not-allowed')
	const { title, language, text, bodyId } = act
	const values = { title, language, text, updatedAt: act.now, updatedBy: act.actor.personId }
	if (!act.id) {
		await tx.insert(snippets).values({ id: crypto.randomUUID(), bodyId, ...values })
		return done(null)
	}
	const changed = await tx
		.update(snippets)
		.set(values)
		.where(and(eq(snippets.id, act.id), eq(snippets.bodyId, bodyId)))
		.returning({ id: snippets.id })
	return changed.length > 0 ? done(null) : refused('not-found')
}

export async function removeSnippet(
	tx: Writer,
	act: { id: string; bodyId: string; actor: Actor },
): Promise<Outcome<null, 'not-allowed'>> {
	if (!isOnDesk(act.actor, act.bodyId)) return refused('not-allowed')
	await tx.delete(snippets).where(and(eq(snippets.id, act.id), eq(snippets.bodyId, act.bodyId)))
	return done(null)
}
