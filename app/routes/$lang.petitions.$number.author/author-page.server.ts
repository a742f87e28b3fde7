import { pageLanguage } from '#app/i18n/page-language.ts'
import { lawOf } from '#app/jurisdictions/law.server.ts'
import { notFound } from '#app/not-found.ts'
import { requirePerson } from '#app/people/session.server.ts'
import { petitionByNumber } from '#app/petitions/petition.server.ts'
import { type PetitionAct, refusalToAct } from '#app/petitions/petition.ts'
import { store } from '#app/store.server.ts'

/** For the pages of a petition that are its author's alone. */
export async function authorPage(request: Request, params: { lang?: string; number?: string }) {
	const person = await requirePerson(request)
	const { readOwn } = await store()
	const petition = await petitionByNumber(readOwn, String(params.number))
	if (!petition?.number || petition.authorId !== person.personId) throw notFound()
	const may = (act: PetitionAct) => refusalToAct(act, person, { petition }) === undefined
	return {
		language: pageLanguage(params),
		number: petition.number,
		petition,
		law: await lawOf(readOwn, petition.profileId),
		may,
		act: { petitionId: petition.id, actor: person, now: new Date() },
	}
}
