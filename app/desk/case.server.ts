import { eq } from 'drizzle-orm'
import type { Opened } from '#app/inquiries/act.server.ts'
import { filedProceeding } from '#app/inquiries/filed.server.ts'
import { legalDay } from '#app/inquiries/submit.server.ts'
import { threadOf } from '#app/inquiries/thread.server.ts'
import type { Handling, Thread } from '#app/inquiries/thread.ts'
import { lawOf } from '#app/jurisdictions/law.server.ts'
import { notFound } from '#app/not-found.ts'
import { type Actor, isOnDesk } from '#app/people/actor.ts'
import { inquiries } from '#db/schema/inquiries.ts'
import type { Reader } from '#db/store.ts'

/** What the desk knows of who filed a case and how; never shown to the public. */
export interface CaseFacts {
	number: string
	subject: string
	language: string
	kind: string
	channel: string
	visibility: string
	receivedAt: Date
	/** Null while the calendar of that year is missing. */
	registeredOn: string | null
	/** How well the author is known: 0 by paper or not at all, 1 e-mail, 2 state identity, 3 digital signature. */
	knownBy: number
	author: {
		name: string
		address: string | null
		email: string | null
		phone: string | null
		/** They have erased their account since. */
		erased: boolean
	}
	joined: number
	/** The question whose answer it shares. */
	follows?: string
	/** The case about which it complains; its file is open to this desk. */
	complaintAbout?: string
}

export interface DeskCase extends Opened {
	thread: Thread
	handling: Handling
	facts: CaseFacts
}

/** A case for the desk of the body that handles it. For everybody else it does not exist. */
export async function caseOnDesk(
	read: Reader,
	actor: Actor,
	proceedingId: string,
	now: Date,
): Promise<DeskCase> {
	const filed = await filedProceeding(read, proceedingId)
	if (!filed || !isOnDesk(actor, filed.proceeding.bodyId)) throw notFound()
	const { inquiry } = filed
	const thread = await threadOf(read, inquiry.number, { actor, now })
	const handling = thread?.handlings.find((one) => one.id === proceedingId)
	if (!thread || !handling) throw notFound()
	const law = await lawOf(read, inquiry.profileId)
	return {
		...filed,
		law,
		today: legalDay(law, now),
		by: '',
		thread,
		handling,
		facts: {
			number: inquiry.number,
			subject: inquiry.subject,
			language: inquiry.language,
			kind: inquiry.kind,
			channel: inquiry.channel,
			visibility: inquiry.visibility,
			receivedAt: inquiry.receivedAt,
			registeredOn: handling.clock.startedOn ? filed.proceeding.registeredOn : null,
			knownBy: inquiry.assuranceLevel,
			author: {
				name: inquiry.authorName,
				address: inquiry.authorAddress,
				email: inquiry.authorEmail,
				phone: inquiry.authorPhone,
				erased: inquiry.publicName === '',
			},
			joined: inquiry.joined,
			follows: await numberOf(read, inquiry.leadId),
			complaintAbout: await numberOf(read, inquiry.complaintAbout),
		},
	}
}

async function numberOf(read: Reader, inquiryId: string | null): Promise<string | undefined> {
	if (!inquiryId) return undefined
	const [row] = await read
		.select({ number: inquiries.number })
		.from(inquiries)
		.where(eq(inquiries.id, inquiryId))
	return row?.number
}
