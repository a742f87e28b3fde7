import { and, eq, inArray, isNull } from 'drizzle-orm'
import { bodies } from '#db/schema/bodies.ts'
import { people, roles } from '#db/schema/people.ts'
import { outbox } from '#db/schema/register.ts'
import type { Reader, Writer } from '#db/store.ts'

export interface Notice {
	/** A key of the catalog `mail`: `mail:<notice>.subject`, `.lead`, `.action`. */
	notice: string
	recipient: string
	language: string
	/** What the words need: numbers, days, a path without the language. */
	values: Record<string, string | number | null>
	/** The same key is written once. */
	once?: string
	now: Date
}

/** Writes a letter in the transaction of the act; the duty of mail sends it afterwards. */
export async function write(tx: Writer, { now, ...letter }: Notice): Promise<void> {
	await tx
		.insert(outbox)
		.values({ ...letter, createdAt: now, nextAttemptAt: now })
		.onConflictDoNothing()
}

interface Addressee {
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
