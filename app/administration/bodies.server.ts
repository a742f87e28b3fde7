import { and, count, eq, inArray, isNull, ne, type SQL } from 'drizzle-orm'
import type { Profile } from '#app/jurisdictions/profile.ts'
import { done, type Outcome, refused } from '#app/outcome.ts'
import type { Actor } from '#app/people/actor.ts'
import { bodies } from '#db/schema/bodies.ts'
import { proceedings } from '#db/schema/inquiries.ts'
import { numberSequences } from '#db/schema/register.ts'
import type { Reader, Writer } from '#db/store.ts'
import { type BodyRefusal, type BodyWords, makesCircle, refusalToTakePetitions } from './body.ts'
import { mayAdminister } from './may-administer.ts'
import { recordAdministered } from './record.server.ts'

/** The key to hold: a code is given once, and two changes of the tree cannot make a circle together. */
export const BODIES_KEY = 'bodies'

interface Act {
	actor: Actor
	now: Date
}

export async function createBody(
	tx: Writer,
	{ words, profile, actor, now }: Act & { words: BodyWords; profile: Profile },
): Promise<Outcome<{ bodyId: string }, BodyRefusal>> {
	if (!mayAdminister(actor)) return refused('not-allowed')
	if (await isTaken(tx, words.code, null)) return refused('code-taken')
	if (words.parentId && !(await standingBody(tx, words.parentId))) return refused('no-parent')
	if (await isAboveBound(tx, null, words)) return refused('unbound-above')
	const refusal = refusalToTakePetitions(profile, words)
	if (refusal) return refused(refusal)

	const bodyId = crypto.randomUUID()
	await tx.insert(bodies).values({ id: bodyId, ...words })
	await recordAdministered(tx, {
		subject: 'body',
		subjectId: bodyId,
		type: 'body-created',
		actor,
		details: { ...words },
		now,
	})
	return done({ bodyId })
}

/** What was filed keeps its number under a former code; the record tells what was said before. */
export async function changeBody(
	tx: Writer,
	{ bodyId, words, profile, actor, now }: Act & { bodyId: string; words: BodyWords; profile: Profile },
): Promise<Outcome<null, BodyRefusal>> {
	if (!mayAdminister(actor)) return refused('not-allowed')
	const body = await standingBody(tx, bodyId)
	if (!body) return refused('no-body')
	if (words.code !== body.code && (await isTaken(tx, words.code, bodyId))) return refused('code-taken')
	if (words.parentId && !(await standingBody(tx, words.parentId))) return refused('no-parent')
	if (makesCircle(bodyId, words.parentId, await parents(tx))) return refused('circle')
	if (await isAboveBound(tx, bodyId, words)) return refused('unbound-above')
	const refusal = refusalToTakePetitions(profile, words)
	if (refusal) return refused(refusal)

	await tx.update(bodies).set(words).where(eq(bodies.id, bodyId))
	const { id: _, closedAt: __, ...before } = body
	await recordAdministered(tx, {
		subject: 'body',
		subjectId: bodyId,
		type: 'body-changed',
		actor,
		details: { before, after: { ...words } },
		now,
	})
	return done(null)
}

/**
 * Nothing can be filed with it any more; its pages and its record stay. While it owes answers it cannot be
 * closed: they are redirected to the body that takes over, or answered (APPC 65).
 */
export async function closeBody(
	tx: Writer,
	{ bodyId, actor, now }: Act & { bodyId: string },
): Promise<Outcome<null, BodyRefusal>> {
	if (!mayAdminister(actor)) return refused('not-allowed')
	const [body] = await tx.select().from(bodies).where(eq(bodies.id, bodyId))
	if (!body) return refused('no-body')
	if (body.closedAt) return done(null)
	if ((await clocksOf(tx, bodyId)) > 0) return refused('open-clocks')
	const below = and(eq(bodies.parentId, bodyId), isNull(bodies.closedAt))
	if ((await tx.$count(bodies, below)) > 0) return refused('bodies-below')

	await tx.update(bodies).set({ closedAt: now }).where(eq(bodies.id, bodyId))
	await recordAdministered(tx, { subject: 'body', subjectId: bodyId, type: 'body-closed', actor, now })
	return done(null)
}

/** Filings come to it again, under the same code and the same numbers. Below a closed body it stays closed. */
export async function reopenBody(
	tx: Writer,
	{ bodyId, actor, now }: Act & { bodyId: string },
): Promise<Outcome<null, BodyRefusal>> {
	if (!mayAdminister(actor)) return refused('not-allowed')
	const [body] = await tx.select().from(bodies).where(eq(bodies.id, bodyId))
	if (!body) return refused('no-body')
	if (!body.closedAt) return done(null)
	if (body.parentId && !(await standingBody(tx, body.parentId))) return refused('no-parent')

	await tx.update(bodies).set({ closedAt: null }).where(eq(bodies.id, bodyId))
	await recordAdministered(tx, { subject: 'body', subjectId: bodyId, type: 'body-reopened', actor, now })
	return done(null)
}

/** How many questions the body still owes an answer to. */
export async function clocksOf(read: Reader, bodyId: string): Promise<number> {
	const [row] = await read
		.select({ total: count() })
		.from(proceedings)
		.where(and(eq(proceedings.bodyId, bodyId), inArray(proceedings.stage, ['desk', 'following'])))
	return row?.total ?? 0
}

async function standingBody(read: Reader, bodyId: string) {
	const [body] = await read
		.select()
		.from(bodies)
		.where(and(eq(bodies.id, bodyId), isNull(bodies.closedAt)))
	return body
}

/** Also when another body had it once: its numbers are in people's hands. */
async function isTaken(read: Reader, code: string, exceptId: string | null): Promise<boolean> {
	const others = and(eq(bodies.code, code), exceptId ? ne(bodies.id, exceptId) : undefined)
	if ((await read.$count(bodies, others)) > 0) return true
	return (await read.$count(numberSequences, eq(numberSequences.bodyCode, code))) > 0
}

async function parents(read: Reader): Promise<Map<string, string | null>> {
	const rows = await read.select({ id: bodies.id, parentId: bodies.parentId }).from(bodies)
	return new Map(rows.map(({ id, parentId }) => [id, parentId]))
}

/**
 * Whether a body that the law does not bind would stand above one that it does: complaints go to the body above, which owes
 * a decision on them (APPC 91(1)).
 */
async function isAboveBound(
	read: Reader,
	bodyId: string | null,
	{ bound, parentId }: BodyWords,
): Promise<boolean> {
	const bodiesThat = (isBound: boolean, where: SQL) =>
		read.$count(bodies, and(eq(bodies.bound, isBound), where))
	if (bound) return parentId !== null && (await bodiesThat(false, eq(bodies.id, parentId))) > 0
	return bodyId !== null && (await bodiesThat(true, eq(bodies.parentId, bodyId))) > 0
}
