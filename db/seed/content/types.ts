/** The same words in the three languages of the demo. */
export type Words = { kk: string; ru: string; en: string }
export type Lang = keyof Words

export type BodyCode = 'GOV' | 'ENV' | 'HSG' | 'EDU' | 'TOU' | 'DIG' | 'FIN' | 'TAU' | 'ARL' | 'DIS' | 'PRK'

export type BodySeed = {
	code: BodyCode
	names: Words
	parent: BodyCode | null
	/** ISO 3166-2. */
	region: string
	intakeAddress: string
	/** It answers of its own will: the law on questions does not bind it. */
	unbound?: true
	/** As what it decides on petitions, and of how many people. */
	petitions?: { competence: string; population?: number }
}

export type OfficeSlug =
	| 'env-minister'
	| 'env-vice-minister-water'
	| 'hsg-minister'
	| 'edu-minister'
	| 'edu-vice-minister-kindergartens'
	| 'tou-minister'
	| 'dig-minister'
	| 'fin-minister'
	| 'tau-akim'
	| 'gov-head'
	| 'arl-head'
	| 'dis-head'
	| 'prk-director'

export type OfficeSeed = { slug: OfficeSlug; body: BodyCode; names: Words; about: Words }

export type OfficialKey =
	| 'O1'
	| 'O2'
	| 'O3'
	| 'O4'
	| 'O5'
	| 'O6'
	| 'O7'
	| 'O8'
	| 'O9'
	| 'O10'
	| 'O11'
	| 'O12'
	| 'O13'
	| 'O14'

export type TenureSeed = {
	office: OfficeSlug
	/** Whole months before now. */
	startedMonthsAgo: number
	/** Whole months before now; null while the official holds the office. */
	endedMonthsAgo: number | null
	/** Said instead of the office's name when the holder only acted in it. */
	title?: Words
}

export type OfficialSeed = {
	key: OfficialKey
	names: Words
	biography: Words
	tenures: readonly TenureSeed[]
}

/**
 * A moment relative to now, so that the demo stays fresh. `at` is local time of the jurisdiction.
 * `wd`: that many working days from today (negative is past).
 * `saturdayBefore`: the last Saturday before the working day that many working days from today.
 * `monthDay`: the latest past day with this month and day.
 * `day`: the day of the clock, counted from registration (day 0), as the law counts.
 */
export type When =
	| { wd: number; at: string }
	| { saturdayBefore: number; at: string }
	| { monthDay: string; at: string }
	| { day: number; at: string }

/**
 * Texts of inquiries and answers may hold `{wd-10}` or `{wd+12}`: the day that many working days from
 * today, to be written out in the language of the text. It stands only where no case ending is needed.
 */
export type Text = string

export type PostKey = 'P1' | 'P4' | 'P6' | 'P7' | 'P10' | 'P11' | 'P12' | 'P13' | 'P14'
export type Topic =
	| 'air'
	| 'water'
	| 'housing'
	| 'school'
	| 'kindergarten'
	| 'internet'
	| 'procurement'
	| 'city'
	| 'waste'

export type PostSeed = {
	key: PostKey
	kind: 'post'
	slug: string
	office: OfficeSlug
	by: OfficialKey
	topics: readonly Topic[]
	state: 'published' | 'scheduled' | 'draft'
	/** When it was or will be published; for a draft, when it was last written to. */
	when: When
	title: Words
	summary: Words
	/** Markdown. */
	body: Words
	/** The picture itself is drawn by code; `seed` makes it the same each time. */
	picture?: { seed: number; alt: Words; caption: Words }
	/** A published revision: the first version said `was` where `body` now says `now` (found exactly once). */
	correction?: { when: When; note: Words; was: Words; now: Words }
}

export type Kind = 'application' | 'complaint' | 'message' | 'suggestion' | 'response' | 'request'
export type Channel = 'web' | 'email' | 'sms' | 'clerk'
export type DeskRole = 'clerk' | 'executor' | 'approver'
export type MemberKey = `${BodyCode}-${DeskRole}`
export type AskerKey = `C${string}`

export type PromiseSeed = { text: Words; due: When }
export type AttachmentSeed = { name: string; type: string; describes: Words; content: string }

