import { createHash, randomBytes } from 'node:crypto'
import { and, eq, gt, isNull, lte } from 'drizzle-orm'
import { type CEREMONIES, challenges } from '#db/schema/factors.ts'
import type { Writer } from '#db/store.ts'

const CHALLENGE_MS = 5 * 60_000

export type Ceremony = (typeof CEREMONIES)[number]

interface Question {
	ceremony: Ceremony
	/** Nobody yet, while signing in. */
	personId: string | null
	now: Date
}

/** What a passkey has to sign: known once, answered once, within five minutes. */
export async function newChallenge(tx: Writer, { ceremony, personId, now }: Question): Promise<string> {
	const challenge = randomBytes(32).toString('base64url')
	await tx.insert(challenges).values({
		id: hashed(challenge),
		personId,
		ceremony,
		expiresAt: new Date(now.getTime() + CHALLENGE_MS),
	})
	return challenge
}

/** Whether this was asked of this person for this purpose. Whatever comes of the answer, it is not asked again. */
export async function spendChallenge(
	tx: Writer,
	challenge: string,
	{ ceremony, personId, now }: Question,
): Promise<boolean> {
	const spent = await tx
		.delete(challenges)
		.where(
			and(
				eq(challenges.id, hashed(challenge)),
				eq(challenges.ceremony, ceremony),
				personId === null ? isNull(challenges.personId) : eq(challenges.personId, personId),
				gt(challenges.expiresAt, now),
			),
		)
		.returning({ id: challenges.id })
	return spent.length > 0
}

/** For the duties. */
export async function forgetOldChallenges(tx: Writer, now: Date): Promise<void> {
	await tx.delete(challenges).where(lte(challenges.expiresAt, now))
}

const hashed = (challenge: string) => createHash('sha256').update(challenge).digest('base64url')
