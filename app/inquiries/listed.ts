import type { Strip } from '#app/clocks/strip.ts'
import type { NamedBody, NamedOffice } from './thread.ts'

export const PAGE_SIZE = 25
/** Lists are counted so far and no further: over a million rows an exact count would take a second. */
export const MOST_COUNTED = 10_000

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

export interface ListFilter {
	state?: ListState
	bodyId?: string
	officeId?: string
	postId?: string
	/** Words to look for. */
	query?: string
}

export interface ListedInquiry {
	id: string
	number: string
	/** Undefined when a moderator has hidden it. */
	subject?: string
	author: string
	language: string
	receivedAt: Date
	answeredAt: Date | null
	joined: number
	body: NamedBody
	office?: NamedOffice
	strip: Strip
}

export interface ListPage {
	items: ListedInquiry[]
	/** At most MOST_COUNTED; `more` says that there are others beyond. */
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
