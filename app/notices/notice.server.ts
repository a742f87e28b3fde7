import { and, eq, inArray, isNull } from 'drizzle-orm'
import { type Person, personById } from '#app/people/find.server.ts'
import { insertRow } from '#db/insert.ts'
import { bodies, type Words } from '#db/schema/bodies.ts'
import { notices as told } from '#db/schema/notices.ts'
import { people, roles } from '#db/schema/people.ts'
import { type LETTER_CHANNELS, outbox } from '#db/schema/register.ts'
import type { Reader, Writer } from '#db/store.ts'

/** One line of a letter that lists several things: `kind` is a key of `mail:items`. */
export interface ListedItem {
	kind: string
	/** The name of the group that it belongs to. */
	about?: Words | string
	/** Its own page, where it has one. */
	path?: string
	[value: string]: Words | string | number | null | undefined
}

export type NoticeValue = string | number | null | readonly ListedItem[]

export interface Notice {
	/** A key of the catalog `mail`: `mail:<notice>.subject`, `.lead`, `.action`, and `.with` for what may be absent. */
	notice: string
	recipient: string
	language: string
	/** In whose account it is listed too; nobody's, for a letter with a code. */
	personId?: string | null
	/** The case that it tells of. */
	inquiryId?: string | null
	/** What the law has the author told: what became of the letter is part of the record of the case. */
	toAuthor?: boolean
	channel?: (typeof LETTER_CHANNELS)[number]
	/** What the words need: numbers, days, ids of bodies, a path without the language. */
	values: Record<string, NoticeValue>
	/** The same key is written once. */
	once?: string
	now: Date
}

/** Writes a letter in the transaction of the act; the duty of mail sends it afterwards. */
export async function write(tx: Writer, notice: Notice): Promise<void> {
	if (notice.once) return writeAll(tx, [notice])
	const { now, ...letter } = notice
	await insertRow(tx, outbox, { ...letter, createdAt: now, nextAttemptAt: now })
	const { personId, inquiryId, values } = notice
	if (personId) await insertRow(tx, told, { notice: notice.notice, personId, inquiryId, values, at: now })
}

/** Each is a letter and, where its reader has an account, a line of the list of what they were told. */
export async function writeAll(tx: Writer, notices: readonly Notice[]): Promise<void> {
	const rows = notices.map(({ now, ...letter }) => ({ ...letter, createdAt: now, nextAttemptAt: now }))
	for (let at = 0; at < rows.length; at += 500) {
		const written = await tx
			.insert(outbox)
			.values(rows.slice(at, at + 500))
			.onConflictDoNothing()
			.returning()
		const listed = written.flatMap(({ notice, personId, inquiryId, values, createdAt }) =>
			personId ? [{ notice, personId, inquiryId, values, at: createdAt }] : [],
		)
		if (listed.length > 0) await tx.insert(told).values(listed)
	}
}

export interface Addressee {
	email: string
	language: string
	personId: string | null
}

/** To whom a notice goes, as it says it. */
export const addressedTo = ({ email, language, personId }: Addressee) => ({
	recipient: email,
	language,
	personId,
})

const ADDRESS = { email: people.email, language: people.language, personId: people.id }

/** Those who can be written to: whoever came by a state identity may have given no address. */
export const addressed = <Row extends { email: string | null }>(rows: readonly Row[]) =>
	rows.filter((row): row is Row & { email: string } => row.email !== null)

/** Where the author of a filing is told: their account's address, or the one on a letter entered by a clerk. */
export async function authorAddress(
	read: Reader,
	inquiry: { authorId: string | null; authorEmail: string | null; language: string },
): Promise<Addressee | undefined> {
	return addressOfAuthor(inquiry.authorId ? await personById(read, inquiry.authorId) : undefined, inquiry)
}

/** The same where the account of the author has been read. */
export function addressOfAuthor(
	person: Person | undefined,
	{ authorEmail, language }: { authorEmail: string | null; language: string },
): Addressee | undefined {
	if (person?.email) return { email: person.email, language: person.language, personId: person.id }
	return authorEmail ? { email: authorEmail, language, personId: null } : undefined
}

/** The same for many filings at once, by the id of the filing. */
export async function authorAddresses(
	read: Reader,
	filings: readonly { id: string; authorId: string | null; authorEmail: string | null; language: string }[],
): Promise<Map<string, Addressee>> {
	const ids = [...new Set(filings.flatMap(({ authorId }) => authorId ?? []))]
	const known = ids.length
		? await read
				.select(ADDRESS)
				.from(people)
				.where(and(inArray(people.id, ids), isNull(people.closedAt)))
		: []
	const accounts = new Map(addressed(known).map((address) => [address.personId, address]))
	return new Map(
		filings.flatMap(({ id, authorId, authorEmail, language }): [string, Addressee][] => {
			const account = authorId ? accounts.get(authorId) : undefined
			if (account) return [[id, account]]
			return authorEmail ? [[id, { email: authorEmail, language, personId: null }]] : []
		}),
	)
}

/** The desk's own address in a body: where notices to its members go when nobody is named. */
export async function deskAddress(read: Reader, bodyId: string): Promise<Addressee | undefined> {
	const [body] = await read.select({ email: bodies.deskEmail }).from(bodies).where(eq(bodies.id, bodyId))
	return body?.email ? { email: body.email, language: 'kk', personId: null } : undefined
}

/** Everybody who holds one of these roles now, in the body or, with null, for the whole installation. */
export async function holdersOf(
	read: Reader,
	held: readonly (typeof roles.$inferSelect)['role'][],
	bodyId: string | null,
): Promise<Addressee[]> {
	const holders = await read
		.selectDistinct(ADDRESS)
		.from(roles)
		.innerJoin(people, eq(people.id, roles.personId))
		.where(
			and(
				inArray(roles.role, [...held]),
				bodyId === null ? isNull(roles.bodyId) : eq(roles.bodyId, bodyId),
				isNull(roles.endedAt),
				isNull(people.closedAt),
			),
		)
	return addressed(holders)
}
