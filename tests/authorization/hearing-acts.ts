import type { ActingOnHearing } from '#app/hearings/hearing.server.ts'
import type { HearingAct } from '#app/hearings/hearing.ts'
import { SIGNED_HEARING_ACTS } from '#app/hearings/hearing.ts'
import type { HearingOfficer, hearings } from '#db/schema/hearings.ts'
import type { Writer } from '#db/store.ts'
import { aHearing } from '#tests/hearings/a-hearing.ts'
import type { World } from '#tests/support/world.ts'
import type { Outcomes, Row } from './who.ts'

const now = new Date('2026-01-20T12:00:00+05:00')

/** Who has a part in the hearing of `row`: its initiator is `author`, its chair, secretary and moderator these. */
export const OFFICERS = {
	chair: 'ENV:executor',
	secretary: 'HSG:clerk',
	moderator: 'stranger',
} satisfies Record<HearingOfficer, string>

/** The desk of the body: every role in ENV. */
export const DESK = ['ENV:clerk', 'ENV:executor', 'ENV:approver']

/** Readies what the act is done to, and gives what it is told besides who and when. */
type Attempt = (tx: Writer, act: ActingOnHearing & { world: World }) => Outcomes

/** An act to a hearing of ENV that has come so far. */
export const row = (
	name: string,
	act: HearingAct,
	over: Partial<typeof hearings.$inferInsert>,
	allowed: readonly string[],
	attempt: Attempt,
): Row & { act: HearingAct } => ({
	name,
	act,
	allowed,
	async arrange(world) {
		const officers = Object.fromEntries(
			Object.entries(OFFICERS).map(([role, who]) => [role, world.actors[who]]),
		)
		const { id } = await aHearing(world.store, over, officers)
		return { attempt: (tx, actor) => attempt(tx, { hearingId: id, actor, now, world }) }
	},
})

export const hearingActs: readonly (Row & { act: HearingAct })[] = []

export const isSignedHearingAct = ({ act }: { act: HearingAct }) => SIGNED_HEARING_ACTS.includes(act)
