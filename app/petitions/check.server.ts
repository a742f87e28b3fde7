import { and, eq, isNull } from 'drizzle-orm'
import { done, type Outcome, refused } from '#app/outcome.ts'
import { type PETITION_DUTIES, petitionBreaches, petitions } from '#db/schema/petitions.ts'
import type { Writer } from '#db/store.ts'
import { authorPath } from './begin-check.server.ts'
import {
	type ActingOnPetition,
	type OpenedPetition,
	openPetition,
	recordPetitionStep,
	tellStarter,
} from './petition.server.ts'
import type { PetitionRefusal } from './petition.ts'
import { publish } from './publish.server.ts'

type CheckRefusal = PetitionRefusal | 'not-found' | 'factorNeeded' | 'own'

/** It is admissible: from this moment everybody may read and sign it (APPC 90-2(7)). */
export async function passPetition(tx: Writer, act: ActingOnPetition): Promise<Outcome<null, CheckRefusal>> {
	const opened = await openPetition(tx, 'check', act)
	if (!opened.ok) return opened
	if (isOwn(opened.value, act)) return refused('own')
	const { petition, law } = opened.value
	await tx.update(petitions).set({ checkedAt: act.now }).where(eq(petitions.id, petition.id))
	await mend(tx, petition.id, 'check', act.now)
	await recordPetitionStep(tx, opened.value, act, 'checked', { passed: true })
	await publish(tx, petition, law, act.now)
	return done(null)
}

/** It is not admissible, on one of the grounds that the law lists and for a reason that its author is told (90-2(6)). */
export async function rejectPetition(
	tx: Writer,
	act: ActingOnPetition & { ground: string; reason: string },
): Promise<Outcome<null, CheckRefusal | 'no-ground' | 'no-reason'>> {
	const opened = await openPetition(tx, 'check', act)
	if (!opened.ok) return opened
	if (isOwn(opened.value, act)) return refused('own')
	const { petition, law } = opened.value
	const { ground, reason, now } = act
	const grounds = law.profile.petition.grounds
	if (!Object.hasOwn(grounds, ground)) return refused('no-ground')
	if (reason.trim() === '') return refused('no-reason')
	await tx
		.update(petitions)
		.set({
			state: 'rejected',
			checkedAt: now,
			endedAt: now,
			rejectionGround: ground,
			rejectionReason: reason,
			hidden: grounds[ground]?.hides ?? false,
			updatedAt: now,
		})
		.where(eq(petitions.id, petition.id))
	await mend(tx, petition.id, 'check', now)
	await recordPetitionStep(tx, opened.value, act, 'checked', { passed: false, ground })
	const values = { groundCode: ground, reason, path: authorPath(petition) }
	await tellStarter(tx, petition, 'petition-rejected', values, now)
	return done(null)
}

/** Nobody judges their own petition. */
const isOwn = ({ petition }: OpenedPetition, { actor }: ActingOnPetition) =>
	petition.authorId !== null && petition.authorId === actor.personId

/** The mass media have been told of it by letter (APPC 90-2(8)). */
export async function informMedia(
	tx: Writer,
	act: ActingOnPetition,
): Promise<Outcome<null, PetitionRefusal | 'not-found' | 'factorNeeded'>> {
	const opened = await openPetition(tx, 'inform-media', act)
	if (!opened.ok) return opened
	const { petition } = opened.value
	if (petition.mediaInformedAt) return done(null)
	await tx
		.update(petitions)
		.set({ mediaInformedAt: act.now, updatedAt: act.now })
		.where(eq(petitions.id, petition.id))
	await mend(tx, petition.id, 'inform_media', act.now)
	await recordPetitionStep(tx, opened.value, act, 'media-informed')
	return done(null)
}

/** A duty done late is done; that it was late stays on the record. */
const mend = (tx: Writer, petitionId: number, duty: (typeof PETITION_DUTIES)[number], now: Date) =>
	tx
		.update(petitionBreaches)
		.set({ mendedAt: now })
		.where(
			and(
				eq(petitionBreaches.petitionId, petitionId),
				eq(petitionBreaches.duty, duty),
				isNull(petitionBreaches.mendedAt),
			),
		)
