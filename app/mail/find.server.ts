import { and, asc, count, desc, eq, inArray, isNull, or, type SQL } from 'drizzle-orm'
import { type Actor, bodiesWith, hasRole, isOnDesk } from '#app/people/actor.ts'
import { bodies } from '#db/schema/bodies.ts'
import { inquiries, proceedings } from '#db/schema/inquiries.ts'
import { incomingMail, type MailState, rawMail } from '#db/schema/mail.ts'
import { people } from '#db/schema/people.ts'
import type { Reader } from '#db/store.ts'
import type { MailFilter } from './filters.ts'

export const MAIL_A_PAGE = 25

const STATES = {
	held: ['held', 'waiting'],
	'set-aside': ['set_aside', 'same'],
	decided: ['returned', 'discarded'],
	placed: ['filed', 'added', 'corrected', 'drafted'],
} as const satisfies Record<MailFilter, readonly MailState[]>

/** Mail to the desks of this person; what names no body is the administrator's. */
function mailOf(actor: Actor): SQL | undefined {
	const held = bodiesWith(actor, ['clerk', 'executor', 'approver'])
	return or(
		inArray(incomingMail.bodyId, held.length > 0 ? held : ['']),
		hasRole(actor, 'administrator') ? isNull(incomingMail.bodyId) : undefined,
	)
}

export async function mailList(read: Reader, actor: Actor, filter: MailFilter, page: number) {
	const chosen = and(mailOf(actor), inArray(incomingMail.state, [...STATES[filter]]))
	const rows = await read
		.select({
			id: incomingMail.id,
			state: incomingMail.state,
			reason: incomingMail.reason,
			recipient: incomingMail.recipient,
			sender: incomingMail.sender,
			senderName: incomingMail.senderName,
			subject: incomingMail.subject,
			receivedAt: incomingMail.receivedAt,
			number: inquiries.number,
		})
		.from(incomingMail)
		.leftJoin(inquiries, eq(inquiries.id, incomingMail.inquiryId))
		.where(chosen)
		// The oldest first of what waits: its term may be running already.
		.orderBy((filter === 'held' ? asc : desc)(incomingMail.receivedAt), asc(incomingMail.id))
		.limit(MAIL_A_PAGE)
		.offset((page - 1) * MAIL_A_PAGE)
	const [total] = await read.select({ n: count() }).from(incomingMail).where(chosen)
	return { rows, total: total?.n ?? 0 }
}

/** How many messages wait for a decision of these desks. */
export async function heldMail(read: Reader, actor: Actor): Promise<number> {
	return read.$count(incomingMail, and(mailOf(actor), eq(incomingMail.state, 'held')))
}

/** One message, for the desk that it was sent to or that has the case it belongs to; undefined for others. */
export async function mailFor(read: Reader, id: string, actor: Actor) {
	const [row] = await read
		.select({ mail: incomingMail, body: bodies, number: inquiries.number, decider: people.fullName })
		.from(incomingMail)
		.leftJoin(bodies, eq(bodies.id, incomingMail.bodyId))
		.leftJoin(inquiries, eq(inquiries.id, incomingMail.inquiryId))
		.leftJoin(people, eq(people.id, incomingMail.decidedBy))
		.where(eq(incomingMail.id, id))
	return row && (await mayRead(read, row.mail, actor)) ? row : undefined
}

async function mayRead(
	read: Reader,
	{ bodyId, inquiryId }: typeof incomingMail.$inferSelect,
	actor: Actor,
): Promise<boolean> {
	if (bodyId ? isOnDesk(actor, bodyId) : hasRole(actor, 'administrator')) return true
	if (!inquiryId) return false
	const handled = await read
		.select({ bodyId: proceedings.bodyId })
		.from(proceedings)
		.where(eq(proceedings.inquiryId, inquiryId))
	return handled.some((one) => isOnDesk(actor, one.bodyId))
}

/** The message byte for byte, as it came. */
export async function rawOf(read: Reader, rawId: string): Promise<Buffer | undefined> {
	const [row] = await read.select({ bytes: rawMail.bytes }).from(rawMail).where(eq(rawMail.id, rawId))
	return row?.bytes
}

/** What came by mail to one case, for its desk. */
export async function mailOfCase(read: Reader, inquiryId: string) {
	return read
		.select({
			id: incomingMail.id,
			state: incomingMail.state,
			sender: incomingMail.sender,
			receivedAt: incomingMail.receivedAt,
			folded: incomingMail.folded,
			authentication: incomingMail.authentication,
			leftOut: incomingMail.leftOut,
		})
		.from(incomingMail)
		.where(eq(incomingMail.inquiryId, inquiryId))
		.orderBy(asc(incomingMail.receivedAt), asc(incomingMail.id))
}
