import { and, eq, inArray, isNotNull, isNull, ne, or } from 'drizzle-orm'
import { type Day, dayIn } from '#app/deadlines/day.ts'
import { whereCalendarReaches } from '#app/deadlines/problem.ts'
import { type Law, lawOf } from '#app/jurisdictions/law.server.ts'
import { registrationDay } from '#app/jurisdictions/profiles.ts'
import { bodies } from '#db/schema/bodies.ts'
import { considerations, type PETITION_DUTIES, petitionBreaches, petitions } from '#db/schema/petitions.ts'
import type { Reader, Store, Writer } from '#db/store.ts'
import {
	type Consideration,
	considerationById,
	type Petition,
	petitionById,
	petitionKey,
	recordSystemStep,
	tellStarter,
} from './petition.server.ts'
import { lastDayOf } from './terms.ts'

const AT_ONCE = 2000

type Duty = (typeof PETITION_DUTIES)[number]

/** A term that runs, as it stands and as the calendar of today gives it. */
interface Moved {
	duty: Duty
	from: Day | null
	to: Day | null
}

/**
 * Counts the terms that run again under the calendar as it is now: a day off that was declared meanwhile moves them,
 * and a year that was entered gives a date to those that had none. A breach on record stays.
 */
export async function moveTerms(store: Store, { now }: { now: Date }): Promise<void> {
	const read = store.readOwn
	for (const petition of await runningPetitions(read)) {
		const law = await lawOf(read, petition.profileId)
		if (sponsorsByOf(petition, law))
			await store.write(petitionKey(petition.id), (tx) => dateSponsors(tx, petition.id))
		else if (movedOf(petition, law).length > 0)
			await store.write(petitionKey(petition.id), (tx) => movePetition(tx, petition.id, now))
	}
	for (const { consideration, profileId, officeClose } of await runningConsiderations(read)) {
		const law = await lawOf(read, profileId)
		const registeredOn = registrationOfSent(consideration, law, officeClose)
		if (registeredOn)
			await store.write(petitionKey(consideration.petitionId), (tx) =>
				tx.update(considerations).set({ registeredOn }).where(eq(considerations.id, consideration.id)),
			)
		if (movedAtBody({ ...consideration, ...(registeredOn && { registeredOn }) }, law).length > 0)
			await store.write(petitionKey(consideration.petitionId), (tx) =>
				moveConsideration(tx, consideration.id, now),
			)
	}
}

/** The last day to gather sponsors of one whose link was opened when the calendar did not reach so far. */
function sponsorsByOf({ state, sponsorsBy, linkedAt }: Petition, law: Law): Day | null {
	if (state !== 'sponsoring' || sponsorsBy || !linkedAt) return null
	return lastDayOf(law, 'sponsors', dayIn(law.profile.time.zone, linkedAt))
}

async function dateSponsors(tx: Writer, petitionId: number): Promise<void> {
	const petition = await petitionById(tx, petitionId)
	const sponsorsBy = petition && sponsorsByOf(petition, await lawOf(tx, petition.profileId))
	if (sponsorsBy) await tx.update(petitions).set({ sponsorsBy }).where(eq(petitions.id, petitionId))
}

/** The day of registration of one that arrived when the calendar did not reach so far. */
function registrationOfSent(
	{ state, registeredOn, sentAt }: Consideration,
	law: Law,
	officeClose: string | null,
): Day | null {
	if (state !== 'sent' || registeredOn || !sentAt) return null
	return whereCalendarReaches(() =>
		registrationDay(law.profile, sentAt, law.calendar, officeClose ?? undefined),
	)
}

/** Being checked, gathering sponsors up to no day yet, or published and the media not told of it. */
const runningPetitions = (read: Reader): Promise<Petition[]> =>
	read
		.select()
		.from(petitions)
		.where(
			or(
				eq(petitions.state, 'checking'),
				and(eq(petitions.state, 'sponsoring'), isNull(petitions.sponsorsBy)),
				and(
					inArray(petitions.state, ['open', 'considered', 'closed']),
					isNotNull(petitions.informMediaBy),
					isNull(petitions.mediaInformedAt),
				),
			),
		)
		.limit(AT_ONCE)

