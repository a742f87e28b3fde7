export type ErasureRefusal = 'roles' | 'tenure'

/** What of a person's work for a body is still in force. */
export interface InForce {
	roles: number
	tenures: number
}

/** Whoever still acts for a body is part of its record: the roles and the tenure are ended first, by others. */
export function refusalToErase({ roles, tenures }: InForce): ErasureRefusal | undefined {
	if (tenures > 0) return 'tenure'
	return roles > 0 ? 'roles' : undefined
}
