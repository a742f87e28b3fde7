import { newestHearings } from '#app/hearings/feed.server.ts'
import { pageLanguage } from '#app/i18n/page-language.ts'
import { translator } from '#app/i18n/translator.ts'
import { hearingsPath } from '#app/links.ts'
import { feedResponse } from '#app/notices/feed.server.ts'
import { hearingsAsked } from '#app/routes/$lang.hearings._index/hearings-page.server.ts'
import { store } from '#app/store.server.ts'
import { configuration } from '#server/configuration.ts'

/** The newest hearings, of all or of those that the address asks for. */
export async function hearingsFeed(
	form: 'atom' | 'json',
	request: Request,
	params: { lang?: string },
): Promise<Response> {
	const language = pageLanguage(params)
	const { read } = await store()
	const { query, filter } = await hearingsAsked(new URL(request.url).searchParams)
	const { q, body, region } = query
	const narrowed = new URLSearchParams(
		Object.entries({ q, body, region }).filter((pair): pair is [string, string] => Boolean(pair[1])),
	)
	return feedResponse(form, {
		title: translator(language)('hearings:list.title'),
		path: hearingsPath(language),
		feedPath: `${hearingsPath(language)}/feed`,
		...(narrowed.size > 0 && { query: `?${narrowed}` }),
		language,
		publicUrl: configuration().PUBLIC_URL,
		entries: await newestHearings(read, language, filter),
	})
}
