import { and, asc, eq, inArray } from 'drizzle-orm'
import { type Clock, type ClockEvent, clockOf } from '#app/deadlines/clock.ts'
import type { Day } from '#app/deadlines/day.ts'
import type { Law } from '#app/jurisdictions/law.server.ts'
import { ruleOf } from '#app/jurisdictions/rule.ts'
import { proceedings } from '#db/schema/inquiries.ts'
import { events } from '#db/schema/register.ts'
import type { Reader, Writer } from '#db/store.ts'
import type { Proceeding } from './filed.server.ts'

/** The steps of the record that a clock is made of; all others leave it alone. */
const CLOCK_EVENTS = [
	'registered',
	'returned_for_correction',
	'corrected',
	'extended',
	'redirected',
	'answered',
	'terminated',
	'withdrawn',
	'returned',
] as const

/** The clock of a proceeding, folded from its record under the calendar as it is now. */
export async function clockOfProceeding(
	read: Reader,
	law: Law,
	proceeding: { id: string; inquiryId: string; rule: string },
	procedure: string,
): Promise<Clock> {
	const rows = await read
		.select({ type: events.type, on: events.on, details: events.details })
		.from(events)
		.where(
			and(
				eq(events.subject, 'inquiry'),
				eq(events.subjectId, proceeding.inquiryId),
				eq(events.proceedingId, proceeding.id),
				inArray(events.type, [...CLOCK_EVENTS]),
			),
		)
		.orderBy(asc(events.sequence))
	return clockFrom(rows, law, proceeding.rule, procedure)
}

/** The same from steps of the record that are read already; what is none of the clock's is passed over. */
export function clockFrom(
	steps: readonly { type: string; on: Day; details: Record<string, unknown> }[],
	law: Law,
	rule: string,
	procedure: string,
): Clock {
	const own = steps.filter(({ type }) => (CLOCK_EVENTS as readonly string[]).includes(type))
	return clockOf(own.map(clockEvent), ruleOf(law.profile, rule, { procedure }), law.calendar)
}

/** The rule under which a body must reply in this procedure; a complaint has a term of its own (APPC 99). */
export const replyRule = (procedure: string) =>
	procedure === 'complaint' ? 'inquiry.decide_complaint' : 'inquiry.answer'

/** Writes the due day that the clock gives into the proceeding, and gives the clock. */
export async function refreshClock(
	tx: Writer,
	law: Law,
	proceeding: Proceeding,
	procedure: string,
): Promise<Clock> {
	const clock = await clockOfProceeding(tx, law, proceeding, procedure)
	await tx
		.update(proceedings)
		.set({ dueOn: clock.dueOn ?? null, extended: clock.extendedUntil !== undefined })
		.where(eq(proceedings.id, proceeding.id))
	return clock
}

function clockEvent(row: { type: string; on: string; details: Record<string, unknown> }): ClockEvent {
	const type = row.type as (typeof CLOCK_EVENTS)[number]
	if (type === 'extended') return { type, on: row.on, until: String(row.details.until) }
	if (type === 'returned_for_correction') return { type, on: row.on, until: String(row.details.until) }
	if (type === 'returned') return { type: 'closed', on: row.on }
	return { type, on: row.on }
}
