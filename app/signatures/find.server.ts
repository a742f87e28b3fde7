import { and, asc, eq, inArray } from 'drizzle-orm'
import { isAuthor } from '#app/inquiries/inquiry.ts'
import { type Actor, isOnDesk } from '#app/people/actor.ts'
import { answers, inquiries, proceedings } from '#db/schema/inquiries.ts'
import { type SIGNED_SUBJECTS, signatures } from '#db/schema/signatures.ts'
import type { Reader } from '#db/store.ts'

/** What a page says of a signature; nothing in it names the signer by number. */
export interface ShownSignature {
	id: string
	subjectId: string
	signerName: string
	issuer: string
	validUntil: Date
	signedAt: Date
	revocation: 'good' | 'revoked' | 'unchecked'
}

export async function signaturesOf(
	read: Reader,
	subject: (typeof SIGNED_SUBJECTS)[number],
	subjectIds: readonly string[],
): Promise<ShownSignature[]> {
	if (subjectIds.length === 0) return []
	const { id, subjectId, signerName, issuer, validUntil, signedAt, revocation } = signatures
	return read
		.select({ id, subjectId, signerName, issuer, validUntil, signedAt, revocation })
		.from(signatures)
		.where(and(eq(signatures.subject, subject), inArray(signatures.subjectId, [...subjectIds])))
		.orderBy(asc(signatures.signedAt))
}

export type WholeSignature = typeof signatures.$inferSelect

/**
 * The signature with the certificate in it, for those whose it is: who gave it, the author of the case, and the desks
 * that handle it. A certificate has a national number in it, so that nobody else gets it.
 */
export async function signatureFor(
	read: Reader,
	id: string,
	actor: Actor,
): Promise<WholeSignature | undefined> {
	const [signature] = await read.select().from(signatures).where(eq(signatures.id, id))
	if (!signature) return undefined
	if (actor.personId !== null && signature.personId === actor.personId) return signature
	const [inquiry] = await read
		.select({ id: inquiries.id, authorId: inquiries.authorId })
		.from(inquiries)
		.where(
			signature.subject === 'inquiry'
				? eq(inquiries.id, signature.subjectId)
				: inArray(
						inquiries.id,
						read.select({ id: answers.inquiryId }).from(answers).where(eq(answers.id, signature.subjectId)),
					),
		)
	if (!inquiry) return undefined
	if (isAuthor(actor, inquiry)) return signature
	const handled = await read
		.select({ bodyId: proceedings.bodyId })
		.from(proceedings)
		.where(eq(proceedings.inquiryId, inquiry.id))
	return handled.some(({ bodyId }) => isOnDesk(actor, bodyId)) ? signature : undefined
}
