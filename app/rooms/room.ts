/** What the forms of the room take, in characters. */
export const LONGEST = { name: 120, representing: 160, item: 160, option: 120, answer: 4000 }

/** How long a speech is unless the chair gives it another length. */
export const SPEECH_MINUTES = 3
export const MOST_SPEECH_MINUTES = 60
export const MOST_ITEM_MINUTES = 600
export const MOST_ITEMS = 60
export const POLL_OPTIONS = { fewest: 2, most: 6 }
export const MOST_POLLS = 30
/** Questions of one person that wait to be read. */
export const MOST_WAITING_QUESTIONS = 5

/** Whoever follows over the net is there until nothing was heard of them for so long. */
export const PRESENT_MS = 2 * 60_000

export type RoomRefusal =
	| 'not-found'
	| 'not-allowed'
	| 'wrong-state'
	| 'factorNeeded'
	| 'level'
	| 'not-registered'
	| 'hall-full'
	| 'no-hall'
	| 'before-start'
	| 'renew-first'
	| 'deviation-needed'
	| 'people-wait'
	| 'too-many'
	| 'already-begun'
	| 'unknown-ground'
	| 'no-captions'
	| 'captions-too-long'
