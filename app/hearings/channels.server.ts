import type { Day } from '#app/deadlines/day.ts'
import { looseFiles } from '#app/files/find.server.ts'
import { done, type Outcome, refused } from '#app/outcome.ts'
import { attachments } from '#db/schema/files.ts'
import { hearingChannels } from '#db/schema/hearings.ts'
import type { Writer } from '#db/store.ts'
import { type ActingOnHearing, openHearing, recordHearingStep } from './hearing.server.ts'
import type { HearingRefusal } from './hearing.ts'
import { noticeOf } from './plan.server.ts'

/** Where it was published, on which day, and what proves it. */
export interface Publication {
	channel: string
	name: string
	language: string
	publishedOn: Day
	link: string | null
	fileId: string | null
}

/** Records that the hearing was announced in a newspaper, on the air, on a site. It is never taken back. */
export async function addChannel(
	tx: Writer,
	act: ActingOnHearing & { publication: Publication },
): Promise<
	Outcome<
		null,
		HearingRefusal | 'not-found' | 'factorNeeded' | 'no-channel' | 'no-proof' | 'wrong-day' | 'file-gone'
	>
> {
	const opened = await openHearing(tx, 'add-channel', act)
	if (!opened.ok) return opened
	const { hearing, law, today } = opened.value
	const { publication, actor, now } = act
	if (!Object.hasOwn(law.profile.hearing.announce_channels, publication.channel)) return refused('no-channel')
	if (!publication.link && !publication.fileId) return refused('no-proof')
	if (publication.publishedOn > today) return refused('wrong-day')
	const id = crypto.randomUUID()
	const { fileId } = publication
	if (fileId && (await looseFiles(tx, [fileId], actor.personId)).length === 0) return refused('file-gone')
	await tx.insert(hearingChannels).values({
		id,
		hearingId: hearing.id,
		notice: noticeOf(hearing),
		...publication,
		addedAt: now,
		addedBy: String(actor.personId),
	})
	if (fileId)
		await tx
			.insert(attachments)
			.values({ id: crypto.randomUUID(), fileId, subject: 'channel', subjectId: id, position: 0 })
	await recordHearingStep(tx, opened.value, act, 'channel-added', { channel: publication.channel })
	return done(null)
}
