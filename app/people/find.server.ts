import { and, asc, count, desc, eq, isNull, sql } from 'drizzle-orm'
import { prepared } from '#db/prepared.ts'
import { inquiries } from '#db/schema/inquiries.ts'
import { people, roles } from '#db/schema/people.ts'
import type { Reader } from '#db/store.ts'
import { foldEmail } from './email.ts'
import { publicNameOf } from './name.ts'

export type Person = typeof people.$inferSelect

/** Somebody who can be written to. */
export type Addressed = Person & { email: string }

/** The full name under which somebody signs. */
export async function nameOfSigner(read: Reader, personId: string): Promise<string> {
	const [signer] = await read.select({ name: people.fullName }).from(people).where(eq(people.id, personId))
	return signer?.name ?? ''
}

/** Closed accounts are nobody's. */
export async function personById(read: Reader, personId: string): Promise<Person | undefined> {
	const [person] = await openAccount(read).execute({ personId })
	return person
}

const openAccount = prepared((read) =>
	read
		.select()
		.from(people)
		.where(and(eq(people.id, sql.placeholder('personId')), isNull(people.closedAt))),
)

export async function personByEmail(read: Reader, email: string): Promise<Addressed | undefined> {
	const [person] = await read
		.select()
		.from(people)
		.where(and(eq(people.emailFolded, foldEmail(email)), isNull(people.closedAt)))
	return person as Addressed | undefined
}

/**
 * Who files, as the legal record and the public page need it, known as well as they have shown since signing in.
 * `author` is the word before a number.
 */
export async function authorOf(
	read: Reader,
	{ personId, level }: { personId: string; level: number },
	author: string,
) {
	const person = await personById(read, personId)
	if (!person) return undefined
	return {
		personId,
		name: person.fullName,
		publicName: publicNameOf(person, author),
		address: person.postalAddress,
		email: person.email,
		assuranceLevel: level,
	}
}

export const QUESTIONS_A_PAGE = 25

/** What the person asked, public or not, newest first. */
export async function questionsOf(read: Reader, personId: string, page: number) {
	const own = eq(inquiries.authorId, personId)
	const [total] = await read.select({ total: count() }).from(inquiries).where(own)
	const questions = await read
		.select({
			number: inquiries.number,
			subject: inquiries.subject,
			language: inquiries.language,
			visibility: inquiries.visibility,
			state: inquiries.state,
			dueOn: inquiries.dueOn,
			receivedAt: inquiries.receivedAt,
			answeredAt: inquiries.answeredAt,
			breachedAt: inquiries.breachedAt,
		})
		.from(inquiries)
		.where(own)
		.orderBy(desc(inquiries.receivedAt), desc(inquiries.number))
		.limit(QUESTIONS_A_PAGE)
		.offset((page - 1) * QUESTIONS_A_PAGE)
	return { total: total?.total ?? 0, questions }
}

/** The roles that somebody holds now, for those who administer them. */
export function rolesHeldBy(read: Reader, personId: string) {
	return read
		.select()
		.from(roles)
		.where(and(eq(roles.personId, personId), isNull(roles.endedAt)))
		.orderBy(asc(roles.grantedAt), asc(roles.id))
}
