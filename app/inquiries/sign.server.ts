import { and, eq, inArray, isNull, ne } from 'drizzle-orm'
import { holderOn } from '#app/bodies/holder.server.ts'
import { type Day, isDay } from '#app/deadlines/day.ts'
import { refreshSearch } from '#app/moderation/text.server.ts'
import { done, type Outcome, refused } from '#app/outcome.ts'
import { nameOfSigner } from '#app/people/find.server.ts'
import { record } from '#app/register/record.server.ts'
import { renderMarkdown } from '#app/text/markdown.ts'
import { attachments } from '#db/schema/files.ts'
import { answers, drafts, inquiries, proceedings, promises } from '#db/schema/inquiries.ts'
import type { Writer } from '#db/store.ts'
import { type Acting, followersOf, type Opened, openCase, tellAuthor } from './act.server.ts'
import { type AnswerGap, missingInAnswer } from './answer.ts'
import { mendBreach, settleLapses } from './breach.server.ts'
import { type Draft, isHeldByAnother, ofDraft } from './draft.server.ts'
import { refreshThread } from './filed.server.ts'
import { type ActRefusal, hasTerm } from './inquiry.ts'

export type SigningRefusal = ActRefusal | 'not-found' | 'no-draft' | 'held' | 'stale' | 'incomplete'

/**
 * Signs the draft as the legal reply: it stops the clock, reaches the author, and serves all who joined. It does
 * not go out without what the law lists. After a lapse it is still owed, and is on record as late.
 */
export async function signAnswer(
	tx: Writer,
	act: Acting & { version: number },
): Promise<Outcome<{ answerId: string; late: boolean }, SigningRefusal>> {
	const opened = await openCase(tx, 'answer', act)
	if (!opened.ok) return opened
	const [draft] = await tx.select().from(drafts).where(eq(drafts.proceedingId, act.proceedingId))
	if (!draft) return refused('no-draft')
	if (isHeldByAnother(draft, String(act.actor.personId), act.now)) return refused('held')
	if (draft.version !== act.version) return refused('stale')
	if (gapsIn(draft, opened.value).length > 0) return refused('incomplete')

	const { proceeding, inquiry, today } = opened.value
	const late = isLate(proceeding, today)
	const answerId = await writeAnswer(tx, opened.value, draft, act, late)
	await tx
		.update(attachments)
		.set({
			subject: 'answer',
			subjectId: answerId,
			public: draft.publicBody === null && inquiry.visibility === 'public',
		})
		.where(ofDraft(proceeding.id))
	const followers = await followersOf(tx, proceeding.id)
	await closeAll(tx, opened.value, followers, answerId, act)
	await tx.delete(drafts).where(eq(drafts.proceedingId, proceeding.id))
	await refreshSearch(tx, { kind: 'inquiry', ref: inquiry.id })
	return done({ answerId, late })
}

/** What the draft still lacks in law. */
export const gapsIn = (
	draft: Draft,
	{ law, inquiry, today }: Pick<Opened, 'law' | 'inquiry' | 'today'>,
): AnswerGap[] =>
	missingInAnswer(draft, {
		mustHave: law.profile.inquiry.answer_must_have,
		outcomes: law.profile.inquiry.procedures[inquiry.procedure]?.outcomes ?? [],
		languages: law.profile.languages.official,
		questionLanguage: inquiry.language,
		today,
	})

const isLate = (proceeding: { dueOn: string | null; breachedAt: Date | null }, today: Day) =>
	proceeding.breachedAt !== null || (proceeding.dueOn !== null && today > proceeding.dueOn)

