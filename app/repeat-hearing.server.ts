import { and, eq, notInArray } from 'drizzle-orm'
import { REPEAT_GROUNDS, type RepeatGround } from '#app/decide-hearing.server.ts'
import { type ActingOnHearing, openHearing, recordHearingStep } from '#app/hearings/hearing.server.ts'
import type { HearingRefusal } from '#app/hearings/hearing.ts'
import { done, type Outcome, refused } from '#app/outcome.ts'
import { record } from '#app/register/record.server.ts'
import { carryRemarks } from '#app/remarks/carry.server.ts'
import { hearingOfficers, hearings, hearingTerritories, hearingTexts } from '#db/schema/hearings.ts'
import type { Writer } from '#db/store.ts'

type RepeatRefusal = HearingRefusal | 'not-found' | 'factorNeeded' | 'already' | 'no-ground'

/**
 * Opens the hearing that repeats this one, with what was left unresolved in it (ENV 73(17)): the initiator's as a
 * draft to be asked for, the authority's as one that it prepares itself.
 */
export async function repeatHearing(
	tx: Writer,
	act: ActingOnHearing & { ground: RepeatGround },
): Promise<Outcome<{ hearingId: number }, RepeatRefusal>> {
	const opened = await openHearing(tx, 'repeat', act)
	if (!opened.ok) return opened
	const { hearing, by, today } = opened.value
	const { ground, now } = act
	if (!REPEAT_GROUNDS.includes(ground)) return refused('no-ground')
	const repeats = and(
		eq(hearings.repeatOf, hearing.id),
		// A draft that the initiator leaves lying keeps the authority from nothing.
		notInArray(
			hearings.state,
			by === 'approver' ? ['refused', 'called_off', 'draft'] : ['refused', 'called_off'],
		),
	)
	if ((await tx.$count(hearings, repeats)) > 0) return refused('already')

	const { civic, form, bodyId, language, profileId, profileVersion, initiatorId, initiatorName } = hearing
	const { initiatorCode, initiatorContact, legalGround, commentsAddress, seats } = hearing
	const [made] = await tx
		.insert(hearings)
		.values({
			...{ civic, form, bodyId, language, profileId, profileVersion, initiatorId, initiatorName },
			...{ initiatorCode, initiatorContact, legalGround, commentsAddress, seats },
			state: by === 'approver' ? 'preparing' : 'draft',
			createdAt: now,
			updatedAt: now,
			repeatOf: hearing.id,
			repeatGround: ground,
		})
		.returning({ id: hearings.id })
	if (!made) throw new Error('no hearing was made')
	await copy(tx, hearing.id, made.id, now)
	const carried = await carryRemarks(tx, hearing.id, made.id, now)
	await recordHearingStep(tx, opened.value, act, 'repeated', { hearingId: made.id, ...carried })
	await record(tx, {
		subject: 'hearing',
		subjectId: String(made.id),
		type: 'created',
		at: now,
		on: today,
		by,
		personId: act.actor.personId,
		details: { repeatOf: hearing.number, ground },
	})
	return done({ hearingId: made.id })
}

/** Its words, its land and those who lead it. The documents are handed in anew: they are what was reworked. */
async function copy(tx: Writer, from: number, to: number, now: Date): Promise<void> {
	const texts = await tx.select().from(hearingTexts).where(eq(hearingTexts.hearingId, from))
	for (const text of texts) await tx.insert(hearingTexts).values({ ...text, hearingId: to, updatedAt: now })
	const land = await tx.select().from(hearingTerritories).where(eq(hearingTerritories.hearingId, from))
	for (const row of land) await tx.insert(hearingTerritories).values({ ...row, hearingId: to })
	const officers = await tx.select().from(hearingOfficers).where(eq(hearingOfficers.hearingId, from))
	for (const officer of officers)
		await tx.insert(hearingOfficers).values({ ...officer, hearingId: to, appointedAt: now })
}
