import { and, eq, inArray, isNull } from 'drizzle-orm'
import { done, type Outcome, refused } from '#app/outcome.ts'
import { DESK_ROLES } from '#app/people/actor.ts'
import { notes, proceedings } from '#db/schema/inquiries.ts'
import { roles } from '#db/schema/people.ts'
import type { Reader, Writer } from '#db/store.ts'
import { type Acting, openCase, recordStep } from './act.server.ts'
import type { ActRefusal } from './inquiry.ts'

/** Gives the case to one member of the desk, or back to nobody. */
export async function assignInquiry(
	tx: Writer,
	acting: Acting & { executorId: string | null },
): Promise<Outcome<null, ActRefusal | 'not-found' | 'not-on-desk'>> {
	const opened = await openCase(tx, 'assign', acting)
	if (!opened.ok) return opened
	const { proceeding } = opened.value
	if (acting.executorId && !(await worksAt(tx, proceeding.bodyId, acting.executorId)))
		return refused('not-on-desk')
	if (proceeding.executorId === acting.executorId) return done(null)

	await tx.update(proceedings).set({ executorId: acting.executorId }).where(eq(proceedings.id, proceeding.id))
	await recordStep(tx, opened.value, acting, 'assigned', { executorId: acting.executorId })
	return done(null)
}

async function worksAt(read: Reader, bodyId: string, personId: string): Promise<boolean> {
	const held = await read
		.select({ id: roles.id })
		.from(roles)
		.where(
			and(
				eq(roles.personId, personId),
				eq(roles.bodyId, bodyId),
				inArray(roles.role, [...DESK_ROLES]),
				isNull(roles.endedAt),
			),
		)
		.limit(1)
	return held.length > 0
}

/** Leaves a remark that only the desk reads. */
export async function addNote(
	tx: Writer,
	acting: Acting & { text: string },
): Promise<Outcome<null, ActRefusal | 'not-found'>> {
	const opened = await openCase(tx, 'note', acting)
	if (!opened.ok) return opened
	await tx.insert(notes).values({
		id: crypto.randomUUID(),
		proceedingId: acting.proceedingId,
		text: acting.text,
		at: acting.now,
		by: String(acting.actor.personId),
	})
	return done(null)
}
