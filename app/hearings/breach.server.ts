import { and, asc, eq, isNull } from 'drizzle-orm'
import { legalMoment } from '#app/deadlines/registration.ts'
import { profileById } from '#app/jurisdictions/profiles.ts'
import { holdersOf } from '#app/notices/notice.server.ts'
import { record } from '#app/register/record.server.ts'
import { hearingBreaches } from '#db/schema/hearings.ts'
import type { Reader, Store, Writer } from '#db/store.ts'
import { type Hearing, hearingById, hearingKey } from './hearing.server.ts'
import { type Owed, owedToHearings } from './owed.server.ts'
import { decidersOf, holdingOf, tellAll, tellInitiator } from './tell.server.ts'

/** What was owed to a hearing and not done by its legal date, the first first. */
export const breachesOf = (read: Reader, hearingId: number) =>
	read
		.select()
		.from(hearingBreaches)
		.where(eq(hearingBreaches.hearingId, hearingId))
		.orderBy(asc(hearingBreaches.legalMoment))

/**
 * Writes down what was not done by its legal date, at the moment at which that date ended, also when it was done late
 * before this came by; and that it was done after all.
 */
export async function recordHearingBreaches(store: Store, { now }: { now: Date }): Promise<void> {
	// Wherever it is, a day ends no earlier than on the same date in UTC.
	const today = now.toISOString().slice(0, 10)
	for (const owed of await owedToHearings(store.readOwn, today, now))
		await store.write(hearingKey(owed.hearingId), (tx) => settle(tx, owed, now))
}

/** What was done in time leaves nothing. */
async function settle(tx: Writer, { doneAt, ...owed }: Owed, now: Date): Promise<void> {
	const hearing = await hearingById(tx, owed.hearingId)
	if (!hearing) return
	const moment = legalMoment(owed.dueOn, profileById(hearing.profileId).time.zone)
	if (now < moment) return
	const own = and(
		eq(hearingBreaches.hearingId, hearing.id),
		eq(hearingBreaches.duty, owed.duty),
		eq(hearingBreaches.subjectId, owed.subjectId),
		eq(hearingBreaches.dueOn, owed.dueOn),
	)
	const known = (await tx.$count(hearingBreaches, own)) > 0
	if (known) {
		// Proof of what was done in time may come late: the record that it was missing then stays.
		const mendedAt = doneAt && (doneAt < moment ? now : doneAt)
		if (mendedAt)
			await tx
				.update(hearingBreaches)
				.set({ mendedAt })
				.where(and(own, isNull(hearingBreaches.mendedAt)))
		return
	}
	if (doneAt && doneAt < moment) return
	await tx.insert(hearingBreaches).values({
		id: crypto.randomUUID(),
		...owed,
		bodyId: hearing.bodyId,
		legalMoment: moment,
		recordedAt: now,
		mendedAt: doneAt,
	})
	const { duty, dueOn } = owed
	await record(tx, {
		subject: 'hearing',
		subjectId: String(hearing.id),
		type: 'breach',
		at: moment,
		on: dueOn,
		by: 'system',
		details: { duty, dueOn },
		now,
	})
	await tellOfBreach(tx, hearing, owed, now)
}

/** The initiator gets the fact, and so do those who owe it and those who oversee them. */
async function tellOfBreach(
	tx: Writer,
	hearing: Hearing,
	{ duty, dueOn, subjectId }: Omit<Owed, 'doneAt'>,
	now: Date,
): Promise<void> {
	// Which sentence of the letter is said.
	const values = { number: hearing.number, dueOn, [duty]: 1, path: holdingOf(hearing) }
	const once = `hearing-breach:${hearing.id}:${duty}:${subjectId}:${dueOn}`
	await tellInitiator(tx, hearing, { notice: 'hearing-breach', values, now, once })
	const owing = hearing.bodyId ? await decidersOf(tx, hearing.bodyId) : []
	await tellAll(tx, owing, { notice: 'hearing-breach-owed', values, now, once: `${once}:owed` })
	const owingMail = new Set(owing.map(({ email }) => email))
	const overseers = (await holdersOf(tx, ['overseer'], null)).filter(({ email }) => !owingMail.has(email))
	// An overseer has no part in the hearing: its own page is theirs to read.
	const path = hearing.number && hearing.postedAt ? `/hearings/${hearing.number}` : '/oversight'
	await tellAll(tx, overseers, {
		notice: 'hearing-breach-owed',
		values: { ...values, path },
		now,
		once: `${once}:overseer`,
	})
}
