import { asc, eq, sql } from 'drizzle-orm'
import { type Day, dayIn } from '#app/deadlines/day.ts'
import { isFactorFresh } from '#app/factors/fresh.ts'
import { type Law, lawOf } from '#app/jurisdictions/law.server.ts'
import { done, type Outcome, refused } from '#app/outcome.ts'
import type { Actor } from '#app/people/actor.ts'
import { record } from '#app/register/record.server.ts'
import { prepared } from '#db/prepared.ts'
import { hearingOfficers, hearings, hearingTexts } from '#db/schema/hearings.ts'
import { type Reader, tellOnceKept, type Writer } from '#db/store.ts'
import {
	actsAs,
	type HearingAct,
	type HearingRefusal,
	type HearingSubject,
	refusalToAct,
	SIGNED_HEARING_ACTS,
} from './hearing.ts'

export type Hearing = typeof hearings.$inferSelect & Pick<HearingSubject, 'officers'>

/** The key to hold for whatever is decided about a hearing, its remarks and its room among it. */
export const hearingKey = (hearingId: number) => `hearing:${hearingId}`

export async function hearingById(read: Reader, id: number): Promise<Hearing | undefined> {
	const [hearing] = await byId(read).execute({ id })
	return hearing && withOfficers(read, hearing)
}

export async function hearingByNumber(read: Reader, number: string): Promise<Hearing | undefined> {
	const [hearing] = await byNumber(read).execute({ number })
	return hearing && withOfficers(read, hearing)
}

async function withOfficers(read: Reader, hearing: typeof hearings.$inferSelect): Promise<Hearing> {
	return { ...hearing, officers: await officersOf(read).execute({ id: hearing.id }) }
}

const byId = prepared((read) =>
	read
		.select()
		.from(hearings)
		.where(eq(hearings.id, sql.placeholder('id'))),
)
const byNumber = prepared((read) =>
	read
		.select()
		.from(hearings)
		.where(eq(hearings.number, sql.placeholder('number'))),
)
const officersOf = prepared((read) =>
	read
		.select({ personId: hearingOfficers.personId, role: hearingOfficers.role })
		.from(hearingOfficers)
		.where(eq(hearingOfficers.hearingId, sql.placeholder('id'))),
)

/** Its texts, that of record first. */
export async function textsOf(read: Reader, { id, language }: Pick<Hearing, 'id' | 'language'>) {
	const texts = await read
		.select()
		.from(hearingTexts)
		.where(eq(hearingTexts.hearingId, id))
		.orderBy(asc(hearingTexts.language))
	return texts.sort((a, b) => Number(b.language === language) - Number(a.language === language))
}

export interface ActingOnHearing {
	hearingId: number
	actor: Actor
	now: Date
}

/** The hearing as an act finds it: loaded, allowed, with the law it stands under and today's day in it. */
export interface OpenedHearing {
	hearing: Hearing
	law: Law
	today: Day
	by: string
}

/** Loads the hearing and asks whether this actor may do this to it: the first line of every act. */
export async function openHearing(
	tx: Writer,
	act: HearingAct,
	{ hearingId, actor, now }: ActingOnHearing,
): Promise<Outcome<OpenedHearing, HearingRefusal | 'not-found' | 'factorNeeded'>> {
	const hearing = await hearingById(tx, hearingId)
	if (!hearing) return refused('not-found')
	const refusal = refusalToAct(act, actor, hearing)
	if (refusal) return refused(refusal)
	// A civic group acts in no office: what it does has no effect in law.
	if (!hearing.civic && SIGNED_HEARING_ACTS.includes(act) && !isFactorFresh(actor, now))
		return refused('factorNeeded')
	const law = await lawOf(tx, hearing.profileId)
	return done({ hearing, law, today: dayIn(law.profile.time.zone, now), by: actsAs(act, actor, hearing) })
}

/** Records a step of a hearing under the actor and the day of the opened hearing. */
export async function recordHearingStep(
	tx: Writer,
	{ hearing, today, by }: Pick<OpenedHearing, 'hearing' | 'today' | 'by'>,
	{ actor, now }: Pick<ActingOnHearing, 'actor' | 'now'>,
	type: string,
	details: Record<string, unknown> = {},
): Promise<void> {
	await record(tx, {
		subject: 'hearing',
		subjectId: String(hearing.id),
		type,
		at: now,
		on: today,
		by,
		personId: actor.personId,
		details,
	})
}

/** What is told of when the room of a hearing changes. */
export const roomTopic = (hearingId: number): string => `room:${hearingId}`

/** Tells whoever watches the room that something in it has changed. */
export async function touchRoom(tx: Writer, hearingId: number): Promise<void> {
	await tx
		.update(hearings)
		.set({ roomVersion: sql`${hearings.roomVersion} + 1` })
		.where(eq(hearings.id, hearingId))
	tellOnceKept(tx, roomTopic(hearingId))
}
