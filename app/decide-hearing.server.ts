import { and, eq, gt, inArray, isNull } from 'drizzle-orm'
import { type Day, isDay } from '#app/deadlines/day.ts'
import {
	type ActingOnHearing,
	type Hearing,
	openHearing,
	recordHearingStep,
} from '#app/hearings/hearing.server.ts'
import type { HearingRefusal } from '#app/hearings/hearing.ts'
import type { Profile } from '#app/jurisdictions/profile.ts'
import { done, type Outcome, refused } from '#app/outcome.ts'
import { coverageOf } from '#app/remarks/coverage.server.ts'
import { renderMarkdown } from '#app/text/markdown.ts'
import {
	documentVersions,
	type HearingOutcome,
	hearingBreaches,
	hearingCommitments,
	hearingDocuments,
	hearings,
	protocolObjections,
} from '#db/schema/hearings.ts'
import type { Reader, Writer } from '#db/store.ts'

// The decision looks at the hearing and at what became of its remarks, so it stands above both.

/** Why the law wants the project heard again before it is approved (ENV 73(17)). */
export const REPEAT_GROUNDS = ['substantial_change', 'open_comments', 'procedure_breach'] as const
export type RepeatGround = (typeof REPEAT_GROUNDS)[number]

export interface HearingDecision {
	/** None for the conclusion of a civic group, which decides nothing in law. */
	outcome: HearingOutcome | null
	/** In Markdown. */
	text: string
	reasons: string
	/** Of an approval although the law wants it heard again: why. */
	despite: string
	commitments: readonly { text: string; dueOn: string }[]
}

export type DecisionRefusal =
	| HearingRefusal
	| 'not-found'
	| 'factorNeeded'
	| 'incomplete'
	| 'wrong-day'
	| 'rows-open'
	| 'protocol-open'
	| 'objections-open'
	| 'not-heard'
	| 'despite'

/** The grounds of the profile that this hearing gives to be repeated. */
export async function repeatGrounds(
	read: Reader,
	{ id, announcedAt, renewReason }: Hearing,
	profile: Profile,
): Promise<RepeatGround[]> {
	const breached = await read.$count(
		hearingBreaches,
		and(eq(hearingBreaches.hearingId, id), inArray(hearingBreaches.duty, ['post_documents', 'announce'])),
	)
	const [changed] = await read
		.select({ version: documentVersions.version })
		.from(documentVersions)
		.innerJoin(hearingDocuments, eq(hearingDocuments.id, documentVersions.documentId))
		.where(
			and(
				eq(hearingDocuments.hearingId, id),
				eq(documentVersions.material, true),
				announcedAt ? gt(documentVersions.materialAt, announcedAt) : undefined,
			),
		)
		.limit(1)
	const { unresolved } = await coverageOf(read, id)
	const found = {
		substantial_change: changed !== undefined,
		open_comments: unresolved > 0,
		procedure_breach: breached > 0 || renewReason !== null,
	}
	return REPEAT_GROUNDS.filter((ground) => found[ground] && profile.hearing.repeat_if.includes(ground))
}

/**
 * The authority decides, once every row of the response table says what became of it and the protocol is public. What
 * the law wants heard again is approved only with the reason why it is approved all the same.
 */
export async function decideHearing(
	tx: Writer,
	act: ActingOnHearing & { decision: HearingDecision },
): Promise<Outcome<null, DecisionRefusal>> {
	const opened = await openHearing(tx, 'decide', act)
	if (!opened.ok) return opened
	const { hearing, law, today } = opened.value
	const { decision, now } = act
	const { outcome, text, reasons, despite } = decision
	if (!hearing.protocolPublishedAt) return refused('protocol-open')
	if (await areObjectionsOpen(tx, hearing, today)) return refused('objections-open')
	if (!(await coverageOf(tx, hearing.id)).complete) return refused('rows-open')
	if (!text.trim() || !reasons.trim() || (!outcome && !hearing.civic)) return refused('incomplete')
	const approves = outcome === 'approved' || outcome === 'approved_with_conditions'
	if (approves && hearing.state === 'not_held') return refused('not-heard')
	const grounds = hearing.civic ? [] : await repeatGrounds(tx, hearing, law.profile)
	if (approves && grounds.length > 0 && !despite.trim()) return refused('despite')
	const commitments = commitmentsIn(decision, today)
	if (!commitments) return refused('wrong-day')

	await tx
		.update(hearings)
		.set({
			state: 'decided',
			outcome,
			decisionHtml: renderMarkdown(text).html,
			decisionReasons: [reasons, approves && grounds.length > 0 ? despite : ''].filter(Boolean).join('\n\n'),
			decidedAt: now,
			decidedBy: act.actor.personId,
			updatedAt: now,
		})
		.where(eq(hearings.id, hearing.id))
	if (commitments.length > 0)
		await tx.insert(hearingCommitments).values(
			commitments.map((commitment, at) => ({
				id: crypto.randomUUID(),
				hearingId: hearing.id,
				position: at + 1,
				language: hearing.language,
				...commitment,
			})),
		)
	await recordHearingStep(tx, opened.value, act, 'decided', { outcome })
	return done(null)
}

/** Whether somebody may still object to the protocol in time, or has and waits for the answer of the chair. */
async function areObjectionsOpen(
	read: Reader,
	{ id, objectionsUntil }: Hearing,
	today: Day,
): Promise<boolean> {
	if (objectionsUntil !== null && today <= objectionsUntil) return true
	const unanswered = and(
		eq(protocolObjections.hearingId, id),
		eq(protocolObjections.late, false),
		isNull(protocolObjections.answeredAt),
	)
	return (await read.$count(protocolObjections, unanswered)) > 0
}

/** Those with words, each with a day to come; undefined where one has none. */
function commitmentsIn(
	{ commitments }: HearingDecision,
	today: Day,
): { text: string; dueOn: Day }[] | undefined {
	const made = commitments.filter(({ text, dueOn }) => text.trim() || dueOn)
	return made.every(({ text, dueOn }) => text.trim() && isDay(dueOn) && dueOn >= today)
		? made.map(({ text, dueOn }) => ({ text, dueOn }))
		: undefined
}
