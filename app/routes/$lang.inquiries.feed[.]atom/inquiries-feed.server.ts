import { bodyNamed } from '#app/bodies/find.server.ts'
import { pageLanguage } from '#app/i18n/page-language.ts'
import { translator } from '#app/i18n/translator.ts'
import { newestAnswers, newestQuestions, questionsFound } from '#app/inquiries/feed.server.ts'
import { bodyPath, inquiriesPath } from '#app/links.ts'
import { notFound } from '#app/not-found.ts'
import { feedResponse } from '#app/notices/feed.server.ts'
import { store } from '#app/store.server.ts'
import { configuration } from '#server/configuration.ts'

/** The newest public questions and answers, of all or of those that hold the words searched for. */
export async function inquiriesFeed(
	form: 'atom' | 'json',
	request: Request,
	params: { lang?: string },
): Promise<Response> {
	const language = pageLanguage(params)
	const { read } = await store()
	const q = new URL(request.url).searchParams.get('q')?.trim().slice(0, 200)
	const which = q ? { inquiryIds: await questionsFound(read, q) } : {}
	const t = translator(language)
	return feedResponse(form, {
		title: q ? t('mail:feed.search', { words: q }) : t('mail:feed.inquiries'),
		path: inquiriesPath(language),
		feedPath: `${inquiriesPath(language)}/feed`,
		...(q && { query: `?${new URLSearchParams({ q })}` }),
		language,
		publicUrl: configuration().PUBLIC_URL,
		entries: [
			...(await newestQuestions(read, language, which)),
			...(await newestAnswers(read, language, which)),
		],
	})
}

/** The newest public questions to a body and the answers to them. */
export async function bodyFeed(
	form: 'atom' | 'json',
	params: { lang?: string; code?: string },
): Promise<Response> {
	const language = pageLanguage(params)
	const { read } = await store()
	const body = await bodyNamed(read, String(params.code).toUpperCase())
	if (!body) throw notFound()
	const path = bodyPath(language, String(params.code).toUpperCase())
	const which = { bodyId: body.id }
	return feedResponse(form, {
		title: translator(language)('mail:feed.body', { body: body.names[language] }),
		path,
		feedPath: `${path}/feed`,
		language,
		publicUrl: configuration().PUBLIC_URL,
		entries: [
			...(await newestQuestions(read, language, which)),
			...(await newestAnswers(read, language, which)),
		],
	})
}
