import { and, asc, count, desc, eq, gt, isNull } from 'drizzle-orm'
import { inquiries } from '#db/schema/inquiries.ts'
import { people, roles, sessions } from '#db/schema/people.ts'
import type { Reader } from '#db/store.ts'
import { foldEmail } from './email.ts'
import { publicNameOf } from './name.ts'

export type Person = typeof people.$inferSelect

/** Closed accounts are nobody's. */
export async function personById(read: Reader, personId: string): Promise<Person | undefined> {
	const [person] = await read
		.select()
		.from(people)
		.where(and(eq(people.id, personId), isNull(people.closedAt)))
	return person
}

export async function personByEmail(read: Reader, email: string): Promise<Person | undefined> {
	const [person] = await read
		.select()
		.from(people)
		.where(and(eq(people.emailFolded, foldEmail(email)), isNull(people.closedAt)))
	return person
}

/** Who files, as the legal record and the public page need it. `author` is the word before a number. */
export async function authorOf(read: Reader, personId: string, author: string) {
	const person = await personById(read, personId)
	if (!person) return undefined
	return {
		personId,
		name: person.fullName,
		publicName: publicNameOf(person, author),
		address: person.postalAddress,
		email: person.email,
		assuranceLevel: person.assuranceLevel,
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

/** When each session that still runs began. */
export async function sessionsOf(read: Reader, personId: string, now: Date): Promise<Date[]> {
	const rows = await read
		.select({ createdAt: sessions.createdAt })
		.from(sessions)
		.where(and(eq(sessions.personId, personId), gt(sessions.expiresAt, now)))
		.orderBy(desc(sessions.createdAt))
	return rows.map(({ createdAt }) => createdAt)
}

/** The roles that somebody holds now, for those who administer them. */
export function rolesHeldBy(read: Reader, personId: string) {
	return read
		.select()
		.from(roles)
		.where(and(eq(roles.personId, personId), isNull(roles.endedAt)))
		.orderBy(asc(roles.grantedAt), asc(roles.id))
}
