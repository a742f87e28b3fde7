import { and, desc, eq, gte, isNotNull, isNull, lt, ne, or, type SQL } from 'drizzle-orm'
import { addDays, type Day, dayIn, startOfDay } from '#app/deadlines/day.ts'
import { lawOf } from '#app/jurisdictions/law.server.ts'
import { profileById } from '#app/jurisdictions/profiles.ts'
import {
	expertCommissions,
	type HearingDuty,
	hearingBreaches,
	hearingCommitments,
	hearings,
} from '#db/schema/hearings.ts'
import type { Reader } from '#db/store.ts'
import { hearingById } from './hearing.server.ts'
import { planOfHearing } from './plan.server.ts'

const AT_ONCE = 2000
/** So long after a date it is still looked whether what was done was done late. */
const LOOKED_BACK_DAYS = 7

/** A duty with its date, and when it was done. */
export interface Owed {
	hearingId: number
	duty: HearingDuty
	/** Of a commitment: which. */
	subjectId: string
	dueOn: Day
	doneAt: Date | null
}

const BY_HEARING = [
	['answer_request', hearings.answerBy, hearings.answeredAt],
	['post_documents', hearings.postBy, hearings.postedAt],
	['sign_protocol', hearings.signProtocolBy, hearings.protocolSignedAt],
	['publish_protocol', hearings.publishProtocolBy, hearings.protocolPublishedAt],
	['send_protocol', hearings.sendProtocolBy, hearings.protocolSentAt],
] as const

const BY_COMMISSION = [
	['commission_create', expertCommissions.createBy, expertCommissions.createdOn],
	['commission_tell', expertCommissions.tellBy, expertCommissions.toldOn],
	['commission_sit', expertCommissions.sitBy, expertCommissions.satOn],
] as const

/** What an authority owed to hearings before this day, and has not been settled. A civic group owes nothing in law. */
export async function owedToHearings(read: Reader, today: Day, now: Date): Promise<Owed[]> {
	const owed: Owed[] = []
	for (const [duty, by, done] of BY_HEARING) {
		const rows = await read
			.select({ hearingId: hearings.id, dueOn: by, doneAt: done })
			.from(hearings)
			.leftJoin(hearingBreaches, breachOf(duty))
			.where(and(STANDING, lt(by, today), unsettled(isNull(done), isNotNull(done), gte(by, back(today)))))
			.orderBy(desc(by))
			.limit(AT_ONCE)
		for (const { dueOn, ...row } of rows) if (dueOn) owed.push({ ...row, duty, subjectId: '', dueOn })
	}
	for (const [duty, by, done] of BY_COMMISSION) {
		const rows = await read
			.select({ hearingId: hearings.id, profileId: hearings.profileId, dueOn: by, doneOn: done })
			.from(expertCommissions)
			.innerJoin(hearings, eq(hearings.id, expertCommissions.hearingId))
			.leftJoin(hearingBreaches, breachOf(duty))
			.where(and(STANDING, lt(by, today), unsettled(isNull(done), isNotNull(done), gte(by, back(today)))))
			.orderBy(desc(by))
			.limit(AT_ONCE)
		for (const { hearingId, profileId, dueOn, doneOn } of rows)
			if (dueOn) owed.push({ hearingId, duty, subjectId: '', dueOn, doneAt: begins(profileId, doneOn) })
	}
	return [...owed, ...(await promised(read, today)), ...(await toAnnounce(read, now))]
}

const STANDING = and(eq(hearings.civic, false), ne(hearings.state, 'called_off'))
const back = (today: Day) => addDays(today, -LOOKED_BACK_DAYS)
const begins = (profileId: string, day: Day | null) =>
	day ? startOfDay(profileById(profileId).time.zone, day) : null

const breachOf = (duty: HearingDuty) =>
	and(eq(hearingBreaches.hearingId, hearings.id), eq(hearingBreaches.duty, duty))

/** Not on record yet, or on record as not done while it is. */
const unsettled = (undone: SQL, done: SQL, lately: SQL): SQL | undefined =>
	or(
		and(isNull(hearingBreaches.id), or(undone, lately)),
		and(isNotNull(hearingBreaches.id), isNull(hearingBreaches.mendedAt), done),
	)

/** What was promised with the decision, each with its own day. */
async function promised(read: Reader, today: Day): Promise<Owed[]> {
	const { doneAt: done, dueOn: by } = hearingCommitments
	const rows = await read
		.select({ hearingId: hearings.id, subjectId: hearingCommitments.id, dueOn: by, doneAt: done })
		.from(hearingCommitments)
		.innerJoin(hearings, eq(hearings.id, hearingCommitments.hearingId))
		.leftJoin(
			hearingBreaches,
			and(breachOf('commitment'), eq(hearingBreaches.subjectId, hearingCommitments.id)),
		)
		.where(and(STANDING, lt(by, today), unsettled(isNull(done), isNotNull(done), gte(by, back(today)))))
		.orderBy(desc(by))
		.limit(AT_ONCE)
	return rows.map((row) => ({ ...row, duty: 'commitment' }))
}

/** Where the announcement is to be seen by now: its last day is counted back from the start that is set. */
async function toAnnounce(read: Reader, now: Date): Promise<Owed[]> {
	const rows = await read
		.select({ id: hearings.id })
		.from(hearings)
		.where(and(eq(hearings.state, 'announced'), eq(hearings.civic, false)))
		.orderBy(hearings.startsOn)
		.limit(AT_ONCE)
	const owed: Owed[] = []
	for (const { id } of rows) {
		const hearing = await hearingById(read, id)
		if (!hearing) continue
		const law = await lawOf(read, hearing.profileId)
		const { zone } = law.profile.time
		const { announceBy, announced } = await planOfHearing(read, hearing, law, now)
		if (announceBy && announceBy < dayIn(zone, now))
			owed.push({
				hearingId: id,
				duty: 'announce',
				subjectId: '',
				dueOn: announceBy,
				doneAt: begins(hearing.profileId, announced),
			})
	}
	return owed
}
