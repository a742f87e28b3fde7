import { and, asc, eq, inArray } from 'drizzle-orm'
import { type Clock, type ClockEvent, clockOf } from '#app/deadlines/clock.ts'
import { type Day, dayIn } from '#app/deadlines/day.ts'
import { whereCalendarReaches } from '#app/deadlines/problem.ts'
import type { Law } from '#app/jurisdictions/law.server.ts'
import { registrationDay } from '#app/jurisdictions/profiles.ts'
import { ruleOf } from '#app/jurisdictions/rule.ts'
import { inList, listed } from '#db/list.ts'
import { prepared } from '#db/prepared.ts'
import { proceedings } from '#db/schema/inquiries.ts'
import { events } from '#db/schema/register.ts'
import type { Reader, Writer } from '#db/store.ts'
import type { Filed, Proceeding } from './filed.server.ts'
import { NO_TERM } from './inquiry.ts'

/** The steps of the record that a clock is made of; all others leave it alone. */
const CLOCK_EVENTS = [
	'registered',
	'dated',
	'returned_for_correction',
	'corrected',
	'extended',
	'redirected',
	'answered',
	'terminated',
	'withdrawn',
	'returned',
] as const

export interface ClockStep {
	type: string
	on: Day
	details: Record<string, unknown>
}

/** The clock of a proceeding, folded from its record under the calendar as it is now. */
export async function clockOfProceeding(
	read: Reader,
	law: Law,
	proceeding: { id: string; inquiryId: string; rule: string },
	procedure: string,
): Promise<Clock> {
	const steps = await clockStepsOf(read, [proceeding])
	return clockFrom(steps.get(proceeding.id) ?? [], law, proceeding.rule, procedure)
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
	const unbound = rule === NO_TERM
	const step = ruleOf(law.profile, unbound ? replyRule(procedure) : rule, { procedure })
	// What ended while it awaited its calendar ran before it ended, though its day was named after.
	const dated = own.find(({ type }) => type === 'dated')
	const events = own.flatMap((one) => clockEvent(dated && isAwaiting(one) ? dated : one))
	return clockOf(events, { ...step, unbound }, law.calendar)
}

export interface Registration {
	/** Of what awaits its calendar the day of receipt, until the recount names the day. */
	on: Day
	awaitsCalendar: boolean
}

/**
 * The day of registration of what arrives at a body. What arrives after hours at the end of the last year that has a
 * calendar is taken all the same; which day it is registered nobody can say before the next year has one.
 */
export function registrationOf(
	law: Law,
	receivedAt: Date,
	body: { officeClose: string | null; bound: boolean },
): Registration {
	const on = whereCalendarReaches(() =>
		registrationDay(law.profile, receivedAt, law.calendar, body.officeClose ?? undefined),
	)
	return on
		? { on, awaitsCalendar: false }
		: { on: dayIn(law.profile.time.zone, receivedAt), awaitsCalendar: body.bound }
}

/** Whether its day of registration has still to be named. */
export const awaitsCalendar = (steps: readonly ClockStep[]): boolean =>
	steps.some(isAwaiting) && !steps.some(({ type }) => type === 'dated')

/** Its day of registration; null as long as no calendar can name it. */
export function registeredDay(
	steps: readonly ClockStep[],
	law: Law,
	{ proceeding, body }: Pick<Filed, 'proceeding' | 'body'>,
): Day | null {
	if (!awaitsCalendar(steps)) return proceeding.registeredOn
	const registered = registrationOf(law, proceeding.receivedAt, body)
	return registered.awaitsCalendar ? null : registered.on
}

const isAwaiting = ({ type, details }: ClockStep) => type === 'registered' && details.awaitsCalendar === true

/** The rule under which a body must reply in this procedure; a complaint has a term of its own (APPC 99). */
export const replyRule = (procedure: string) =>
	procedure === 'complaint' ? 'inquiry.decide_complaint' : 'inquiry.answer'

/** The rule under which what arrives at this body now will be handled. */
export const ruleAt = (procedure: string, body: { bound: boolean }) =>
	body.bound ? replyRule(procedure) : NO_TERM

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

function clockEvent(row: ClockStep): ClockEvent | [] {
	if (isAwaiting(row)) return []
	const type = row.type as (typeof CLOCK_EVENTS)[number]
	if (type === 'dated') return { type: 'registered', on: String(row.details.registeredOn) }
	if (type === 'extended') return { type, on: row.on, until: String(row.details.until) }
	if (type === 'returned_for_correction') return { type, on: row.on, until: String(row.details.until) }
	if (type === 'returned') return { type: 'closed', on: row.on }
	return { type, on: row.on }
}
