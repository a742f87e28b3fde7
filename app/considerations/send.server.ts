import { asc, eq } from 'drizzle-orm'
import { type Day, dayIn } from '#app/deadlines/day.ts'
import { whereCalendarReaches } from '#app/deadlines/problem.ts'
import { type Law, lawOf } from '#app/jurisdictions/law.server.ts'
import { registrationDay } from '#app/jurisdictions/profiles.ts'
import {
	type Addressee,
	addressedTo,
	deskAddress,
	holdersOf,
	type Notice,
	writeAll,
} from '#app/notices/notice.server.ts'
import { done, type Outcome, refused } from '#app/outcome.ts'
import {
	type ActingOnPetition,
	openPetition,
	type Petition,
	petitionById,
	recordPetitionStep,
	tellStarter,
	textsOf,
} from '#app/petitions/petition.server.ts'
import type { PetitionRefusal } from '#app/petitions/petition.ts'
import { lastDayOf } from '#app/petitions/terms.ts'
import { tallyOf } from '#app/signing/tally.server.ts'
import { bodies } from '#db/schema/bodies.ts'
import { considerations, petitions } from '#db/schema/petitions.ts'
import type { Reader, Writer } from '#db/store.ts'

export type SendRefusal = PetitionRefusal | 'not-found' | 'factorNeeded' | 'already'
type Act = ActingOnPetition & { considerationId: number }

/**
 * Decides that a petition with enough signatures goes to the body. It may not be refused there (APPC 90-4): it is
 * registered as whatever reaches the body, and its term runs from that day (APPC 90-5(1)).
 */
export async function sendPetition(tx: Writer, act: Act): Promise<Outcome<null, SendRefusal>> {
	const opened = await openPetition(tx, 'send', act)
	if (!opened.ok) return opened
	const { petition, consideration, law } = opened.value
	if (!consideration) return refused('not-found')
	const planned = await plannedSending(tx, petition, consideration.bodyId, law, act.now)
	const { dueOn } = planned
	const sentWith = (await tallyOf(tx, petition.id))?.confirmed ?? 0

	await tx
		.update(considerations)
		.set({
			state: 'sent',
			sentAt: act.now,
			sentBy: act.actor.personId,
			sentWith,
			...planned,
		})
		.where(eq(considerations.id, consideration.id))
	if (law.profile.petition.sending_ends_collection)
		await tx
			.update(petitions)
			.set({ state: 'considered', endedAt: petition.endedAt ?? act.now, updatedAt: act.now })
			.where(eq(petitions.id, petition.id))
	await recordPetitionStep(tx, opened.value, act, 'sent', {
		threshold: consideration.threshold,
		with: sentWith,
		dueOn,
	})
	const values = { bodyId: consideration.bodyId, dueOn, with: sentWith }
	if (await tellStarter(tx, petition, 'petition-sent', values, act.now)) {
		await markTold(tx, consideration.id, act.now)
		await recordPetitionStep(tx, opened.value, act, 'sent-told')
	}
	await tellBody(tx, petition, { ...values, considerationId: consideration.id }, act.now)
	return done(null)
}

/** The author, whom no letter of this site reached, was told otherwise. */
export async function tellSent(tx: Writer, act: Act): Promise<Outcome<null, SendRefusal>> {
	const opened = await openPetition(tx, 'tell-sent', act)
	if (!opened.ok) return opened
	if (!opened.value.consideration) return refused('not-found')
	if (opened.value.consideration.toldAt) return refused('already')
	await markTold(tx, act.considerationId, act.now)
	await recordPetitionStep(tx, opened.value, act, 'sent-told')
	return done(null)
}

const markTold = (tx: Writer, considerationId: number, now: Date) =>
	tx.update(considerations).set({ toldAt: now }).where(eq(considerations.id, considerationId))

/** The dates that it gets when it is sent now. */
async function plannedSending(
	read: Reader,
	petition: Petition,
	bodyId: string,
	law: Law,
	now: Date,
): Promise<{ tellBy: Day | null; registeredOn: Day | null; rule: string | null; dueOn: Day | null }> {
	const { profile } = law
	const [body] = await read.select().from(bodies).where(eq(bodies.id, bodyId))
	const registeredOn = whereCalendarReaches(() =>
		registrationDay(profile, now, law.calendar, body?.officeClose ?? undefined),
	)
	const stage = profile.petition.competences[petition.competence ?? '']?.consider
	return {
		tellBy: lastDayOf(law, 'send', dayIn(profile.time.zone, now)),
		registeredOn,
		rule: stage ? `petition.${stage}` : null,
		dueOn: stage && registeredOn ? lastDayOf(law, stage, registeredOn) : null,
	}
}

/** What of a petition has enough signatures, and the dates that it has or would get now; for those who send it. */
export async function sendingOf(read: Reader, petitionId: number, now: Date) {
	const petition = await petitionById(read, petitionId)
	if (!petition?.number) return undefined
	const law = await lawOf(read, petition.profileId)
	const [text] = await textsOf(read, petition)
	const rows = await read
		.select({ consideration: considerations, body: bodies.names })
		.from(considerations)
		.innerJoin(bodies, eq(bodies.id, considerations.bodyId))
		.where(eq(considerations.petitionId, petitionId))
		.orderBy(asc(considerations.needed))
	const reached = []
	for (const { consideration, body } of rows) {
		const { id, threshold, needed, state, bodyId, sentAt, sentWith, toldAt } = consideration
		const dates = state === 'reached' ? await plannedSending(read, petition, bodyId, law, now) : consideration
		const { tellBy, registeredOn, dueOn } = dates
		reached.push({
			id,
			threshold,
			needed,
			state,
			body,
			sentAt,
			sentWith,
			toldAt,
			tellBy,
			registeredOn,
			dueOn,
		})
	}
	return {
		number: petition.number,
		name: text?.title ?? '',
		language: petition.language,
		confirmed: (await tallyOf(read, petitionId))?.confirmed ?? 0,
		ends: law.profile.petition.sending_ends_collection,
		reached,
	}
}

async function tellBody(
	tx: Writer,
	petition: Petition,
	{
		considerationId,
		...values
	}: { bodyId: string; dueOn: string | null; with: number; considerationId: number },
	now: Date,
): Promise<void> {
	const letters = (await approversOf(tx, values.bodyId)).map(
		(addressee): Notice => ({
			notice: 'petition-at-body',
			...addressedTo(addressee),
			values: { ...values, number: petition.number, path: `/desk/petitions/${considerationId}` },
			now,
		}),
	)
	await writeAll(tx, letters)
}

/** Who decides in the body; its desk, where nobody is named. */
export async function approversOf(read: Reader, bodyId: string): Promise<Addressee[]> {
	const approvers = await holdersOf(read, ['approver'], bodyId)
	if (approvers.length > 0) return approvers
	const desk = await deskAddress(read, bodyId)
	return desk ? [desk] : []
}
