import { newestPosts } from '#app/blogs/feed.server.ts'
import { pageLanguage } from '#app/i18n/page-language.ts'
import { translator } from '#app/i18n/translator.ts'
import { postsPath } from '#app/links.ts'
import { feedResponse } from '#app/notices/feed.server.ts'
import { store } from '#app/store.server.ts'
import { configuration } from '#server/configuration.ts'

/** The newest posts of all offices. */
export async function postsFeed(form: 'atom' | 'json', params: { lang?: string }): Promise<Response> {
	const language = pageLanguage(params)
	const { read } = await store()
	return feedResponse(form, {
		title: translator(language)('mail:feed.posts'),
		path: postsPath(language),
		feedPath: `${postsPath(language)}/feed`,
		language,
		publicUrl: configuration().PUBLIC_URL,
		entries: await newestPosts(read, { language, now: new Date() }),
	})
}
