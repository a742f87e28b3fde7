import { and, asc, eq, lte } from 'drizzle-orm'
import { dayIn } from '#app/deadlines/day.ts'
import { done, type Outcome, refused } from '#app/outcome.ts'
import { type Actor, actingAs, SYSTEM } from '#app/people/actor.ts'
import { record } from '#app/register/record.server.ts'
import { postRevisions, posts, postTexts } from '#db/schema/blogs.ts'
import { indexForSearch, removeFromSearch } from '#db/search.ts'
import type { Reader, Writer } from '#db/store.ts'
import type { PostRefusal } from './post.ts'
import { openPost, type PostText, putText } from './write.server.ts'

interface Publishing {
	postId: string
	actor: Actor
	/** The zone of the profile, in which the day of the record is told. */
	zone: string
	now: Date
}

/** Publishes now. The texts of this moment are the first of the public revision history. */
export async function publishPost(tx: Writer, act: Publishing): Promise<Outcome<null, PostRefusal>> {
	const opened = await openPost(tx, 'publish', act)
	if (!opened.ok) return opened
	await goPublic(tx, opened.value, act)
	return done(null)
}

/** Sets the moment at which a duty publishes it. */
export async function schedulePost(
	tx: Writer,
	act: Publishing & { publishAt: Date },
): Promise<Outcome<null, PostRefusal>> {
	const opened = await openPost(tx, 'schedule', act)
	if (!opened.ok) return opened
	if (act.publishAt <= act.now) return refused('not-later')
	await tx.update(posts).set({ state: 'scheduled', publishAt: act.publishAt }).where(eq(posts.id, act.postId))
	return done(null)
}

/** Scheduled posts whose moment has come. */
export const postsDue = (read: Reader, now: Date) =>
	read
		.select({ id: posts.id })
		.from(posts)
		.where(and(eq(posts.state, 'scheduled'), lte(posts.publishAt, now)))
		.orderBy(asc(posts.publishAt))
		.limit(100)

/** Publishes one scheduled post, as of the moment that was set; twice is harmless. */
export async function publishDue(
	tx: Writer,
	postId: string,
	{ zone, now }: { zone: string; now: Date },
): Promise<boolean> {
	const [post] = await tx.select().from(posts).where(eq(posts.id, postId))
	if (post?.state !== 'scheduled' || !post.publishAt || post.publishAt > now) return false
	await goPublic(tx, { post, bodyId: '' }, { postId, actor: SYSTEM, zone, now: post.publishAt })
	return true
}

async function goPublic(
	tx: Writer,
	{ post, bodyId }: { post: typeof posts.$inferSelect; bodyId: string },
	{ actor, zone, now }: Publishing,
): Promise<void> {
	await tx
		.update(posts)
		.set({ state: 'published', publishedAt: now, publishAt: null })
		.where(eq(posts.id, post.id))
	const texts = await tx.select().from(postTexts).where(eq(postTexts.postId, post.id))
	for (const text of texts) await addRevision(tx, text, 1, '', actor, now)
	await indexForSearch(tx, 'post', post.id, texts.map((text) => `${text.title}\n${text.markdown}`).join('\n'))
	await record(tx, {
		subject: 'post',
		subjectId: post.id,
		type: 'published',
		at: now,
		on: dayIn(zone, now),
		by: actingAs(actor, bodyId, ['approver']),
		personId: actor.personId,
		details: { officeId: post.officeId },
	})
}

/**
 * Corrects a published text, or adds a translation to it. What it said before stays readable, with why it was
 * changed; a translation needs no reason.
 */
export async function correctPost(
	tx: Writer,
	act: Publishing & { text: PostText; note: string },
): Promise<Outcome<{ revision: number }, PostRefusal>> {
	const opened = await openPost(tx, 'correct', act)
	if (!opened.ok) return opened
	if (act.text.title.trim() === '' || act.text.markdown.trim() === '') return refused('no-text')
	const [before] = await tx
		.select()
		.from(postTexts)
		.where(and(eq(postTexts.postId, act.postId), eq(postTexts.language, act.text.language)))
	if (before && act.note.trim() === '') return refused('no-note')

	const revision = (before?.revision ?? 0) + 1
	await putText(tx, act.postId, act.text, revision, act.now)
	await addRevision(tx, { postId: act.postId, ...act.text }, revision, act.note, act.actor, act.now)
	if (before) await tx.update(posts).set({ correctedAt: act.now }).where(eq(posts.id, act.postId))
	const texts = await tx.select().from(postTexts).where(eq(postTexts.postId, act.postId))
	await indexForSearch(
		tx,
		'post',
		act.postId,
		texts.map((text) => `${text.title}\n${text.markdown}`).join('\n'),
	)
	await record(tx, {
		subject: 'post',
		subjectId: act.postId,
		type: before ? 'corrected' : 'translated',
		at: act.now,
		on: dayIn(act.zone, act.now),
		by: actingAs(act.actor, opened.value.bodyId, ['approver']),
		personId: act.actor.personId,
		details: { language: act.text.language, revision },
	})
	return done({ revision })
}

/** Takes a post off the blog; its address says that it was withdrawn, its questions stay. */
export async function withdrawPost(tx: Writer, act: Publishing): Promise<Outcome<null, PostRefusal>> {
	const opened = await openPost(tx, 'withdraw', act)
	if (!opened.ok) return opened
	await tx.update(posts).set({ state: 'withdrawn' }).where(eq(posts.id, act.postId))
	await removeFromSearch(tx, 'post', act.postId)
	await record(tx, {
		subject: 'post',
		subjectId: act.postId,
		type: 'withdrawn',
		at: act.now,
		on: dayIn(act.zone, act.now),
		by: actingAs(act.actor, opened.value.bodyId, ['approver']),
		personId: act.actor.personId,
	})
	return done(null)
}

/** Throws away a draft that nobody has read. */
export async function discardPost(
	tx: Writer,
	act: { postId: string; actor: Actor },
): Promise<Outcome<null, PostRefusal>> {
	const opened = await openPost(tx, 'discard', act)
	if (!opened.ok) return opened
	await tx.delete(posts).where(eq(posts.id, act.postId))
	return done(null)
}

const addRevision = (
	tx: Writer,
	text: PostText & { postId: string },
	number: number,
	note: string,
	actor: Actor,
	at: Date,
) =>
	tx.insert(postRevisions).values({
		id: crypto.randomUUID(),
		postId: text.postId,
		language: text.language,
		number,
		title: text.title,
		summary: text.summary,
		markdown: text.markdown,
		note,
		at,
		by: actor.personId,
	})
