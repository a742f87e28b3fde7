import type { Day } from '#app/deadlines/day.ts'
import type { Words } from '#db/schema/bodies.ts'
import type { PetitionState } from '#db/schema/petitions.ts'

export const PAGE_SIZE = 25

/** What the list is narrowed to, and the states that belong to each. */
export const LISTS = {
	all: ['open', 'considered', 'decided', 'returned', 'closed', 'rejected'],
	open: ['open'],
	considered: ['considered'],
	decided: ['decided'],
	rejected: ['rejected'],
	archive: ['returned', 'closed'],
} as const satisfies Record<string, readonly PetitionState[]>
export type PetitionList = keyof typeof LISTS

export const isList = (name: string): name is PetitionList => Object.hasOwn(LISTS, name)

export const SORTS = ['newest', 'signed', 'closing'] as const
export type PetitionSort = (typeof SORTS)[number]

export interface PetitionFilter {
	list?: PetitionList
	bodyId?: string
	/** Words, or a number. */
	query?: string
	sort?: PetitionSort
}

export interface ListedPetition {
	id: number
	number: string
	state: PetitionState
	/** Undefined where the ground of its rejection hides it. */
	title?: string
	/** Of the title. */
	language: string
	body: { code: string; names: Words } | null
	author: string
	confirmed: number
	/** How many it needs next. */
	needed?: number
	publishedAt: Date | null
	collectsUntil: Day | null
	/** The day by which the body must decide. */
	dueOn: Day | null
}

export interface PetitionPageOfList {
	items: ListedPetition[]
	total: number
	page: number
	pages: number
}
