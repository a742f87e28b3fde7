import { postsFound } from '#app/blogs/search.server.ts'
import { publicHearings } from '#app/hearings/list.server.ts'
import type { Language } from '#app/i18n/languages.ts'
import { publicInquiries } from '#app/inquiries/find.server.ts'
import { legalDay } from '#app/inquiries/submit.server.ts'
import { lawOf } from '#app/jurisdictions/law.server.ts'
import { publicPetitions } from '#app/petitions/list.server.ts'
import { parseRegisterNumber } from '#app/register/number.ts'
import { store } from '#app/store.server.ts'
import { configuration } from '#server/configuration.ts'

const PETITIONS_SHOWN = 5
const HEARINGS_SHOWN = 5
const LOOKS_LIKE_A_NUMBER = /^\s*(?:[ph]|[a-z]{2,5})[-\s/]*\d{4}[-\s/]*\d{6,}[-\s/]*\d?\s*$/i

/** A number leads to its question, petition or hearing; anything else is looked for in all that was written. */
export async function found(typed: string, language: Language) {
	const nothing = {
		number: undefined,
		slip: false,
		list: undefined,
		petitions: undefined,
		hearings: undefined,
		posts: [],
	}
	if (!typed) return nothing
	const number = parseRegisterNumber(typed)
	if (number) return { ...nothing, number }
	if (LOOKS_LIKE_A_NUMBER.test(typed)) return { ...nothing, slip: true }
	const { read } = await store()
	const law = await lawOf(read, configuration().JURISDICTION)
	const today = legalDay(law, new Date())
	return {
		...nothing,
		list: await publicInquiries(read, { query: typed }, { page: 1, law, today }),
		petitions: await publicPetitions(read, { query: typed }, { page: 1, language, size: PETITIONS_SHOWN }),
		hearings: await publicHearings(read, { query: typed }, { page: 1, language, size: HEARINGS_SHOWN }),
		posts: await postsFound(read, typed),
	}
}
