import type { Actor } from '#app/people/actor.ts'
import { recordOutage } from '#app/petitions/outage.server.ts'
import type { Writer } from '#db/store.ts'
import { noon, petitionsOf } from '#tests/petitions/reached.ts'
import type { Outcomes, Row } from './who.ts'

const now = noon('2026-01-20')

interface Arranged {
	petitionId: number
	considerationId: number
	actor: Actor
	now: Date
}

/** A petition to ENV that has enough signatures. */
const row = (
	name: string,
	allowed: readonly string[],
	attempt: (tx: Writer, act: Arranged) => Outcomes,
): Row => ({
	name,
	allowed,
	async arrange(world) {
		const ids = await petitionsOf(world).reached()
		return { attempt: (tx, actor) => attempt(tx, { ...ids, actor, now }) }
	},
})

/** What is done to petitions that have enough signatures, and to what collects. */
export const considerationActs: readonly Row[] = [
	row('recordOutage', ['administrator'], (tx, { actor }) =>
		recordOutage(tx, {
			from: noon('2026-01-18'),
			until: noon('2026-01-19'),
			reason: 'The power was out',
			profileId: 'KZ',
			actor,
			now,
		}),
	),
]
