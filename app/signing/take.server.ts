import { and, eq, sql } from 'drizzle-orm'
import { dayIn } from '#app/deadlines/day.ts'
import { profileById } from '#app/jurisdictions/profiles.ts'
import { countedRegion } from '#app/jurisdictions/region.ts'
import { done, type Outcome, refused } from '#app/outcome.ts'
import { goOnIfSponsored } from '#app/petitions/begin-check.server.ts'
import { type Petition, petitionById } from '#app/petitions/petition.server.ts'
import { CHAIN_START, commitmentOf, headAfter, saltOf, signCheckpoint } from '#app/receipts/receipt.server.ts'
import { keepSignature, type TakenSignature as TakenDigitalSignature } from '#app/signatures/take.server.ts'
import { insertRows } from '#db/insert.ts'
import { inList, listed } from '#db/list.ts'
import { prepared } from '#db/prepared.ts'
import {
	petitionCheckpoints,
	petitionSignatures,
	petitionTallies,
	type SignatureMethod,
} from '#db/schema/petitions.ts'
import type { Writer } from '#db/store.ts'
import { setApartHash, signatureKey } from './take-back.server.ts'
import { addToCells, type Tally, tallyOf } from './tally.server.ts'
import { passThresholds } from './threshold.server.ts'

/** A signature that somebody asks to give: all is looked at but whether it is the first and whether it is in time. */
export interface AskedSignature {
	/** Every hash under which this human may have signed; it is kept under the first. */
	signers: readonly [string, ...string[]]
	level: number
	method: SignatureMethod
	region: string
	personId?: string | null
	fullName: string
	publicName?: string | null
	/** Of a signer without an account. */
	email?: string | null
	language: string
	updates: boolean
	source?: { address?: string | null; network?: string | null; domain?: string | null }
	/** Set apart until somebody has looked. */
	review?: boolean
	/** The digital signature itself, over the text of the petition. */
	evidence?: TakenDigitalSignature
	/** It came by the direct link of the sponsors. */
	byLink?: boolean
	/** The moment of the request: one that was made in time counts, however long the queue. */
	at: Date
}

export interface TakenSignature {
	ordinal: number
	/** They had signed before: nothing was added. */
	before: boolean
}

export type TakeRefusal = 'closed' | 'full' | 'not-found'

/** The version of the words to which a signer consents. */
export const CONSENT = 1

/** After so many signatures the head of the chain is signed and kept. */
export const CHECKPOINT_EVERY = 1000

/**
 * Adds many signatures to one petition: one row for each human, ordinals without a gap, and the totals in the same
 * transaction. To be run under the key of the petition. Answers come in the order of what was asked.
 */
export async function takeSignatures(
	tx: Writer,
	petitionId: number,
	asked: readonly AskedSignature[],
	now: Date,
): Promise<Outcome<TakenSignature, TakeRefusal>[]> {
	const petition = await petitionById(tx, petitionId)
	const tally = await tallyOf(tx, petitionId)
	if (!petition || !tally) return asked.map(() => refused('not-found'))

	const known = await ordinalsOf(tx, petitionId, asked)
	const fresh: AskedSignature[] = []
	const answers = asked.map((one): Outcome<TakenSignature, TakeRefusal> => {
		const before = one.signers.map((hash) => known.get(hash)).find((ordinal) => ordinal !== undefined)
		if (before !== undefined) return done({ ordinal: before, before: true })
		const refusal = refusalToTake(petition, one, tally.confirmed + fresh.length)
		if (refusal) return refused(refusal)
		fresh.push({ ...one, review: one.review || marksOf(one).some((mark) => known.has(mark)) })
		const ordinal = tally.taken + fresh.length
		for (const hash of one.signers) known.set(hash, ordinal)
		return done({ ordinal, before: false })
	})
	if (fresh.length > 0) await add(tx, petition, tally, fresh, now)
	return answers
}

function refusalToTake(
	petition: Petition,
	{ byLink, at }: AskedSignature,
	confirmed: number,
): TakeRefusal | undefined {
	const { state, sponsorsMost } = petition
	if (state === 'sponsoring') {
		if (!byLink) return 'not-found'
		if (isOver(petition, at)) return 'closed'
		return sponsorsMost !== null && confirmed >= sponsorsMost ? 'full' : undefined
	}
	// Whoever asked before the end has signed in time, also when the queue was long.
	const takes = TAKES.includes(state)
	return takes && !isOver(petition, at) ? undefined : 'closed'
}

/** Its time may end, and all that it reached be decided, while some who asked in time still wait. */
const TAKES: readonly Petition['state'][] = ['open', 'closed', 'returned', 'decided']

/** Whether the time to sign was over at that moment, also while no duty has ended it (APPC 90-2(4), 90-3(2)). */
export function isOver({ state, closesAt, sponsorsBy, profileId }: Petition, at: Date): boolean {
	if (state !== 'sponsoring') return closesAt !== null && at >= closesAt
	return sponsorsBy !== null && dayIn(profileById(profileId).time.zone, at) > sponsorsBy
}

