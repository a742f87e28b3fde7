import { bodiesNamed } from '#app/bodies/find.server.ts'
import { pageLanguage } from '#app/i18n/page-language.ts'
import { lawOf } from '#app/jurisdictions/law.server.ts'
import { notFound } from '#app/not-found.ts'
import { requireRole } from '#app/people/session.server.ts'
import { petitionById, textsOf } from '#app/petitions/petition.server.ts'
import { store } from '#app/store.server.ts'

/** For the pages on which moderators work at one petition: what has left its author's hands. */
export async function moderatedPage(request: Request, params: { lang?: string; petitionId?: string }) {
	const person = await requireRole(request, 'moderator')
	const { readOwn } = await store()
	const id = Number(params.petitionId)
	const petition = Number.isSafeInteger(id) ? await petitionById(readOwn, id) : undefined
	if (!petition?.number) throw notFound()
	const texts = await textsOf(readOwn, petition)
	const [body] = await bodiesNamed(readOwn, petition.bodyId ? [petition.bodyId] : [])
	return {
		person,
		language: pageLanguage(params),
		petition,
		texts,
		law: await lawOf(readOwn, petition.profileId),
		/** What the head of each of these pages shows. */
		shown: {
			id: petition.id,
			number: petition.number,
			state: petition.state,
			heading: texts[0]?.title ?? '',
			textLanguage: petition.language,
			body: body?.names,
			author: petition.publicAuthor,
			representing: petition.representing,
		},
	}
}
