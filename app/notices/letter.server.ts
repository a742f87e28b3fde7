import { eq, inArray } from 'drizzle-orm'
import { isDay } from '#app/deadlines/day.ts'
import { type Unfollowed, unfollowToken } from '#app/following/unfollow-token.server.ts'
import { dayInWords } from '#app/i18n/dates.ts'
import en from '#app/i18n/en/mail.json'
import { DEFAULT_LANGUAGE, isLanguage, type Language } from '#app/i18n/languages.ts'
import { translator } from '#app/i18n/translator.ts'
import { receiptSecret } from '#app/inquiries/submit.server.ts'
import { unfollowPath } from '#app/links.ts'
import { letterReturnPath, type MailHome, type Side, threadMailAddress } from '#app/mail/address.server.ts'
import { linkSecret } from '#app/petitions/petition.server.ts'
import { bodies, calendarEntries, type Words } from '#db/schema/bodies.ts'
import type { outbox } from '#db/schema/register.ts'
import type { Reader } from '#db/store.ts'
import { caseThreadId, type LetterSite, letterId } from './letter-id.server.ts'
import type { ListedItem } from './notice.server.ts'

/** A line of a letter that lists several things; `about` opens a group of lines. */
export interface ListedLine {
	text: string
	address?: string
	about?: string
}

/** A letter in the words of its reader, before it has a shape. */
export interface Letter {
	number: number
	/** The Message-ID, and the letter that all letters of the case answer to. */
	id: string
	thread?: string
	to: string
	/** Where an answer goes, and where a failure to deliver is told, in an installation that takes mail. */
	replyTo?: string
	returnPath?: string
	/** Stops such letters: a mail program may post to it for its reader (RFC 8058). */
	unsubscribe?: { label: string; address: string }
	language: Language
	subject: string
	paragraphs: string[]
	list: ListedLine[]
	action: { label: string; address: string }
	/** Under the line: who sends this, and what becomes of a reply. */
	footer: string
	writtenAt: Date
}

/** A message to a telephone. */
export interface ShortMessage {
	id: string
	to: string
	text: string
}

/** What letters need of the installation. */
export interface LettersSite extends LetterSite {
	mailHome?: MailHome | undefined
}

type Row = Pick<
	typeof outbox.$inferSelect,
	| 'number'
	| 'notice'
	| 'recipient'
	| 'language'
	| 'values'
	| 'createdAt'
	| 'inquiryId'
	| 'toAuthor'
	| 'personId'
>
type Values = Record<string, unknown>

/** Puts a row of the outbox into words: days, and the names of bodies, in the language of its reader. */
export async function composeLetter(read: Reader, row: Row, site: LettersSite): Promise<Letter> {
	const language = isLanguage(row.language) ? row.language : DEFAULT_LANGUAGE
	const say = speakerOf(language)
	const home = `${site.publicUrl}/${language}`
	const reply = replyTo(row, site)
	const unfollow = unfollowed(row)
	return {
		number: row.number,
		id: letterId(row.number, site),
		thread: threadOf(row, site),
		to: row.recipient,
		replyTo: reply?.address,
		returnPath: site.mailHome && letterReturnPath(row.number, site.mailHome),
		unsubscribe: unfollow && {
			label: say('frame.unsubscribe'),
			address: home + unfollowPath(unfollowToken(unfollow, site.secretKey)),
		},
		language,
		...(await noticeInWords(read, row, language)),
		list: listedIn(row.values).map((item) => ({
			text: say(`items.${item.kind}`, inWords(language, item, say)),
			...(item.path && { address: `${home}${item.path}` }),
			...(item.about && { about: aboutIn(language, item.about) }),
		})),
		action: {
			label: say(`${row.notice}.action`, row.values),
			address: home + pathFor(row.values, site.secretKey),
		},
		footer: say(reply ? `frame.reply.${reply.side}` : 'frame.footer', row.values),
		writtenAt: row.createdAt,
	}
}

/** What a notice says, in a letter and on the list of what somebody was told. */
export async function noticeInWords(
	read: Reader,
	{ notice, values: given }: Pick<Row, 'notice' | 'values'>,
	language: Language,
): Promise<{ subject: string; paragraphs: string[] }> {
	const say = speakerOf(language)
	const values = inWords(language, { ...given, ...(await namesIn(read, language, given)) }, say)
	const parts = Object.keys(wordsOf(notice).with ?? {}).filter((name) => isSaid(given[name]))
	return {
		subject: say(`${notice}.subject`, values).replace(/\s+/g, ' ').trim(),
		paragraphs: [
			...say(`${notice}.lead`, values).split('\n\n'),
			...parts.map((name) => say(`${notice}.with.${name}`, values)),
		],
	}
}

