import { and, between, eq, gt, inArray, isNotNull, isNull, max, sql } from 'drizzle-orm'
import { dayIn } from '#app/deadlines/day.ts'
import { whereCalendarReaches } from '#app/deadlines/problem.ts'
import { lastDay } from '#app/deadlines/term.ts'
import { type Law, lawOf } from '#app/jurisdictions/law.server.ts'
import { type Petition, petitionById, petitionKey, recordSystemStep } from '#app/petitions/petition.server.ts'
import { endOf } from '#app/petitions/terms.ts'
import {
	considerations,
	invalidations,
	type PetitionState,
	petitionSignatures,
	petitions,
} from '#db/schema/petitions.ts'
import { signatures } from '#db/schema/signatures.ts'
import type { Reader, Store, Writer } from '#db/store.ts'
import { signatureKey } from './take-back.server.ts'

const ROWS_AT_ONCE = 1000
const PETITIONS_AT_ONCE = 100

/** In which nobody signs any more. */
const ENDED: readonly PetitionState[] = [
	'lapsed',
	'rejected',
	'considered',
	'decided',
	'returned',
	'closed',
	'withdrawn',
]

/**
 * Makes the rows of signers anonymous once their names have served: so long after the body said that it has the
 * list, or after the end of a petition that never went there, as the profile says. All numbers stay as they are.
 */
export async function anonymiseSigners(store: Store, { now }: { now: Date }): Promise<void> {
	for (let after = 0; ; ) {
		const found = await endedAfter(store.readOwn, after)
		for (const { id } of found) if (await isDue(store.readOwn, id, now)) await anonymise(store, id, now)
		const last = found.at(-1)
		if (!last || found.length < PETITIONS_AT_ONCE) return
		after = last.id
	}
}

async function anonymise(store: Store, id: number, now: Date): Promise<void> {
	const last = await lastOrdinal(store.readOwn, id)
	for (let from = 1; from <= last; from += ROWS_AT_ONCE)
		await store.write(petitionKey(id), (tx) => emptyRows(tx, id, from, from + ROWS_AT_ONCE - 1))
	await store.write(petitionKey(id), (tx) => markAnonymised(tx, id, now))
}

const endedAfter = (read: Reader, after: number) =>
	read
		.select({ id: petitions.id })
		.from(petitions)
		.where(
			and(
				gt(petitions.id, after),
				isNull(petitions.anonymisedAt),
				isNotNull(petitions.linkedAt),
				inArray(petitions.state, [...ENDED]),
			),
		)
		.orderBy(petitions.id)
		.limit(PETITIONS_AT_ONCE)

async function isDue(read: Reader, id: number, now: Date): Promise<boolean> {
	const petition = await petitionById(read, id)
	if (!petition) return false
	const law = await lawOf(read, petition.profileId)
	const since = await servedSince(read, petition, law)
	if (!since || (await removesNow(read, id))) return false
	const { keep_signers } = law.profile.petition
	const until = whereCalendarReaches(() =>
		lastDay(keep_signers.limit, dayIn(law.profile.time.zone, since), law.calendar),
	)
	return until !== null && now >= endOf(law.profile, until)
}

/** A removal that runs finds its signatures by what they say: it comes to its end first. */
const removesNow = async (read: Reader, id: number) =>
	(await read.$count(
		invalidations,
		and(eq(invalidations.petitionId, id), eq(invalidations.state, 'running')),
	)) > 0

/**
 * When the last body that considers it had its list; the end of a petition that went to none. A body that never says
 * that it has the list needs it no longer once it has decided, and had its whole term to take it.
 */
async function servedSince(read: Reader, petition: Petition, { profile }: Law): Promise<Date | null> {
	// No body takes the list of one that was taken back, also when it had enough signatures.
	if (petition.state === 'withdrawn') return petition.endedAt
	const rows = await read
		.select({
			state: considerations.state,
			receivedAt: considerations.listReceivedAt,
			decidedAt: considerations.decidedAt,
			dueOn: considerations.dueOn,
		})
		.from(considerations)
		.where(eq(considerations.petitionId, petition.id))
	if (rows.length === 0) return petition.endedAt ?? petition.checkedAt
	const served = rows.map(({ state, receivedAt, decidedAt, dueOn }) =>
		state === 'reached'
			? null
			: (receivedAt ?? decidedAt ?? (dueOn ? endOf(profile, dueOn) : petition.endedAt)),
	)
	if (served.some((at) => at === null)) return null
	return new Date(Math.max(...served.map(Number)))
}

async function lastOrdinal(read: Reader, petitionId: number): Promise<number> {
	const [row] = await read
		.select({ last: max(petitionSignatures.ordinal) })
		.from(petitionSignatures)
		.where(eq(petitionSignatures.petitionId, petitionId))
	return row?.last ?? 0
}

/** What stays is what is counted: state, method, region, time and commitment. */
async function emptyRows(tx: Writer, petitionId: number, from: number, to: number): Promise<void> {
	await tx
		.update(petitionSignatures)
		.set({
			signerHash: sql`'gone:' || ${petitionSignatures.ordinal}`,
			personId: null,
			fullName: null,
			publicName: null,
			email: null,
			updates: false,
			address: null,
			network: null,
			domain: null,
		})
		.where(and(eq(petitionSignatures.petitionId, petitionId), between(petitionSignatures.ordinal, from, to)))
	// A digital signature holds the certificate, and with it the name.
	const ids = Array.from({ length: to - from + 1 }, (_, at) => signatureKey(petitionId, from + at))
	await tx
		.delete(signatures)
		.where(and(eq(signatures.subject, 'petition'), inArray(signatures.subjectId, ids)))
}

async function markAnonymised(tx: Writer, petitionId: number, now: Date): Promise<void> {
	const petition = await petitionById(tx, petitionId)
	if (!petition || petition.anonymisedAt) return
	await tx.update(petitions).set({ anonymisedAt: now }).where(eq(petitions.id, petitionId))
	await forgetConditions(tx, petitionId)
	await recordSystemStep(tx, petition, now, 'anonymised')
}

/** What was looked for names people and places as their rows did. What was only tried could take out others now. */
async function forgetConditions(tx: Writer, petitionId: number): Promise<void> {
	const own = eq(invalidations.petitionId, petitionId)
	await tx
		.update(invalidations)
		.set({ state: 'discarded' })
		.where(and(own, eq(invalidations.state, 'tried')))
	for (const { id, conditions } of await tx.select().from(invalidations).where(own)) {
		const { address: _, network: __, domain: ___, name: ____, ...kept } = conditions
		await tx.update(invalidations).set({ conditions: kept }).where(eq(invalidations.id, id))
	}
}
