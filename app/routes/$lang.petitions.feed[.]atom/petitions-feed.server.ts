import { pageLanguage } from '#app/i18n/page-language.ts'
import { translator } from '#app/i18n/translator.ts'
import { petitionsPath } from '#app/links.ts'
import { feedResponse } from '#app/notices/feed.server.ts'
import { newestPetitions } from '#app/petitions/feed.server.ts'
import { petitionsAsked } from '#app/routes/$lang.petitions._index/petitions-page.server.ts'
import { store } from '#app/store.server.ts'
import { configuration } from '#server/configuration.ts'

/** The newest petitions and decisions, of all or of those that the address asks for. */
export async function petitionsFeed(
	form: 'atom' | 'json',
	request: Request,
	params: { lang?: string },
): Promise<Response> {
	const language = pageLanguage(params)
	const { read } = await store()
	const { query, filter, body } = await petitionsAsked(new URL(request.url).searchParams)
	const { q } = query
	const t = translator(language)
	const named = body ? t('petitions:feed.body', { body: body.names[language] }) : t('petitions:feed.title')
	const narrowed = new URLSearchParams(
		Object.entries({ q, body: query.body }).filter((pair): pair is [string, string] => Boolean(pair[1])),
	)
	return feedResponse(form, {
		title: q ? t('petitions:feed.search', { words: q }) : named,
		path: petitionsPath(language),
		feedPath: `${petitionsPath(language)}/feed`,
		...(narrowed.size > 0 && { query: `?${narrowed}` }),
		language,
		publicUrl: configuration().PUBLIC_URL,
		entries: await newestPetitions(read, language, filter),
	})
}
