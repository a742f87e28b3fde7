import type { Role } from '#db/schema/people.ts'

/** In the order of a case: the desk first, then those who look on. */
export const ROLES = [
	'clerk',
	'executor',
	'approver',
	'overseer',
	'moderator',
	'administrator',
] as const satisfies readonly Role[]
