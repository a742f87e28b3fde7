import { and, asc, eq, inArray } from 'drizzle-orm'
import { type Clock, type ClockEvent, clockOf } from '#app/deadlines/clock.ts'
import type { Day } from '#app/deadlines/day.ts'
import { NoCalendarError } from '#app/deadlines/problem.ts'
import type { Law } from '#app/jurisdictions/law.server.ts'
import { ruleOf } from '#app/jurisdictions/rule.ts'
import { inList, listed } from '#db/list.ts'
import { prepared } from '#db/prepared.ts'
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

interface ClockStep {
	type: string
	on: Day
	details: Record<string, unknown>
}

/** The clock of a proceeding, folded from its record under the calendar as it is now. */
async function clockOfProceeding(
	read: Reader,
	law: Law,
	proceeding: { id: string; inquiryId: string; rule: string },
	procedure: string,
): Promise<Clock> {
	const steps = await clockStepsOf(read, [proceeding])
	return clockSoFar(steps.get(proceeding.id) ?? [], law, proceeding.rule, procedure)
}

/** What the clocks of these proceedings are made of, in the order it happened. */
export async function clockStepsOf(
	read: Reader,
	some: readonly { id: string; inquiryId: string }[],
): Promise<Map<string, ClockStep[]>> {
	const rows = await stepsIn(read).execute({ inquiryIds: listed(some.map(({ inquiryId }) => inquiryId)) })
	const steps = new Map(some.map(({ id }): [string, ClockStep[]] => [id, []]))
	for (const { proceedingId, ...step } of rows) steps.get(proceedingId ?? '')?.push(step)
	return steps
}

const stepsIn = prepared((read) =>
	read
		.select({
			proceedingId: events.proceedingId,
			type: events.type,
			on: events.on,
			details: events.details,
		})
		.from(events)
		.where(
			and(
				eq(events.subject, 'inquiry'),
				inList(events.subjectId, 'inquiryIds'),
				inArray(events.type, [...CLOCK_EVENTS]),
			),
		)
		.orderBy(asc(events.sequence)),
)

/** The same from steps of the record that are read already; what is none of the clock's is passed over. */
export function clockFrom(steps: readonly ClockStep[], law: Law, rule: string, procedure: string): Clock {
	const own = steps.filter(({ type }) => (CLOCK_EVENTS as readonly string[]).includes(type))
	return clockOf(own.map(clockEvent), ruleOf(law.profile, rule, { procedure }), law.calendar)
}

/**
 * As `clockFrom`, for pages and acts that go on without a date: where the calendar does not reach, the clock says
 * nothing yet. The duty gives the date once the year has been entered.
 */
export function clockSoFar(steps: readonly ClockStep[], law: Law, rule: string, procedure: string): Clock {
	try {
		return clockFrom(steps, law, rule, procedure)
	} catch (error) {
		if (!(error instanceof NoCalendarError)) throw error
		return { limit: ruleOf(law.profile, rule, { procedure }).limit, pauses: [] }
	}
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

function clockEvent(row: ClockStep): ClockEvent {
	const type = row.type as (typeof CLOCK_EVENTS)[number]
	if (type === 'extended') return { type, on: row.on, until: String(row.details.until) }
	if (type === 'returned_for_correction') return { type, on: row.on, until: String(row.details.until) }
	if (type === 'returned') return { type: 'closed', on: row.on }
	return { type, on: row.on }
}
