import {
	bytes,
	check,
	choice,
	id,
	index,
	instant,
	integer,
	json,
	table,
	text,
	uniqueIndex,
} from '../columns.ts'
import { bodies, offices } from './bodies.ts'
import { inquiries } from './inquiries.ts'
import { oneOf } from './one-of.ts'

/** A message as it came, byte for byte. It is committed before the sender is told that it was taken. */
export const rawMail = table('raw_mail', {
	id: id(),
	bytes: bytes('bytes').notNull(),
	size: integer('size').notNull(),
})

/**
 * Where a message stands: not looked at yet; become a question, a part of a case, a draft; held for the desk
 * to decide; set aside because a machine wrote it; the same as one that came before; decided upon.
 */
export const MAIL_STATES = [
	'waiting',
	'filed',
	'added',
	'corrected',
	'drafted',
	'held',
	'set_aside',
	'same',
	'returned',
	'discarded',
] as const
export type MailState = (typeof MAIL_STATES)[number]

/** What the mail systems on the way, and the signature of the sender's domain, say of where it came from. */
export interface Authentication {
	spf: string
	dkim: string
	dmarc: string
	arc: string
	/** What the domain asks to be done with a message that fails DMARC. */
	policy: string
}

/** One message to one of our addresses. */
export const incomingMail = table(
	'incoming_mail',
	{
		id: id(),
		rawId: text('raw_id')
			.notNull()
			.references(() => rawMail.id),
		/** The address it was sent to, as the mail server named it. */
		recipient: text('recipient').notNull(),
		/** Of the envelope: where a failure is told. Empty for what must never be answered. */
		returnPath: text('return_path').notNull(),
		clientAddress: text('client_address'),
		clientName: text('client_name'),
		/** When its last byte was here: the moment at which a question is received in law. */
		receivedAt: instant('received_at').notNull(),
		state: choice('state', MAIL_STATES).notNull().default('waiting'),
		/** Why it is held or set aside. */
		reason: text('reason'),
		/** Counted before each look: what breaks the reader is not read for ever. */
		attempts: integer('attempts').notNull().default(0),
		/** Whoever looks at it has until then. */
		claimedUntil: instant('claimed_until'),
		placedAt: instant('placed_at'),
		/** Two messages with the same are one message that came twice. */
		sameness: text('sameness'),
		messageId: text('message_id'),
		sender: text('sender'),
		senderName: text('sender_name'),
		subject: text('subject'),
		/** What its author wrote. */
		text: text('text'),
		/** What they quoted, and their signature: folded away, never lost. */
		folded: text('folded'),
		authentication: json<Authentication>('authentication'),
		/** Files that could not be taken, and why; they are still in the raw message. */
		leftOut: json<{ name: string; refusal: string }[]>('left_out'),
		bodyId: text('body_id').references(() => bodies.id),
		officeId: text('office_id').references(() => offices.id),
		inquiryId: text('inquiry_id').references(() => inquiries.id, { onDelete: 'set null' }),
		/** What the desk decided of a held message. */
		decidedBy: text('decided_by'),
		decidedAt: instant('decided_at'),
		explanation: text('explanation'),
	},
	(mail) => [
		index('incoming_mail_waiting').on(mail.state, mail.receivedAt),
		index('incoming_mail_body').on(mail.bodyId, mail.state, mail.receivedAt),
		index('incoming_mail_inquiry').on(mail.inquiryId),
		index('incoming_mail_sender').on(mail.sender, mail.receivedAt),
		uniqueIndex('incoming_mail_sameness').on(mail.sameness),
		index('incoming_mail_raw').on(mail.rawId),
		check('incoming_mail_state', oneOf(mail.state, MAIL_STATES)),
	],
)

/** What the author wrote to their own case without being asked: kept with it, for the desk alone. */
export const additions = table(
	'additions',
	{
		id: id(),
		inquiryId: text('inquiry_id')
			.notNull()
			.references(() => inquiries.id, { onDelete: 'cascade' }),
		text: text('text').notNull(),
		html: text('html').notNull(),
		at: instant('at').notNull(),
	},
	(addition) => [index('additions_inquiry').on(addition.inquiryId, addition.at)],
)
