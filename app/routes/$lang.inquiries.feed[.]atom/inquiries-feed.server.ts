import { pageLanguage } from '#app/i18n/page-language.ts'
import { translator } from '#app/i18n/translator.ts'
import { newestAnswers, newestQuestions } from '#app/inquiries/feed.server.ts'
import { inquiriesPath } from '#app/links.ts'
import { feedResponse } from '#app/notices/feed.server.ts'
import { store } from '#app/store.server.ts'
import { configuration } from '#server/configuration.ts'

/** The newest public questions and answers. */
export async function inquiriesFeed(form: 'atom' | 'json', params: { lang?: string }): Promise<Response> {
	const language = pageLanguage(params)
	const { read } = await store()
	return feedResponse(form, {
		title: translator(language)('mail:feed.inquiries'),
		path: inquiriesPath(language),
		feedPath: `${inquiriesPath(language)}/feed`,
		language,
		publicUrl: configuration().PUBLIC_URL,
		entries: [...(await newestQuestions(read, language)), ...(await newestAnswers(read, language))],
	})
}
