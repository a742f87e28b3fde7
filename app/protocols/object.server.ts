import { and, eq, isNull } from 'drizzle-orm'
import { dayIn } from '#app/deadlines/day.ts'
import {
	type ActingOnHearing,
	hearingById,
	openHearing,
	recordHearingStep,
} from '#app/hearings/hearing.server.ts'
import { lawOf } from '#app/jurisdictions/law.server.ts'
import { done, type Outcome, refused } from '#app/outcome.ts'
import { protocolObjections } from '#db/schema/hearings.ts'
import type { Writer } from '#db/store.ts'
import type { ProtocolRefusal } from './draft.server.ts'

/** More from one person about one protocol is no objection any more. */
const MOST_OBJECTIONS = 5

export interface Objection {
	text: string
	language: string
	/** How its author wants to be named; null for not at all. */
	publicName: string | null
}

/** Anybody who is signed in may object. What comes after the last day is kept, and marked late. */
export async function objectToProtocol(
	tx: Writer,
	act: ActingOnHearing & { objection: Objection },
): Promise<Outcome<{ id: string; late: boolean }, 'not-found' | 'not-allowed' | 'unpublished' | 'too-many'>> {
	const { actor, hearingId, now, objection } = act
	const { personId } = actor
	if (!personId) return refused('not-allowed')
	const hearing = await hearingById(tx, hearingId)
	if (!hearing) return refused('not-found')
	if (!hearing.protocolPublishedAt) return refused('unpublished')
	const own = and(eq(protocolObjections.hearingId, hearingId), eq(protocolObjections.personId, personId))
	if ((await tx.$count(protocolObjections, own)) >= MOST_OBJECTIONS) return refused('too-many')
	const law = await lawOf(tx, hearing.profileId)
	const today = dayIn(law.profile.time.zone, now)
	const late = hearing.objectionsUntil !== null && today > hearing.objectionsUntil
	const id = crypto.randomUUID()
	await tx.insert(protocolObjections).values({ id, hearingId, personId, ...objection, receivedAt: now, late })
	await recordHearingStep(tx, { hearing, today, by: 'person' }, act, 'objection-received', { late })
	return done({ id, late })
}

/** The chair says what they hold of an objection; in public, as the objection is. */
export async function answerObjection(
	tx: Writer,
	act: ActingOnHearing & { objectionId: string; answer: string },
): Promise<Outcome<null, ProtocolRefusal>> {
	const opened = await openHearing(tx, 'answer-objection', act)
	if (!opened.ok) return opened
	const { answer, objectionId, hearingId, now } = act
	const changed = await tx
		.update(protocolObjections)
		.set({ answer, answeredAt: now })
		.where(
			and(
				eq(protocolObjections.id, objectionId),
				eq(protocolObjections.hearingId, hearingId),
				isNull(protocolObjections.answeredAt),
			),
		)
		.returning({ id: protocolObjections.id })
	if (changed.length === 0) return refused('already')
	await recordHearingStep(tx, opened.value, act, 'objection-answered')
	return done(null)
}
