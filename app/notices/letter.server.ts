import { inArray } from 'drizzle-orm'
import { isDay } from '#app/deadlines/day.ts'
import { dayInWords } from '#app/i18n/dates.ts'
import en from '#app/i18n/en/mail.json'
import { DEFAULT_LANGUAGE, isLanguage, type Language } from '#app/i18n/languages.ts'
import { translator } from '#app/i18n/translator.ts'
import { receiptSecret } from '#app/inquiries/submit.server.ts'
import { bodies, type Words } from '#db/schema/bodies.ts'
import type { outbox } from '#db/schema/register.ts'
import type { Reader } from '#db/store.ts'
import type { ListedItem } from './notice.server.ts'

/** A letter in the words of its reader, before it has a shape. */
export interface Letter {
	number: number
	to: string
	language: Language
	subject: string
	paragraphs: string[]
	list: string[]
	action: { label: string; address: string }
	/** Under the line: who sends this, and that nobody reads replies. */
	footer: string
	writtenAt: Date
}

type Row = typeof outbox.$inferSelect
type Values = Record<string, unknown>

/** Puts a row of the outbox into words: days, and the names of bodies, in the language of its reader. */
export async function composeLetter(
	read: Reader,
	row: Row,
	{ publicUrl, secretKey }: { publicUrl: string; secretKey: string },
): Promise<Letter> {
	const language = isLanguage(row.language) ? row.language : DEFAULT_LANGUAGE
	const say = speakerOf(language)
	const values = inWords(language, { ...row.values, ...(await namesIn(read, language, row.values)) }, say)
	const { notice } = row
	const items = Array.isArray(row.values.items) ? (row.values.items as ListedItem[]) : []
	const parts = Object.keys(wordsOf(notice).with ?? {}).filter((name) => isSaid(row.values[name]))
	return {
		number: row.number,
		to: row.recipient,
		language,
		subject: say(`${notice}.subject`, values).replace(/\s+/g, ' ').trim(),
		paragraphs: [
			...say(`${notice}.lead`, values).split('\n\n'),
			...parts.map((name) => say(`${notice}.with.${name}`, values)),
		],
		list: items.map((item) => say(`items.${item.kind}`, inWords(language, item, say))),
		action: {
			label: say(`${notice}.action`, values),
			address: `${publicUrl}/${language}${pathFor(row.values, secretKey)}`,
		},
		footer: say('frame.footer', values),
		writtenAt: row.createdAt,
	}
}

/** For an author without an account the page of the question is the one that its receipt opens. */
function pathFor({ path, receiptOf }: Values, secretKey: string): string {
	if (typeof path !== 'string') return ''
	if (typeof receiptOf !== 'string') return path
	return path.replace(/^\/inquiries\/[^/]+/, `/receipts/${receiptSecret(secretKey, receiptOf)}`)
}

const isSaid = (value: unknown) => value !== null && value !== undefined && value !== ''

/** `with` holds the sentences that are said only when the value of that name is there. */
function wordsOf(notice: string): { with?: Record<string, string> } {
	const words = (en as Record<string, object>)[notice]
	if (!words) throw new Error(`no words for the notice ${notice}`)
	return words
}

type Say = (key: string, values?: Values) => string

function speakerOf(language: Language): Say {
	const t = translator(language) as unknown as (key: string, values?: Values) => string
	// A Russian date ends with the full stop of its own, and a sentence needs no second one.
	return (key, values) => t(`mail:${key}`, values).replace(/(\d г\.)\./g, '$1')
}

/** Which names of bodies a letter may need, and where their ids stand in its values. */
const NAMED = { bodyId: 'body', superiorId: 'superior' } as const

async function namesIn(read: Reader, language: Language, values: Values): Promise<Values> {
	const ids = Object.keys(NAMED).flatMap((key) => (typeof values[key] === 'string' ? values[key] : []))
	if (ids.length === 0) return {}
	const found = await read
		.select({ id: bodies.id, names: bodies.names })
		.from(bodies)
		.where(inArray(bodies.id, ids))
	const names = new Map(found.map(({ id, names }): [unknown, Words] => [id, names]))
	return Object.fromEntries(
		Object.entries(NAMED).map(([key, name]) => [name, names.get(values[key])?.[language] ?? '']),
	)
}

const GROUNDS: object = en.grounds

/** Days are written out, and codes of the law said in words. */
function inWords(language: Language, values: Values, say: Say): Values {
	return Object.fromEntries(
		Object.entries(values).map(([name, value]) => {
			if (isDay(value)) return [name, dayInWords(language, value, 'plain')]
			if (name === 'ground' && typeof value === 'string' && value in GROUNDS)
				return [name, say(`grounds.${value}`)]
			return [name, value ?? '']
		}),
	)
}
