import { eq } from 'drizzle-orm'
import { holderOn } from '#app/bodies/holder.server.ts'
import { dayIn } from '#app/deadlines/day.ts'
import { done, type Outcome, refused } from '#app/outcome.ts'
import { type Actor, hasRoleIn } from '#app/people/actor.ts'
import { renderMarkdown } from '#app/text/markdown.ts'
import { pictures, posts, postTexts } from '#db/schema/blogs.ts'
import { offices, type Words } from '#db/schema/bodies.ts'
import type { Reader, Writer } from '#db/store.ts'
import { mayWritePosts, type PostAct, type PostRefusal, refusalToPost } from './post.ts'

export interface PostText {
	language: string
	title: string
	summary: string
	markdown: string
}

/** Starts a draft on an office's blog. Its first language is that of record. */
export async function startPost(
	tx: Writer,
	act: { officeId: string; text: PostText; actor: Actor; now: Date; zone: string },
): Promise<Outcome<{ postId: string }, PostRefusal>> {
	const [office] = await tx.select().from(offices).where(eq(offices.id, act.officeId))
	if (!office) return refused('not-found')
	if (!mayWritePosts(act.actor, office.bodyId)) return refused('not-allowed')
	if (act.text.title.trim() === '') return refused('no-text')
	const postId = crypto.randomUUID()
	await tx.insert(posts).values({
		id: postId,
		officeId: office.id,
		officialId: await holderOn(tx, office.id, dayIn(act.zone, act.now)),
		state: 'draft',
		language: act.text.language,
		createdAt: act.now,
		createdBy: act.actor.personId,
	})
	await putText(tx, postId, act.text, 1, act.now)
	return done({ postId })
}

/** Writes the text of a draft in one language; other languages stand beside it as translations. */
export async function editPost(
	tx: Writer,
	act: { postId: string; text: PostText; actor: Actor; now: Date },
): Promise<Outcome<null, PostRefusal>> {
	const opened = await openPost(tx, 'edit', act)
	if (!opened.ok) return opened
	if (act.text.title.trim() === '') return refused('no-text')
	const { post, bodyId } = opened.value
	// What an approver set to go out goes out as they read it, or not without them.
	if (post.state === 'scheduled' && !hasRoleIn(act.actor, bodyId, ['approver']))
		await tx.update(posts).set({ state: 'draft', publishAt: null }).where(eq(posts.id, post.id))
	await putText(tx, act.postId, act.text, 1, act.now)
	return done(null)
}

/** Loads the post with the body it belongs to and asks whether the actor may do this to it. */
export async function openPost(
	tx: Reader,
	act: PostAct,
	{ postId, actor }: { postId: string; actor: Actor },
): Promise<Outcome<{ post: typeof posts.$inferSelect; bodyId: string }, PostRefusal>> {
	const [row] = await tx
		.select({ post: posts, bodyId: offices.bodyId })
		.from(posts)
		.innerJoin(offices, eq(offices.id, posts.officeId))
		.where(eq(posts.id, postId))
	if (!row) return refused('not-found')
	const refusal = refusalToPost(act, actor, row.post, row.bodyId)
	return refusal ? refused(refusal) : done(row)
}

/** Keeps the text with its HTML, sanitized here once. */
export async function putText(
	tx: Writer,
	postId: string,
	text: PostText,
	revision: number,
	now: Date,
): Promise<void> {
	const pictures = await picturesFor(tx, postId, text.language)
	const { html } = renderMarkdown(text.markdown, { pictures, page: true })
	const values = { ...text, html, revision, updatedAt: now }
	await tx
		.insert(postTexts)
		.values({ postId, ...values })
		.onConflictDoUpdate({ target: [postTexts.postId, postTexts.language], set: values })
}

/** The pictures of a post as its text may show them: by id, with what they show in the language of the text. */
export async function picturesFor(read: Reader, postId: string, language: string) {
	const rows = await read.select().from(pictures).where(eq(pictures.postId, postId))
	return new Map(
		rows.map((picture) => [
			picture.id,
			{
				src: `/files/${picture.fileId}/${picture.id}.webp`,
				width: picture.width,
				height: picture.height,
				alt: picture.alternatives[language as keyof Words],
			},
		]),
	)
}

/** Adds a picture that has been resized and stripped; a published text shows it once a correction puts it there. Without words for who cannot see it, it is not taken. */
export async function addPicture(
	tx: Writer,
	act: {
		postId: string
		fileId: string
		width: number
		height: number
		alternatives: Words
		captions?: Words | null
		actor: Actor
	},
): Promise<Outcome<{ pictureId: string }, PostRefusal>> {
	const opened = await openPost(tx, 'illustrate', act)
	if (!opened.ok) return opened
	if (Object.values(act.alternatives).some((words) => words.trim() === '')) return refused('no-alternative')
	const pictureId = crypto.randomUUID()
	const position = await tx.$count(pictures, eq(pictures.postId, act.postId))
	const { fileId, width, height, alternatives, captions = null } = act
	await tx
		.insert(pictures)
		.values({ id: pictureId, postId: act.postId, fileId, width, height, alternatives, captions, position })
	return done({ pictureId })
}
