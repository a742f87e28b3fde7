import { eraseAccount } from '#app/own-data/erase.server.ts'
import type { Row } from './who.ts'

/** What people do to their own account. */
export const accountActs: readonly Row[] = [
	{
		name: 'eraseAccount',
		allowed: ['author', 'stranger'],
		async arrange() {
			return {
				async attempt(tx, actor) {
					const outcome = await eraseAccount(tx, { actor, now: new Date('2026-01-20T12:00:00+05:00') })
					// Whoever holds a role has it ended first: until then the act is not theirs.
					const theirs = outcome.ok || outcome.refusal !== 'roles'
					return theirs ? outcome : { ok: false, refusal: 'not-allowed' }
				},
			}
		},
	},
]
