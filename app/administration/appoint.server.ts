import { eq } from 'drizzle-orm'
import type { Day } from '#app/deadlines/day.ts'
import { isFactorFresh } from '#app/factors/fresh.ts'
import { done, type Outcome, refused } from '#app/outcome.ts'
import type { Actor } from '#app/people/actor.ts'
import { personByEmail } from '#app/people/find.server.ts'
import { officials, tenures, type Words } from '#db/schema/bodies.ts'
import type { Writer } from '#db/store.ts'
import { officialOf } from './find.server.ts'
import { mayAdminister } from './may-administer.ts'
import { standingOffice } from './offices.server.ts'
import { recordAdministered } from './record.server.ts'
import { type AppointmentRefusal, succession } from './tenure.ts'

export type AppointRefusal =
	| AppointmentRefusal
	| 'not-allowed'
	| 'factorNeeded'
	| 'no-office'
	| 'no-official'
	| 'no-person'

/** The key to hold: an office has one holder at a time. */
export const officeKey = (officeId: string) => `office:${officeId}`

interface Appointment {
	officeId: string
	/** Somebody who is known already, or the names of somebody new. */
	official: { id: string } | { names: Words; email?: string | undefined }
	from: Day
	actor: Actor
	now: Date
}

/**
 * Who held the office until now holds it until the day before. Blog, clocks and history are the office's and
 * stay where they are.
 */
export async function appointOfficial(
	tx: Writer,
	{ officeId, official, from, actor, now }: Appointment,
): Promise<Outcome<{ tenureId: string; officialId: string }, AppointRefusal>> {
	if (!mayAdminister(actor)) return refused('not-allowed')
	if (!isFactorFresh(actor, now)) return refused('factorNeeded')
	if (!(await standingOffice(tx, officeId))) return refused('no-office')
	const held = await tx.select().from(tenures).where(eq(tenures.officeId, officeId))
	const known = 'id' in official ? official.id : null
	const outcome = succession(held, { officialId: known, from })
	if (!outcome.ok) return outcome
	const found = await officialFor(tx, official)
	if (!found.ok) return found

	const { officialId } = found.value
	const { ends } = outcome
	if (ends) await tx.update(tenures).set({ until: ends.until }).where(eq(tenures.id, ends.tenureId))
	const tenureId = crypto.randomUUID()
	await tx.insert(tenures).values({ id: tenureId, officeId, officialId, from })
	await recordAdministered(tx, {
		subject: 'office',
		subjectId: officeId,
		type: 'appointed',
		actor,
		details: { tenureId, officialId, from, ended: ends ?? null },
		now,
	})
	return done({ tenureId, officialId })
}

/** The office stands empty after that day. */
export async function endTenure(
	tx: Writer,
	{ tenureId, until, actor, now }: { tenureId: string; until: Day; actor: Actor; now: Date },
): Promise<Outcome<null, 'not-allowed' | 'factorNeeded' | 'no-tenure' | 'ended' | 'too-early'>> {
	if (!mayAdminister(actor)) return refused('not-allowed')
	if (!isFactorFresh(actor, now)) return refused('factorNeeded')
	const [tenure] = await tx.select().from(tenures).where(eq(tenures.id, tenureId))
	if (!tenure) return refused('no-tenure')
	if (tenure.until === until) return done(null)
	if (tenure.until) return refused('ended')
	if (until < tenure.from) return refused('too-early')

	await tx.update(tenures).set({ until }).where(eq(tenures.id, tenureId))
	await recordAdministered(tx, {
		subject: 'office',
		subjectId: tenure.officeId,
		type: 'tenure-ended',
		actor,
		details: { tenureId, until },
		now,
	})
	return done(null)
}

/**
 * Names and biography as the public reads them. An answer keeps the name it was signed under; the record says that they
 * were changed, and not what they were.
 */
export async function changeOfficial(
	tx: Writer,
	{ officeId, officialId, names, biographies, actor, now }: OfficialChange,
): Promise<Outcome<null, 'not-allowed' | 'no-official'>> {
	if (!mayAdminister(actor)) return refused('not-allowed')
	if (!(await officialOf(tx, officeId, officialId))) return refused('no-official')
	await tx.update(officials).set({ names, biographies }).where(eq(officials.id, officialId))
	await recordAdministered(tx, {
		subject: 'office',
		subjectId: officeId,
		type: 'official-changed',
		actor,
		details: { officialId },
		now,
	})
	return done(null)
}

interface OfficialChange {
	/** An office that they hold or held. */
	officeId: string
	officialId: string
	names: Words
	/** In all languages, or null. */
	biographies: Words | null
	actor: Actor
	now: Date
}

async function officialFor(
	tx: Writer,
	official: Appointment['official'],
): Promise<Outcome<{ officialId: string }, 'no-official' | 'no-person'>> {
	if ('id' in official) {
		const known = await tx.$count(officials, eq(officials.id, official.id))
		return known > 0 ? done({ officialId: official.id }) : refused('no-official')
	}
	const person = official.email ? await personByEmail(tx, official.email) : undefined
	if (official.email && !person) return refused('no-person')
	const officialId = crypto.randomUUID()
	await tx.insert(officials).values({ id: officialId, names: official.names, personId: person?.id ?? null })
	return done({ officialId })
}
