import { pageLanguage } from '#app/i18n/page-language.ts'
import { i18nIn } from '#app/i18n/translator.ts'
import { wordsOf } from '#app/i18n/words.ts'
import { petitionPath } from '#app/links.ts'
import { notFound } from '#app/not-found.ts'
import { feedResponse } from '#app/notices/feed.server.ts'
import { STRANGER } from '#app/people/actor.ts'
import { eventSentence } from '#app/petitions/events.ts'
import { shownPetition } from '#app/petitions/shown.server.ts'
import { store } from '#app/store.server.ts'
import { configuration } from '#server/configuration.ts'

/** What happens to one petition, step by step, and what its author tells. */
export async function petitionFeed(
	form: 'atom' | 'json',
	params: { lang?: string; number?: string },
): Promise<Response> {
	const language = pageLanguage(params)
	const { read } = await store()
	const asked = params.number?.toUpperCase() ?? ''
	const petition = await shownPetition(read, asked, { actor: STRANGER, now: new Date() })
	if (!petition?.original) throw notFound()
	const { number, original, record, updates } = petition
	const path = petitionPath(language, number)
	const { t } = wordsOf(i18nIn(language), ['petitions', 'law'] as const)
	const news = updates.flatMap(({ id, title, html, at }) =>
		at
			? [{ id: `${path}#${id}`, path, title: `${number}: ${title}`, html, author: petition.publicAuthor, at }]
			: [],
	)
	const steps = record
		.filter(({ type }) => type !== 'update-published')
		.map((event) => ({
			id: `${path}#${event.key}`,
			path,
			title: `${number}: ${eventSentence(t, language, event)}`,
			html: '',
			author: 'Jauap',
			at: event.at,
		}))
	return feedResponse(form, {
		title: `${number} ${original.title}`,
		path,
		feedPath: `${path}/feed`,
		language,
		publicUrl: configuration().PUBLIC_URL,
		entries: [...steps, ...news],
	})
}
