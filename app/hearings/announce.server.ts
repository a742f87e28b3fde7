import { randomBytes } from 'node:crypto'
import { and, eq, inArray, isNull, lt } from 'drizzle-orm'
import { type Day, instantIn, startOfDay } from '#app/deadlines/day.ts'
import { msOfTime } from '#app/deadlines/registration.ts'
import type { Law } from '#app/jurisdictions/law.server.ts'
import { done, type Outcome, refused } from '#app/outcome.ts'
import { levelDemanded } from '#app/people/level.server.ts'
import {
	documentVersions,
	type HearingForm,
	hearingDocuments,
	hearings,
	hearingTexts,
	remarks,
} from '#db/schema/hearings.ts'
import type { Reader, Writer } from '#db/store.ts'
import {
	type ActingOnHearing,
	type Hearing,
	openHearing,
	recordHearingStep,
	touchRoom,
} from './hearing.server.ts'
import type { HearingRefusal } from './hearing.ts'
import { mendHearingBreach } from './mend-breach.server.ts'
import { planFacts } from './plan.server.ts'
import { brokenBy, discussionEnd, discussionRules, hasSession, type PlanFacts, planOf } from './plan.ts'
import { type Lack, lacksOf, numberFor } from './request.server.ts'
import { holdingOf, tellInitiator, tellPerson } from './tell.server.ts'
import { endOf, noticeLanguages } from './terms.ts'

/** When, where and how the hearing is held. */
export interface Announcement {
	form: HearingForm
	startsOn: Day
	/** On the wall, 'HH:MM': of a session. */
	time: string
	/** The last day: a session of one day, and a discussion whose length the law sets, need none. */
	endsOn: Day | null
	discussionRule: string | null
	/** By language. */
	places: Readonly<Record<string, string>>
	commentsAddress: string
	seats: number | null
	streamUrl: string | null
}

type AnnounceRefusal =
	| HearingRefusal
	| 'not-found'
	| 'factorNeeded'
	| Lack
	| 'wrong-form'
	| 'not-posted'
	| 'no-place'
	| 'no-address'
	| 'wrong-day'
	| 'no-calendar'
	| 'breaks-gate'

/**
 * Announces the hearing, or announces it anew. A start that the law does not allow is refused. From now on the dossier
 * is frozen: what comes later is a new version, beside what was announced.
 */
export async function announceHearing(
	tx: Writer,
	act: ActingOnHearing & { announcement: Announcement },
): Promise<Outcome<{ number: string }, AnnounceRefusal>> {
	const opened = await openHearing(tx, 'announce', act)
	if (!opened.ok) return opened
	const { hearing, law, today } = opened.value
	const { announcement, now } = act
	const { form, startsOn } = announcement
	if (!hearing.civic && !law.profile.hearing.held_for[hearing.legalGround]?.forms.includes(form))
		return refused('wrong-form')
	// Where the law sets how long a discussion is, it is not as long as somebody likes.
	const lengths = hearing.civic || hasSession(form) ? [] : discussionRules(law)
	if (lengths.length > 0 && !lengths.includes(announcement.discussionRule ?? '')) return refused('wrong-form')
	if (!hearing.postedAt) return refused('not-posted')
	const [lack] = await lacksOf(tx, hearing, law)
	if (lack) return refused(lack)
	const languages = hearing.civic ? [hearing.language] : noticeLanguages(law.profile)
	if (hasSession(form) && languages.some((language) => !announcement.places[language]?.trim()))
		return refused('no-place')
	if (!announcement.commentsAddress) return refused('no-address')

	const dates = announcedDates(law, announcement)
	if (!dates) return refused('no-calendar')
	const past = hasSession(form) ? dates.startsAt <= now : startsOn < today
	if (past || dates.endsOn < startsOn) return refused('wrong-day')
	const facts = await factsAnnounced(tx, hearing, law, announcement)
	if (brokenBy(law, facts, today)) return refused('breaks-gate')
	const { remarksUntil } = planOf(law, facts, today)
	if (!remarksUntil) return refused('no-calendar')

	const number = await numberFor(tx, hearing, today)
	const notice = hearing.notices + 1
	await tx
		.update(hearings)
		.set({
			state: 'announced',
			number,
			form,
			notices: notice,
			announcedAt: now,
			renewReason: null,
			signProtocolBy: null,
			...dates,
			startsOn,
			discussionRule: hasSession(form) ? null : announcement.discussionRule,
			remarksUntil,
			// A group takes remarks until it meets.
			remarksCloseAt: hearing.civic && hasSession(form) ? dates.startsAt : endOf(law.profile, remarksUntil),
			remarkLevel: await levelDemanded(tx, law.profile, 'hearing_remark'),
			commentsAddress: announcement.commentsAddress,
			seats: announcement.seats,
			streamUrl: announcement.streamUrl,
			queueSeed: hearing.queueSeed ?? randomBytes(16).toString('hex'),
			updatedAt: now,
		})
		.where(eq(hearings.id, hearing.id))
	for (const [language, place] of Object.entries(announcement.places))
		await tx
			.update(hearingTexts)
			.set({ place, updatedAt: now })
			.where(and(eq(hearingTexts.hearingId, hearing.id), eq(hearingTexts.language, language)))
	await freezeDossier(tx, hearing.id, now)
	if (notice > 1) await liftLate(tx, hearing.id)
	// What was not announced in time is announced anew.
	await mendHearingBreach(tx, { hearingId: hearing.id, duty: 'announce' }, now)
	await touchRoom(tx, hearing.id)
	if (!hearing.number) await recordHearingStep(tx, opened.value, act, 'created')
	await recordHearingStep(tx, opened.value, act, 'announced', { notice, startsOn })
	await tellOfAnnouncement(tx, hearing, { number, startsOn, notice }, act)
	return done({ number })
}

