import type { AttachedFile } from '#app/files/attached-file.ts'
import type { Affiliation, Position, REMARK_CHANNELS, RemarkState, RowOutcome } from '#db/schema/hearings.ts'

/** A remark as everybody may see it. */
export interface ShownRemark {
	ordinal: number
	/** Null where its author lets nobody read it, or took it back. */
	text: string | null
	published: boolean
	redactionReason: string | null
	channel: (typeof REMARK_CHANNELS)[number]
	state: RemarkState
	stateReason: string | null
	stateAt: Date | null
	position: Position
	affiliation: Affiliation
	language: string
	publicName: string | null
	level: number
	region: string
	receivedAt: Date
	late: boolean
	carriedFrom: number | null
	documentId: string | null
	documentVersion: number | null
	paragraph: number | null
	passage: string | null
	/** Of the document that it stands in. */
	passageLanguage: string | null
	group: { ordinal: number; people: number; remarks: number }
}

/** What is said about one paragraph of a document. */
export interface OnParagraph {
	paragraph: number
	remarks: number
	/** The newest of them. */
	newest: ShownRemark[]
}

export type RemarkWithFiles = ShownRemark & { files: AttachedFile[] }

/** A row as everybody may see it. */
export interface ShownRow {
	id: number
	ordinal: number
	title: string
	/** Of its title. */
	language: string
	remarkOrdinal: number
	remarks: number
	people: number
	peopleFor: number
	peopleAgainst: number
	peopleNeutral: number
	answer: string | null
	answeredAt: Date | null
	outcome: RowOutcome | null
	reason: string | null
	changed: string | null
	respondedAt: Date | null
	unresolved: boolean
}

/** What a list of remarks is narrowed to. */
export interface RemarkFilter {
	position?: Position | undefined
	affiliation?: Affiliation | undefined
	language?: string | undefined
	documentId?: string | undefined
	/** Of the document: a paragraph of one of its versions. */
	version?: number | undefined
	paragraph?: number | undefined
	groupId?: number | undefined
	query?: string | undefined
}

/** Which rows of the response table. */
export const ROWS = ['all', 'open', 'accepted', 'partly', 'not_accepted', 'unresolved'] as const
export type Rows = (typeof ROWS)[number]

/** How far the response table of a hearing is. */
export interface Coverage {
	/** Rows that need an answer: those behind which somebody stands. */
	rows: number
	/** Of them: answered by the initiator; said what became of them, and why. */
	answered: number
	responded: number
	unresolved: number
	/** People behind all rows, and behind those that were responded to; of two rows, twice. */
	people: number
	peopleResponded: number
	/** Every row says what became of it: only then can it be decided. */
	complete: boolean
}
