import type { Language } from '#app/i18n/languages.ts'
import { petitionPath } from '#app/links.ts'
import { csvLine } from '#app/text/csv.ts'
import type { Reader } from '#db/store.ts'
import { publicPetitions } from './list.server.ts'
import type { PetitionFilter } from './listed.ts'

const AT_ONCE = 500
const COLUMNS = [
	'number',
	'state',
	'title',
	'body_code',
	'body',
	'signatures',
	'needed',
	'published_at',
	'collects_until',
	'decision_due',
	'address',
]

/** The petitions of the filter as lines of CSV. */
export async function* petitionsAsCsv(
	read: Reader,
	filter: PetitionFilter,
	{ language, publicUrl }: { language: Language; publicUrl: string },
) {
	yield `\uFEFF${csvLine(COLUMNS)}`
	for (let page = 1, pages = 1; page <= pages; page++) {
		const list = await publicPetitions(read, filter, { page, language, size: AT_ONCE })
		pages = list.pages
		for (const { number, state, title, body, confirmed, needed, ...row } of list.items)
			yield csvLine([
				number,
				state,
				title,
				body?.code,
				body?.names[language],
				// Its first supporters are no measure of one that was never published.
				state === 'rejected' ? null : confirmed,
				needed,
				row.publishedAt?.toISOString(),
				row.collectsUntil,
				row.dueOn,
				publicUrl + petitionPath(language, number),
			])
	}
}