/** The first moment and the last day; undefined where the law sets the length and the calendar does not reach. */
function announcedDates(
	law: Law,
	{ form, startsOn, time, endsOn, discussionRule }: Announcement,
): { startsAt: Date; endsOn: Day } | undefined {
	const { zone } = law.profile.time
	if (hasSession(form))
		return { startsAt: instantIn(zone, startsOn, msOfTime(time)), endsOn: endsOn ?? startsOn }
	const last = endsOn ?? discussionEnd(law, discussionRule, startsOn)
	return last ? { startsAt: startOfDay(zone, startsOn), endsOn: last } : undefined
}

/** What would be known, were it announced so. What was published of an earlier announcement says an earlier date. */
export async function factsAnnounced(
	read: Reader,
	hearing: Hearing,
	law: Law,
	announcement: Announcement,
): Promise<PlanFacts> {
	const facts = await planFacts(read, hearing, law, true)
	const { form, startsOn, discussionRule } = announcement
	return {
		...facts,
		form,
		discussionRule: hasSession(form) ? null : discussionRule,
		published: hearing.state === 'announced' ? [] : facts.published,
		start: startsOn,
		end: announcedDates(law, announcement)?.endsOn ?? null,
	}
}

/** All versions that stand belong to what is announced. */
async function freezeDossier(tx: Writer, hearingId: number, now: Date): Promise<void> {
	const own = tx
		.select({ id: hearingDocuments.id })
		.from(hearingDocuments)
		.where(eq(hearingDocuments.hearingId, hearingId))
	await tx
		.update(documentVersions)
		.set({ frozenAt: now })
		.where(and(inArray(documentVersions.documentId, own), isNull(documentVersions.frozenAt)))
}

/** With a later date some remarks that came late are in time; one that was in time stays so (ENV 73(7)). */
async function liftLate(tx: Writer, hearingId: number): Promise<void> {
	const closes = tx.select({ at: hearings.remarksCloseAt }).from(hearings).where(eq(hearings.id, hearingId))
	await tx
		.update(remarks)
		.set({ late: false })
		.where(and(eq(remarks.hearingId, hearingId), eq(remarks.late, true), lt(remarks.receivedAt, closes)))
}

async function tellOfAnnouncement(
	tx: Writer,
	hearing: Hearing,
	{ number, startsOn, notice }: { number: string; startsOn: Day; notice: number },
	{ actor, now }: ActingOnHearing,
): Promise<void> {
	const values = { number, startsOn, again: notice > 1 ? 1 : null, path: `/hearings/${number}` }
	const told = { notice: 'hearing-announced', values, now }
	if (hearing.initiatorId !== actor.personId) await tellInitiator(tx, hearing, told)
	const officers = new Set(hearing.officers.map(({ personId }) => personId))
	officers.delete(String(actor.personId))
	for (const personId of officers)
		await tellPerson(tx, personId, { ...told, values: { ...values, path: holdingOf(hearing) } })
}
