import { eq, sql } from 'drizzle-orm'
import { dayIn } from '#app/deadlines/day.ts'
import { hearingById } from '#app/hearings/hearing.server.ts'
import { lastVersion, type Place, wordsAt } from '#app/hearings/place.server.ts'
import { profileById } from '#app/jurisdictions/profiles.ts'
import { regionGiven } from '#app/jurisdictions/region.ts'
import { done, type Outcome, refused } from '#app/outcome.ts'
import type { Actor } from '#app/people/actor.ts'
import { withInitial } from '#app/people/name.ts'
import { humanHashes, type SigningPerson, signingPerson } from '#app/people/signer.server.ts'
import { prepared } from '#db/prepared.ts'
import { type Affiliation, type Position, remarks } from '#db/schema/hearings.ts'
import type { Reader, Writer } from '#db/store.ts'
import { type KeptRemark, keepRemark, type NewRemark, ownHash } from './keep.server.ts'
import { isLate, takesRemarks } from './remark.ts'
import { tellAuthor } from './tell-author.server.ts'

export interface Submission {
	hearingId: number
	/** Who hands it in, known as well as they have shown since signing in. */
	actor: Actor
	position: Position
	affiliation: Affiliation
	language: string
	text: string
	/** Everybody may read it; and who its author is, by the first name and an initial. */
	published: boolean
	showName: boolean
	/** Asked only of whoever has not shown it. */
	region?: string | undefined
	documentId?: string | undefined
	passage?: string | undefined
	/** The paragraph that it speaks to: its document and its words are taken from there. */
	place?: Place | undefined
	/** Ids of stored files of the person's own. */
	fileIds?: readonly string[]
	/** The form's own id: the same form sent twice is one remark. */
	submissionId?: string | undefined
	now: Date
}

export type SubmitRefusal = 'not-found' | 'closed' | 'level' | 'no-address' | 'region' | 'no-document'

/** Anybody may, wherever they live (Environmental Code 73(9)); after the last day of written remarks it is marked late. */
export async function submitRemark(
	tx: Writer,
	given: Submission,
): Promise<Outcome<KeptRemark, SubmitRefusal>> {
	const { hearingId, actor, now } = given
	const { personId } = actor
	if (personId === null) return refused('level')
	const submissionId = given.submissionId ? `${personId}:${given.submissionId}` : null
	if (submissionId) {
		const [before] = await bySubmission(tx).execute({ submissionId })
		if (before) return done(before)
	}
	const hearing = await hearingById(tx, hearingId)
	if (!hearing) return refused('not-found')
	if (!takesRemarks(hearing)) return refused('closed')
	const known = await signingPerson(tx, personId)
	if (!known) return refused('level')
	const level = levelShown(actor, known)
	if (level < hearing.remarkLevel) return refused('level')
	const [first, ...others] = humanHashes(matterOf(hearingId), known)
	if (!first) return refused('no-address')
	const region = regionGiven(hearing.profileId, { shown: known.region, said: given.region })
	if (region === undefined) return refused('region')
	const spokenTo = await spokenToBy(tx, given)
	if (!spokenTo) return refused('no-document')

	const late = isLate(now, hearing)
	const zone = profileById(hearing.profileId)?.time.zone ?? 'UTC'
	const kept = await keepRemark(
		tx,
		{ hearing, today: dayIn(zone, now), by: 'author' },
		{
			channel: 'portal',
			position: given.position,
			affiliation: given.affiliation,
			language: given.language,
			text: given.text,
			published: given.published,
			personId,
			authorHash: await ownHash(tx, hearingId, [first, ...others]),
			authorName: known.fullName,
			publicName: given.published && given.showName ? withInitial(known.fullName) : null,
			email: null,
			level,
			region,
			...spokenTo,
			receivedAt: now,
			late,
			submissionId,
			fileIds: given.fileIds ?? [],
		},
		{ actor, now },
	)
	await tellAuthor(tx, {
		notice: late ? 'remark-received-late' : 'remark-received',
		hearing,
		remark: { ...kept, personId, email: null, language: given.language },
		now,
	})
	return done(kept)
}

/** In what a human counts once: the remarks of one hearing. */
export const matterOf = (hearingId: number) => `remark:${hearingId}`

/** Whoever signed in by an address alone is known by no more than that. */
function levelShown({ level }: Actor, known: SigningPerson): number {
	if (level >= 2) return known.identifierHash === null ? 1 : level
	return known.emailConfirmedAt === null ? 0 : 1
}

const bySubmission = prepared((read) =>
	read
		.select({ ordinal: remarks.ordinal, groupId: remarks.groupId })
		.from(remarks)
		.where(eq(remarks.submissionId, sql.placeholder('submissionId'))),
)

type SpokenTo = Pick<NewRemark, 'documentId' | 'documentVersion' | 'paragraph' | 'passage'>

async function spokenToBy(
	read: Reader,
	{ hearingId, documentId, passage, place }: Submission,
): Promise<SpokenTo | undefined> {
	if (place) {
		const found = await wordsAt(read, hearingId, place)
		const { documentId, version: documentVersion, paragraph } = place
		return found && { documentId, documentVersion, paragraph, passage: found.words }
	}
	if (!documentId) return { passage: passage || null }
	const documentVersion = await lastVersion(read, hearingId, documentId)
	return documentVersion === undefined ? undefined : { documentId, documentVersion, passage: passage || null }
}
