import { dayIn } from '#app/deadlines/day.ts'
import { zoneInForce } from '#app/i18n/dates.ts'
import { record } from '#app/register/record.server.ts'
import type { Writer } from '#db/store.ts'

interface PersonEvent {
	/** Whom it happened to. */
	personId: string
	type: string
	/** 'author' for what people do to their own account, else a role. */
	by?: string
	actorId?: string | null
	details?: Record<string, string | null>
	now: Date
}

/** What happened to an account or its roles. It names nobody: ids and codes only. */
export async function recordOf(
	tx: Writer,
	{ personId, type, by = 'author', actorId = personId, details = {}, now }: PersonEvent,
): Promise<void> {
	await record(tx, {
		subject: 'person',
		subjectId: personId,
		type,
		at: now,
		on: dayIn(zoneInForce(), now),
		by,
		personId: actorId,
		details,
	})
}
