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
