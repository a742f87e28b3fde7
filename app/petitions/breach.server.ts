import { and, asc, desc, eq, gte, isNotNull, isNull, lt, ne, or, type SQL } from 'drizzle-orm'
import { approversOf } from '#app/considerations/send.server.ts'
import { addDays, type Day } from '#app/deadlines/day.ts'
import { legalMoment } from '#app/deadlines/registration.ts'
import { profileById } from '#app/jurisdictions/profiles.ts'
import { type Addressee, addressedTo, holdersOf, type Notice, writeAll } from '#app/notices/notice.server.ts'
import { record } from '#app/register/record.server.ts'
import { considerations, type PETITION_DUTIES, petitionBreaches, petitions } from '#db/schema/petitions.ts'
import type { Reader, Store, Writer } from '#db/store.ts'
import { type Petition, petitionById, petitionKey, tellStarter } from './petition.server.ts'
import { stageOf } from './terms.ts'

export type PetitionDuty = (typeof PETITION_DUTIES)[number]
export type PetitionBreach = typeof petitionBreaches.$inferSelect

const AT_ONCE = 2000
/** So long after a date it is still looked whether what was done was done late. */
const LOOKED_BACK_DAYS = 7

/** What was owed to a petition and not done by its legal date, the first first. */
export const breachesOf = (read: Reader, petitionId: number): Promise<PetitionBreach[]> =>
	read
		.select()
		.from(petitionBreaches)
		.where(eq(petitionBreaches.petitionId, petitionId))
		.orderBy(asc(petitionBreaches.legalMoment))

/**
 * Writes down what was not done by its legal date, at the moment at which that date ended, also when it was done late
 * before this came by; and that it was done after all.
 */
export async function recordPetitionBreaches(store: Store, { now }: { now: Date }): Promise<void> {
	// Wherever it is, a day ends no earlier than on the same date in UTC.
	const today = now.toISOString().slice(0, 10)
	for (const owed of [
		...(await owedByPetitions(store.readOwn, today)),
		...(await owedBySent(store.readOwn, today)),
	])
		await store.write(petitionKey(owed.petitionId), (tx) => settle(tx, owed, now))
}

/** A duty with its date, and when it was done. */
interface Owed {
	petitionId: number
	considerationId: number | null
	bodyId: string | null
	duty: PetitionDuty
	dueOn: Day
	doneAt: Date | null
}

/** The check and the letter to the media, which the body authorised to check petitions owes. */
async function owedByPetitions(read: Reader, today: Day): Promise<Owed[]> {
	const found: Owed[] = []
	for (const duty of ['check', 'inform_media'] as const) {
		const by = duty === 'check' ? petitions.checkBy : petitions.informMediaBy
		const done = duty === 'check' ? petitions.checkedAt : petitions.mediaInformedAt
		const rows = await read
			.select({ petition: petitions, dueOn: by, doneAt: done })
			.from(petitions)
			.leftJoin(
				petitionBreaches,
				and(eq(petitionBreaches.petitionId, petitions.id), eq(petitionBreaches.duty, duty)),
			)
			.where(and(lt(by, today), unsettled(done, by, today)))
			.orderBy(desc(by))
			.limit(AT_ONCE)
		for (const { petition, dueOn, doneAt } of rows) {
			// What a platform sets itself as a goal nobody is in breach of.
			const stage = stageOf(profileById(petition.profileId), duty)
			if (!dueOn || stage?.internal_target) continue
			// A petition that was taken back before its check is not owed one any more.
			const over = duty === 'check' && petition.state !== 'checking' ? petition.endedAt : null
			found.push({
				petitionId: petition.id,
				considerationId: null,
				bodyId: null,
				duty,
				dueOn,
				doneAt: doneAt ?? over,
			})
		}
	}
	return found
}

