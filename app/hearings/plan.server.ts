import { and, desc, eq, isNotNull, isNull, or } from 'drizzle-orm'
import { type Day, dayIn } from '#app/deadlines/day.ts'
import type { Law } from '#app/jurisdictions/law.server.ts'
import { documentVersions, hearingChannels, hearingDocuments } from '#db/schema/hearings.ts'
import type { Reader } from '#db/store.ts'
import type { Hearing } from './hearing.server.ts'
import { type Broken, type Plan, type PlanFacts, planOf } from './plan.ts'

/** Which announcement what is published now belongs to: that which stands, or the one that is prepared. */
export const noticeOf = ({ state, notices }: Pick<Hearing, 'state' | 'notices'>): number =>
	state === 'preparing' || state === 'draft' ? notices + 1 : notices

/** What is known of the hearing, as the plan asks for it. */
export async function planFacts(
	read: Reader,
	hearing: Hearing,
	{ profile }: Law,
	/** Whether it is about to be announced with all that is in the dossier now. */
	announcing = hearing.state === 'preparing',
): Promise<PlanFacts> {
	const on = (at: Date | null): Day | null => at && dayIn(profile.time.zone, at)
	return {
		civic: hearing.civic,
		form: hearing.form,
		heldFor: hearing.legalGround,
		discussionRule: hearing.discussionRule,
		requested: on(hearing.requestedAt),
		answered: on(hearing.answeredAt),
		received: on(hearing.documentsReceivedAt),
		posted: on(hearing.postedAt),
		changed: on(await lastChange(read, hearing.id, announcing)),
		published: await channelsOf(read, hearing.id, noticeOf(hearing)),
		start: hearing.startsOn,
		end: hearing.endsOn,
	}
}

/** The dates of the hearing as they stand today; another start would be announced anew, everywhere. */
export async function planOfHearing(read: Reader, hearing: Hearing, law: Law, now: Date): Promise<Plan> {
	const facts = await planFacts(read, hearing, law)
	const today = dayIn(law.profile.time.zone, now)
	const plan = planOf(law, facts, today)
	if (hearing.state !== 'announced') return plan
	return { ...plan, earliestStart: planOf(law, { ...facts, published: [] }, today).earliestStart }
}

/** What was published of an announcement, or of all. */
export const channelsOf = (read: Reader, hearingId: number, notice?: number) =>
	read
		.select()
		.from(hearingChannels)
		.where(
			and(
				eq(hearingChannels.hearingId, hearingId),
				notice === undefined ? undefined : eq(hearingChannels.notice, notice),
			),
		)
		.orderBy(hearingChannels.notice, hearingChannels.publishedOn, hearingChannels.id)

/**
 * When a document last came that changes what is heard: it must be public as long as the others. Of what its initiator
 * added before an announcement nobody decides whether it does: it is taken to.
 */
async function lastChange(read: Reader, hearingId: number, announcing: boolean): Promise<Date | null> {
	const announced = announcing ? undefined : isNotNull(documentVersions.frozenAt)
	const own = and(isNull(documentVersions.material), eq(hearingDocuments.party, 'initiator'), announced)
	const [row] = await read
		.select({ addedAt: documentVersions.addedAt })
		.from(documentVersions)
		.innerJoin(hearingDocuments, eq(hearingDocuments.id, documentVersions.documentId))
		.where(and(eq(hearingDocuments.hearingId, hearingId), or(eq(documentVersions.material, true), own)))
		.orderBy(desc(documentVersions.addedAt))
		.limit(1)
	return row?.addedAt ?? null
}

/** What is broken of it: red wherever the hearing is shown. Undefined while it may be held on its day. */
export function brokenOf(hearing: Hearing, { profile }: Law, plan: Plan): Broken | undefined {
	if (hearing.state === 'called_off' || hearing.state === 'refused') return undefined
	const gates = plan.gates.filter(({ gates, state }) => gates && state === 'broken')
	const { renewReason } = hearing
	if (gates.length === 0 && renewReason === null) return undefined
	const before = hearing.state === 'preparing' || hearing.state === 'announced'
	return {
		gates,
		renewReason,
		repeats: profile.hearing.repeat_if.includes('procedure_breach'),
		earliestStart: before ? plan.earliestStart : null,
		over: !before,
	}
}
