import { and, eq, isNull, or, sql } from 'drizzle-orm'
import { foldEmail } from '#app/people/email.ts'
import type { Person } from '#app/people/find.server.ts'
import { inquiries } from '#db/schema/inquiries.ts'

/** Whose data it is. An address that somebody signs in with is confirmed, and so theirs. */
export type Owner = Pick<Person, 'id' | 'email'>

/** The questions of their account, and those that came by mail from their address and stand under no account. */
export const ownInquiries = ({ id, email }: Owner) =>
	or(
		eq(inquiries.authorId, id),
		email
			? and(isNull(inquiries.authorId), eq(sql`lower(${inquiries.authorEmail})`, foldEmail(email)))
			: undefined,
	)
