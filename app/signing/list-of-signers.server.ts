import { createHash } from 'node:crypto'
import { and, asc, eq, gt, lte } from 'drizzle-orm'
import { done, type Outcome, refused } from '#app/outcome.ts'
import {
	type ActingOnPetition,
	openPetition,
	petitionKey,
	recordPetitionStep,
} from '#app/petitions/petition.server.ts'
import type { PetitionRefusal } from '#app/petitions/petition.ts'
import { csvLine } from '#app/text/csv.ts'
import { considerations, petitionSignatures } from '#db/schema/petitions.ts'
import type { Reader, Store, Writer } from '#db/store.ts'
import { tallyOf } from './tally.server.ts'

type Act = ActingOnPetition & { considerationId: number }
export type ListRefusal =
	| PetitionRefusal
	| 'not-found'
	| 'factorNeeded'
	| 'received'
	| 'not-taken'
	| 'anonymous'

const AT_ONCE = 1000

/**
 * The body takes the list of those who signed, once: a download that broke may be repeated until somebody says that
 * the list is there. Gives the last ordinal that belongs to it.
 */
export async function takeList(tx: Writer, act: Act): Promise<Outcome<{ until: number }, ListRefusal>> {
	const opened = await openPetition(tx, 'take-list', act)
	if (!opened.ok) return opened
	const { petition, consideration } = opened.value
	if (!consideration) return refused('not-found')
	if (consideration.listReceivedAt) return refused('received')
	if (petition.anonymisedAt) return refused('anonymous')
	const tally = await tallyOf(tx, petition.id)
	const { now } = act
	await tx
		.update(considerations)
		.set({ listTakenAt: consideration.listTakenAt ?? now, listTakenBy: act.actor.personId, listHash: null })
		.where(eq(considerations.id, consideration.id))
	await recordPetitionStep(tx, opened.value, act, 'list-taken', { considerationId: consideration.id })
	return done({ until: tally?.taken ?? 0 })
}

/** Says that the list has arrived whole: from then on nobody can take it again, and its time to be kept runs. */
export async function confirmList(tx: Writer, act: Act): Promise<Outcome<null, ListRefusal>> {
	const opened = await openPetition(tx, 'take-list', act)
	if (!opened.ok) return opened
	const { consideration } = opened.value
	if (!consideration) return refused('not-found')
	if (consideration.listReceivedAt) return refused('received')
	if (!consideration.listHash) return refused('not-taken')
	await tx
		.update(considerations)
		.set({ listReceivedAt: act.now })
		.where(eq(considerations.id, consideration.id))
	await recordPetitionStep(tx, opened.value, act, 'list-received', { considerationId: consideration.id })
	return done(null)
}

const COLUMNS = ['ordinal', 'name', 'region', 'method', 'level', 'signed_at', 'commitment'] as const

/**
 * The list as lines of CSV, read in steps so that it takes little memory however long it is. The hash of what was
 * given is kept when the last line has been asked for.
 */
export async function* listOfSigners(
	{ readOwn, write }: Pick<Store, 'readOwn' | 'write'>,
	{ petitionId, considerationId, until }: { petitionId: number; considerationId: number; until: number },
): AsyncGenerator<string> {
	const hash = createHash('sha256')
	const given = (text: string) => {
		hash.update(text)
		return text
	}
	yield given(`\uFEFF${csvLine(COLUMNS)}`)
	for (let after = 0; ; ) {
		const rows = await signersAfter(readOwn, petitionId, after, until)
		const last = rows.at(-1)
		if (!last) break
		yield given(
			rows
				.filter(({ state }) => state === 'confirmed')
				.map((row) =>
					csvLine([
						row.ordinal,
						row.fullName,
						row.region,
						row.method,
						row.level,
						row.signedAt.toISOString(),
						row.commitment,
					]),
				)
				.join(''),
		)
		after = last.ordinal
	}
	const listHash = hash.digest('hex')
	await write(petitionKey(petitionId), (tx) =>
		tx.update(considerations).set({ listHash }).where(eq(considerations.id, considerationId)),
	)
}

const signersAfter = (read: Reader, petitionId: number, after: number, until: number) =>
	read
		.select({
			ordinal: petitionSignatures.ordinal,
			state: petitionSignatures.state,
			fullName: petitionSignatures.fullName,
			region: petitionSignatures.region,
			method: petitionSignatures.method,
			level: petitionSignatures.level,
			signedAt: petitionSignatures.signedAt,
			commitment: petitionSignatures.commitment,
		})
		.from(petitionSignatures)
		.where(
			and(
				eq(petitionSignatures.petitionId, petitionId),
				gt(petitionSignatures.ordinal, after),
				lte(petitionSignatures.ordinal, until),
			),
		)
		.orderBy(asc(petitionSignatures.ordinal))
		.limit(AT_ONCE)
