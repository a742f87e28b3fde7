import { createHmac, randomInt, timingSafeEqual } from 'node:crypto'
import { and, desc, eq, gt, isNull, lt, sql } from 'drizzle-orm'
import { type CODE_PURPOSES, codes } from '#db/schema/people.ts'
import type { Writer } from '#db/store.ts'

export type CodePurpose = (typeof CODE_PURPOSES)[number]

export const CODE_MINUTES = 30
const MOST_ATTEMPTS = 5

interface NewCode {
	personId: string
	purpose: CodePurpose
	/** The new address, for a change. */
	email?: string
	/** The number to confirm. */
	phone?: string
	secretKey: string
	now: Date
}

/**
 * Six digits for a letter. The codes that went before it for the same purpose are worth nothing now; those for
 * signing in stand each for the browser that asked, or anybody could take the owner's away by asking again.
 */
export async function newCode(
	tx: Writer,
	{ personId, purpose, email, phone, secretKey, now }: NewCode,
): Promise<{ id: string; code: string }> {
	if (purpose !== 'sign-in')
		await tx
			.update(codes)
			.set({ usedAt: now })
			.where(and(eq(codes.personId, personId), eq(codes.purpose, purpose), isNull(codes.usedAt)))
	const id = crypto.randomUUID()
	const code = String(randomInt(1_000_000)).padStart(6, '0')
	await tx.insert(codes).values({
		id,
		personId,
		purpose,
		codeHash: codeHash(secretKey, id, code),
		email: email ?? null,
		phone: phone ?? null,
		expiresAt: new Date(now.getTime() + CODE_MINUTES * 60_000),
		createdAt: now,
	})
	return { id, code }
}

export interface GivenCode {
	purpose: CodePurpose
	/** Whose newest code it is, or which letter it came with. */
	personId?: string
	letter?: string
	code: string
	secretKey: string
	now: Date
}

/** Uses the code up when it is right. Each try counts, and after five the code is worth nothing. */
export async function spendCode(
	tx: Writer,
	{ purpose, personId, letter, code, secretKey, now }: GivenCode,
): Promise<typeof codes.$inferSelect | undefined> {
	const whose = letter ? eq(codes.id, letter) : eq(codes.personId, personId ?? '')
	const valid = [
		eq(codes.purpose, purpose),
		isNull(codes.usedAt),
		gt(codes.expiresAt, now),
		lt(codes.attempts, MOST_ATTEMPTS),
	]
	const [newest] = await tx
		.select({ id: codes.id })
		.from(codes)
		.where(and(whose, ...valid))
		.orderBy(desc(codes.createdAt))
		.limit(1)
	if (!newest) return undefined
	// Counted in the database before it is looked at, so that many tries at once count as many.
	const [tried] = await tx
		.update(codes)
		.set({ attempts: sql`${codes.attempts} + 1` })
		.where(and(eq(codes.id, newest.id), ...valid))
		.returning()
	if (!tried || !isSame(tried.codeHash, codeHash(secretKey, tried.id, code))) return undefined
	await tx.update(codes).set({ usedAt: now }).where(eq(codes.id, tried.id))
	return tried
}

/** With the key of the installation: six digits alone would be found from their hash in a second. */
function codeHash(secretKey: string, id: string, code: string): string {
	return createHmac('sha256', secretKey).update(`code:${id}:${code}`).digest('hex')
}

function isSame(a: string, b: string): boolean {
	return a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b))
}
