import { and, asc, eq } from 'drizzle-orm'
import { done, type Outcome, refused } from '#app/outcome.ts'
import { personByEmail } from '#app/people/find.server.ts'
import { type HearingOfficer, hearingOfficers } from '#db/schema/hearings.ts'
import type { Reader, Writer } from '#db/store.ts'
import { type ActingOnHearing, openHearing, recordHearingStep, touchRoom } from './hearing.server.ts'
import type { HearingRefusal } from './hearing.ts'
import { holdingOf, tellPerson } from './tell.server.ts'

type AppointRefusal = HearingRefusal | 'not-found' | 'factorNeeded'

/** Who leads the hearing, keeps its record and reads its questions, as they are named. */
export const officersOf = (read: Reader, hearingId: number) =>
	read
		.select()
		.from(hearingOfficers)
		.where(eq(hearingOfficers.hearingId, hearingId))
		.orderBy(asc(hearingOfficers.role), asc(hearingOfficers.appointedAt))

/** Appoints the owner of an account. A hearing has one chair and one secretary, and as many moderators as it needs. */
export async function appointOfficer(
	tx: Writer,
	act: ActingOnHearing & { role: HearingOfficer; email: string; position: string },
): Promise<Outcome<null, AppointRefusal | 'no-account' | 'own-project' | 'chair-and-secretary'>> {
	const opened = await openHearing(tx, 'appoint', act)
	if (!opened.ok) return opened
	const { hearing } = opened.value
	const { role, position, now } = act
	const person = await personByEmail(tx, act.email)
	if (!person?.emailConfirmedAt) return refused('no-account')
	const { id: personId } = person
	if (!hearing.civic && personId === hearing.initiatorId) return refused('own-project')
	const other = role === 'chair' ? 'secretary' : 'chair'
	if (
		role !== 'moderator' &&
		hearing.officers.some((officer) => officer.role === other && officer.personId === personId)
	)
		return refused('chair-and-secretary')
	if (role !== 'moderator')
		await tx
			.delete(hearingOfficers)
			.where(and(eq(hearingOfficers.hearingId, hearing.id), eq(hearingOfficers.role, role)))
	const row = { hearingId: hearing.id, personId, role, name: person.fullName, position, appointedAt: now }
	await tx
		.insert(hearingOfficers)
		.values(row)
		.onConflictDoUpdate({
			target: [hearingOfficers.hearingId, hearingOfficers.personId, hearingOfficers.role],
			set: row,
		})
	await touchRoom(tx, hearing.id)
	await recordHearingStep(tx, opened.value, act, 'officer-appointed', { role })
	if (personId !== act.actor.personId)
		await tellPerson(tx, personId, {
			notice: 'hearing-officer',
			values: { number: hearing.number, [role]: 1, path: holdingOf(hearing) },
			now,
		})
	return done(null)
}

/** Takes the part of an officer away. */
export async function dismissOfficer(
	tx: Writer,
	act: ActingOnHearing & { role: HearingOfficer; personId: string },
): Promise<Outcome<null, AppointRefusal>> {
	const opened = await openHearing(tx, 'appoint', act)
	if (!opened.ok) return opened
	const { hearing } = opened.value
	const gone = await tx
		.delete(hearingOfficers)
		.where(
			and(
				eq(hearingOfficers.hearingId, hearing.id),
				eq(hearingOfficers.role, act.role),
				eq(hearingOfficers.personId, act.personId),
			),
		)
		.returning({ personId: hearingOfficers.personId })
	if (gone.length === 0) return refused('not-found')
	await touchRoom(tx, hearing.id)
	await recordHearingStep(tx, opened.value, act, 'officer-dismissed', { role: act.role })
	return done(null)
}
