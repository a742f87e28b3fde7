import { eq } from 'drizzle-orm'
import { dayIn } from '#app/deadlines/day.ts'
import { type Law, lawOf } from '#app/jurisdictions/law.server.ts'
import { addressedTo, holdersOf, writeAll } from '#app/notices/notice.server.ts'
import { petitions } from '#db/schema/petitions.ts'
import type { Writer } from '#db/store.ts'
import { type Petition, recordSystemStep, tellStarter } from './petition.server.ts'
import { publish } from './publish.server.ts'
import { lastDayOf, stageOf } from './terms.ts'

/**
 * Its sponsors are found, or none are asked for: whoever checks petitions has it now, with a term (APPC 90-2(5)).
 * Where the law knows no check it is published at once.
 */
export async function beginCheck(tx: Writer, petition: Petition, law: Law, now: Date): Promise<void> {
	if (stageOf(law.profile, 'sponsors')) {
		await tx.update(petitions).set({ sponsoredAt: now }).where(eq(petitions.id, petition.id))
		await recordSystemStep(tx, petition, now, 'sponsors-reached')
	}
	if (!stageOf(law.profile, 'check')) return publish(tx, petition, law, now)
	const checkBy = lastDayOf(law, 'check', dayIn(law.profile.time.zone, now))
	await tx
		.update(petitions)
		.set({ state: 'checking', checkBy, endedAt: null, updatedAt: now })
		.where(eq(petitions.id, petition.id))
	await tellStarter(tx, petition, 'petition-checking', { checkBy, path: authorPath(petition) }, now)
	const moderators = await holdersOf(tx, ['moderator'], null)
	await writeAll(
		tx,
		moderators.map((moderator) => ({
			notice: 'petition-to-check',
			...addressedTo(moderator),
			values: {
				number: petition.number,
				checkBy,
				path: `/moderation/petitions/${petition.id}/check`,
			},
			now,
		})),
	)
}

/**
 * Goes on with one that gathers sponsors as soon as enough of them count; also when the time to find them is over and
 * those who signed in it are counted late.
 */
export async function goOnIfSponsored(
	tx: Writer,
	petition: Petition,
	confirmed: number,
	now: Date,
): Promise<void> {
	if (
		(petition.state === 'sponsoring' || petition.state === 'lapsed') &&
		confirmed >= petition.sponsorsNeeded
	)
		await beginCheck(tx, petition, await lawOf(tx, petition.profileId), now)
}

/** Where its author sees it while the public does not; as letters name paths, without the language. */
export const authorPath = ({ number }: Pick<Petition, 'number'>) => `/petitions/${number}/author`
