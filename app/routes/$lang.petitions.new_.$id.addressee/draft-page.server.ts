import { redirect } from '@remix-run/node'
import { pageLanguage } from '#app/i18n/page-language.ts'
import { lawOf } from '#app/jurisdictions/law.server.ts'
import { petitionPagePath } from '#app/links.ts'
import { notFound } from '#app/not-found.ts'
import { requirePerson } from '#app/people/session.server.ts'
import { petitionById, textsOf } from '#app/petitions/petition.server.ts'
import { store } from '#app/store.server.ts'

/** For the pages of a draft: its author's alone. What is no draft any more is shown where it stands now. */
export async function draftPage(request: Request, params: { lang?: string; id?: string }) {
	const person = await requirePerson(request)
	const language = pageLanguage(params)
	const { readOwn } = await store()
	const id = Number(params.id)
	const petition = Number.isSafeInteger(id) ? await petitionById(readOwn, id) : undefined
	if (!petition || petition.authorId !== person.personId) throw notFound()
	if (petition.number) throw redirect(petitionPagePath(language, petition.number, 'author'))
	return {
		person,
		language,
		petition,
		texts: await textsOf(readOwn, petition),
		law: await lawOf(readOwn, petition.profileId),
		act: { petitionId: petition.id, actor: person, now: new Date() },
	}
}
