import type { Outcome } from '#app/outcome.ts'
import { done, refused } from '#app/outcome.ts'
import { identifierHash } from '#app/people/identify.server.ts'
import { store } from '#app/store.server.ts'
import { type SIGNED_SUBJECTS, signatures, spentStatements } from '#db/schema/signatures.ts'
import type { Writer } from '#db/store.ts'
import { configuration } from '#server/configuration.ts'
import { askedIn, nonceHash, textHash } from './ask.server.ts'
import { believedAuthorities } from './authorities.server.ts'
import type { SignatureRefusal } from './refusal.ts'
import { endOf, type Purpose, statementText } from './statement.ts'
import { type Verified, verifySignature } from './verify.server.ts'

interface Signed {
	/** As it was given to the page that asked. */
	sealed: string
	cms: Uint8Array
	purpose: Purpose
	subject?: string | null
	text?: string
	now: Date
}

/** A signature that holds and answers what was asked. It has not served yet. */
export interface TakenSignature extends Verified {
	identifierHash: string
	text: string
	nonceHash: string
	expiresAt: Date
}

/**
 * Takes a signature that was asked for here: for this purpose, over this text, in time. To be followed by
 * `spendStatement`, in the transaction of what was signed.
 */
export async function takeSignature(signed: Signed): Promise<Outcome<TakenSignature, SignatureRefusal>> {
	const { sealed, cms, purpose, subject = null, text, now } = signed
	const asked = askedIn(sealed, now)
	if (asked?.purpose !== purpose || asked.subject !== subject) return refused('stale')
	if (asked.textHash !== (text === undefined ? null : textHash(text))) return refused('altered')

	const { readOwn } = await store()
	const authorities = await believedAuthorities(readOwn)
	const outcome = await verifySignature({ cms, statement: statementText(asked), authorities, at: now, now })
	if (!outcome.ok) return outcome
	// A text can be looked at again later; whoever is let in is in.
	const mayWait = purpose !== 'sign-in' && configuration().REVOCATION === 'later'
	if (outcome.value.revocation === 'unchecked' && !mayWait) return refused('unchecked')
	return done({
		...outcome.value,
		identifierHash: identifierHash(outcome.value.identifier),
		text: text ?? '',
		nonceHash: nonceHash(asked.nonce),
		expiresAt: endOf(asked),
	})
}

/** Lets a statement serve once; false when it has served already. */
export async function spendStatement(
	tx: Writer,
	{ nonceHash, expiresAt }: Pick<TakenSignature, 'nonceHash' | 'expiresAt'>,
): Promise<boolean> {
	const spent = await tx
		.insert(spentStatements)
		.values({ nonceHash, expiresAt })
		.onConflictDoNothing()
		.returning({ nonceHash: spentStatements.nonceHash })
	return spent.length > 0
}

export const RECHECK_MS = 10 * 60_000

/** Keeps a signature whole, with the text it is over: the certificate in it may be asked for in court. */
export async function keepSignature(
	tx: Writer,
	taken: TakenSignature,
	{
		subject,
		subjectId,
		personId,
		now,
	}: { subject: (typeof SIGNED_SUBJECTS)[number]; subjectId: string; personId: string | null; now: Date },
): Promise<void> {
	const { statement, cms, text, fullName, issuer, serial, validUntil, revocation } = taken
	await tx.insert(signatures).values({
		id: crypto.randomUUID(),
		subject,
		subjectId,
		personId,
		statement,
		cms,
		text,
		signerName: fullName,
		issuer,
		serial,
		validUntil,
		signedAt: now,
		revocation,
		nextCheckAt: revocation === 'unchecked' ? new Date(now.getTime() + RECHECK_MS) : null,
	})
}
