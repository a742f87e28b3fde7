import { and, asc, eq, inArray, lte, notExists, or } from 'drizzle-orm'
import { type Law, lawOf } from '#app/jurisdictions/law.server.ts'
import { PROFILES } from '#app/jurisdictions/profiles.ts'
import { endStateOf } from '#app/signing/threshold.server.ts'
import { considerations, petitions } from '#db/schema/petitions.ts'
import type { Reader, Store, Writer } from '#db/store.ts'
import { type Petition, petitionById, petitionKey, recordSystemStep, tellStarter } from './petition.server.ts'
import { stageOf } from './terms.ts'

const AT_ONCE = 500
/** Who asked to sign before the end may still be waiting in the queue. */
const SETTLED_AFTER_MS = 60_000

/** Makes an inquiry to the body of a petition that fell short; gives its number. Runs in the write of the ending. */
export type FileUnreached = (tx: Writer, ended: { petition: Petition; at: Date }) => Promise<string>

/**
 * Ends the collection of petitions whose time is over, as of the moment at which it was. What has its signatures
 * waits to be sent; what fell short is given back to its author and, where the law says so, filed with the body as an
 * inquiry (APPC 90-3(5)).
 */
export async function closePetitions(
	store: Store,
	{ now }: { now: Date },
	{ file, keysFor }: { file: FileUnreached; keysFor: (bodyId: string) => readonly string[] },
): Promise<void> {
	for (;;) {
		const found = await overBy(store.readOwn, new Date(now.getTime() - SETTLED_AFTER_MS))
		let ended = 0
		for (const { id, bodyId } of found)
			ended += await store.write([petitionKey(id), ...(bodyId ? keysFor(bodyId) : [])], (tx) =>
				endOne(tx, id, now, file),
			)
		if (ended === 0 || found.length < AT_ONCE) return
	}
}

/** Those that collect still, and those that had enough when they ended and lost it before they were sent. */
const overBy = (read: Reader, moment: Date) =>
	read
		.select({ id: petitions.id, bodyId: petitions.bodyId })
		.from(petitions)
		.where(
			and(
				lte(petitions.closesAt, moment),
				or(
					eq(petitions.state, 'open'),
					and(
						eq(petitions.state, 'closed'),
						inArray(petitions.profileId, FILING),
						notExists(
							read
								.select({ id: considerations.id })
								.from(considerations)
								.where(eq(considerations.petitionId, petitions.id)),
						),
					),
				),
			),
		)
		.orderBy(asc(petitions.closesAt), asc(petitions.id))
		.limit(AT_ONCE)

const filesUnreached = ({ profile }: Pick<Law, 'profile'>) =>
	stageOf(profile, 'collect')?.on_fail === 'treat_as_inquiry'

const FILING = PROFILES.filter((profile) => filesUnreached({ profile })).map(({ id }) => id)

async function endOne(tx: Writer, id: number, now: Date, file: FileUnreached): Promise<number> {
	const petition = await petitionById(tx, id)
	if (!petition?.closesAt || petition.closesAt > now) return 0
	const { closesAt } = petition
	const reached = await tx
		.select({ state: considerations.state })
		.from(considerations)
		.where(eq(considerations.petitionId, id))
	const law = await lawOf(tx, petition.profileId)
	const short = reached.length === 0
	const returned = short && filesUnreached(law)
	if (petition.state !== 'open' && !(petition.state === 'closed' && returned)) return 0

	// One that collected again after an outage was filed when it ended first.
	const inquiryNumber = returned
		? (petition.inquiryNumber ?? (await file(tx, { petition, at: closesAt })))
		: null
	await tx
		.update(petitions)
		.set({
			state: returned ? 'returned' : endStateOf(reached),
			endedAt: closesAt,
			updatedAt: now,
			...(inquiryNumber && { inquiryNumber }),
		})
		.where(eq(petitions.id, id))
	if (returned) await recordSystemStep(tx, petition, closesAt, 'returned', { inquiryNumber })
	else await recordSystemStep(tx, petition, closesAt, 'closed')
	const { collectsUntil } = petition
	if (returned) await tellStarter(tx, petition, 'petition-returned', { inquiryNumber, collectsUntil }, now)
	else
		await tellStarter(
			tx,
			petition,
			'petition-closed',
			{ collectsUntil, reached: short ? null : 1, short: short ? 1 : null },
			now,
		)
	return 1
}
