import type { Day } from '#app/deadlines/day.ts'
import type { Words } from '#db/schema/bodies.ts'
import type { HearingForm, HearingState } from '#db/schema/hearings.ts'

export const PAGE_SIZE = 25

/** What the list is narrowed to, and the states that belong to each. */
export const LISTS = {
	all: ['preparing', 'announced', 'live', 'held', 'not_held', 'decided', 'called_off'],
	coming: ['preparing', 'announced'],
	now: ['live'],
	past: ['held', 'not_held', 'decided', 'called_off'],
} as const satisfies Record<string, readonly HearingState[]>
export type HearingList = keyof typeof LISTS

export const isList = (name: string): name is HearingList => Object.hasOwn(LISTS, name)

export interface HearingFilter {
	list?: HearingList
	bodyId?: string
	region?: string
	/** Words, or a number. */
	query?: string
	/** That this petition or question was set beside. */
	linked?: { kind: 'petition' | 'inquiry'; number: string } | undefined
}

export interface ListedHearing {
	id: number
	number: string
	state: HearingState
	form: HearingForm
	civic: boolean
	title: string
	/** Of the title. */
	language: string
	body: { code: string; names: Words } | null
	initiatorName: string
	startsAt: Date | null
	startsOn: Day | null
	endsOn: Day | null
	remarksUntil: Day | null
	postedAt: Date | null
}

export interface HearingPageOfList {
	items: ListedHearing[]
	total: number
	page: number
	pages: number
}