async function add(
	tx: Writer,
	petition: Petition,
	tally: Tally,
	fresh: readonly AskedSignature[],
	now: Date,
) {
	let { head } = tally
	let { taken } = tally
	const checkpoints: (typeof petitionCheckpoints.$inferInsert)[] = []
	const rows = fresh.map((one) => {
		const ordinal = ++taken
		const { level, method, fullName, language, updates, source = {} } = one
		const region = countedRegion(petition.profileId, one.region)
		const salt = saltOf(petition.id, ordinal)
		const commitment = commitmentOf({
			petition: petition.number ?? '',
			ordinal,
			at: now,
			level,
			method,
			region,
			name: fullName,
			salt,
		})
		head = headAfter(head, commitment)
		if (ordinal % CHECKPOINT_EVERY === 0)
			checkpoints.push({
				petitionId: petition.id,
				ordinal,
				head,
				at: now,
				signature: signCheckpoint({ petition: petition.number ?? '', ordinal, head, at: now }),
			})
		return {
			petitionId: petition.id,
			ordinal,
			signerHash: one.signers[0],
			level,
			method,
			state: one.review ? ('review' as const) : ('confirmed' as const),
			region,
			signedAt: now,
			commitment,
			personId: one.personId ?? null,
			fullName,
			publicName: one.publicName ?? null,
			email: one.email ?? null,
			language,
			updates,
			consent: CONSENT,
			address: source.address ?? null,
			network: source.network ?? null,
			domain: source.domain ?? null,
		}
	})
	await insertRows(tx, petitionSignatures, rows)
	// The text is the petition's own: it is not kept again for each of its signers.
	for (const [at, { evidence, personId = null }] of fresh.entries())
		if (evidence)
			await keepSignature(
				tx,
				{ ...evidence, text: '' },
				{ subject: 'petition', subjectId: signatureKey(petition.id, tally.taken + at + 1), personId, now },
			)
	if (checkpoints.length > 0) await tx.insert(petitionCheckpoints).values(checkpoints)
	const counted = rows.filter(({ state }) => state === 'confirmed')
	const after = tally.confirmed + counted.length
	await setTally(tx).execute({
		petitionId: petition.id,
		taken,
		head,
		confirmed: after,
		review: tally.review + rows.length - counted.length,
		lastSignedAt: now,
	})
	await addToCells(tx, petition.id, counted, 1)
	await follow(tx, petition, { before: tally.confirmed, after, now })
}

/** What the new total brings about: the check, once there are sponsors enough; thresholds; milestones. */
async function follow(
	tx: Writer,
	petition: Petition,
	counts: { before: number; after: number; now: Date },
): Promise<void> {
	if (petition.state !== 'sponsoring') return passThresholds(tx, petition, counts)
	await goOnIfSponsored(tx, petition, counts.after, counts.now)
}

/** What a signature leaves that was set apart and taken back, of whoever is known by an e-mail alone. */
const marksOf = ({ method, signers }: AskedSignature): string[] =>
	method === 'email' ? signers.map(setApartHash) : []

/** The ordinals under which those who ask have signed already, by the hash. */
async function ordinalsOf(
	tx: Writer,
	petitionId: number,
	asked: readonly AskedSignature[],
): Promise<Map<string, number>> {
	const hashes = listed(asked.flatMap((one) => [...one.signers, ...marksOf(one)]))
	const rows = await signedBefore(tx).execute({ petitionId, hashes })
	return new Map(rows.map(({ signerHash, ordinal }) => [signerHash, ordinal]))
}

const signedBefore = prepared((read) =>
	read
		.select({ signerHash: petitionSignatures.signerHash, ordinal: petitionSignatures.ordinal })
		.from(petitionSignatures)
		.where(
			and(
				eq(petitionSignatures.petitionId, sql.placeholder('petitionId')),
				inList(petitionSignatures.signerHash, 'hashes'),
			),
		),
)

const setTally = prepared((tx: Writer) =>
	tx
		.update(petitionTallies)
		.set({
			taken: sql`${sql.placeholder('taken')}`,
			head: sql`${sql.placeholder('head')}`,
			confirmed: sql`${sql.placeholder('confirmed')}`,
			review: sql`${sql.placeholder('review')}`,
			lastSignedAt: sql`${sql.param(sql.placeholder('lastSignedAt'), petitionTallies.lastSignedAt)}`,
		})
		.where(eq(petitionTallies.petitionId, sql.placeholder('petitionId'))),
)

/** What a petition counts in, from the moment its sponsors may sign. */
export const openTally = (tx: Writer, petitionId: number) =>
	tx.insert(petitionTallies).values({ petitionId, head: CHAIN_START })