/** A notice on its reader's own page. The receipt of a question is the question itself there. */
export async function noticeForPage(
	read: Reader,
	row: Pick<Row, 'notice' | 'values'>,
	language: Language,
): Promise<{ subject: string; text: string; path: string; list: string[] }> {
	const say = speakerOf(language)
	const { subject, paragraphs } = await noticeInWords(read, row, language)
	return {
		subject,
		text: paragraphs[0] ?? '',
		path: `/${language}${typeof row.values.path === 'string' ? row.values.path : ''}`,
		list: listedIn(row.values).map((item) => say(`items.${item.kind}`, inWords(language, item, say))),
	}
}

/** A telephone shows a sentence, and no link: whoever looks over a shoulder reads it too. */
export async function composeShort(read: Reader, row: Row, site: LettersSite): Promise<ShortMessage> {
	const language = isLanguage(row.language) ? row.language : DEFAULT_LANGUAGE
	const say = speakerOf(language)
	const values = inWords(language, { ...row.values, ...(await namesIn(read, language, row.values)) }, say)
	return { id: letterId(row.number, site), to: row.recipient, text: say(`short.${row.notice}`, values) }
}

function threadOf({ inquiryId, values }: Row, site: LettersSite): string | undefined {
	const about = inquiryId ?? values.threadOf
	return typeof about === 'string' ? caseThreadId(about, site) : undefined
}

/** An answer from the author goes into the thread, one from the desk becomes a draft; a follower's has no place. */
function replyTo(
	{ inquiryId, toAuthor, values, ...row }: Row,
	{ mailHome }: LettersSite,
): { side: Side; address: string } | undefined {
	if (!mailHome || !inquiryId || typeof values.number !== 'string' || unfollowed({ values, ...row }))
		return undefined
	const side = toAuthor ? 'author' : 'desk'
	return { side, address: threadMailAddress(values.number, side, mailHome) }
}

/** Only what somebody asked for can be stopped; what the law has them told cannot. */
function unfollowed({ values, personId }: Pick<Row, 'values' | 'personId'>): Unfollowed | undefined {
	if (typeof values.follow === 'string') return { followId: values.follow }
	if (typeof values.signature === 'string') return { signature: values.signature }
	if (typeof values.rhythm === 'string' && personId) return { personId, rhythm: values.rhythm }
	return undefined
}

function listedIn(values: Values): ListedItem[] {
	return Array.isArray(values.items) ? (values.items as ListedItem[]) : []
}

/** The name of what is followed: words of the site in each language, or what somebody wrote. */
const aboutIn = (language: Language, about: Words | string) =>
	typeof about === 'string' ? about : about[language]

/**
 * For an author without an account the page of the question is the one that its receipt opens. The link to a petition
 * for its first supporters is kept nowhere, and made again here.
 */
function pathFor({ path, receiptOf, linkOf }: Values, secretKey: string): string {
	if (typeof path !== 'string') return ''
	if (typeof linkOf === 'number') return `/petitions/links/${linkSecret(secretKey, linkOf)}`
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
	return (key, values) => t(`mail:${key}`, values)
}

/** Which names of bodies a letter may need, and where their ids stand in its values. */
const NAMED = { bodyId: 'body', superiorId: 'superior' } as const

async function namesIn(read: Reader, language: Language, values: Values): Promise<Values> {
	return { ...(await bodiesIn(read, language, values)), ...(await causeIn(read, language, values)) }
}

/** The entry of the calendar that moved a day: its name, its own day, and where it is laid down. */
async function causeIn(read: Reader, language: Language, { calendarEntryId }: Values): Promise<Values> {
	if (typeof calendarEntryId !== 'string') return {}
	const [entry] = await read.select().from(calendarEntries).where(eq(calendarEntries.id, calendarEntryId))
	if (!entry) return {}
	const { titles, day, source, removedAt, removalSource } = entry
	return { cause: titles[language], causeOn: day, source: removedAt ? (removalSource ?? source) : source }
}

async function bodiesIn(read: Reader, language: Language, values: Values): Promise<Values> {
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
