import { and, asc, eq, inArray } from 'drizzle-orm'
import { isAuthor } from '#app/inquiries/inquiry.ts'
import { type Actor, isOnDesk } from '#app/people/actor.ts'
import { inList, listed } from '#db/list.ts'
import { prepared } from '#db/prepared.ts'
import { answers, inquiries, proceedings } from '#db/schema/inquiries.ts'
import { signatures } from '#db/schema/signatures.ts'
import type { Reader } from '#db/store.ts'
import type { ShownSignature } from './shown-signature.ts'

/** Those over these questions and answers, under the id of each; the last one given counts. */
export async function signaturesOf(
	read: Reader,
	subjectIds: readonly string[],
	whole: boolean,
): Promise<Map<string, ShownSignature>> {
	if (subjectIds.length === 0) return new Map()
	const rows = await signaturesOver(read).execute({ subjectIds: listed(subjectIds) })
	return new Map(
		rows.map(({ subjectId, nextCheckAt, ...signature }) => [
			subjectId,
			{ ...signature, asked: nextCheckAt !== null, whole },
		]),
	)
}

const signaturesOver = prepared((read) => {
	const { id, subjectId, signerName, issuer, signedAt, revocation, nextCheckAt } = signatures
	return read
		.select({ id, subjectId, signerName, issuer, signedAt, revocation, nextCheckAt })
		.from(signatures)
		.where(and(inArray(signatures.subject, ['inquiry', 'answer']), inList(subjectId, 'subjectIds')))
		.orderBy(asc(signedAt))
})

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
