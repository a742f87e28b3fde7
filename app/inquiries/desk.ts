export const DESK_SIZE = 25

/** Which part of the desk: named in the address as it is here. */
export const DESK_FILTERS = [
	'open',
	'today',
	'overdue',
	'unassigned',
	'mine',
	'to-sign',
	'paused',
	'ended',
] as const
export type DeskFilter = (typeof DESK_FILTERS)[number]

/** A list of the desk, as its address names it. */
export interface DeskPlace {
	filter: DeskFilter
	/** One body of the actor's; all of them when absent. */
	bodyId?: string | undefined
	page: number
}

export const deskPlaceOf = (address: URLSearchParams): DeskPlace => ({
	filter: DESK_FILTERS.find((filter) => filter === address.get('filter')) ?? 'open',
	bodyId: address.get('body') ?? undefined,
	page: Math.max(1, Number.parseInt(address.get('page') ?? '1', 10) || 1),
})

/** What stands in the address for it. */
export const queryOf = ({ filter, bodyId, page }: DeskPlace) => ({
	filter: filter === 'open' ? undefined : filter,
	body: bodyId,
	page: page > 1 ? page : undefined,
})
