import type { Language } from '#app/i18n/languages.ts'
import { inquiryPath } from '#app/links.ts'
import { csvLine } from '#app/text/csv.ts'
import type { Reader } from '#db/store.ts'
import { everyInquiry } from './find.server.ts'
import type { When } from './handled.server.ts'
import type { ListFilter } from './listed.ts'
import { rowsOf } from './rows.server.ts'

const COLUMNS = [
	'number',
	'state',
	'subject',
	'language',
	'body_code',
	'body',
	'office',
	'received_at',
	'due_on',
	'answered_at',
	'joined',
	'address',
]

/** The public questions of the filter as lines of CSV, without their authors. */
export async function* inquiriesAsCsv(
	read: Reader,
	filter: ListFilter,
	{ language, publicUrl, ...when }: When & { language: Language; publicUrl: string },
) {
	yield `\uFEFF${csvLine(COLUMNS)}`
	for await (const found of everyInquiry(read, filter, when))
		for (const { inquiry, handling, body, office } of await rowsOf(read, found))
			yield csvLine([
				inquiry.number,
				handling.state,
				inquiry.hidden ? null : inquiry.subject,
				inquiry.language,
				body.code,
				body.names[language],
				office?.names[language],
				inquiry.receivedAt.toISOString(),
				handling.dueOn,
				handling.answeredAt?.toISOString(),
				inquiry.joined,
				publicUrl + inquiryPath(language, inquiry.number),
			])
}