/** What follows the sending of a petition. */
async function owedBySent(read: Reader, today: Day): Promise<Owed[]> {
	const found: Owed[] = []
	for (const [duty, by, done] of [
		['tell_sent', considerations.tellBy, considerations.toldAt],
		['consider', considerations.dueOn, considerations.decidedAt],
		['publish_decision', considerations.publishBy, considerations.publishedAt],
	] as const) {
		const rows = await read
			.select({ consideration: considerations, dueOn: by, doneAt: done })
			.from(considerations)
			.leftJoin(
				petitionBreaches,
				and(eq(petitionBreaches.considerationId, considerations.id), eq(petitionBreaches.duty, duty)),
			)
			.where(and(ne(considerations.state, 'reached'), lt(by, today), unsettled(done, by, today)))
			.orderBy(desc(by))
			.limit(AT_ONCE)
		for (const { consideration, dueOn, doneAt } of rows)
			if (dueOn)
				found.push({
					petitionId: consideration.petitionId,
					considerationId: consideration.id,
					bodyId: duty === 'tell_sent' ? null : consideration.bodyId,
					duty,
					dueOn,
					doneAt,
				})
	}
	return found
}

/** Not on record yet, or on record as not done while it is. */
function unsettled(done: Moment, by: DueDay, today: Day): SQL | undefined {
	return or(
		and(isNull(petitionBreaches.id), or(isNull(done), gte(by, addDays(today, -LOOKED_BACK_DAYS)))),
		and(isNotNull(petitionBreaches.id), isNull(petitionBreaches.mendedAt), isNotNull(done)),
	)
}

type Moment =
	| typeof petitions.checkedAt
	| typeof petitions.mediaInformedAt
	| typeof considerations.toldAt
	| typeof considerations.decidedAt
	| typeof considerations.publishedAt
type DueDay =
	| typeof petitions.checkBy
	| typeof petitions.informMediaBy
	| typeof considerations.tellBy
	| typeof considerations.dueOn
	| typeof considerations.publishBy

/** What was done in time leaves nothing. */
async function settle(tx: Writer, { doneAt, ...owed }: Owed, now: Date): Promise<void> {
	const petition = await petitionById(tx, owed.petitionId)
	if (!petition) return
	const { zone } = profileById(petition.profileId).time
	const moment = legalMoment(owed.dueOn, zone)
	if (now < moment || (doneAt && doneAt < moment)) return
	const [added] = await tx
		.insert(petitionBreaches)
		.values({
			id: crypto.randomUUID(),
			...owed,
			legalMoment: moment,
			recordedAt: now,
			mendedAt: doneAt,
		})
		.onConflictDoNothing()
		.returning({ id: petitionBreaches.id })
	if (added) {
		const { duty, dueOn } = owed
		await record(tx, {
			subject: 'petition',
			subjectId: String(petition.id),
			type: 'breach',
			at: moment,
			on: dueOn,
			by: 'system',
			details: { duty, dueOn },
			now,
		})
		await tellOfBreach(tx, petition, owed, now)
	} else if (doneAt)
		await tx
			.update(petitionBreaches)
			.set({ mendedAt: doneAt })
			.where(
				and(
					eq(petitionBreaches.petitionId, petition.id),
					eq(petitionBreaches.duty, owed.duty),
					eq(petitionBreaches.dueOn, owed.dueOn),
					isNull(petitionBreaches.mendedAt),
				),
			)
}

/** The author gets the fact, and so do those who owe it and those who oversee them. */
async function tellOfBreach(
	tx: Writer,
	petition: Petition,
	{ duty, dueOn, bodyId, considerationId }: Omit<Owed, 'doneAt'>,
	now: Date,
): Promise<void> {
	// Which sentence of the letter is said.
	const values = { number: petition.number, dueOn, [duty]: 1 }
	const once = `petition-breach:${petition.id}:${duty}:${dueOn}`
	const path = duty === 'check' ? `/petitions/${petition.number}/author` : `/petitions/${petition.number}`
	await tellStarter(tx, petition, 'petition-breach', { ...values, path }, now, `${once}:author`)
	const owing = bodyId ? await approversOf(tx, bodyId) : await holdersOf(tx, ['moderator'], null)
	const desk = bodyId ? `/desk/petitions/${considerationId}` : `/moderation/petitions/${petition.id}`
	const told = new Map<string, Addressee>()
	for (const addressee of [...owing, ...(await holdersOf(tx, ['overseer'], null))])
		if (!told.has(addressee.email)) told.set(addressee.email, addressee)
	await writeAll(
		tx,
		[...told.values()].map(
			(addressee): Notice => ({
				notice: 'petition-breach-owed',
				...addressedTo(addressee),
				values: { ...values, path: desk },
				once: `${once}:${addressee.email}`,
				now,
			}),
		),
	)
}
