import { and, count, desc, eq } from 'drizzle-orm'
import { follows } from '#db/schema/notices.ts'
import type { Reader } from '#db/store.ts'
import type { Rhythm } from './follow.ts'
import { type Subject, subjectsOf } from './subject.server.ts'
import { readUnfollowToken } from './unfollow-token.server.ts'

/** Everything that the person follows, newest first. What is no longer public is named by nothing but can be stopped. */
export async function followsOf(read: Reader, personId: string) {
	const rows = await read
		.select()
		.from(follows)
		.where(eq(follows.personId, personId))
		.orderBy(desc(follows.createdAt), desc(follows.id))
	const subjects = await subjectsOf(read, rows)
	return rows.map(({ id, subject, subjectId, rhythm }) => ({
		id,
		subject,
		rhythm,
		about: subjects.find((one) => one.subject === subject && one.subjectId === subjectId) ?? null,
	}))
}

/** How the person follows it, if they do. */
export async function followOf(read: Reader, personId: string, { subject, subjectId }: Subject) {
	const [row] = await read
		.select({ id: follows.id, rhythm: follows.rhythm })
		.from(follows)
		.where(
			and(eq(follows.personId, personId), eq(follows.subject, subject), eq(follows.subjectId, subjectId)),
		)
	return row
}

/** What the link of a letter would stop; undefined when it is none of ours. */
export async function unfollowing(
	read: Reader,
	token: string,
	secretKey: string,
): Promise<{ count: number; rhythm: Rhythm | null } | undefined> {
	const what = readUnfollowToken(token, secretKey)
	if (!what || 'signature' in what) return undefined
	const one = 'followId' in what
	const [found] = await read
		.select({ count: count() })
		.from(follows)
		.where(
			one
				? eq(follows.id, what.followId)
				: and(eq(follows.personId, what.personId), eq(follows.rhythm, what.rhythm as Rhythm)),
		)
	return { count: found?.count ?? 0, rhythm: one ? null : (what.rhythm as Rhythm) }
}
