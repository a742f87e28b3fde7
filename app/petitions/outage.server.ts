import { and, desc, eq, gt, inArray, isNull, lt, or } from 'drizzle-orm'
import { hasTableFor, workingDayFrom } from '#app/deadlines/calendar.ts'
import { addDays, type Day, dayIn } from '#app/deadlines/day.ts'
import { isFactorFresh } from '#app/factors/fresh.ts'
import { type Law, lawOf } from '#app/jurisdictions/law.server.ts'
import { done, type Outcome, refused } from '#app/outcome.ts'
import { type Actor, hasRole } from '#app/people/actor.ts'
import { record } from '#app/register/record.server.ts'
import { outages, type PetitionState, petitions } from '#db/schema/petitions.ts'
import type { Reader, Writer } from '#db/store.ts'
import { daysWithout, LONGEST_OUTAGE_DAYS, type Outage } from './outage.ts'
import { type Petition, petitionKey, tellStarter } from './petition.server.ts'
import { endOf, stageOf } from './terms.ts'

interface Planned extends Outage {
	profileId: string
	actor: Actor
	now: Date
}

export type OutageRefusal = 'not-allowed' | 'factorNeeded' | 'no-time' | 'not-over' | 'too-long'

/** All that were recorded, the latest first. */
export const recordedOutages = (read: Reader) =>
	read.select().from(outages).orderBy(desc(outages.from), desc(outages.id)).limit(200)

/** The keys to hold while an outage is recorded: no signature is taken from what it extends meanwhile. */
export async function outageKeys(read: Reader, outage: Outage): Promise<string[]> {
	const touched = await collectingThen(read, outage)
	return ['outages', ...touched.map(({ id }) => petitionKey(id))]
}

/**
 * Records a time in which the site could not be used. Each day on which it lasted as long as the profile says is
 * given back to what was collecting then, and what ended for want of that day collects again.
 */
export async function recordOutage(
	tx: Writer,
	act: Planned & { reason: string },
): Promise<Outcome<{ outageId: string; days: number; extended: number }, OutageRefusal>> {
	const { from, until, actor, now } = act
	const refusal = refusalToRecord(act)
	if (refusal) return refused(refusal)

	const earlier = await recordedAround(tx, act)
	const law = await lawOf(tx, act.profileId)
	const outageId = crypto.randomUUID()
	const days = newDays(law, act, earlier).length
	await tx.insert(outages).values({
		id: outageId,
		from,
		until,
		reason: act.reason,
		days,
		recordedAt: now,
		recordedBy: String(actor.personId),
	})
	await record(tx, {
		subject: 'outage',
		subjectId: outageId,
		type: 'recorded',
		at: now,
		on: dayIn(law.profile.time.zone, now),
		by: 'administrator',
		personId: actor.personId,
		details: { from: from.toISOString(), until: until.toISOString(), days },
	})
	let extended = 0
	for (const petition of await collectingThen(tx, act)) {
		const own = await lawOf(tx, petition.profileId)
		const given = { outageId, days: newDays(own, act, earlier), law: own }
		if (await extend(tx, petition, given, act)) extended++
	}
	return done({ outageId, days, extended })
}

/** What recording it would do: how many days it has, and what each petition is given back. */
export async function planOutage(
	read: Reader,
	plan: Planned,
): Promise<Outcome<{ days: number; given: (Extension & { number: string | null })[] }, OutageRefusal>> {
	const refusal = refusalToRecord(plan)
	if (refusal) return refused(refusal)
	const earlier = await recordedAround(read, plan)
	const given: (Extension & { number: string | null })[] = []
	for (const petition of await collectingThen(read, plan)) {
		const law = await lawOf(read, petition.profileId)
		const extension = extensionOf(petition, newDays(law, plan, earlier), law, plan.now)
		if (extension) given.push({ ...extension, number: petition.number })
	}
	const law = await lawOf(read, plan.profileId)
	return done({ days: newDays(law, plan, earlier).length, given })
}

function refusalToRecord({ from, until, actor, now }: Planned): OutageRefusal | undefined {
	if (!hasRole(actor, 'administrator')) return 'not-allowed'
	if (!isFactorFresh(actor, now)) return 'factorNeeded'
	if (until <= from) return 'no-time'
	if (until > now) return 'not-over'
	return until.getTime() - from.getTime() > LONGEST_OUTAGE_DAYS * 86_400_000 ? 'too-long' : undefined
}

