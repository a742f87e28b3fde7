import type { Words } from '#db/schema/bodies.ts'
import type {
	Affiliation,
	DossierParty,
	HearingDuty,
	HearingForm,
	HearingOfficer,
	Position,
	protocols,
	RemarkState,
} from '#db/schema/hearings.ts'

/**
 * What a protocol says, drawn from the record: the page, the PDF and the JSON show this and nothing else. Moments are
 * ISO 8601 in UTC. Nothing in it depends on when it is drawn up, so that the same record gives the same hash.
 */
export interface ProtocolContent {
	hearing: {
		number: string
		form: HearingForm
		/** Held by a civic group on its own: no stage of the law. */
		civic: boolean
		profile: string
		language: string
		authority: Words | null
		initiator: { name: string; code: string | null; contact: string }
		legalGround: string
		territories: string[]
		texts: { language: string; title: string; place: string }[]
		repeatOf: string | null
		announcedAt: string | null
		startsAt: string | null
		endsOn: string | null
		remarksUntil: string | null
		startedAt: string | null
		endedAt: string | null
	}
	/** Where it did not take place. */
	notHeld: { ground: string; reason: string } | null
	officers: { role: HearingOfficer; name: string; position: string }[]
	channels: {
		notice: number
		channel: string
		name: string
		language: string
		publishedOn: string
		link: string | null
		sha256: string | null
	}[]
	dossier: {
		party: DossierParty
		author: string
		versions: {
			version: number
			title: string
			language: string
			sha256: string
			addedAt: string
			frozen: boolean
			material: boolean | null
			reason: string | null
		}[]
	}[]
	attendance: { affiliation: Affiliation; registered: number; came: number; inHall: number }[]
	participants: { name: string; affiliation: Affiliation; representing: string | null; inHall: boolean }[]
	agenda: {
		titles: Words
		minutes: number
		startedAt: string | null
		endedAt: string | null
		speeches: ProtocolSpeech[]
	}[]
	/** Those called outside of any item of the agenda. */
	speeches: ProtocolSpeech[]
	groups: ProtocolGroup[]
	/** How many were taken back by those who made them, and so are not in it (ENV 73(13)1). */
	withdrawn: number
	questions: {
		text: string
		language: string
		affiliation: Affiliation
		votes: number
		answer: string | null
	}[]
	/** Questions that nobody was shown; not in a protocol that was drawn up before they were counted. */
	unshown?: { hidden: { reason: string; questions: number }[]; unread: number }
	/** Who still waited to speak when the session ended, and why they were not heard; null where nobody did. */
	waited?: { people: number; reason: string } | null
	polls: { question: Words; options: Words[]; result: number[] | null }[]
	announcements: { text: string; language: string; saidAt: string }[]
	breaches: { duty: HearingDuty; dueOn: string }[]
	/** How it can be challenged, in each language of the site; null where the hearing is no stage of the law. */
	challenge: Words | null
}

export interface ProtocolSpeech {
	name: string
	affiliation: Affiliation
	position: Position
	calledAt: string | null
	endedAt: string | null
	spoke: boolean
	/** Why the chair did not follow the queue. */
	deviation: string | null
	/** The remark that the secretary took down of it. */
	remark: number | null
}

/** Remarks that say nearly the same, with the one answer of the initiator. */
export interface ProtocolGroup {
	ordinal: number
	title: string
	/** People in it by position. */
	people: Record<Position, number>
	answer: string | null
	unresolved: boolean
	remarks: ProtocolRemark[]
}

interface ProtocolRemark {
	ordinal: number
	channel: string
	position: Position
	affiliation: Affiliation
	/** Only where they let it be shown. */
	name: string | null
	language: string
	/** Null where its author does not let it be shown. */
	text: string | null
	/** Of the whole text; of one that is not shown, or not all of it, under the key of the installation. */
	sha256: string
	receivedAt: string
	late: boolean
	state: Exclude<RemarkState, 'withdrawn'>
	/** Why it does not count, or why something in it was left out. */
	reason: string | null
}

export type Protocol = Omit<typeof protocols.$inferSelect, 'content'> & { content: ProtocolContent }

/** The same data give the same text, in whatever order a database gives its keys back. */
export function canonical(value: unknown): string {
	if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
	if (value === null || typeof value !== 'object') return JSON.stringify(value)
	const entries = Object.entries(value)
		.filter(([, one]) => one !== undefined)
		.sort(([a], [b]) => (a < b ? -1 : 1))
	return `{${entries.map(([key, one]) => `${JSON.stringify(key)}:${canonical(one)}`).join(',')}}`
}

/** What the law wants in it and is not there, by the codes of the profile. */
export interface ProtocolGap {
	what: string
	/** Of answers that are owed: to which rows of the response table; of words that were not taken down: how many. */
	rows: number[]
}

/** A protocol that lacks any of these is not signed (ENV 73(13)). */
export function missingInProtocol(content: ProtocolContent, mustHave: readonly string[]): ProtocolGap[] {
	if (content.hearing.civic) return []
	const gaps: Record<string, () => number[] | undefined> = {
		all_comments_not_withdrawn: () => spokenAndNotTakenDown(content),
		answer_to_each: () => (content.notHeld ? undefined : unanswered(content)),
		right_to_challenge: () => (content.challenge ? undefined : []),
	}
	return mustHave.flatMap((what) => {
		const rows = gaps[what]?.()
		return rows ? [{ what, rows }] : []
	})
}

function unanswered({ groups }: ProtocolContent): number[] | undefined {
	const open = groups.filter(
		({ answer, remarks }) => !answer && remarks.some(({ state }) => state === 'standing'),
	)
	return open.length > 0 ? open.map(({ ordinal }) => ordinal) : undefined
}

/** Who reports for the initiator or for a body makes no remark; whoever else had the floor did. */
function spokenAndNotTakenDown({ agenda, speeches }: ProtocolContent): number[] | undefined {
	const silent = [...speeches, ...agenda.flatMap((item) => item.speeches)].filter(
		({ spoke, remark, affiliation }) =>
			spoke && remark === null && affiliation !== 'initiator' && affiliation !== 'body',
	)
	return silent.length > 0 ? [silent.length] : undefined
}
