import { postsFound } from '#app/blogs/search.server.ts'
import { publicInquiries } from '#app/inquiries/find.server.ts'
import { legalDay } from '#app/inquiries/submit.server.ts'
import { lawOf } from '#app/jurisdictions/law.server.ts'
import { parseRegisterNumber } from '#app/register/number.ts'
import { store } from '#app/store.server.ts'
import { configuration } from '#server/configuration.ts'

const LOOKS_LIKE_A_NUMBER = /^\s*[a-z]{2,5}[-\s/]*\d{4}[-\s/]*\d{6,}[-\s/]*\d?\s*$/i

/** A number leads to its question; anything else is looked for in questions, answers and posts. */
export async function found(typed: string) {
	const nothing = { number: undefined, slip: false, list: undefined, posts: [] }
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
		posts: await postsFound(read, typed),
	}
}
