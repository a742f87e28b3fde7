import type { Day } from '#app/deadlines/day.ts'
import { insertRow } from '#db/insert.ts'
import { events, type SUBJECTS } from '#db/schema/register.ts'
import type { Writer } from '#db/store.ts'

export interface NewEvent {
	subject: (typeof SUBJECTS)[number]
	subjectId: string
	type: string
	/** The legal moment; a duty that runs late passes the moment it should have run. */
	at: Date
	on: Day
	/** 'author', a role, or 'system'. */
	by: string
	personId?: string | null
	proceedingId?: string | null
	/** No personal data: ids, days, codes. */
	details?: Record<string, unknown>
	/** The same key is recorded once, however often the act runs. */
	once?: string
	/** When the row is written, where that differs from `at`. */
	now?: Date
}

/** Adds many, each with its `once`; what is there already is left as it is. */
export async function recordAll(tx: Writer, added: readonly (NewEvent & { once: string })[]): Promise<void> {
	const rows = added.map(({ now, details = {}, ...rest }) => ({
		...rest,
		details,
		recordedAt: now ?? rest.at,
	}))
	for (let at = 0; at < rows.length; at += 500)
		await tx
			.insert(events)
			.values(rows.slice(at, at + 500))
			.onConflictDoNothing()
}

/** Adds to the record. Gives false when `once` says that it is there already. */
export async function record(tx: Writer, event: NewEvent): Promise<boolean> {
	const { now, details = {}, ...rest } = event
	const row = { ...rest, details, recordedAt: now ?? event.at }
	if (!event.once) {
		await insertRow(tx, events, row)
		return true
	}
	const added = await tx
		.insert(events)
		.values(row)
		.onConflictDoNothing()
		.returning({ sequence: events.sequence })
	return added.length > 0
}
