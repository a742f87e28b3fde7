import { and, asc, count, desc, eq, isNull, max, min, sql } from 'drizzle-orm'
import { done, type Outcome } from '#app/outcome.ts'
import { goOnIfSponsored } from '#app/petitions/begin-check.server.ts'
import { type ActingOnPetition, openPetition } from '#app/petitions/petition.server.ts'
import type { PetitionRefusal } from '#app/petitions/petition.ts'
import { record } from '#app/register/record.server.ts'
import { moveSignatures, tallyOf } from '#app/signing/tally.server.ts'
import { petitionSignatures as signatures } from '#db/schema/petitions.ts'
import type { Reader, Writer } from '#db/store.ts'

/** Signatures that were set apart and came from one place; null: from nowhere that is known. */
export interface SetApart {
	by: 'network' | 'domain'
	key: string | null
}

const BATCH = 500
const LISTED = 50

// As the partial index has it, so that both engines take that index.
const setApart = sql`state = 'review'`

/** The groups that wait, the largest first. */
export async function groupsSetApart(read: Reader, petitionId: number, by: SetApart['by']) {
	const key = signatures[by]
	return read
		.select({
			key,
			count: count(),
			addresses: sql<number>`count(distinct ${signatures.address})`.mapWith(Number),
			first: min(signatures.signedAt),
			last: max(signatures.signedAt),
		})
		.from(signatures)
		.where(and(eq(signatures.petitionId, petitionId), setApart))
		.groupBy(key)
		.orderBy(desc(count()), asc(key))
		.limit(LISTED)
}

const ofGroup = (petitionId: number, { by, key }: SetApart) =>
	and(
		eq(signatures.petitionId, petitionId),
		setApart,
		key === null ? isNull(signatures[by]) : eq(signatures[by], key),
	)

/**
 * Counts signatures of a group that somebody has looked at: so many in one write. Gives how many are left, for the
 * next; that it was done is recorded once for all of them.
 */
export async function confirmGroup(
	tx: Writer,
	{ group, ...acting }: ActingOnPetition & { group: SetApart },
): Promise<Outcome<{ left: number }, PetitionRefusal | 'not-found' | 'factorNeeded'>> {
	const opened = await openPetition(tx, 'invalidate', acting)
	if (!opened.ok) return opened
	const { petition, today, by } = opened.value
	const waiting = await tx.$count(signatures, ofGroup(petition.id, group))
	const rows = await tx
		.select({ ordinal: signatures.ordinal })
		.from(signatures)
		.where(ofGroup(petition.id, group))
		.orderBy(asc(signatures.ordinal))
		.limit(BATCH)
	if (rows.length === 0) return done({ left: 0 })
	const ordinals = rows.map(({ ordinal }) => ordinal)
	await moveSignatures(tx, petition, ordinals, { state: 'confirmed' }, acting.now)
	const tally = await tallyOf(tx, petition.id)
	await goOnIfSponsored(tx, petition, tally?.confirmed ?? 0, acting.now)
	await record(tx, {
		subject: 'petition',
		subjectId: String(petition.id),
		type: 'review-confirmed',
		at: acting.now,
		on: today,
		by,
		personId: acting.actor.personId,
		details: { by: group.by, signatures: waiting },
		once: `review-confirmed:${petition.id}:${group.by}:${group.key}:${acting.now.getTime()}`,
	})
	return done({ left: waiting - rows.length })
}
