import { and, asc, eq } from 'drizzle-orm'
import { done, type Outcome, refused } from '#app/outcome.ts'
import { type HEARING_LINKS, hearingLinks, type Position } from '#db/schema/hearings.ts'
import type { Reader, Writer } from '#db/store.ts'
import { type ActingOnHearing, openHearing, recordHearingStep } from './hearing.server.ts'
import type { HearingRefusal } from './hearing.ts'

const MOST_LINKS = 40
type Linked = { kind: (typeof HEARING_LINKS)[number]; number: string }
type LinkRefusal = HearingRefusal | 'not-found' | 'factorNeeded'

export const linksOf = (read: Reader, hearingId: number) =>
	read
		.select({ kind: hearingLinks.kind, number: hearingLinks.number, stance: hearingLinks.stance })
		.from(hearingLinks)
		.where(eq(hearingLinks.hearingId, hearingId))
		.orderBy(asc(hearingLinks.kind), asc(hearingLinks.number))

/** Sets a petition or a question beside the hearing. Who calls has seen that the public may read it. */
export async function linkToHearing(
	tx: Writer,
	act: ActingOnHearing & Linked & { stance: Position },
): Promise<Outcome<null, LinkRefusal | 'too-many'>> {
	const opened = await openHearing(tx, 'link', act)
	if (!opened.ok) return opened
	const { hearing } = opened.value
	const { kind, number, stance, actor, now } = act
	if ((await tx.$count(hearingLinks, eq(hearingLinks.hearingId, hearing.id))) >= MOST_LINKS)
		return refused('too-many')
	const same = and(
		eq(hearingLinks.hearingId, hearing.id),
		eq(hearingLinks.kind, kind),
		eq(hearingLinks.number, number),
	)
	// What was announced beside the hearing stays as it was announced.
	if (hearing.announcedAt && (await tx.$count(hearingLinks, same)) > 0) return refused('wrong-state')
	const row = { hearingId: hearing.id, kind, number, stance, linkedAt: now, linkedBy: String(actor.personId) }
	await tx
		.insert(hearingLinks)
		.values(row)
		.onConflictDoUpdate({
			target: [hearingLinks.hearingId, hearingLinks.kind, hearingLinks.number],
			set: { stance },
		})
	await recordHearingStep(tx, opened.value, act, 'linked', { kind, number })
	return done(null)
}

export async function unlinkFromHearing(
	tx: Writer,
	act: ActingOnHearing & Linked,
): Promise<Outcome<null, LinkRefusal>> {
	const opened = await openHearing(tx, 'link', act)
	if (!opened.ok) return opened
	const { hearing } = opened.value
	if (hearing.announcedAt) return refused('wrong-state')
	const { kind, number } = act
	await tx
		.delete(hearingLinks)
		.where(
			and(
				eq(hearingLinks.hearingId, hearing.id),
				eq(hearingLinks.kind, kind),
				eq(hearingLinks.number, number),
			),
		)
	await recordHearingStep(tx, opened.value, act, 'unlinked', { kind, number })
	return done(null)
}
