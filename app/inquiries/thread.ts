import type { Strip } from '#app/clocks/strip.ts'
import type { Clock } from '#app/deadlines/clock.ts'
import type { Day } from '#app/deadlines/day.ts'
import type { AttachedFile } from '#app/files/attached-file.ts'
import type { ToldNotice } from '#app/notices/told-notice.ts'
import type { PromiseMade } from '#app/promises/promise-made.ts'
import type { ShownSignature } from '#app/signatures/shown-signature.ts'
import type { InquiryState, ProceedingState } from '#db/schema/inquiries.ts'
import type { InquiryAct } from './inquiry.ts'

/** The same words in each language. */
export interface Names {
	kk: string
	ru: string
	en: string
}

export interface NamedBody {
	id: string
	code: string
	names: Names
	/** Whether the law obliges it to answer what comes now; where that is asked. */
	bound?: boolean
}

export interface NamedOffice {
	id: string
	slug: string
	names: Names
}

/** The steps of the record that the thread tells, in the words of the law and the citizen. */
export const ENTRY_TYPES = [
	'registered',
	'dated',
	'assigned',
	'redirected',
	'redirected_in_part',
	'returned_for_correction',
	'corrected',
	'confirmed',
	'denied',
	'added',
	'returned',
	'extended',
	'extension_told',
	'terminated',
	'answered',
	'answered_in_part',
	'merged',
	'withdrawn',
	'complained',
	'followed_up',
	'rated',
	'promise_kept',
	'promise_lapsed',
	'breached',
	'shifted',
	'notice_undelivered',
	'author_erased',
] as const
export type EntryType = (typeof ENTRY_TYPES)[number]

export const isEntryType = (type: string): type is EntryType =>
	(ENTRY_TYPES as readonly string[]).includes(type)

/** One step of the dated record, with what it speaks of. */
export interface Entry {
	key: number
	type: EntryType
	at: Date
	on: Day
	proceedingId: string | null
	body?: NamedBody
	office?: NamedOffice
	channel?: string
	/** Registered on a day that could not be named, for want of a calendar. */
	awaitsCalendar?: boolean
	/** At a body that the law does not bind. */
	unbound?: boolean
	/** The day of registration that was named afterwards. */
	registeredOn?: Day
	/** The due day at that step; of a breach, the day that went by. */
	dueOn?: Day
	from?: Day
	until?: Day
	reason?: string
	part?: string
	ground?: string
	late?: boolean
	/** Of a breach: which duty, whether it counts as a refusal, and when it was done after all. */
	duty?: string
	refusal?: boolean
	mendedAt?: Date
	/** Of an assignment: it was taken back. */
	takenBack?: boolean
	/** The number of another question that the step speaks of. */
	number?: string
	text?: string
	html?: string
	/** Of a part of the answer: its language, who signed it, and by which id it may be reported. */
	language?: string
	signerName?: string
	reportable?: string
	/** Why a moderator keeps its text from the viewer. */
	hiddenFor?: string
	files?: AttachedFile[]
	answered?: boolean
	helped?: boolean
	/** Which letter did not reach the author. */
	notice?: string
	/** The calendar entry that moved the due day. */
	cause?: { day: Day; titles: Names; source: string; removed: boolean }
}

/** One body's handling of the question, under its own clock. */
export interface Handling {
	id: string
	ordinal: number
	body: NamedBody
	office?: NamedOffice
	part: string | null
	state: ProceedingState
	registeredOn: Day
	rule: string
	/** Where the law sets the term: 'APPC 76(1)'. */
	article?: string
	dueOn: Day | null
	correctBy: Day | null
	breachedAt: Date | null
	clock: Clock
	strip: Strip
	/** What follows in law when its term ends in silence: codes of the profile. */
	silence: string[]
	/** What the viewer may do to it now. */
	acts: InquiryAct[]
}

export interface Letter {
	id: string
	/** Undefined when a moderator has hidden it from the viewer. */
	html?: string
	hiddenFor?: string
	/** Passages are left out of what this viewer reads, and why. */
	redactionReason?: string
	language: string
	outcome: string
	reasons?: string
	law: string
	facts?: string
	appeal: string
	signedAt: Date
	signedOn: Day
	signerName: string
	late: boolean
	body?: NamedBody
	office?: NamedOffice
	/** It was written to the question that this one joined. */
	inherited: boolean
	/** The official's digital signature over it. */
	signature?: ShownSignature
	files: AttachedFile[]
	promises: PromiseMade[]
}

export interface Related {
	number: string
	/** Undefined when a moderator has hidden it from this viewer. */
	subject?: string
}

/** A question with its whole record, as this viewer may see it. */
export interface Thread {
	id: string
	number: string
	kind: string
	procedure: string
	profileId: string
	visibility: 'public' | 'private'
	state: InquiryState
	language: string
	receivedAt: Date
	registeredOn: Day
	body: NamedBody
	office?: NamedOffice
	post?: { id: string; titles: Partial<Record<string, string>> }
	/**
	 * The name the public reads, empty once its owner has erased it; the author and the desk read the full one. Undefined where
	 * the viewer follows the clock alone.
	 */
	author?: string
	/** How well the author is known, never who they are: 1 e-mail, 2 state identity, 3 digital signature. */
	knownBy: number
	/** Undefined when a moderator has hidden it from this viewer, or it is not public and the viewer only follows its clock. */
	question?: {
		subject: string
		html: string
		files: AttachedFile[]
		/** The author's digital signature over it, for the author and the desk. */
		signature?: ShownSignature
		/** What the letter quoted, and its signature: for its author and the desk. */
		folded?: string
	}
	/** Of a question that came by e-mail, for its author and the desk. */
	confirmation?: 'awaited' | 'confirmed' | 'denied'
	hidden?: { reason: string; explanation: string; at: Date }
	joined: number
	lead?: Related
	followUpOf?: Related
	complaintAbout?: Related
	followUps: Related[]
	complaints: Related[]
	handlings: Handling[]
	entries: Entry[]
	letters: Letter[]
	/** What the author was sent and whether it arrived; for the author and the desk. */
	notices: ToldNotice[]
	satisfaction?: { answered: boolean; helped: boolean }
	viewer: { author: boolean; desk: boolean; insider: boolean }
	/** Which term is running or ran last. */
	today: Day
}
