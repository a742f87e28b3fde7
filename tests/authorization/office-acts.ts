import type { Actor } from '#app/people/actor.ts'
import { endRole, grantRole } from '#app/people/grant.server.ts'
import type { Writer } from '#db/store.ts'
import type { Outcomes, Row } from './who.ts'

const now = new Date('2026-01-20T12:00:00+05:00')
const row = (
	name: string,
	allowed: readonly string[],
	attempt: (tx: Writer, act: { actor: Actor; now: Date }) => Outcomes,
): Row => ({
	name,
	allowed,
	arrange: async () => ({ attempt: (tx, actor) => attempt(tx, { actor, now }) }),
})

/** What those do who keep the installation. */
export const officeActs: readonly Row[] = [
	row('grantRole', ['administrator'], (tx, act) =>
		grantRole(tx, { ...act, personId: 'stranger', role: 'clerk', bodyId: 'ENV' }),
	),
	row('endRole', ['administrator'], (tx, act) => endRole(tx, { ...act, roleId: 'role-ENV-clerk' })),
]
