import { and, eq, inArray, isNull } from 'drizzle-orm'
import { bodies } from '#db/schema/bodies.ts'
import { people, roles } from '#db/schema/people.ts'
import { outbox } from '#db/schema/register.ts'
import type { Reader, Writer } from '#db/store.ts'

/** One line of a letter that lists several things: `kind` is a key of `mail:items`. */
export type ListedItem = { kind: string } & Record<string, string | number | null>

export type NoticeValue = string | number | null | readonly ListedItem[]

export interface Notice {
	/** A key of the catalog `mail`: `mail:<notice>.subject`, `.lead`, `.action`, and `.with` for what may be absent. */
	notice: string
	recipient: string
	language: string
	/** What the words need: numbers, days, ids of bodies, a path without the language. */
	values: Record<string, NoticeValue>
	/** The same key is written once. */
	once?: string
	now: Date
}

/** Writes a letter in the transaction of the act; the duty of mail sends it afterwards. */
export async function write(tx: Writer, notice: Notice): Promise<void> {
	await writeAll(tx, [notice])
}

export async function writeAll(tx: Writer, notices: readonly Notice[]): Promise<void> {
	const rows = notices.map(({ now, ...letter }) => ({ ...letter, createdAt: now, nextAttemptAt: now }))
	for (let at = 0; at < rows.length; at += 500)
		await tx
			.insert(outbox)
			.values(rows.slice(at, at + 500))
			.onConflictDoNothing()
}

export interface Addressee {
	email: string
	language: string
}

/** Where the author of a filing is told: their account's address, or the one on a letter entered by a clerk. */
export async function authorAddress(
	read: Reader,
	inquiry: { authorId: string | null; authorEmail: string | null; language: string },
): Promise<Addressee | undefined> {
	if (inquiry.authorId) {
		const [person] = await read
			.select({ email: people.email, language: people.language })
			.from(people)
			.where(and(eq(people.id, inquiry.authorId), isNull(people.closedAt)))
		if (person) return person
	}
	return inquiry.authorEmail ? { email: inquiry.authorEmail, language: inquiry.language } : undefined
}

/** The same for many filings at once, by the id of the filing. */
export async function authorAddresses(
	read: Reader,
	filings: readonly { id: string; authorId: string | null; authorEmail: string | null; language: string }[],
): Promise<Map<string, Addressee>> {
	const ids = [...new Set(filings.flatMap(({ authorId }) => authorId ?? []))]
	const known = ids.length
		? await read
				.select({ id: people.id, email: people.email, language: people.language })
				.from(people)
				.where(and(inArray(people.id, ids), isNull(people.closedAt)))
		: []
	const accounts = new Map(known.map(({ id, ...address }) => [id, address]))
	return new Map(
		filings.flatMap(({ id, authorId, authorEmail, language }): [string, Addressee][] => {
			const account = authorId ? accounts.get(authorId) : undefined
			if (account) return [[id, account]]
			return authorEmail ? [[id, { email: authorEmail, language }]] : []
		}),
	)
}

/** The desk's own address in a body: where notices to its members go when nobody is named. */
export async function deskAddress(read: Reader, bodyId: string): Promise<Addressee | undefined> {
	const [body] = await read.select({ email: bodies.deskEmail }).from(bodies).where(eq(bodies.id, bodyId))
	return body?.email ? { email: body.email, language: 'kk' } : undefined
}

/** Everybody who holds one of these roles now, in the body or, with null, for the whole installation. */
export async function holdersOf(
	read: Reader,
	held: readonly (typeof roles.$inferSelect)['role'][],
	bodyId: string | null,
): Promise<Addressee[]> {
	return read
		.selectDistinct({ email: people.email, language: people.language })
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
}
