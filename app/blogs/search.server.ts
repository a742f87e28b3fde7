import { and, eq, inArray } from 'drizzle-orm'
import { posts, postTexts } from '#db/schema/blogs.ts'
import { search } from '#db/search.ts'
import type { Reader } from '#db/store.ts'

const MOST_SHOWN = 10

/** Published posts that hold the words, best first, each in the language in which it was written. */
export async function postsFound(read: Reader, typed: string) {
	const refs = await search(read, 'post', typed, { limit: 50 })
	if (refs.length === 0) return []
	const rows = await read
		.select({ id: posts.id, title: postTexts.title, language: postTexts.language })
		.from(posts)
		.innerJoin(postTexts, and(eq(postTexts.postId, posts.id), eq(postTexts.language, posts.language)))
		.where(and(inArray(posts.id, refs), eq(posts.state, 'published')))
	return refs.flatMap((ref) => rows.find(({ id }) => id === ref) ?? []).slice(0, MOST_SHOWN)
}
