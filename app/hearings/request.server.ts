import { eq } from 'drizzle-orm'
import { type Day, dayIn, startOfDay } from '#app/deadlines/day.ts'
import type { Law } from '#app/jurisdictions/law.server.ts'
import { done, type Outcome, refused } from '#app/outcome.ts'
import { nextNumber } from '#app/register/next-number.server.ts'
import { hearingDocuments, hearings } from '#db/schema/hearings.ts'
import type { Reader, Writer } from '#db/store.ts'
import { regionsOfHearing, unwritten } from './draft.server.ts'
import {
	type ActingOnHearing,
	type Hearing,
	hearingKey,
	openHearing,
	recordHearingStep,
} from './hearing.server.ts'
import type { HearingRefusal } from './hearing.ts'
import { decidersOf, holdingOf, tellAll, tellInitiator } from './tell.server.ts'
import { lastDayOf, noticeLanguages } from './terms.ts'

/** The keys to hold while a hearing is given its number. */
export const keysForNumber = (hearingId: number) => [hearingKey(hearingId), 'number:H']

export const numberFor = async (tx: Writer, { number }: Hearing, today: Day): Promise<string> =>
	number ?? nextNumber(tx, 'H', Number(today.slice(0, 4)))

type RequestRefusal = HearingRefusal | 'not-found' | 'factorNeeded' | Lack

/** What a request lacks: each is a code of the catalog `holding`. */
export type Lack = 'no-body' | 'no-text' | 'no-contact' | 'no-territory' | 'no-documents'

export async function lacksOf(read: Reader, hearing: Hearing, { profile }: Law): Promise<Lack[]> {
	const lacks: Lack[] = []
	if (!hearing.civic && !hearing.bodyId) lacks.push('no-body')
	const languages = hearing.civic ? [hearing.language] : noticeLanguages(profile)
	if ((await unwritten(read, hearing, languages)).length > 0) lacks.push('no-text')
	if (!hearing.initiatorContact) lacks.push('no-contact')
	if ((await regionsOfHearing(read, hearing.id)).length === 0) lacks.push('no-territory')
	if ((await read.$count(hearingDocuments, eq(hearingDocuments.hearingId, hearing.id))) === 0)
		lacks.push('no-documents')
	return lacks
}

/** Asks the authority to hold the hearing, with the documents. It answers by its legal date (ENV 73(2)). */
export async function requestHearing(
	tx: Writer,
	act: ActingOnHearing,
): Promise<Outcome<{ number: string }, RequestRefusal>> {
	const opened = await openHearing(tx, 'request', act)
	if (!opened.ok) return opened
	const { hearing, law, today } = opened.value
	// A group that holds its own asks nobody.
	if (hearing.civic) return refused('wrong-state')
	const [lack] = await lacksOf(tx, hearing, law)
	if (lack || !hearing.bodyId) return refused(lack ?? 'no-body')
	const { now } = act
	const number = await numberFor(tx, hearing, today)
	const answerBy = lastDayOf(law, 'answer_request', today)
	await tx
		.update(hearings)
		.set({
			state: 'requested',
			number,
			profileVersion: law.profile.version,
			requestedAt: now,
			answerBy,
			updatedAt: now,
		})
		.where(eq(hearings.id, hearing.id))
	await recordHearingStep(tx, opened.value, act, 'created')
	await recordHearingStep(tx, opened.value, act, 'requested', { answerBy })
	await tellAll(tx, await decidersOf(tx, hearing.bodyId), {
		notice: 'hearing-requested',
		values: { number, dueOn: answerBy, path: holdingOf(hearing, 'answer') },
		now,
	})
	return done({ number })
}

type AnswerRefusal = HearingRefusal | 'not-found' | 'factorNeeded'

/** The authority agrees. The documents are to be public soon after the day on which they arrived (ENV 73(3)). */
export async function acceptRequest(
	tx: Writer,
	act: ActingOnHearing & { receivedOn: Day },
): Promise<Outcome<null, AnswerRefusal | 'wrong-day'>> {
	const opened = await openHearing(tx, 'answer-request', act)
	if (!opened.ok) return opened
	const { hearing, law, today } = opened.value
	const { receivedOn, now } = act
	const { zone } = law.profile.time
	const asked = hearing.requestedAt && dayIn(zone, hearing.requestedAt)
	if (receivedOn > today || (asked && receivedOn < asked)) return refused('wrong-day')
	const postBy = lastDayOf(law, 'post_documents', receivedOn)
	await tx
		.update(hearings)
		.set({
			state: 'preparing',
			answeredAt: now,
			documentsReceivedAt: receivedOn === today ? now : startOfDay(zone, receivedOn),
			postBy,
			updatedAt: now,
		})
		.where(eq(hearings.id, hearing.id))
	await recordHearingStep(tx, opened.value, act, 'request-accepted', { receivedOn, postBy })
	await tellInitiator(tx, hearing, {
		notice: 'hearing-accepted',
		values: { number: hearing.number, dueOn: postBy, path: holdingOf(hearing) },
		now,
	})
	return done(null)
}

/** The authority does not agree, and says why. */
export async function refuseRequest(
	tx: Writer,
	act: ActingOnHearing & { reason: string },
): Promise<Outcome<null, AnswerRefusal>> {
	const opened = await openHearing(tx, 'answer-request', act)
	if (!opened.ok) return opened
	const { hearing } = opened.value
	const { reason, now } = act
	await tx
		.update(hearings)
		.set({ state: 'refused', answeredAt: now, refusalReason: reason, updatedAt: now })
		.where(eq(hearings.id, hearing.id))
	await recordHearingStep(tx, opened.value, act, 'request-refused')
	await tellInitiator(tx, hearing, {
		notice: 'hearing-refused',
		values: { number: hearing.number, reason, path: holdingOf(hearing) },
		now,
	})
	return done(null)
}
