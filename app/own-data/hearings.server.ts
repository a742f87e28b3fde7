import { and, asc, eq, inArray, isNull, or, sql } from 'drizzle-orm'
import { removeDrafts } from '#app/hearings/draft.server.ts'
import { leaveRemarks, remarksBy } from '#app/remarks/own.server.ts'
import {
	attendances,
	attendees,
	documentVersions,
	hearingDocuments,
	hearingOfficers,
	hearings,
	hearingTexts,
	protocolObjections,
	roomPollVotes,
	roomQuestions,
	roomQuestionVotes,
	speeches,
} from '#db/schema/hearings.ts'
import type { Reader, Writer } from '#db/store.ts'

/** All that is held on a person in hearings: what they began, led, handed in, said, asked and chose. */
export async function hearingsHeld(read: Reader, personId: string) {
	const seats = await read.select().from(attendees).where(eq(attendees.personId, personId))
	const began = await read
		.select()
		.from(hearings)
		.where(eq(hearings.initiatorId, personId))
		.orderBy(asc(hearings.id))
	return {
		began: await Promise.all(
			began.map(async ({ submissionId: _, queueSeed: __, ...hearing }) => ({
				...hearing,
				texts: await read.select().from(hearingTexts).where(eq(hearingTexts.hearingId, hearing.id)),
			})),
		),
		parts: await read.select().from(hearingOfficers).where(eq(hearingOfficers.personId, personId)),
		documents: await documentsOf(read, personId),
		remarks: await remarksBy(read, personId),
		registrations: seats,
		attendances: await ofSeats(seats, (ids) =>
			read.select().from(attendances).where(inArray(attendances.attendeeId, ids)),
		),
		speeches: await ofSeats(seats, (ids) =>
			read.select().from(speeches).where(inArray(speeches.attendeeId, ids)),
		),
		votesInPolls: await ofSeats(seats, (ids) =>
			read.select().from(roomPollVotes).where(inArray(roomPollVotes.attendeeId, ids)),
		),
		questions: await read.select().from(roomQuestions).where(eq(roomQuestions.personId, personId)),
		votesForQuestions: await read
			.select()
			.from(roomQuestionVotes)
			.where(eq(roomQuestionVotes.personId, personId)),
		objections: await read.select().from(protocolObjections).where(eq(protocolObjections.personId, personId)),
	}
}

const documentsOf = (read: Reader, personId: string) =>
	read
		.select({
			hearingId: hearingDocuments.hearingId,
			kind: hearingDocuments.kind,
			stance: hearingDocuments.stance,
			author: hearingDocuments.author,
			title: documentVersions.title,
			version: documentVersions.version,
			sha256: documentVersions.sha256,
			addedAt: documentVersions.addedAt,
		})
		.from(documentVersions)
		.innerJoin(hearingDocuments, eq(hearingDocuments.id, documentVersions.documentId))
		.where(eq(documentVersions.addedBy, personId))

const ofSeats = <Row>(
	seats: readonly { id: string }[],
	find: (ids: string[]) => Promise<Row[]>,
): Promise<Row[]> => (seats.length > 0 ? find(seats.map(({ id }) => id)) : Promise.resolve([]))

/** States in which somebody has still to do their part. */
const RUNNING = ['requested', 'preparing', 'announced', 'live'] as const

/** Hearings that wait for this person: those they began, and those they lead until the protocol is signed. */
export async function runningHearings(read: Reader, personId: string): Promise<number> {
	const began = and(eq(hearings.initiatorId, personId), inArray(hearings.state, RUNNING))
	const unsigned = and(inArray(hearings.state, ['held', 'not_held']), isNull(hearings.protocolSignedAt))
	const led = read
		.select({ id: hearingOfficers.hearingId })
		.from(hearingOfficers)
		.where(eq(hearingOfficers.personId, personId))
	return read.$count(
		hearings,
		or(began, and(inArray(hearings.id, led), or(inArray(hearings.state, RUNNING), unsigned))),
	)
}

/**
 * Drafts go. What was said in a hearing that was announced is part of its record (Environmental Code 73(13)) and stays
 * under no name; what nobody was to read, and what was only chosen, goes.
 */
export async function leaveHearings(tx: Writer, personId: string, now: Date): Promise<void> {
	await removeDrafts(tx, eq(hearings.initiatorId, personId), now)
	await tx
		.update(hearings)
		.set({ initiatorId: null, submissionId: null })
		.where(eq(hearings.initiatorId, personId))
	await tx.delete(hearingOfficers).where(eq(hearingOfficers.personId, personId))
	await tx
		.update(hearingDocuments)
		.set({ author: '' })
		.where(and(eq(hearingDocuments.addedBy, personId), eq(hearingDocuments.party, 'other')))
	await leaveRemarks(tx, personId, now)
	await takeBackVotes(tx, personId)
	await tx
		.update(attendees)
		.set({ personId: null, name: '', representing: null })
		.where(eq(attendees.personId, personId))
	await tx
		.update(roomQuestions)
		.set({ personId: null, submissionId: null })
		.where(eq(roomQuestions.personId, personId))
	await tx
		.update(protocolObjections)
		.set({ personId: null, publicName: null })
		.where(eq(protocolObjections.personId, personId))
}

/**
 * What was only chosen goes, and out of the count with it: whoever comes back counts once. The result of a poll that is
 * closed stays.
 */
async function takeBackVotes(tx: Writer, personId: string): Promise<void> {
	const own = eq(roomQuestionVotes.personId, personId)
	const voted = tx.select({ id: roomQuestionVotes.questionId }).from(roomQuestionVotes).where(own)
	await tx
		.update(roomQuestions)
		.set({ votes: sql`${roomQuestions.votes} - 1` })
		.where(inArray(roomQuestions.id, voted))
	await tx.delete(roomQuestionVotes).where(own)
	const seats = tx.select({ id: attendees.id }).from(attendees).where(eq(attendees.personId, personId))
	await tx.delete(roomPollVotes).where(inArray(roomPollVotes.attendeeId, seats))
}