export type AnswerSeed = {
	result: 'satisfied' | 'partly' | 'refused' | 'explained' | 'noted'
	reasons: Text
	law: Text
	/** Each argument of the author, and the concrete fact that confirms or refutes it. */
	facts: readonly { argument: Text; fact: Text }[]
	/** Markdown, in the language of the inquiry. */
	body: Text
	/** A short account for readers in the other languages. */
	translations?: Partial<Words>
	promises?: readonly PromiseSeed[]
	attachments?: readonly AttachmentSeed[]
	/** The passages of `body` (each found exactly once) that the public version replaces, and why. */
	redactions?: readonly { passage: Text; shown: Text; reason: Text }[]
}

export type ActSeed =
	| { act: 'confirm'; when: When }
	| { act: 'assign'; when: When; by: MemberKey; to: MemberKey; unit?: Words }
	| { act: 'note'; when: When; by: MemberKey; text: Text }
	| { act: 'redirect'; when: When; by: MemberKey; to: BodyCode; part: Text | 'whole'; reason: Text }
	| { act: 'ask-correction'; when: When; by: MemberKey; text: Text; until: When }
	| { act: 'correct'; when: When; text: Text }
	| { act: 'warn'; when: When; by: MemberKey; text: Text }
	| { act: 'return'; when: When; by: MemberKey; reason: Text }
	| { act: 'extend'; when: When; by: MemberKey; until: When; reason: Text; told: When }
	| { act: 'terminate'; when: When; by: MemberKey; ground: TerminationGround; reason: Text }
	| { act: 'merge'; when: When; by: MemberKey; into: InquiryKey; reason: Text }
	| { act: 'draft'; when: When; by: MemberKey; answer: AnswerSeed; waitsFor?: MemberKey }
	| { act: 'answer-in-part'; when: When; by: MemberKey; text: Text }
	| { act: 'answer'; when: When; by: MemberKey; signedBy: OfficialKey; answer: AnswerSeed }
	| { act: 'rate'; when: When; answered: Rating; helped: boolean; comment?: Text }
	| { act: 'rate-many'; when: When; yes: number; partly: number; no: number }
	| { act: 'follow-up'; when: When; text: Text }
	| { act: 'complain'; when: When; to: BodyCode; text: Text }
	| { act: 'ask-redaction'; when: When; of: string; passage: Text; reason: Text }
	| { act: 'calendar-change'; when: When; dayOff: When; name: Words; source: Words }

export type Rating = 'yes' | 'partly' | 'no'
export type TerminationGround = 'repeat_no_new_arguments' | 'anonymous' | 'no_substance' | 'withdrawn'
export type InquiryKey = `Q${number}`

export type InquirySeed = {
	key: InquiryKey
	office: OfficeSlug
	/** Put under this post; on the office's page when absent. */
	post?: PostKey
	channel: Channel
	kind: Kind
	visibility: 'public' | 'private'
	lang: Lang
	asker: AskerKey
	received: When
	subject: Words
	/** In `lang` only. */
	text: Text
	/** Short renderings for readers in the other languages. */
	translations?: Partial<Words>
	/** People with neutral names who joined this question. */
	joiners?: number
	/** The same text was sent by so many people, the asker among them. */
	identical?: number
	acts: readonly ActSeed[]
}

export type AskerSeed = { key: AskerKey; names: Words; email: string; lang: Lang }
export type MemberSeed = { key: MemberKey; body: BodyCode; role: DeskRole; names: Words; email: string }
export type StaffSeed = {
	role: 'administrator' | 'overseer' | 'moderator'
	names: Words
	email: string
}

export type SnippetSeed = { key: string; title: { kk: string; ru: string }; text: { kk: string; ru: string } }

/** `{n}` is any number and stands only after №; `{place}` is a name from `places`, needing no case ending. */
export type BackgroundSeed = {
	key: `B${number}`
	body: BodyCode
	kind: Kind
	lang: 'kk' | 'ru'
	subject: string
	text: string
}

export type PetitionKey = `T${number}`
export type PetitionText = { title: string; substance: string; arguments: string; proposals: string }

export type PetitionSeed = {
	key: PetitionKey
	to: BodyCode
	author: AskerKey
	/** The language of record; the other two are translations. */
	lang: Lang
	/** The group in whose name the author acts. */
	representing?: Words
	texts: Record<Lang, PetitionText>
}
