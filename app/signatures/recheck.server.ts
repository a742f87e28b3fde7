import { and, asc, eq, inArray, isNotNull, lte } from 'drizzle-orm'
import type { Round } from '#app/round.ts'
import { signatures, spentStatements } from '#db/schema/signatures.ts'
import type { Store } from '#db/store.ts'
import { believedAuthorities } from './authorities.server.ts'
import { verifySignature } from './verify.server.ts'

const AT_ONCE = 50
const HOUR = 60 * 60_000
/** After a month without an answer nobody will give one. */
const LONGEST = 30 * 24 * HOUR

/** Asks again about certificates of which nothing was known when they signed, and says what is known now. */
export async function recheckSignatures({ readOwn, write }: Store, { now }: Round): Promise<void> {
	const due = await readOwn
		.select()
		.from(signatures)
		.where(and(isNotNull(signatures.nextCheckAt), lte(signatures.nextCheckAt, now)))
		.orderBy(asc(signatures.nextCheckAt))
		.limit(AT_ONCE)
	if (due.length === 0) return
	const authorities = await believedAuthorities(readOwn)
	for (const { id, cms, statement, signedAt } of due) {
		const outcome = await verifySignature({ cms, statement, authorities, at: signedAt, now })
		const revoked = !outcome.ok && outcome.refusal === 'revoked'
		const revocation = revoked ? 'revoked' : outcome.ok ? outcome.value.revocation : 'unchecked'
		const waited = now.getTime() - signedAt.getTime()
		const again = revocation === 'unchecked' && waited < LONGEST ? new Date(now.getTime() + HOUR) : null
		await write(`signature:${id}`, (tx) =>
			tx.update(signatures).set({ revocation, nextCheckAt: again }).where(eq(signatures.id, id)),
		)
	}
}

/** A statement that is refused for its age need not be remembered. */
export async function forgetSpentStatements({ readOwn, write }: Store, { now }: Round): Promise<void> {
	const old = await readOwn
		.select({ nonceHash: spentStatements.nonceHash })
		.from(spentStatements)
		.where(lte(spentStatements.expiresAt, now))
		.limit(500)
	if (old.length === 0) return
	const hashes = old.map(({ nonceHash }) => nonceHash)
	await write('statements', (tx) =>
		tx.delete(spentStatements).where(inArray(spentStatements.nonceHash, hashes)),
	)
}
