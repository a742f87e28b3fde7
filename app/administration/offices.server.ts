import { and, eq, isNull, ne } from 'drizzle-orm'
import { dayIn, laterOf } from '#app/deadlines/day.ts'
import { isFactorFresh } from '#app/factors/fresh.ts'
import { zoneInForce } from '#app/i18n/dates.ts'
import { done, type Outcome, refused } from '#app/outcome.ts'
import type { Actor } from '#app/people/actor.ts'
import { bodies, offices, tenures } from '#db/schema/bodies.ts'
import type { Reader, Writer } from '#db/store.ts'
import { mayAdminister } from './may-administer.ts'
import { recordAdministered } from './record.server.ts'

export interface OfficeWords {
	slug: string
	names: { kk: string; ru: string; en: string }
	/** Its place among the offices of the body. */
	position: number
}

export type OfficeRefusal = 'not-allowed' | 'factorNeeded' | 'no-body' | 'no-office' | 'slug-taken'

/** The key to hold: an address is given once. */
export const OFFICES_KEY = 'offices'

interface Act {
	actor: Actor
	now: Date
}

export async function createOffice(
	tx: Writer,
	{ bodyId, words, actor, now }: Act & { bodyId: string; words: OfficeWords },
): Promise<Outcome<{ officeId: string }, OfficeRefusal>> {
	if (!mayAdminister(actor)) return refused('not-allowed')
	const standing = and(eq(bodies.id, bodyId), isNull(bodies.closedAt))
	if ((await tx.$count(bodies, standing)) === 0) return refused('no-body')
	if (await isTaken(tx, words.slug, null)) return refused('slug-taken')

	const officeId = crypto.randomUUID()
	await tx.insert(offices).values({ id: officeId, bodyId, ...words })
	await recordAdministered(tx, {
		subject: 'office',
		subjectId: officeId,
		type: 'office-created',
		actor,
		details: { bodyId, ...words },
		now,
	})
	return done({ officeId })
}

export async function changeOffice(
	tx: Writer,
	{ officeId, words, actor, now }: Act & { officeId: string; words: OfficeWords },
): Promise<Outcome<null, OfficeRefusal>> {
	if (!mayAdminister(actor)) return refused('not-allowed')
	const office = await standingOffice(tx, officeId)
	if (!office) return refused('no-office')
	if (await isTaken(tx, words.slug, officeId)) return refused('slug-taken')

	await tx.update(offices).set(words).where(eq(offices.id, officeId))
	const { slug, names, position } = office
	await recordAdministered(tx, {
		subject: 'office',
		subjectId: officeId,
		type: 'office-changed',
		actor,
		details: { before: { slug, names, position }, after: { ...words } },
		now,
	})
	return done(null)
}

/**
 * Nobody can write to it any more. Its blog stays readable, and the body goes on owing what it owes. Its holder holds it no
 * more, so a second factor is shown.
 */
export async function closeOffice(
	tx: Writer,
	{ officeId, actor, now }: Act & { officeId: string },
): Promise<Outcome<null, OfficeRefusal>> {
	if (!mayAdminister(actor)) return refused('not-allowed')
	if (!isFactorFresh(actor, now)) return refused('factorNeeded')
	const [office] = await tx.select().from(offices).where(eq(offices.id, officeId))
	if (!office) return refused('no-office')
	if (office.closedAt) return done(null)

	const today = dayIn(zoneInForce(), now)
	await tx.update(offices).set({ closedAt: now }).where(eq(offices.id, officeId))
	const running = await tx
		.select({ id: tenures.id, from: tenures.from })
		.from(tenures)
		.where(and(eq(tenures.officeId, officeId), isNull(tenures.until)))
	for (const { id, from } of running)
		await tx
			.update(tenures)
			.set({ until: laterOf(from, today) })
			.where(eq(tenures.id, id))
	await recordAdministered(tx, { subject: 'office', subjectId: officeId, type: 'office-closed', actor, now })
	return done(null)
}

/** It may be written to again, its holder is appointed anew. Within a closed body it stays closed. */
export async function reopenOffice(
	tx: Writer,
	{ officeId, actor, now }: Act & { officeId: string },
): Promise<Outcome<null, OfficeRefusal>> {
	if (!mayAdminister(actor)) return refused('not-allowed')
	const [office] = await tx.select().from(offices).where(eq(offices.id, officeId))
	if (!office) return refused('no-office')
	if (!office.closedAt) return done(null)
	const standing = and(eq(bodies.id, office.bodyId), isNull(bodies.closedAt))
	if ((await tx.$count(bodies, standing)) === 0) return refused('no-body')

	await tx.update(offices).set({ closedAt: null }).where(eq(offices.id, officeId))
	await recordAdministered(tx, {
		subject: 'office',
		subjectId: officeId,
		type: 'office-reopened',
		actor,
		now,
	})
	return done(null)
}

export async function standingOffice(read: Reader, officeId: string) {
	const [office] = await read
		.select()
		.from(offices)
		.where(and(eq(offices.id, officeId), isNull(offices.closedAt)))
	return office
}

const isTaken = async (read: Reader, slug: string, exceptId: string | null): Promise<boolean> =>
	(await read.$count(offices, and(eq(offices.slug, slug), exceptId ? ne(offices.id, exceptId) : undefined))) >
	0
