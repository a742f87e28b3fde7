import type { Language } from '#app/i18n/languages.ts'
import { hearingPath } from '#app/links.ts'
import { csvLine } from '#app/text/csv.ts'
import type { Reader } from '#db/store.ts'
import { publicHearings } from './list.server.ts'
import type { HearingFilter } from './listed.ts'

const AT_ONCE = 500
const COLUMNS = [
	'number',
	'state',
	'form',
	'title',
	'civic',
	'body_code',
	'body',
	'initiator',
	'documents_posted_at',
	'starts_at',
	'ends_on',
	'remarks_until',
	'address',
]

/** The hearings of the filter as lines of CSV. */
export async function* hearingsAsCsv(
	read: Reader,
	filter: HearingFilter,
	{ language, publicUrl }: { language: Language; publicUrl: string },
) {
	yield `\uFEFF${csvLine(COLUMNS)}`
	for (let page = 1, pages = 1; page <= pages; page++) {
		const list = await publicHearings(read, filter, { page, language, size: AT_ONCE })
		pages = list.pages
		for (const { number, state, form, title, civic, body, initiatorName, ...row } of list.items)
			yield csvLine([
				number,
				state,
				form,
				title,
				civic ? 1 : 0,
				body?.code,
				body?.names[language],
				initiatorName,
				row.postedAt?.toISOString(),
				row.startsAt?.toISOString(),
				row.endsOn,
				row.remarksUntil,
				publicUrl + hearingPath(language, number),
			])
	}
}
