import { and, eq } from 'drizzle-orm'
import { detach } from '#app/files/attach.server.ts'
import type { Language } from '#app/i18n/languages.ts'
import { lawOf } from '#app/jurisdictions/law.server.ts'
import { done, type Outcome, refused } from '#app/outcome.ts'
import type { Actor } from '#app/people/actor.ts'
import { personById } from '#app/people/find.server.ts'
import { publicNameOf } from '#app/people/name.ts'
import { petitions, petitionTexts } from '#db/schema/petitions.ts'
import type { Writer } from '#db/store.ts'
import { petitionAddressee } from './addressees.server.ts'
import { publicPetition } from './counter.server.ts'
import { type ActingOnPetition, openPetition } from './petition.server.ts'
import { MOST_DRAFTS, type PetitionRefusal } from './petition.ts'

type DraftRefusal = PetitionRefusal | 'not-found' | 'factorNeeded'

interface Start {
	actor: Actor & { personId: string }
	profileId: string
	language: Language
	/** The public petition that it asks the opposite of. */
	counterNumber?: string
	/** The word before the number of an author who shows no name. */
	author: string
	submissionId?: string
	now: Date
}

/** Opens a draft, which only its author sees. The same form sent twice opens one. */
export async function startPetition(
	tx: Writer,
	{ actor, profileId, language, counterNumber, author, submissionId, now }: Start,
): Promise<Outcome<{ petitionId: number }, 'too-many-drafts' | 'no-petition'>> {
	const person = await personById(tx, actor.personId)
	if (!person) throw new Error('a person without a record')
	const sent = submissionId ? `${person.id}:${submissionId}` : null
	const [earlier] = sent
		? await tx.select({ petitionId: petitions.id }).from(petitions).where(eq(petitions.submissionId, sent))
		: []
	if (earlier) return done(earlier)
	const own = and(eq(petitions.authorId, person.id), eq(petitions.state, 'draft'))
	if ((await tx.$count(petitions, own)) >= MOST_DRAFTS) return refused('too-many-drafts')
	const counterTo = counterNumber ? await publicPetition(tx, counterNumber) : undefined
	if (counterNumber && !counterTo) return refused('no-petition')

	const { profile } = await lawOf(tx, profileId)
	const [made] = await tx
		.insert(petitions)
		.values({
			language,
			authorId: person.id,
			authorName: person.fullName,
			authorAddress: person.postalAddress,
			publicAuthor: publicNameOf(person, author),
			profileId,
			profileVersion: profile.version,
			counterTo: counterTo?.id ?? null,
			submissionId: sent,
			createdAt: now,
			updatedAt: now,
		})
		.returning({ petitionId: petitions.id })
	if (!made) throw new Error('no petition was made')
	await tx.insert(petitionTexts).values({ ...made, language, updatedAt: now })
	return done(made)
}

/** Addresses the draft to a body that takes petitions, in one's own name or in that of a group. */
export async function addressPetition(
	tx: Writer,
	act: ActingOnPetition & { bodyId: string; representing: string },
): Promise<Outcome<null, DraftRefusal | 'no-body'>> {
	const opened = await openPetition(tx, 'edit', act)
	if (!opened.ok) return opened
	const { petition, law } = opened.value
	const body = await petitionAddressee(tx, law.profile, act.bodyId)
	if (!body) return refused('no-body')
	await tx
		.update(petitions)
		.set({ bodyId: body.id, representing: act.representing || null, updatedAt: act.now })
		.where(eq(petitions.id, petition.id))
	return done(null)
}

/** Throws the draft away, with all that was written. */
export async function discardPetition(
	tx: Writer,
	act: ActingOnPetition,
): Promise<Outcome<null, DraftRefusal>> {
	const opened = await openPetition(tx, 'discard', act)
	if (!opened.ok) return opened
	const { id } = opened.value.petition
	await detach(tx, 'petition', [String(id)], act.now)
	await tx.delete(petitions).where(eq(petitions.id, id))
	return done(null)
}
