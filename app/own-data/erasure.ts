export type ErasureRefusal = 'roles' | 'tenure' | 'hearing'

/** What of a person's work for a body is still in force. */
export interface InForce {
	roles: number
	tenures: number
	/** Hearings that wait for their part. */
	hearings: number
}

/** Whoever still acts for a body is part of its record: the roles and the tenure are ended first, by others; a hearing is
 * held to its protocol, handed over or called off. */
export function refusalToErase({ roles, tenures, hearings }: InForce): ErasureRefusal | undefined {
	if (tenures > 0) return 'tenure'
	if (roles > 0) return 'roles'
	return hearings > 0 ? 'hearing' : undefined
}
