import { eq } from 'drizzle-orm'
import { done, type Outcome, refused } from '#app/outcome.ts'
import { personById } from '#app/people/find.server.ts'
import { levelDemanded } from '#app/people/level.server.ts'
import { nextNumber } from '#app/register/next-number.server.ts'
import { openTally } from '#app/signing/take.server.ts'
import { petitions } from '#db/schema/petitions.ts'
import type { Writer } from '#db/store.ts'
import { petitionAddressee } from './addressees.server.ts'
import { authorPath, beginCheck } from './begin-check.server.ts'
import {
	type ActingOnPetition,
	linkHash,
	linkSecret,
	openPetition,
	petitionKey,
	recordPetitionStep,
	tellStarter,
	textsOf,
} from './petition.server.ts'
import { isWhole, type PetitionRefusal } from './petition.ts'
import { lastDayOf, stageOf } from './terms.ts'

/** The keys to hold while a petition is given its number. */
export const keysForNumber = (petitionId: number) => [petitionKey(petitionId), 'number:P']

type GatheringRefusal = PetitionRefusal | 'not-found' | 'factorNeeded' | 'incomplete' | 'no-body' | 'level'

/**
 * The petition leaves its author's hands: it has a number, its text is fixed, and so are the thresholds and how well a
 * signer must be known. Its first supporters are found by a link (APPC 90-2(4)); where the law asks for none it goes on.
 */
export async function gatherSponsors(
	tx: Writer,
	act: ActingOnPetition & { secretKey: string },
): Promise<Outcome<{ number: string }, GatheringRefusal>> {
	const opened = await openPetition(tx, 'gather-sponsors', act)
	if (!opened.ok) return opened
	const { petition: draft, law, today } = opened.value
	const { profile } = law
	const { now, actor, secretKey } = act
	const [text] = await textsOf(tx, draft)
	if (!text || !isWhole(text)) return refused('incomplete')
	const body = draft.bodyId ? await petitionAddressee(tx, profile, draft.bodyId) : undefined
	if (!body) return refused('no-body')
	if (actor.level < (await levelDemanded(tx, profile, 'inquiry'))) return refused('level')

	const author = await personById(tx, String(draft.authorId))
	const number = await nextNumber(tx, 'P', Number(today.slice(0, 4)))
	const sponsors = stageOf(profile, 'sponsors')
	const sponsorsBy = lastDayOf(law, 'sponsors', today)
	const [petition] = await tx
		.update(petitions)
		.set({
			state: 'sponsoring',
			number,
			authorName: author?.fullName ?? draft.authorName,
			authorAddress: author?.postalAddress ?? draft.authorAddress,
			profileVersion: profile.version,
			competence: body.competence,
			thresholds: body.thresholds,
			signatureLevel: await levelDemanded(tx, profile, 'petition_signature'),
			linkHash: linkHash(linkSecret(secretKey, draft.id)),
			sponsorsNeeded: sponsors?.need ?? 0,
			sponsorsMost: sponsors?.max ?? null,
			sponsorsBy,
			linkedAt: now,
			updatedAt: now,
		})
		.where(eq(petitions.id, draft.id))
		.returning()
	if (!petition) throw new Error(`no petition ${draft.id}`)
	await openTally(tx, petition.id)
	const step = { ...opened.value, petition }
	await recordPetitionStep(tx, step, act, 'created', { bodyId: body.id })
	if (!sponsors) {
		await beginCheck(tx, petition, law, now)
		return done({ number })
	}
	await recordPetitionStep(tx, step, act, 'link-opened', { sponsorsBy })
	const { sponsorsNeeded } = petition
	await tellStarter(
		tx,
		petition,
		'petition-link-opened',
		{ sponsorsNeeded, sponsorsBy, linkOf: petition.id, path: authorPath(petition) },
		now,
	)
	return done({ number })
}
