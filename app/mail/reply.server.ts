import { appealText } from '#app/desk/appeal.server.ts'
import { answerLanguage } from '#app/desk/draft-view.server.ts'
import type { StoredFile } from '#app/files/accept.server.ts'
import { attach } from '#app/files/attach.server.ts'
import { addToInquiry } from '#app/inquiries/add.server.ts'
import { addNote } from '#app/inquiries/assign.server.ts'
import { openCorrection, submitCorrection } from '#app/inquiries/correct.server.ts'
import { releaseDraft, saveDraft, takeDraft } from '#app/inquiries/draft.server.ts'
import {
	filedProceeding,
	type Inquiry,
	inquiryById,
	type Proceeding,
	proceedingsOf,
} from '#app/inquiries/filed.server.ts'
import { lawOf } from '#app/jurisdictions/law.server.ts'
import { authorAddress } from '#app/notices/notice.server.ts'
import { type Actor, isOnDesk } from '#app/people/actor.ts'
import { foldEmail } from '#app/people/email.ts'
import { personByEmail, rolesHeldBy } from '#app/people/find.server.ts'
import type { Reader, Writer } from '#db/store.ts'
import type { Side } from './address.server.ts'
import type { Message } from './message.server.ts'
import type { IncomingMail, Placed } from './place.server.ts'

interface Reply {
	mail: IncomingMail
	message: Message
	addressee: { inquiryId: string; side: Side }
	files: readonly StoredFile[]
	fileIds: readonly string[]
	now: Date
}

/** A reply to the address of a thread: who has it was written to, and still must write from their own address. */
export async function placeReply(tx: Writer, reply: Reply): Promise<Placed> {
	const inquiry = await inquiryById(tx, reply.addressee.inquiryId)
	if (!inquiry) return { state: 'held', reason: 'nobody' }
	return reply.addressee.side === 'author'
		? placeAuthorsReply(tx, inquiry, reply)
		: placeDesksReply(tx, inquiry, reply)
}

async function placeAuthorsReply(tx: Writer, inquiry: Inquiry, reply: Reply): Promise<Placed> {
	// Whoever confirmed it under an account may go on writing from where it came.
	const known = [(await authorAddress(tx, inquiry))?.email, inquiry.authorEmail]
	if (!known.some((email) => email && foldEmail(email) === reply.message.sender))
		return { state: 'held', reason: 'other-sender' }
	return addForAuthor(tx, inquiry.id, {
		text: reply.message.text,
		fileIds: reply.fileIds,
		now: reply.mail.receivedAt,
	})
}

/** What was asked for mends the filing; anything else is kept with the case. */
export async function addForAuthor(
	tx: Writer,
	inquiryId: string,
	{ text, fileIds, now }: { text: string; fileIds: readonly string[]; now: Date },
): Promise<Placed> {
	const actor: Actor = { personId: null, roles: [], level: 0, receiptOf: inquiryId }
	const proceedings = await proceedingsOf(tx, inquiryId)
	const paused = proceedings.find(({ state }) => state === 'paused')
	const [asked] = paused ? await openCorrection(tx, paused.id) : []
	if (paused && asked) {
		const corrected = await submitCorrection(tx, {
			proceedingId: paused.id,
			actor,
			// What was here before it was asked for answers at once.
			now: now > asked.requestedAt ? now : asked.requestedAt,
			reply: text,
			fileIds,
		})
		if (corrected.ok) return { state: 'corrected', inquiryId }
	}
	const latest = proceedings.findLast(({ state }) => state === 'open') ?? proceedings.at(-1)
	if (!latest) throw new Error(`the inquiry ${inquiryId} has no proceeding`)
	const added = await addToInquiry(tx, { proceedingId: latest.id, actor, now, text, fileIds })
	if (!added.ok) throw new Error(`could not be added: ${added.refusal}`)
	return { state: 'added', inquiryId }
}

/**
 * An official answers the notice. What they wrote becomes the draft with its files where there is none yet, else a
 * note beside it, which holds none: no mail overwrites a draft, and none is signed by mail.
 */
async function placeDesksReply(tx: Writer, inquiry: Inquiry, reply: Reply): Promise<Placed> {
	const official = await officialBy(tx, reply.message.sender)
	const all = await proceedingsOf(tx, inquiry.id)
	const mine = all.filter((proceeding) => official && isOnDesk(official, proceeding.bodyId))
	const proceeding = mine.find(({ stage }) => stage === 'desk') ?? mine.at(-1)
	if (!official || !proceeding) return { state: 'held', reason: 'not-on-desk' }
	const acting = { proceedingId: proceeding.id, actor: official, now: reply.now }
	if (await draftFrom(tx, { ...reply, inquiry, proceeding, acting }))
		return { state: 'drafted', inquiryId: inquiry.id }
	const noted = await addNote(tx, { ...acting, text: reply.message.text.slice(0, 5000) })
	if (!noted.ok) return { state: 'held', reason: 'not-on-desk' }
	const leftOut = reply.files.map(({ name }) => ({ name, refusal: 'note' }))
	return { state: 'added', inquiryId: inquiry.id, leftOut }
}

async function officialBy(read: Reader, email: string): Promise<Actor | undefined> {
	const person = await personByEmail(read, email)
	if (!person?.emailConfirmedAt) return undefined
	// A mail shows nothing of who sent it: enough for a draft, and for nothing that has legal effect.
	return { personId: person.id, roles: await rolesHeldBy(read, person.id), level: 0 }
}

interface Drafting extends Pick<Reply, 'message' | 'fileIds'> {
	inquiry: Inquiry
	proceeding: Proceeding
	acting: { proceedingId: string; actor: Actor; now: Date }
}

/** Whether it became the draft: the case allows one, and nobody has written or holds one. */
async function draftFrom(
	tx: Writer,
	{ inquiry, proceeding, acting, message, fileIds }: Drafting,
): Promise<boolean> {
	const filed = await filedProceeding(tx, proceeding.id)
	if (!filed) return false
	const law = await lawOf(tx, inquiry.profileId)
	const language = answerLanguage(inquiry.language)
	const taken = await takeDraft(tx, {
		...acting,
		language,
		outcome: law.profile.inquiry.procedures[inquiry.procedure]?.outcomes[0] ?? '',
		appeal: await appealText(tx, { law, body: filed.body }, language),
	})
	if (!taken.ok) return false
	const { body, version, promises, publicBody, redactionReason, outcome, reasons, facts, appeal } =
		taken.value
	const isEmpty = body.trim() === ''
	if (isEmpty) {
		await saveDraft(tx, {
			...acting,
			version,
			text: {
				...{ language: taken.value.language, law: taken.value.law },
				...{ outcome, reasons, facts, appeal, publicBody, redactionReason, promises },
				body: message.text,
			},
		})
		await attach(tx, 'draft', proceeding.id, fileIds, false)
	}
	await releaseDraft(tx, acting)
	return isEmpty
}
