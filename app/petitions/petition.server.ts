import { createHash, createHmac } from 'node:crypto'
import { asc, eq, sql } from 'drizzle-orm'
import { type Day, dayIn } from '#app/deadlines/day.ts'
import { isFactorFresh } from '#app/factors/fresh.ts'
import { type Law, lawOf } from '#app/jurisdictions/law.server.ts'
import { profileById } from '#app/jurisdictions/profiles.ts'
import {
	addressedTo,
	authorAddress,
	type NoticeValue,
	write as writeNotice,
} from '#app/notices/notice.server.ts'
import { done, type Outcome, refused } from '#app/outcome.ts'
import type { Actor } from '#app/people/actor.ts'
import { record } from '#app/register/record.server.ts'
import { prepared } from '#db/prepared.ts'
import { considerations, petitions, petitionTexts } from '#db/schema/petitions.ts'
import type { Reader, Writer } from '#db/store.ts'
import {
	actsAs,
	type PetitionAct,
	type PetitionRefusal,
	refusalToAct,
	SIGNED_PETITION_ACTS,
} from './petition.ts'

export type Petition = typeof petitions.$inferSelect
export type PetitionText = typeof petitionTexts.$inferSelect
export type Consideration = typeof considerations.$inferSelect

/** The key to hold for whatever is decided about a petition, its signatures among it. */
export const petitionKey = (petitionId: number) => `petition:${petitionId}`

export async function petitionById(read: Reader, id: number): Promise<Petition | undefined> {
	const [petition] = await byId(read).execute({ id })
	return petition
}

export async function petitionByNumber(read: Reader, number: string): Promise<Petition | undefined> {
	const [petition] = await byNumber(read).execute({ number })
	return petition
}

/** The petition that a direct link leads to. */
export async function petitionByLink(read: Reader, secret: string): Promise<Petition | undefined> {
	const [petition] = await byLink(read).execute({ hash: linkHash(secret) })
	return petition
}

// Built once: signing asks for them thousands of times a minute.
const byId = prepared((read) =>
	read
		.select()
		.from(petitions)
		.where(eq(petitions.id, sql.placeholder('id'))),
)
const byNumber = prepared((read) =>
	read
		.select()
		.from(petitions)
		.where(eq(petitions.number, sql.placeholder('number'))),
)
const byLink = prepared((read) =>
	read
		.select()
		.from(petitions)
		.where(eq(petitions.linkHash, sql.placeholder('hash'))),
)

/** The secret of the link for sponsors: only who has it, or the key, can make it. */
export const linkSecret = (secretKey: string, petitionId: number): string =>
	createHmac('sha256', secretKey).update(`petition-link:${petitionId}`).digest('base64url').slice(0, 26)

export const linkHash = (secret: string): string => createHash('sha256').update(secret).digest('hex')

/** Its texts, that of record first. */
export async function textsOf(read: Reader, { id, language }: Pick<Petition, 'id' | 'language'>) {
	const texts = await read
		.select()
		.from(petitionTexts)
		.where(eq(petitionTexts.petitionId, id))
		.orderBy(asc(petitionTexts.language))
	return texts.sort((a, b) => Number(b.language === language) - Number(a.language === language))
}

export interface ActingOnPetition {
	petitionId: number
	/** Of what the body does: which consideration. */
	considerationId?: number
	actor: Actor
	now: Date
}

/** The petition as an act finds it: loaded, allowed, with the law it stands under and today's day in it. */
export interface OpenedPetition {
	petition: Petition
	consideration?: Consideration
	law: Law
	today: Day
	by: string
}

/** Loads the petition and asks whether this actor may do this to it: the first line of every act. */
export async function openPetition(
	tx: Writer,
	act: PetitionAct,
	{ petitionId, considerationId, actor, now }: ActingOnPetition,
): Promise<Outcome<OpenedPetition, PetitionRefusal | 'not-found' | 'factorNeeded'>> {
	const petition = await petitionById(tx, petitionId)
	if (!petition) return refused('not-found')
	const consideration =
		considerationId === undefined ? undefined : await considerationById(tx, considerationId)
	if (considerationId !== undefined && consideration?.petitionId !== petitionId) return refused('not-found')
	const refusal = refusalToAct(act, actor, { petition, consideration })
	if (refusal) return refused(refusal)
	if (SIGNED_PETITION_ACTS.includes(act) && !isFactorFresh(actor, now)) return refused('factorNeeded')
	const law = await lawOf(tx, petition.profileId)
	return done({
		petition,
		consideration,
		law,
		today: dayIn(law.profile.time.zone, now),
		by: actsAs(act, actor, petition.authorId),
	})
}

export async function considerationById(read: Reader, id: number): Promise<Consideration | undefined> {
	const [found] = await read.select().from(considerations).where(eq(considerations.id, id))
	return found
}

/** Records a step of a petition under the actor and the day of the opened petition. */
export async function recordPetitionStep(
	tx: Writer,
	{ petition, today, by }: Pick<OpenedPetition, 'petition' | 'today' | 'by'>,
	{ actor, now }: Pick<ActingOnPetition, 'actor' | 'now'>,
	type: string,
	details: Record<string, unknown> = {},
): Promise<void> {
	await record(tx, {
		subject: 'petition',
		subjectId: String(petition.id),
		type,
		at: now,
		on: today,
		by,
		personId: actor.personId,
		details,
	})
}

/** Records what follows by itself from what was done, or from time. Gives false when `once` says that it is there. */
export async function recordSystemStep(
	tx: Writer,
	{ id, profileId }: Pick<Petition, 'id' | 'profileId'>,
	at: Date,
	type: string,
	details: Record<string, unknown> = {},
	once?: string,
): Promise<boolean> {
	return record(tx, {
		subject: 'petition',
		subjectId: String(id),
		type,
		at,
		on: dayIn(profileById(profileId).time.zone, at),
		by: 'system',
		details,
		once,
	})
}

/** Tells the author. Gives false when there is no address. */
export async function tellStarter(
	tx: Writer,
	petition: Petition,
	notice: string,
	values: Record<string, NoticeValue>,
	now: Date,
	once?: string,
): Promise<boolean> {
	const author = await authorAddress(tx, { ...petition, authorEmail: null })
	if (!author) return false
	await writeNotice(tx, {
		notice,
		...addressedTo(author),
		values: { number: petition.number, path: `/petitions/${petition.number}`, ...values },
		once,
		now,
	})
	return true
}
