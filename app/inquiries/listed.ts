import type { Strip } from '#app/clocks/strip.ts'
import type { NamedBody, NamedOffice } from './thread.ts'

export const PAGE_SIZE = 25
/** Lists are counted so far and no further: over a million rows an exact count would take a second. */
export const MOST_COUNTED = 10_000
/** Those of one body or office are counted row by row. */
export const MOST_COUNTED_AT_PLACE = 1000

export const LIST_STATES = [
	'all',
	'open',
	'due-today',
	'overdue',
	'paused',
	'answered',
	'answered-today',
] as const
export type ListState = (typeof LIST_STATES)[number]

/** A list of what waits has the first due on top; all others have the newest there. */
export const isWaiting = (state: ListState = 'all') =>
	state !== 'all' && state !== 'answered' && state !== 'answered-today'

export interface ListFilter {
	state?: ListState
	bodyId?: string
	officeId?: string
	postId?: string
	/** Words to look for. */
	query?: string
}

/** A row of a list: a question, and whose handling of it is meant. */
export interface Found {
	inquiryId: string
	/** Without it the one that counts: what falls due first, else the last answered or ended. */
	proceedingId?: string
}

export interface ListedInquiry {
	id: string
	proceedingId: string
	number: string
	/** Undefined when a moderator has hidden it. */
	subject?: string
	author: string
	language: string
	receivedAt: Date
	joined: number
	/** The body and office that handle it. */
	body: NamedBody
	office?: NamedOffice
	strip: Strip
}

export interface ListPage {
	items: ListedInquiry[]
	/** At most MOST_COUNTED, or MOST_COUNTED_AT_PLACE; `more` says that there are others beyond. */
	total: number
	more: boolean
	page: number
	pages: number
}

export interface Pair extends ListedInquiry {
	question?: string
	answer?: { excerpt: string; language: string; signedAt: Date; late: boolean }
}

/** A question on the same matter as one that is being asked. */
export interface Similar {
	number: string
	subject: string
	state: string
	dueOn: string | null
	joined: number
	language: string
	body: NamedBody
	likeness: number
}
