import { dayIn } from '#app/deadlines/day.ts'
import { zoneInForce } from '#app/i18n/dates.ts'
import type { Actor } from '#app/people/actor.ts'
import { record } from '#app/register/record.server.ts'
import type { Writer } from '#db/store.ts'
import { administering } from './may-administer.ts'

interface Administered {
	subject: 'body' | 'office' | 'calendar'
	subjectId: string
	type: string
	actor: Actor
	details?: Record<string, unknown>
	now: Date
}

/** What was done to a body, an office or a calendar, for good. */
export async function recordAdministered(tx: Writer, { actor, now, ...event }: Administered): Promise<void> {
	await record(tx, {
		...event,
		at: now,
		on: dayIn(zoneInForce(), now),
		by: administering(actor),
		personId: actor.personId,
	})
}