async function writeAnswer(
	tx: Writer,
	opened: Opened,
	draft: Draft,
	act: Acting,
	late: boolean,
): Promise<string> {
	const { proceeding, inquiry, today } = opened
	const html = renderMarkdown(draft.body).html
	const answerId = crypto.randomUUID()
	await tx.insert(answers).values({
		id: answerId,
		inquiryId: inquiry.id,
		proceedingId: proceeding.id,
		language: draft.language,
		outcome: draft.outcome,
		body: draft.body,
		html,
		publicHtml: draft.publicBody === null ? html : renderMarkdown(draft.publicBody).html,
		redactionReason: draft.publicBody === null ? null : draft.redactionReason,
		reasons: draft.reasons,
		law: draft.law,
		facts: draft.facts,
		appeal: draft.appeal,
		signedAt: act.now,
		signedOn: today,
		signedBy: String(act.actor.personId),
		signerName: await nameOfSigner(tx, String(act.actor.personId)),
		officialId: proceeding.officeId ? await holderOn(tx, proceeding.officeId, today) : null,
		late,
	})
	const made = draft.promises.filter((promise) => isDay(promise.dueOn))
	if (made.length > 0)
		await tx.insert(promises).values(
			made.map((promise) => ({
				id: crypto.randomUUID(),
				answerId,
				inquiryId: inquiry.id,
				bodyId: proceeding.bodyId,
				text: promise.text,
				dueOn: promise.dueOn,
			})),
		)
	return answerId
}

/** The question itself and all that share its answer: each is answered, late or in time by its own clock. */
async function closeAll(
	tx: Writer,
	opened: Opened,
	followers: (typeof proceedings.$inferSelect)[],
	answerId: string,
	act: Acting,
): Promise<void> {
	const all = [opened.proceeding, ...followers.filter((follower) => follower.stage === 'following')]
	const ids = all.map((proceeding) => proceeding.id)
	await settleLapses(tx, all, opened.law, act.now)
	const closed = new Set<string>()
	for (let at = 0; at < ids.length; at += 500) {
		// One who joined may take their question back at this very moment, under a key of their own.
		const some = await tx
			.update(proceedings)
			.set({ state: 'answered', stage: 'ended', answeredAt: act.now, correctBy: null })
			.where(and(inArray(proceedings.id, ids.slice(at, at + 500)), ne(proceedings.stage, 'ended')))
			.returning({ id: proceedings.id })
		for (const { id } of some) closed.add(id)
		await mendBreach(
			tx,
			some.map(({ id }) => id),
			act.now,
		)
	}
	for (const proceeding of all.filter(({ id }) => closed.has(id))) {
		await record(tx, {
			subject: 'inquiry',
			subjectId: proceeding.inquiryId,
			type: 'answered',
			at: act.now,
			on: opened.today,
			by: opened.by,
			personId: act.actor.personId,
			proceedingId: proceeding.id,
			details: { answerId, late: isLate(proceeding, opened.today) },
		})
		await refreshThread(tx, proceeding.inquiryId)
		const [inquiry] = await tx.select().from(inquiries).where(eq(inquiries.id, proceeding.inquiryId))
		if (inquiry) await tellAuthor(tx, inquiry, 'answered', { term: hasTerm(proceeding) }, act.now)
	}
}

/** Records that what an answer promised was done. */
export async function keepPromise(
	tx: Writer,
	act: Acting & { promiseId: string; note: string },
): Promise<Outcome<null, ActRefusal | 'not-found' | 'already'>> {
	const opened = await openCase(tx, 'keep-promise', act)
	if (!opened.ok) return opened
	const { inquiry, body } = opened.value
	const [promise] = await tx
		.select()
		.from(promises)
		.where(
			and(eq(promises.id, act.promiseId), eq(promises.inquiryId, inquiry.id), eq(promises.bodyId, body.id)),
		)
	if (!promise) return refused('not-found')
	if (promise.keptAt) return refused('already')
	await tx
		.update(promises)
		.set({ keptAt: act.now, keptBy: act.actor.personId, keptNote: act.note })
		.where(and(eq(promises.id, promise.id), isNull(promises.keptAt)))
	await record(tx, {
		subject: 'inquiry',
		subjectId: inquiry.id,
		type: 'promise_kept',
		at: act.now,
		on: opened.value.today,
		by: opened.value.by,
		personId: act.actor.personId,
		proceedingId: act.proceedingId,
		details: { promiseId: promise.id, late: opened.value.today > promise.dueOn },
	})
	await tellAuthor(tx, inquiry, 'promise-kept', {}, act.now)
	return done(null)
}
