import { and, eq, gt } from 'drizzle-orm'
import { type Receipt, submitInquiry } from '#app/inquiries/submit.server.ts'
import { profileById } from '#app/jurisdictions/profiles.ts'
import { initialsOf } from '#app/people/name.ts'
import { incomingMail } from '#db/schema/mail.ts'
import type { Reader, Writer } from '#db/store.ts'
import { languageOf } from './language.ts'
import type { Message } from './message.server.ts'
import type { IncomingMail, Placed } from './place.server.ts'

interface Question {
	mail: IncomingMail
	message: Message
	addressee: { bodyId: string; officeId: string | null }
	fileIds: readonly string[]
	profileId: string
	secretKey: string
	now: Date
}

/** Nobody asks more in a day; a machine does, and each of its questions would be answered by a letter. */
const MOST_A_DAY = 20

/**
 * A new question. It is received when its last byte was here, and the rule of registration counts from then. The
 * author is asked to confirm; the term runs meanwhile, because nothing may be refused (APPC 64(1)).
 */
export async function fileQuestion(tx: Writer, question: Question): Promise<Placed> {
	if ((await questionsSince(tx, question)) >= MOST_A_DAY) return { state: 'held', reason: 'too-many' }
	const { mail, message, addressee } = question
	const { inquiryId } = await submitMailed(tx, {
		...question,
		letter: { ...message, receivedAt: mail.receivedAt, id: mail.id },
		...addressee,
	})
	return { state: 'filed', inquiryId }
}

async function questionsSince(read: Reader, { message, mail }: Question): Promise<number> {
	return read.$count(
		incomingMail,
		and(
			eq(incomingMail.sender, message.sender),
			eq(incomingMail.state, 'filed'),
			gt(incomingMail.receivedAt, new Date(mail.receivedAt.getTime() - 86_400_000)),
		),
	)
}

interface Mailed {
	letter: {
		id: string
		sender: string
		senderName: string
		subject: string
		text: string
		receivedAt: Date
	}
	bodyId: string
	officeId: string | null
	/** What the desk chose, where it did. */
	kind?: string
	clerkId?: string | null
	/** Of what must not be answered nobody is asked anything. */
	answerable?: boolean
	fileIds: readonly string[]
	profileId: string
	secretKey: string
	now: Date
}

/** Files a letter that came by mail, for its author or for the clerk who found it in the pen. */
export async function submitMailed(tx: Writer, mailed: Mailed): Promise<Receipt> {
	const { letter, clerkId, answerable = true } = mailed
	const name = letter.senderName || letter.sender
	const firstLine = letter.text.split('\n', 1)[0] ?? ''
	const asksAuthor = answerable && letter.sender !== ''
	return submitInquiry(tx, {
		profileId: mailed.profileId,
		kind: mailed.kind ?? profileById(mailed.profileId).inquiry.by_email.kind,
		channel: 'email',
		// Whether the public may read it is for its author to say, when they confirm it.
		visibility: 'private',
		language: languageOf(`${letter.subject}\n${letter.text}`),
		subject: (letter.subject || firstLine || name).slice(0, 200),
		text: letter.text || letter.subject || name,
		bodyId: mailed.bodyId,
		officeId: mailed.officeId,
		author: {
			personId: null,
			name,
			publicName: initialsOf(name.replace(/@.*/, '')),
			email: asksAuthor ? letter.sender : null,
			assuranceLevel: 0,
		},
		fileIds: mailed.fileIds,
		by: clerkId ? 'clerk' : 'author',
		clerkId: clerkId ?? null,
		unconfirmed: true,
		submissionId: `mail:${letter.id}`,
		secretKey: mailed.secretKey,
		receivedAt: letter.receivedAt,
		now: mailed.now,
	})
}
