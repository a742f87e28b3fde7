import type { AFFILIATIONS as EVERY_AFFILIATION, POSITIONS as EVERY_POSITION } from '#db/schema/hearings.ts'

/** For what somebody speaks, and as whom: the order of every list of them. */
export const POSITIONS = ['for', 'against', 'neutral'] as const satisfies typeof EVERY_POSITION
export const AFFILIATIONS = [
	'resident',
	'initiator',
	'civic_group',
	'expert',
	'press',
	'body',
] as const satisfies typeof EVERY_AFFILIATION
