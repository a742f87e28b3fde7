import { pageLanguage } from '#app/i18n/page-language.ts'
import {
	newestAnswers,
	newestQuestions,
	questionOfFeed,
	stepsOfQuestion,
} from '#app/inquiries/feed.server.ts'
import { inquiryPath } from '#app/links.ts'
import { notFound } from '#app/not-found.ts'
import { feedResponse } from '#app/notices/feed.server.ts'
import { store } from '#app/store.server.ts'
import { configuration } from '#server/configuration.ts'

/** One question: its text, what happened to it, and its answers. */
export async function inquiryFeed(
	form: 'atom' | 'json',
	params: { lang?: string; number?: string },
): Promise<Response> {
	const language = pageLanguage(params)
	const { read } = await store()
	const question = await questionOfFeed(read, String(params.number))
	if (!question) throw notFound()
	const which = { inquiryIds: [question.id] }
	const path = inquiryPath(language, question.number)
	return feedResponse(form, {
		title: `${question.number}: ${question.subject}`,
		path,
		feedPath: `${path}/feed`,
		language,
		publicUrl: configuration().PUBLIC_URL,
		entries: [
			...(await newestQuestions(read, language, which)),
			...(await stepsOfQuestion(read, language, question)),
			...(await newestAnswers(read, language, which)),
		],
	})
}
