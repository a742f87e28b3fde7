import { and, asc, count, desc, eq, inArray } from 'drizzle-orm'
import { postRevisions, posts, postTexts } from '#db/schema/blogs.ts'
import { offices, officials } from '#db/schema/bodies.ts'
import type { Reader } from '#db/store.ts'
import type { ListedPost, PostPage, ShownPost, ShownText } from './shown.ts'

export const POSTS_SIZE = 25

/** A page of what is published, the newest first; on one office's blog, or on all. */
export async function publishedPosts(
	read: Reader,
	{ officeId, page, size = POSTS_SIZE }: { officeId?: string; page: number; size?: number },
): Promise<PostPage> {
	const where = and(eq(posts.state, 'published'), officeId ? eq(posts.officeId, officeId) : undefined)
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
	const texts = rows.length
		? await read
				.select({
					postId: postTexts.postId,
					language: postTexts.language,
					title: postTexts.title,
					summary: postTexts.summary,
				})
				.from(postTexts)
				.where(
					inArray(
						postTexts.postId,
						rows.map(({ id }) => id),
					),
				)
		: []
	const items: ListedPost[] = rows.map((row) => ({
		...row,
		texts: texts.filter(({ postId }) => postId === row.id),
	}))
	return { items, total, page: at, pages }
}

/** The post with its office and all its texts, in whatever state it is: the page says who may read which. */
export async function postById(read: Reader, id: string): Promise<ShownPost | undefined> {
	const [row] = await read
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
				closedAt: offices.closedAt,
			},
			official: officials.names,
		})
		.from(posts)
		.innerJoin(offices, eq(offices.id, posts.officeId))
		.leftJoin(officials, eq(officials.id, posts.officialId))
		.where(eq(posts.id, id))
	if (!row) return undefined
	const texts: ShownText[] = await read
		.select({
			language: postTexts.language,
			title: postTexts.title,
			summary: postTexts.summary,
			html: postTexts.html,
			updatedAt: postTexts.updatedAt,
		})
		.from(postTexts)
		.where(eq(postTexts.postId, id))
		.orderBy(asc(postTexts.language))
	return { ...row, texts }
}

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
