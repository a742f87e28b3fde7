import { and, asc, eq, ne, sql } from 'drizzle-orm'
import { done, type Outcome, refused } from '#app/outcome.ts'
import { record } from '#app/register/record.server.ts'
import { inquiries, proceedings } from '#db/schema/inquiries.ts'
import type { Writer } from '#db/store.ts'
import { type Acting, followersOf, openCase, recordStep, tellAuthor } from './act.server.ts'
import { settleLapses } from './breach.server.ts'
import { filedProceeding, type Proceeding, refreshThread } from './filed.server.ts'
import { type ActRefusal, hasTerm } from './inquiry.ts'

/**
 * Puts a question under another of the same body that asks the same: it keeps its number, its author their
 * receipt and their own term, and one answer serves both. Into a private question nothing is merged, because
 * its answer is its author's.
 */
export async function mergeInquiry(
	tx: Writer,
	act: Acting & { intoProceedingId: string },
): Promise<
	Outcome<null, ActRefusal | 'not-found' | 'other-body' | 'private-lead' | 'itself' | 'other-term'>
> {
	const opened = await openCase(tx, 'merge', act)
	if (!opened.ok) return opened
	const into = await filedProceeding(tx, act.intoProceedingId)
	if (!into) return refused('not-found')
	const { proceeding, inquiry } = opened.value
	if (into.inquiry.id === inquiry.id) return refused('itself')
	if (into.proceeding.bodyId !== proceeding.bodyId) return refused('other-body')
	if (into.inquiry.visibility === 'private') return refused('private-lead')
	// What is under no term may be sent on where nobody owes an answer, and takes along what follows it.
	if (hasTerm(into.proceeding) !== hasTerm(proceeding)) return refused('other-term')
	if (into.proceeding.stage !== 'desk' || into.proceeding.state !== 'open') return refused('wrong-state')

	const followers = await followersOf(tx, proceeding.id)
	await tx
		.update(proceedings)
		.set({ followsId: into.proceeding.id })
		.where(and(eq(proceedings.followsId, proceeding.id), eq(proceedings.stage, 'following')))
	await tx.update(inquiries).set({ leadId: into.inquiry.id }).where(eq(inquiries.leadId, inquiry.id))
	await tx
		.update(proceedings)
		.set({ stage: 'following', followsId: into.proceeding.id })
		.where(eq(proceedings.id, proceeding.id))
	await tx.update(inquiries).set({ leadId: into.inquiry.id, joined: 0 }).where(eq(inquiries.id, inquiry.id))
	await tx
		.update(inquiries)
		.set({ joined: sql`${inquiries.joined} + ${1 + followers.length}` })
		.where(eq(inquiries.id, into.inquiry.id))
	await recordStep(tx, opened.value, act, 'merged', { into: into.inquiry.number })
	await tellAuthor(tx, inquiry, 'merged', { into: into.inquiry.number }, act.now)
	return done(null)
}

/**
 * When a question that others follow ends without an answer, the followers are still owed one: the oldest public one
 * takes its place on the desk and the rest follow it. Where all are private each stands by itself, because the
 * answer to a private question is its author's.
 */
export async function freeFollowers(tx: Writer, ended: Pick<Proceeding, 'id' | 'inquiryId'>): Promise<void> {
	const followers = await tx
		.select({ id: proceedings.id, inquiryId: proceedings.inquiryId, visibility: inquiries.visibility })
		.from(proceedings)
		.innerJoin(inquiries, eq(inquiries.id, proceedings.inquiryId))
		.where(and(eq(proceedings.followsId, ended.id), eq(proceedings.stage, 'following')))
		.orderBy(asc(proceedings.receivedAt), asc(proceedings.id))
	const heir = followers.find(({ visibility }) => visibility === 'public')
	const first = heir ? [heir] : followers
	for (const { id } of first)
		await tx
			.update(proceedings)
			.set({ stage: 'desk', followsId: null })
			.where(and(eq(proceedings.id, id), eq(proceedings.stage, 'following')))
	if (heir) {
		await tx
			.update(proceedings)
			.set({ followsId: heir.id })
			.where(and(eq(proceedings.followsId, ended.id), eq(proceedings.stage, 'following')))
		await tx.update(inquiries).set({ leadId: heir.inquiryId }).where(eq(inquiries.leadId, ended.inquiryId))
	}
	const joined = followers.length - first.length
	for (const { inquiryId } of first)
		await tx.update(inquiries).set({ leadId: null, joined }).where(eq(inquiries.id, inquiryId))
	await tx.update(inquiries).set({ joined: 0 }).where(eq(inquiries.id, ended.inquiryId))
}

/** The author takes the filing back. It may be filed again (APPC 64(9)). */
export async function withdrawInquiry(
	tx: Writer,
	act: Acting,
): Promise<Outcome<null, ActRefusal | 'not-found'>> {
	const opened = await openCase(tx, 'withdraw', act)
	if (!opened.ok) return opened
	const { inquiry } = opened.value
	const open = await tx
		.select()
		.from(proceedings)
		.where(and(eq(proceedings.inquiryId, inquiry.id), sql`${proceedings.stage} <> 'ended'`))
	await settleLapses(tx, open, opened.value.law, act.now)
	for (const proceeding of open) {
		// The answer that it shares may be signed at this very moment, under the key of the question it joined.
		const [taken] = await tx
			.update(proceedings)
			.set({ state: 'withdrawn', stage: 'ended', followsId: null, correctBy: null })
			.where(and(eq(proceedings.id, proceeding.id), ne(proceedings.stage, 'ended')))
			.returning({ id: proceedings.id })
		if (!taken) return refused('wrong-state')
		await record(tx, {
			subject: 'inquiry',
			subjectId: inquiry.id,
			type: 'withdrawn',
			at: act.now,
			on: opened.value.today,
			by: 'author',
			personId: act.actor.personId,
			proceedingId: proceeding.id,
		})
		await freeFollowers(tx, proceeding)
	}
	if (inquiry.leadId)
		await tx
			.update(inquiries)
			.set({ joined: sql`case when ${inquiries.joined} > 0 then ${inquiries.joined} - 1 else 0 end` })
			.where(eq(inquiries.id, inquiry.leadId))
	await refreshThread(tx, inquiry.id)
	return done(null)
}