const runningConsiderations = (read: Reader) =>
	read
		.select({
			consideration: considerations,
			profileId: petitions.profileId,
			officeClose: bodies.officeClose,
		})
		.from(considerations)
		.innerJoin(petitions, eq(petitions.id, considerations.petitionId))
		.innerJoin(bodies, eq(bodies.id, considerations.bodyId))
		.where(
			or(
				eq(considerations.state, 'sent'),
				and(ne(considerations.state, 'reached'), isNull(considerations.toldAt)),
			),
		)
		.limit(AT_ONCE)

function movedOf(petition: Petition, law: Law): Moved[] {
	const since = (at: Date | null, stage: string) =>
		at && lastDayOf(law, stage, dayIn(law.profile.time.zone, at))
	const found: Moved[] = []
	if (petition.state === 'checking')
		found.push({ duty: 'check', from: petition.checkBy, to: since(petition.sponsoredAt, 'check') })
	else if (petition.publishedAt && !petition.mediaInformedAt)
		found.push({
			duty: 'inform_media',
			from: petition.informMediaBy,
			to: since(petition.publishedAt, 'inform_media'),
		})
	return found.filter(isMoved)
}

function movedAtBody(consideration: Consideration, law: Law): Moved[] {
	const { state, rule, registeredOn, dueOn, sentAt, tellBy, toldAt } = consideration
	const found: Moved[] = []
	if (state === 'sent' && rule && registeredOn)
		found.push({
			duty: 'consider',
			from: dueOn,
			to: lastDayOf(law, rule.replace('petition.', ''), registeredOn),
		})
	if (!toldAt && sentAt)
		found.push({
			duty: 'tell_sent',
			from: tellBy,
			to: lastDayOf(law, 'send', dayIn(law.profile.time.zone, sentAt)),
		})
	return found.filter(isMoved)
}

/** A year that is taken out of the calendar takes no date away. */
const isMoved = ({ from, to }: Moved) => to !== null && to !== from

async function movePetition(tx: Writer, petitionId: number, now: Date): Promise<void> {
	const petition = await petitionById(tx, petitionId)
	if (!petition) return
	const law = await lawOf(tx, petition.profileId)
	for (const moved of movedOf(petition, law)) {
		if (await isBreached(tx, petitionId, moved)) continue
		const set = moved.duty === 'check' ? { checkBy: moved.to } : { informMediaBy: moved.to }
		await tx.update(petitions).set(set).where(eq(petitions.id, petitionId))
		await tell(tx, petition, moved, now)
	}
}

async function moveConsideration(tx: Writer, considerationId: number, now: Date): Promise<void> {
	const consideration = await considerationById(tx, considerationId)
	const petition = consideration && (await petitionById(tx, consideration.petitionId))
	if (!petition) return
	const law = await lawOf(tx, petition.profileId)
	for (const moved of movedAtBody(consideration, law)) {
		if (await isBreached(tx, petition.id, moved)) continue
		const set = moved.duty === 'consider' ? { dueOn: moved.to } : { tellBy: moved.to }
		await tx.update(considerations).set(set).where(eq(considerations.id, considerationId))
		await tell(tx, petition, moved, now)
	}
}

async function isBreached(read: Reader, petitionId: number, { duty, from }: Moved): Promise<boolean> {
	if (!from) return false
	const [breach] = await read
		.select({ id: petitionBreaches.id })
		.from(petitionBreaches)
		.where(
			and(
				eq(petitionBreaches.petitionId, petitionId),
				eq(petitionBreaches.duty, duty),
				eq(petitionBreaches.dueOn, from),
			),
		)
	return breach !== undefined
}

async function tell(tx: Writer, petition: Petition, moved: Moved, now: Date): Promise<void> {
	const { duty, from, to } = moved
	await recordSystemStep(tx, petition, now, 'term-moved', { duty, from, to })
	// The author waits for these two; the others are between those who work with the petition.
	if (duty === 'consider' || duty === 'check')
		await tellStarter(tx, petition, 'petition-term-moved', { to, [duty]: 1 }, now)
}
