import type { Day } from '#app/deadlines/day.ts'
import { done, type Outcome, refused } from '#app/outcome.ts'
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
	Outcome<null, HearingRefusal | 'not-found' | 'factorNeeded' | 'no-channel' | 'no-proof' | 'wrong-day'>
> {
	const opened = await openHearing(tx, 'add-channel', act)
	if (!opened.ok) return opened
	const { hearing, law, today } = opened.value
	const { publication, actor, now } = act
	if (!Object.hasOwn(law.profile.hearing.announce_channels, publication.channel)) return refused('no-channel')
	if (!publication.link && !publication.fileId) return refused('no-proof')
	if (publication.publishedOn > today) return refused('wrong-day')
	await tx.insert(hearingChannels).values({
		id: crypto.randomUUID(),
		hearingId: hearing.id,
		notice: noticeOf(hearing),
		...publication,
		addedAt: now,
		addedBy: String(actor.personId),
	})
	await recordHearingStep(tx, opened.value, act, 'channel-added', { channel: publication.channel })
	return done(null)
}
