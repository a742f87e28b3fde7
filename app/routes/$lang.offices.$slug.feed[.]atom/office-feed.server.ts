import { newestPosts, officeFeedPlace, officeOfFeed } from '#app/blogs/feed.server.ts'
import { pageLanguage } from '#app/i18n/page-language.ts'
import { translator } from '#app/i18n/translator.ts'
import { newestAnswers } from '#app/inquiries/feed.server.ts'
import { notFound } from '#app/not-found.ts'
import { feedResponse } from '#app/notices/feed.server.ts'
import { store } from '#app/store.server.ts'
import { configuration } from '#server/configuration.ts'

/** The newest posts of an office and the answers to questions that were put to it. */
export async function officeFeed(
	form: 'atom' | 'json',
	params: { lang?: string; slug?: string },
): Promise<Response> {
	const language = pageLanguage(params)
	const { read } = await store()
	const office = await officeOfFeed(read, String(params.slug))
	if (!office) throw notFound()
	return feedResponse(form, {
		title: translator(language)('mail:feed.office', { office: office.names[language] }),
		...officeFeedPlace(language, office),
		language,
		publicUrl: configuration().PUBLIC_URL,
		entries: [
			...(await newestPosts(read, { officeId: office.id, language, now: new Date() })),
			...(await newestAnswers(read, language, { officeId: office.id })),
		],
	})
}
