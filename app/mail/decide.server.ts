import { eq } from 'drizzle-orm'
import { proceedingsOf } from '#app/inquiries/filed.server.ts'
import { legalDay } from '#app/inquiries/submit.server.ts'
import { lawOf } from '#app/jurisdictions/law.server.ts'
import { write as writeNotice } from '#app/notices/notice.server.ts'
import { done, type Outcome, refused } from '#app/outcome.ts'
import { type Actor, actingAs, hasRole, hasRoleIn } from '#app/people/actor.ts'
import { record } from '#app/register/record.server.ts'
import { bodies } from '#db/schema/bodies.ts'
import { incomingMail } from '#db/schema/mail.ts'
import type { Writer } from '#db/store.ts'
import { languageOf } from './language.ts'
import type { IncomingMail } from './place.server.ts'
import { submitMailed } from './question.server.ts'
import { addForAuthor } from './reply.server.ts'

interface Deciding {
	mailId: string
	actor: Actor
	profileId: string
	now: Date
}

type Refusal = 'not-allowed' | 'not-found' | 'wrong-state'

const DECIDERS = ['clerk', 'approver'] as const

/** The clerk of the body decides; of what no body was named the administrator. */
export const mayDecide = (actor: Actor, { bodyId }: Pick<IncomingMail, 'bodyId'>) =>
	bodyId ? hasRoleIn(actor, bodyId, DECIDERS) : hasRole(actor, 'administrator')

/** What is held, or was set aside and turns out to be from a human. */
export const isUndecided = ({ state }: IncomingMail) => state === 'held' || state === 'set_aside'

async function openMail(tx: Writer, { mailId, actor }: Deciding): Promise<Outcome<IncomingMail, Refusal>> {
	const [mail] = await tx.select().from(incomingMail).where(eq(incomingMail.id, mailId))
	if (!mail) return refused('not-found')
	if (!mayDecide(actor, mail)) return refused('not-allowed')
	return isUndecided(mail) ? done(mail) : refused('wrong-state')
}

/** A machine, or a forger, is not asked anything: its letter would reach nobody, or somebody else. */
export const isAnswerable = ({ sender, returnPath, reason }: IncomingMail) =>
	Boolean(sender && returnPath) && !['forged', 'own-address', 'bounce', 'automatic'].includes(reason ?? '')

/** Makes it a question to its body. The term runs from the moment the message came, however long it was held. */
export async function fileHeldMail(
	tx: Writer,
	act: Deciding & {
		kind: string
		subject: string
		text: string
		fileIds: readonly string[]
		secretKey: string
	},
): Promise<Outcome<{ proceedingId: string }, Refusal | 'no-kind'>> {
	const opened = await openMail(tx, act)
	if (!opened.ok) return opened
	const mail = opened.value
	if (!mail.bodyId) return refused('wrong-state')
	const law = await lawOf(tx, act.profileId)
	if (!Object.hasOwn(law.profile.inquiry.kinds, act.kind)) return refused('no-kind')
	const receipt = await submitMailed(tx, {
		...act,
		letter: {
			id: mail.id,
			sender: mail.sender ?? '',
			senderName: mail.senderName ?? '',
			subject: act.subject,
			text: act.text,
			receivedAt: mail.receivedAt,
		},
		bodyId: mail.bodyId,
		officeId: mail.officeId,
		clerkId: act.actor.personId,
		answerable: isAnswerable(mail),
	})
	await decided(tx, act, mail, { state: 'filed', inquiryId: receipt.inquiryId })
	return done({ proceedingId: receipt.proceedingId })
}

/** Puts it to a case of the same body, as what its author wrote: the clerk answers for that it is theirs. */
export async function attachHeldMail(
	tx: Writer,
	act: Deciding & { inquiryId: string; text: string; fileIds: readonly string[] },
): Promise<Outcome<{ proceedingId: string }, Refusal | 'no-such-case'>> {
	const opened = await openMail(tx, act)
	if (!opened.ok) return opened
	const mail = opened.value
	const handled = await proceedingsOf(tx, act.inquiryId)
	const own = handled.findLast(({ bodyId }) => hasRoleIn(act.actor, bodyId, DECIDERS))
	if (!own) return refused('no-such-case')
	// The author answered when it came: the body gains no time by deciding late.
	const placed = await addForAuthor(tx, act.inquiryId, { ...act, now: mail.receivedAt })
	await decided(tx, act, mail, placed)
	return done({ proceedingId: own.id })
}

/** Tells the sender that it goes no further, and why. */
export async function returnHeldMail(
	tx: Writer,
	act: Deciding & { explanation: string },
): Promise<Outcome<null, Refusal | 'not-answerable'>> {
	const opened = await openMail(tx, act)
	if (!opened.ok) return opened
	const mail = opened.value
	if (!isAnswerable(mail)) return refused('not-answerable')
	await writeNotice(tx, {
		notice: 'mail-returned',
		recipient: String(mail.sender),
		language: languageOf(`${mail.subject}\n${mail.text}`),
		values: { text: mail.subject, reason: act.explanation, path: '/inquiries/new' },
		once: `mail-returned:${mail.id}`,
		now: act.now,
	})
	await decided(tx, act, mail, { state: 'returned' })
	return done(null)
}

/** Puts it away. The message is kept, with who decided and why. */
export async function discardHeldMail(
	tx: Writer,
	act: Deciding & { explanation: string },
): Promise<Outcome<null, Refusal>> {
	const opened = await openMail(tx, act)
	if (!opened.ok) return opened
	await decided(tx, act, opened.value, { state: 'discarded' })
	return done(null)
}

/** Gives it to the desk of the body that it is for. */
export async function passHeldMail(
	tx: Writer,
	act: Deciding & { bodyId: string },
): Promise<Outcome<null, Refusal | 'no-body'>> {
	const opened = await openMail(tx, act)
	if (!opened.ok) return opened
	const [body] = await tx.select().from(bodies).where(eq(bodies.id, act.bodyId))
	if (!body || body.closedAt || body.id === opened.value.bodyId) return refused('no-body')
	await tx
		.update(incomingMail)
		.set({ bodyId: body.id, officeId: null, state: 'held' })
		.where(eq(incomingMail.id, act.mailId))
	await recordDecision(tx, act, opened.value, 'passed', body.id)
	return done(null)
}

async function decided(
	tx: Writer,
	act: Deciding & { explanation?: string },
	mail: IncomingMail,
	{ state, inquiryId }: Pick<IncomingMail, 'state'> & { inquiryId?: string },
): Promise<void> {
	await tx
		.update(incomingMail)
		.set({
			state,
			inquiryId: inquiryId ?? mail.inquiryId,
			decidedBy: act.actor.personId,
			decidedAt: act.now,
			explanation: act.explanation ?? null,
		})
		.where(eq(incomingMail.id, mail.id))
	await recordDecision(tx, act, mail, state)
}

/** What was decided is on the record of the body; what the message says is not. */
async function recordDecision(
	tx: Writer,
	act: Deciding,
	mail: IncomingMail,
	decision: string,
	bodyId = mail.bodyId,
): Promise<void> {
	if (!bodyId) return
	const law = await lawOf(tx, act.profileId)
	await record(tx, {
		subject: 'body',
		subjectId: bodyId,
		type: 'mail_decided',
		at: act.now,
		on: legalDay(law, act.now),
		by: mail.bodyId ? actingAs(act.actor, mail.bodyId, DECIDERS) : 'administrator',
		personId: act.actor.personId,
		details: { mailId: mail.id, decision, reason: mail.reason },
		now: act.now,
	})
}
