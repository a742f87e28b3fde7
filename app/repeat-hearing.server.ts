import { and, eq, notInArray } from 'drizzle-orm'
import type { Day } from '#app/deadlines/day.ts'
import { REPEAT_GROUNDS, type RepeatGround } from '#app/decide-hearing.server.ts'
import { copyDossier } from '#app/dossiers/copy.server.ts'
import {
	type ActingOnHearing,
	type Hearing,
	openHearing,
	recordHearingStep,
} from '#app/hearings/hearing.server.ts'
import type { HearingRefusal } from '#app/hearings/hearing.ts'
import { lastDayOf } from '#app/hearings/terms.ts'
import type { Law } from '#app/jurisdictions/law.server.ts'
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
	const { hearing, law, by, today } = opened.value
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
			...(by === 'approver'
				? preparedFrom(law, hearing, { ground, now, today })
				: { state: 'draft' as const }),
			createdAt: now,
			updatedAt: now,
			repeatOf: hearing.id,
			repeatGround: ground,
		})
		.returning({ id: hearings.id })
	if (!made) throw new Error('no hearing was made')
	await copy(tx, hearing.id, made.id, now)
	const documents = await copyDossier(tx, hearing.id, made.id, now)
	const carried = await carryRemarks(tx, hearing.id, made.id, documents, now)
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

/**
 * Where the procedure was broken the authority has the documents already: they are to be public as soon after as any
 * others (ENV 73(3), 73(18)). On the other grounds they are reworked first, in no term (73(16)2, 73(17)).
 */
const preparedFrom = (
	law: Law,
	{ civic }: Hearing,
	{ ground, now, today }: { ground: RepeatGround; now: Date; today: Day },
) => {
	const has = !civic && ground === 'procedure_breach'
	return {
		state: 'preparing' as const,
		documentsReceivedAt: has ? now : null,
		postBy: has ? lastDayOf(law, 'post_documents', today) : null,
	}
}

/** Its words, its land and those who lead it. */
async function copy(tx: Writer, from: number, to: number, now: Date): Promise<void> {
	const texts = await tx.select().from(hearingTexts).where(eq(hearingTexts.hearingId, from))
	for (const text of texts) await tx.insert(hearingTexts).values({ ...text, hearingId: to, updatedAt: now })
	const land = await tx.select().from(hearingTerritories).where(eq(hearingTerritories.hearingId, from))
	for (const row of land) await tx.insert(hearingTerritories).values({ ...row, hearingId: to })
	const officers = await tx.select().from(hearingOfficers).where(eq(hearingOfficers.hearingId, from))
	for (const officer of officers)
		await tx.insert(hearingOfficers).values({ ...officer, hearingId: to, appointedAt: now })
}
