import { and, asc, eq, isNotNull } from 'drizzle-orm'
import { dayIn } from '#app/deadlines/day.ts'
import { workingDaysAhead } from '#app/deadlines/days-ahead.ts'
import { legalMoment } from '#app/deadlines/registration.ts'
import { eachMorning } from '#app/jurisdictions/morning.server.ts'
import { profileById } from '#app/jurisdictions/profiles.ts'
import { addressedTo, type NoticeValue, writeAll } from '#app/notices/notice.server.ts'
import { done, type Outcome, refused } from '#app/outcome.ts'
import {
	type ActingOnPetition,
	type Consideration,
	considerationById,
	openPetition,
	type Petition,
	petitionById,
	petitionKey,
	recordPetitionStep,
	tellStarter,
} from '#app/petitions/petition.server.ts'
import type { PetitionRefusal } from '#app/petitions/petition.ts'
import { record } from '#app/register/record.server.ts'
import { considerations, type MadePromise } from '#db/schema/petitions.ts'
import type { Reader, Store, Writer } from '#db/store.ts'
import { approversOf } from './send.server.ts'

const REMIND_AHEAD = 5

/** Records that what a decision promised was done. Which of them is its place in the decision. */
export async function keepPetitionPromise(
	tx: Writer,
	act: ActingOnPetition & { considerationId: number; position: number; note: string },
): Promise<Outcome<null, PetitionRefusal | 'not-found' | 'factorNeeded' | 'already'>> {
	const opened = await openPetition(tx, 'keep-promise', act)
	if (!opened.ok) return opened
	const { petition, consideration, today } = opened.value
	const { position, note, now } = act
	const promise = consideration?.promises?.[position]
	if (!consideration || !promise) return refused('not-found')
	if (promise.keptAt) return refused('already')
	await change(tx, consideration, position, { keptAt: now.toISOString(), keptNote: note })
	const details = { position, late: today > promise.dueOn }
	await recordPetitionStep(tx, opened.value, act, 'promise-kept', details)
	await tellStarter(tx, petition, 'petition-promise-kept', { text: promise.text }, now)
	return done(null)
}

/** The body hears five working days before that something it promised is due. */
export const remindOfPetitionPromises = (
	store: Store,
	{ profileId, now }: { profileId: string; now: Date },
): Promise<void> =>
	eachMorning(store, 'petition-promises', { profileId, now }, async ({ law, today }) => {
		const soon = workingDaysAhead(law.calendar, today, REMIND_AHEAD)
		for (const { consideration, position, promise } of await openPromises(store.readOwn))
			if (promise.dueOn >= today && promise.dueOn <= soon)
				await store.write(petitionKey(consideration.petitionId), async (tx) => {
					const petition = await petitionById(tx, consideration.petitionId)
					if (petition) await tellBody(tx, 'petition-promise-soon', petition, consideration, position, now)
				})
	})

/** A promise whose day went by unkept is on the public record from the end of that day, however late this runs. */
export async function recordLapsedPetitionPromises(store: Store, { now }: { now: Date }): Promise<void> {
	for (const { consideration, position, promise } of await openPromises(store.readOwn))
		if (!promise.lapsedAt && promise.dueOn <= now.toISOString().slice(0, 10))
			await store.write(petitionKey(consideration.petitionId), (tx) =>
				lapse(tx, { considerationId: consideration.id, position, now }),
			)
}

async function lapse(
	tx: Writer,
	{ considerationId, position, now }: { considerationId: number; position: number; now: Date },
): Promise<void> {
	const consideration = await considerationById(tx, considerationId)
	const promise = consideration?.promises?.[position]
	const petition = consideration && (await petitionById(tx, consideration.petitionId))
	if (!petition || !promise || promise.keptAt || promise.lapsedAt) return
	const { dueOn } = promise
	const { zone } = profileById(petition.profileId).time
	const moment = legalMoment(dueOn, zone)
	if (now < moment) return
	await change(tx, consideration, position, { lapsedAt: moment.toISOString() })
	const once = `petition-promise-lapsed:${considerationId}:${position}`
	await record(tx, {
		...{ subject: 'petition', subjectId: String(petition.id), type: 'promise-lapsed' },
		...{ at: moment, on: dayIn(zone, moment), by: 'system', details: { position, dueOn }, once, now },
	})
	const values = { dueOn, text: promise.text }
	await tellStarter(tx, petition, 'petition-promise-lapsed', values, now, `${once}:author`)
	await tellBody(tx, 'petition-promise-lapsed', petition, consideration, position, now)
}

const change = (
	tx: Writer,
	{ id, promises }: Consideration,
	position: number,
	changed: Partial<MadePromise>,
) =>
	tx
		.update(considerations)
		.set({ promises: (promises ?? []).map((one, at) => (at === position ? { ...one, ...changed } : one)) })
		.where(eq(considerations.id, id))

async function tellBody(
	tx: Writer,
	notice: string,
	{ number }: Petition,
	{ id, bodyId, promises }: Pick<Consideration, 'id' | 'bodyId' | 'promises'>,
	position: number,
	now: Date,
): Promise<void> {
	const { text = '', dueOn = '' } = promises?.[position] ?? {}
	const values: Record<string, NoticeValue> = { number, dueOn, text, path: `/desk/petitions/${id}` }
	const once = `${notice}:${id}:${position}`
	await writeAll(
		tx,
		(await approversOf(tx, bodyId)).map((addressee) => ({
			notice,
			...addressedTo(addressee),
			values,
			once: `${once}:${addressee.email}`,
			now,
		})),
	)
}

/** Decisions are few, and most promise nothing: they are looked through. */
async function openPromises(read: Reader) {
	const rows = await read
		.select({
			id: considerations.id,
			petitionId: considerations.petitionId,
			bodyId: considerations.bodyId,
			promises: considerations.promises,
		})
		.from(considerations)
		.where(and(eq(considerations.state, 'decided'), isNotNull(considerations.promises)))
		.orderBy(asc(considerations.id))
	return rows.flatMap((consideration) =>
		(consideration.promises ?? []).flatMap((promise, position) =>
			promise.keptAt ? [] : [{ consideration, position, promise }],
		),
	)
}
