import { and, desc, eq, inArray, isNull, lte } from 'drizzle-orm'
import type { Language } from '#app/i18n/languages.ts'
import { officePath, postPath } from '#app/links.ts'
import { type FeedEntry, MOST_ENTRIES } from '#app/notices/feed.server.ts'
import { posts, postTexts } from '#db/schema/blogs.ts'
import { offices, officials, type Words } from '#db/schema/bodies.ts'
import { hidings } from '#db/schema/register.ts'
import type { Reader } from '#db/store.ts'
import { textFor } from './shown.ts'

export interface FeedOffice {
	id: string
	slug: string
	names: Words
}

export async function officeOfFeed(read: Reader, slug: string): Promise<FeedOffice | undefined> {
	const [office] = await read
		.select({ id: offices.id, slug: offices.slug, names: offices.names })
		.from(offices)
		.where(eq(offices.slug, slug))
	return office
}

/** The newest posts of an office or of all, each in the language of the feed where it has that. */
export async function newestPosts(
	read: Reader,
	{ officeId, language, now }: { officeId?: string; language: Language; now: Date },
): Promise<FeedEntry[]> {
	const newest = await read
		.select({
			id: posts.id,
			language: posts.language,
			at: posts.publishedAt,
			official: officials.names,
			office: offices.names,
		})
		.from(posts)
		.innerJoin(offices, eq(offices.id, posts.officeId))
		.leftJoin(officials, eq(officials.id, posts.officialId))
		.leftJoin(
			hidings,
			and(eq(hidings.subject, 'post'), eq(hidings.subjectId, posts.id), isNull(hidings.liftedAt)),
		)
		.where(
			and(
				officeId ? eq(posts.officeId, officeId) : undefined,
				eq(posts.state, 'published'),
				lte(posts.publishedAt, now),
				isNull(hidings.id),
			),
		)
		.orderBy(desc(posts.publishedAt), desc(posts.id))
		.limit(MOST_ENTRIES)
	if (newest.length === 0) return []
	const ids = newest.map(({ id }) => id)
	const texts = await read.select().from(postTexts).where(inArray(postTexts.postId, ids))
	return newest.flatMap(({ id, at, official, office, ...post }) => {
		const own = texts.filter(({ postId }) => postId === id)
		const text = textFor({ texts: own, language: post.language }, language)
		if (!text || !at) return []
		const path = postPath(language, id)
		const author = (official ?? office)[language]
		return [{ id: path, path, title: text.title, html: text.html, author, at }]
	})
}

export const officeFeedPlace = (language: Language, { slug }: FeedOffice) => {
	const path = officePath(language, slug)
	return { path, feedPath: `${path}/feed` }
}