const recordedAround = (read: Reader, { from, until }: Outage) =>
	read
		.select({ from: outages.from, until: outages.until })
		.from(outages)
		.where(and(gt(outages.until, addMs(from, -86_400_000)), lt(outages.from, addMs(until, 86_400_000))))

const addMs = (at: Date, ms: number) => new Date(at.getTime() + ms)

/** A day is given back once, whatever is recorded about it. */
function newDays({ profile }: Law, outage: Outage, earlier: readonly Outage[]): Day[] {
	const { zone } = profile.time
	const { minutes } = profile.petition.outage
	const given = new Set(earlier.flatMap((one) => daysWithout(one, zone, minutes)))
	return daysWithout(outage, zone, minutes).filter((day) => !given.has(day))
}

/** Those that were gathering sponsors or signatures at any moment of it, and are, or have ended since without them. */
const collectingThen = (read: Reader, { from, until }: Outage): Promise<Petition[]> =>
	read
		.select()
		.from(petitions)
		.where(
			and(
				inArray(petitions.state, Object.keys(AGAIN) as PetitionState[]),
				or(isNull(petitions.endedAt), gt(petitions.endedAt, from)),
				or(
					lt(petitions.publishedAt, until),
					and(isNull(petitions.publishedAt), lt(petitions.linkedAt, until)),
				),
			),
		)

/** What it is while it collects, by what it may be by now. */
const AGAIN: Partial<Record<PetitionState, PetitionState>> = {
	sponsoring: 'sponsoring',
	lapsed: 'sponsoring',
	open: 'open',
	returned: 'open',
	closed: 'open',
}

interface Extension {
	/** How many days are given back. */
	lost: number
	until: Day
	/** In the time to gather sponsors. */
	gathers: boolean
	ends: Date
	/** It has ended since, and begins again. */
	ended: boolean
}

function extensionOf(petition: Petition, days: readonly Day[], law: Law, now: Date): Extension | undefined {
	const { zone } = law.profile.time
	const gathers = AGAIN[petition.state] === 'sponsoring'
	const began = gathers ? petition.linkedAt : petition.publishedAt
	const last = gathers ? petition.sponsorsBy : petition.collectsUntil
	if (!began || !last) return undefined
	const first = dayIn(zone, began)
	const lost = days.filter((day) => day >= first && day <= last).length
	if (lost === 0) return undefined
	const until = gathers ? sponsorsUntil(law, addDays(last, lost)) : addDays(last, lost)
	const ends = endOf(law.profile, until)
	const ended = AGAIN[petition.state] !== petition.state
	// What would have ended in the meantime all the same stays as it is.
	return ended && ends <= now ? undefined : { lost, until, gathers, ends, ended }
}

async function extend(
	tx: Writer,
	petition: Petition,
	{ outageId, days, law }: { outageId: string; days: readonly Day[]; law: Law },
	{ actor, now }: { actor: Actor; now: Date },
): Promise<boolean> {
	const { zone } = law.profile.time
	const extension = extensionOf(petition, days, law, now)
	if (!extension) return false
	const { lost, until, gathers, ends, ended } = extension
	await tx
		.update(petitions)
		.set({
			...(gathers ? { sponsorsBy: until } : { collectsUntil: until, closesAt: ends }),
			...(ended && { state: AGAIN[petition.state], endedAt: null }),
			updatedAt: now,
		})
		.where(eq(petitions.id, petition.id))
	await record(tx, {
		subject: 'petition',
		subjectId: String(petition.id),
		type: 'extended',
		at: now,
		on: dayIn(zone, now),
		by: 'administrator',
		personId: actor.personId,
		details: { outageId, until },
	})
	await tellStarter(
		tx,
		petition,
		'petition-extended',
		{ until, days: lost, ...(gathers && { path: '/account/petitions' }) },
		now,
		`extended:${outageId}:${petition.id}`,
	)
	return true
}

/** Sponsors are gathered in working days: a day given back is one on which somebody works. */
const sponsorsUntil = ({ profile, calendar }: Law, day: Day): Day =>
	stageOf(profile, 'sponsors')?.limit?.unit === 'wd' && hasTableFor(calendar, day)
		? workingDayFrom(calendar, day)
		: day
