import { pageLanguage } from '#app/i18n/page-language.ts'
import { lawOf } from '#app/jurisdictions/law.server.ts'
import type { HoldingPage } from '#app/links.ts'
import { notFound } from '#app/not-found.ts'
import { requirePerson } from '#app/people/session.server.ts'
import { store } from '#app/store.server.ts'
import { ordinalIn } from '#app/text/ordinal.ts'
import type { Reader } from '#db/store.ts'
import { doorsFor } from './doors.ts'
import type { HearingHead } from './head.ts'
import { type Hearing, hearingById, hearingByNumber, textsOf } from './hearing.server.ts'
import { hasAPart, isPublic } from './hearing.ts'

/** For the public pages of a hearing: the hearing, if everybody may see it, with its texts. */
export async function publicHearing(params: { lang?: string; number?: string }) {
	const { read } = await store()
	const hearing = await hearingByNumber(read, params.number?.toUpperCase() ?? '')
	if (!hearing?.number || !isPublic(hearing)) throw notFound()
	const language = pageLanguage(params)
	return { read, language, number: hearing.number, ...(await shown(read, hearing, language)) }
}

/** For the pages where those who have a part in a hearing do it; the act that a page is for asks what may be done. */
export async function holdingPage(request: Request, params: { lang?: string; id?: string }) {
	const person = await requirePerson(request)
	const { readOwn } = await store()
	const id = ordinalIn(params.id)
	const hearing = id ? await hearingById(readOwn, id) : undefined
	if (!hearing || !hasAPart(person, hearing)) throw notFound()
	const language = pageLanguage(params)
	return {
		person,
		readOwn,
		language,
		law: await lawOf(readOwn, hearing.profileId),
		act: { hearingId: hearing.id, actor: person, now: new Date() },
		...(await shown(readOwn, hearing, language, doorsFor(person, hearing))),
	}
}

async function shown(read: Reader, hearing: Hearing, language: string, pages: readonly HoldingPage[] = []) {
	const texts = await textsOf(read, hearing)
	const text = texts.find((one) => one.language === language && one.title !== '') ?? texts[0]
	const head: HearingHead = {
		id: hearing.id,
		number: hearing.number,
		title: text?.title || hearing.initiatorName,
		language: text?.language ?? hearing.language,
		state: hearing.state,
		civic: hearing.civic,
		pages,
	}
	return { hearing, texts, text, head }
}
