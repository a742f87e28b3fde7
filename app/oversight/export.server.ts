import type { Language } from '#app/i18n/languages.ts'
import type { Law } from '#app/jurisdictions/law.server.ts'
import type { Actor } from '#app/people/actor.ts'
import { csvLine } from '#app/text/csv.ts'
import type { Reader } from '#db/store.ts'
import type { BreachFilter } from './breach-filter.ts'
import { type BreachRow, breachesOf, type Place } from './find.server.ts'

const AT_ONCE = 1000
/** More than any spreadsheet takes. */
const MOST = 1_000_000

const COLUMNS = [
	'number',
	'body_code',
	'body',
	'office_slug',
	'office',
	'duty',
	'due_on',
	'legal_moment',
	'working_days_late',
	'mended_at',
] as const

interface Export {
	language: Language
	law: Law
	today: string
}

/** The breaches of the filter as lines of CSV: what was owed and when, and nothing of who asked or what. */
export async function* breachesAsCsv(read: Reader, actor: Actor, filter: BreachFilter, given: Export) {
	yield `\uFEFF${COLUMNS.join(',')}\r\n`
	for await (const rows of inBatches(read, actor, filter, given))
		yield rows
			.map((row) => {
				const told = toldOf(row, given.language)
				return csvLine(COLUMNS.map((column) => told[column]))
			})
			.join('')
}

/** The same as one JSON list. */
export async function* breachesAsJson(read: Reader, actor: Actor, filter: BreachFilter, given: Export) {
	yield '['
	let begun = false
	for await (const rows of inBatches(read, actor, filter, given)) {
		yield `${begun ? ',' : ''}\n${rows.map((row) => JSON.stringify(toldOf(row, given.language))).join(',\n')}`
		begun = true
	}
	yield '\n]\n'
}

async function* inBatches(read: Reader, actor: Actor, filter: BreachFilter, { law, today }: Export) {
	let after: Place | undefined
	for (let given = 0; given < MOST; given += AT_ONCE) {
		const rows = await breachesOf(read, actor, filter, { law, today, limit: AT_ONCE, after })
		const last = rows.at(-1)
		if (!last) return
		yield rows
		after = { moment: last.legalMoment, id: last.id }
	}
}

const toldOf = (
	row: BreachRow,
	language: Language,
): Record<(typeof COLUMNS)[number], string | number | null> => ({
	number: row.number,
	body_code: row.body?.code ?? null,
	body: row.body?.names[language] ?? null,
	office_slug: row.office?.slug ?? null,
	office: row.office?.names[language] ?? null,
	duty: row.duty,
	due_on: row.dueOn,
	legal_moment: row.legalMoment.toISOString(),
	working_days_late: row.daysLate ?? null,
	mended_at: row.mendedAt?.toISOString() ?? null,
})
