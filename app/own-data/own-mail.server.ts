import { and, asc, eq, inArray, notExists, notLike, or, sql } from 'drizzle-orm'
import { foldEmail } from '#app/people/email.ts'
import { inquiries } from '#db/schema/inquiries.ts'
import { incomingMail, type MailState, rawMail } from '#db/schema/mail.ts'
import type { Reader, Writer } from '#db/store.ts'
import { type Owner, ownInquiries } from './own.server.ts'

/** What they sent us: from their address, or put to a question of theirs. What goes to a desk is its body's own paper. */
const ownMail = (read: Reader, owner: Owner) =>
	and(
		// Only SQLite compares without regard to case by itself.
		notLike(sql`lower(${incomingMail.recipient})`, 'd-%'),
		or(
			isSentBy(owner),
			inArray(
				incomingMail.inquiryId,
				read.select({ id: inquiries.id }).from(inquiries).where(ownInquiries(owner)),
			),
		),
	)

const isSentBy = ({ email }: Owner) => (email ? eq(incomingMail.sender, foldEmail(email)) : undefined)

/** Of no case, and decided: nobody needs them any more. The others are documents, or wait to become one. */
const GOING: readonly MailState[] = ['set_aside', 'same', 'returned', 'discarded']

const goingMail = (read: Reader, owner: Owner) =>
	and(ownMail(read, owner), inArray(incomingMail.state, [...GOING]))

/** Their letters as they were understood, and where each is kept as it came; oldest first. */
export const mailHeld = (read: Reader, owner: Owner) =>
	read
		.select({
			rawId: incomingMail.rawId,
			recipient: incomingMail.recipient,
			receivedAt: incomingMail.receivedAt,
			state: incomingMail.state,
			number: inquiries.number,
			subject: incomingMail.subject,
			text: incomingMail.text,
			folded: incomingMail.folded,
			leftOut: incomingMail.leftOut,
			authentication: incomingMail.authentication,
			explanation: incomingMail.explanation,
		})
		.from(incomingMail)
		.leftJoin(inquiries, eq(inquiries.id, incomingMail.inquiryId))
		.where(ownMail(read, owner))
		.orderBy(asc(incomingMail.receivedAt), asc(incomingMail.id))

export const countGoingMail = (read: Reader, owner: Owner) =>
	read.$count(incomingMail, goingMail(read, owner))

/** What a desk has still to decide on stays until it has. */
export const countWaitingMail = (read: Reader, owner: Owner) =>
	read.$count(incomingMail, and(ownMail(read, owner), eq(incomingMail.state, 'held')))

/** Those that nobody needs go, byte for byte. Those that stay no longer say from where, and only what waits from whom. */
export async function forgetMail(tx: Writer, owner: Owner): Promise<void> {
	const gone = await tx
		.delete(incomingMail)
		.where(goingMail(tx, owner))
		.returning({ rawId: incomingMail.rawId })
	const needed = tx.select({ one: sql`1` }).from(incomingMail).where(eq(incomingMail.rawId, rawMail.id))
	const rawIds = gone.map(({ rawId }) => rawId)
	for (let at = 0; at < rawIds.length; at += 500)
		await tx.delete(rawMail).where(and(inArray(rawMail.id, rawIds.slice(at, at + 500)), notExists(needed)))
	await tx
		.update(incomingMail)
		.set({
			sender: null,
			returnPath: '',
			senderName: sql`case when ${incomingMail.state} = 'held' then ${incomingMail.senderName} end`,
		})
		.where(or(ownMail(tx, owner), isSentBy(owner)))
}
