import { and, eq, ne } from 'drizzle-orm'
import { done, type Outcome, refused } from '#app/outcome.ts'
import type { Actor } from '#app/people/actor.ts'
import { personById } from '#app/people/find.server.ts'
import { follows } from '#db/schema/notices.ts'
import type { Writer } from '#db/store.ts'
import type { Followed, Rhythm } from './follow.ts'
import { subjectOf } from './subject.server.ts'
import { readUnfollowToken } from './unfollow-token.server.ts'

/** More than anybody reads; one account is not to become a burden to the others. */
const MOST_FOLLOWED = 200

interface Following {
	subject: Followed
	/** What its address calls it. */
	key: string
	actor: Actor
	now: Date
}

/** Following again changes the rhythm. Nobody is written to at an address that they have not confirmed. */
export async function follow(
	tx: Writer,
	{ subject, key, rhythm, actor, now }: Following & { rhythm: Rhythm },
): Promise<Outcome<undefined, 'not-found' | 'not-allowed' | 'unconfirmed' | 'too-many'>> {
	const { personId } = actor
	if (!personId) return refused('not-allowed')
	const followed = await subjectOf(tx, subject, key)
	if (!followed) return refused('not-found')
	const person = await personById(tx, personId)
	if (!person?.email || !person.emailConfirmedAt) return refused('unconfirmed')
	const { subjectId } = followed
	const others = await tx.$count(
		follows,
		and(eq(follows.personId, personId), ne(follows.subjectId, subjectId)),
	)
	if (others >= MOST_FOLLOWED) return refused('too-many')
	await tx
		.insert(follows)
		.values({ id: crypto.randomUUID(), personId, subject, subjectId, rhythm, createdAt: now })
		.onConflictDoUpdate({
			target: [follows.personId, follows.subject, follows.subjectId],
			// What was waiting for another morning comes with the next news.
			set: { rhythm, tellAt: null },
		})
	return done(undefined)
}

export async function stopFollowing(
	tx: Writer,
	{ followId, actor }: { followId: string; actor: Actor },
): Promise<Outcome<undefined, 'not-allowed'>> {
	if (!actor.personId) return refused('not-allowed')
	await tx.delete(follows).where(and(eq(follows.id, followId), eq(follows.personId, actor.personId)))
	return done(undefined)
}

/** By the link of a letter: whoever has the letter need not sign in. Stopping twice is harmless. */
export async function unfollow(
	tx: Writer,
	{ token, secretKey }: { token: string; secretKey: string },
): Promise<Outcome<undefined, 'not-found'>> {
	const what = readUnfollowToken(token, secretKey)
	if (!what || 'signature' in what) return refused('not-found')
	await tx
		.delete(follows)
		.where(
			'followId' in what
				? eq(follows.id, what.followId)
				: and(eq(follows.personId, what.personId), eq(follows.rhythm, what.rhythm as Rhythm)),
		)
	return done(undefined)
}
