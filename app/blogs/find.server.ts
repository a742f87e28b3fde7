import { and, asc, count, desc, eq, inArray, sql } from 'drizzle-orm'
import { notHidden } from '#app/moderation/text.server.ts'
import { type Actor, bodiesWith } from '#app/people/actor.ts'
import { prepared } from '#db/prepared.ts'
import { pictures, postRevisions, posts, postTexts } from '#db/schema/blogs.ts'
import { bodies, offices, officials } from '#db/schema/bodies.ts'
import type { Reader } from '#db/store.ts'
import { type PostState, postActsOpenTo } from './post.ts'
import type { ListedPost, PostPage, ShownPost, ShownText } from './shown.ts'

export const POSTS_SIZE = 25

/** A page of what is published, the newest first; on one office's blog, or on all. */
export async function publishedPosts(
	read: Reader,
	{ officeId, page, size = POSTS_SIZE }: { officeId?: string; page: number; size?: number },
): Promise<PostPage> {
	const where = and(
		eq(posts.state, 'published'),
		officeId ? eq(posts.officeId, officeId) : undefined,
		// What a moderator has hidden keeps its address, which says why.
		notHidden(read, 'post', posts.id),
	)
	const [counted] = await read.select({ total: count() }).from(posts).where(where)
	const total = counted?.total ?? 0
	const pages = Math.max(1, Math.ceil(total / size))
	const at = Math.min(Math.max(1, page), pages)
	const rows = await read
		.select({
			id: posts.id,
			language: posts.language,
			publishedAt: posts.publishedAt,
			correctedAt: posts.correctedAt,
			office: { slug: offices.slug, names: offices.names },
			official: officials.names,
		})
		.from(posts)
		.innerJoin(offices, eq(offices.id, posts.officeId))
		.leftJoin(officials, eq(officials.id, posts.officialId))
		.where(where)
		.orderBy(desc(posts.publishedAt), desc(posts.id))
		.limit(size)
		.offset((at - 1) * size)
	const texts = await titlesOf(
		read,
		rows.map(({ id }) => id),
	)
	const items: ListedPost[] = rows.map((row) => ({
		...row,
		texts: texts.filter(({ postId }) => postId === row.id),
	}))
	return { items, total, page: at, pages }
}

/** The post with its office and all its texts, in whatever state it is: the page says who may read which. */
export async function postById(read: Reader, id: string): Promise<ShownPost | undefined> {
	const [row] = await oneOf(read).execute({ id })
	if (!row) return undefined
	const texts: ShownText[] = await textsOf(read).execute({ id })
	return { ...row, texts }
}

const oneOf = prepared((read) =>
	read
		.select({
			id: posts.id,
			state: posts.state,
			language: posts.language,
			publishAt: posts.publishAt,
			publishedAt: posts.publishedAt,
			correctedAt: posts.correctedAt,
			office: {
				id: offices.id,
				slug: offices.slug,
				names: offices.names,
				bodyId: offices.bodyId,
				bound: bodies.bound,
				closedAt: offices.closedAt,
			},
			official: officials.names,
		})
		.from(posts)
		.innerJoin(offices, eq(offices.id, posts.officeId))
		.innerJoin(bodies, eq(bodies.id, offices.bodyId))
		.leftJoin(officials, eq(officials.id, posts.officialId))
		.where(eq(posts.id, sql.placeholder('id'))),
)

const textsOf = prepared((read) =>
	read
		.select({
			language: postTexts.language,
			title: postTexts.title,
			summary: postTexts.summary,
			html: postTexts.html,
			updatedAt: postTexts.updatedAt,
		})
		.from(postTexts)
		.where(eq(postTexts.postId, sql.placeholder('id')))
		.orderBy(asc(postTexts.language)),
)

/** Every public text the post has had, the newest first. */
export const revisionsOf = (read: Reader, postId: string) =>
	read
		.select({
			language: postRevisions.language,
			number: postRevisions.number,
			title: postRevisions.title,
			summary: postRevisions.summary,
			markdown: postRevisions.markdown,
			note: postRevisions.note,
			at: postRevisions.at,
		})
		.from(postRevisions)
		.where(eq(postRevisions.postId, postId))
		.orderBy(asc(postRevisions.language), desc(postRevisions.number))

/** The posts of the offices for which the actor writes or approves, the newest first. */
export async function postsOnDesk(
	read: Reader,
	actor: Actor,
	{ state, page }: { state?: PostState | undefined; page: number },
) {
	const bodyIds = writingFor(actor)
	const where = and(inArray(offices.bodyId, bodyIds), state ? eq(posts.state, state) : undefined)
	if (bodyIds.length === 0) return { items: [], total: 0, page: 1, pages: 1 }
	const [counted] = await read
		.select({ total: count() })
		.from(posts)
		.innerJoin(offices, eq(offices.id, posts.officeId))
		.where(where)
	const total = counted?.total ?? 0
	const pages = Math.max(1, Math.ceil(total / POSTS_SIZE))
	const at = Math.min(Math.max(1, page), pages)
	const rows = await read
		.select({
			id: posts.id,
			state: posts.state,
			language: posts.language,
			createdAt: posts.createdAt,
			publishAt: posts.publishAt,
			publishedAt: posts.publishedAt,
			office: offices.names,
		})
		.from(posts)
		.innerJoin(offices, eq(offices.id, posts.officeId))
		.where(where)
		.orderBy(desc(posts.createdAt), desc(posts.id))
		.limit(POSTS_SIZE)
		.offset((at - 1) * POSTS_SIZE)
	const texts = await titlesOf(
		read,
		rows.map(({ id }) => id),
	)
	const items = rows.map((row) => ({ ...row, texts: texts.filter(({ postId }) => postId === row.id) }))
	return { items, total, page: at, pages }
}

/** A post as its authors see it, with what this one may do to it; undefined for everybody else. */
export async function postOnDesk(read: Reader, actor: Actor, id: string) {
	const bodyIds = writingFor(actor)
	if (bodyIds.length === 0) return undefined
	const [row] = await read
		.select({
			id: posts.id,
			state: posts.state,
			language: posts.language,
			publishAt: posts.publishAt,
			office: { slug: offices.slug, names: offices.names, bodyId: offices.bodyId },
		})
		.from(posts)
		.innerJoin(offices, eq(offices.id, posts.officeId))
		.where(and(eq(posts.id, id), inArray(offices.bodyId, bodyIds)))
	if (!row) return undefined
	const texts = await read
		.select({
			language: postTexts.language,
			title: postTexts.title,
			summary: postTexts.summary,
			markdown: postTexts.markdown,
		})
		.from(postTexts)
		.where(eq(postTexts.postId, id))
	const shown = await read
		.select()
		.from(pictures)
		.where(eq(pictures.postId, id))
		.orderBy(asc(pictures.position))
	return { ...row, texts, pictures: shown, acts: postActsOpenTo(actor, row, row.office.bodyId) }
}

export type DeskPost = NonNullable<Awaited<ReturnType<typeof postOnDesk>>>

const writingFor = (actor: Actor) => bodiesWith(actor, ['executor', 'approver'])

async function titlesOf(read: Reader, postIds: readonly string[]) {
	if (postIds.length === 0) return []
	return read
		.select({
			postId: postTexts.postId,
			language: postTexts.language,
			title: postTexts.title,
			summary: postTexts.summary,
		})
		.from(postTexts)
		.where(inArray(postTexts.postId, [...postIds]))
}
