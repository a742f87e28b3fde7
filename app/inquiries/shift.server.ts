import { and, eq, gte, lte } from 'drizzle-orm'
import { clockOf } from '#app/deadlines/clock.ts'
import { type Day, laterOf } from '#app/deadlines/day.ts'
import { type Law, lawOf } from '#app/jurisdictions/law.server.ts'
import { ruleOf } from '#app/jurisdictions/rule.ts'
import { record } from '#app/register/record.server.ts'
import { calendarEntries } from '#db/schema/bodies.ts'
import { dueShifts, inquiries, proceedings } from '#db/schema/inquiries.ts'
import type { Reader, Writer } from '#db/store.ts'
import { tellAuthor } from './act.server.ts'
import { awaitsCalendar, type ClockStep, clockFrom, clockStepsOf, registeredDay } from './clock.server.ts'
import { type Filed, filedProceeding, refreshThread } from './filed.server.ts'
import { legalDay } from './submit.server.ts'

/** Those of them that are due, or can be registered, on another day under the calendar as it is now. */
export async function shiftedAmong<
	Counted extends { id: string; inquiryId: string; rule: string; procedure: string; dueOn: Day | null },
>(read: Reader, law: Law, some: readonly Counted[]): Promise<Counted[]> {
	const steps = await clockStepsOf(read, some)
	return some.filter((proceeding) => {
		const own = steps.get(proceeding.id) ?? []
		const dueOn = dueBy(own, law, proceeding.rule, proceeding.procedure)
		return awaitsCalendar(own) || (dueOn !== undefined && dueOn !== proceeding.dueOn)
	})
}

/**
 * Counts the term of one running proceeding again under the calendar as it is now. When the due day moves, the
 * shift is kept with the entry that moved it and the author is told; each desk hears of all
 * that moved in one letter. What had no day because its year had no calendar gets it, and they are told too. A term
 * that has lapsed stays lapsed.
 */
export async function recountClock(tx: Writer, proceedingId: string, now: Date): Promise<boolean> {
	const filed = await filedProceeding(tx, proceedingId)
	if (!filed || filed.proceeding.stage === 'ended' || filed.proceeding.breachedAt) return false
	const { proceeding, inquiry } = filed
	const law = await lawOf(tx, inquiry.profileId)
	const steps = (await clockStepsOf(tx, [proceeding])).get(proceeding.id) ?? []
	if (awaitsCalendar(steps)) return registerLate(tx, filed, steps, law, now)
	const dueOn = dueBy(steps, law, proceeding.rule, inquiry.procedure)
	if (dueOn === undefined || dueOn === proceeding.dueOn) return false

	await tx.update(proceedings).set({ dueOn }).where(eq(proceedings.id, proceeding.id))
	await refreshThread(tx, inquiry.id)
	const from = proceeding.dueOn
	if (!dueOn) return true
	if (!from) {
		const dates = { registeredOn: proceeding.registeredOn, dueOn }
		await recordDated(tx, filed, law, dates, now)
		await tellAuthor(tx, inquiry, 'dated', dates, now)
		return true
	}
	const cause = await causeOf(tx, inquiry.profileId, proceeding.registeredOn, laterOf(from, dueOn))
	await tx.insert(dueShifts).values({
		id: crypto.randomUUID(),
		proceedingId: proceeding.id,
		from,
		to: dueOn,
		calendarEntryId: cause,
		at: now,
	})
	await record(tx, {
		subject: 'inquiry',
		subjectId: inquiry.id,
		type: 'shifted',
		at: now,
		on: legalDay(law, now),
		by: 'system',
		proceedingId: proceeding.id,
		details: { from, to: dueOn, calendarEntryId: cause },
	})
	await tellAuthor(tx, inquiry, 'shifted', { from, to: dueOn, calendarEntryId: cause }, now)
	return true
}

/** What arrived at the end of the last year that had a calendar is registered when the next one has it. */
async function registerLate(
	tx: Writer,
	filed: Filed,
	steps: readonly ClockStep[],
	law: Law,
	now: Date,
): Promise<boolean> {
	const { inquiry, proceeding } = filed
	const registeredOn = registeredDay(steps, law, filed)
	if (!registeredOn) return false
	const step = ruleOf(law.profile, proceeding.rule, { procedure: inquiry.procedure })
	const { dueOn } = clockOf([{ type: 'registered', on: registeredOn }], step, law.calendar)
	if (!dueOn) return false
	await tx.update(proceedings).set({ dueOn }).where(eq(proceedings.id, proceeding.id))
	await nameRegistration(tx, filed, law, { registeredOn, dueOn }, now)
	await refreshThread(tx, inquiry.id)
	await tellAuthor(tx, inquiry, 'dated', { registeredOn, dueOn }, now)
	return true
}

/** The day of registration of what awaited its calendar, in the tables and on the record. */
export async function nameRegistration(
	tx: Writer,
	filed: Filed,
	law: Law,
	dates: { registeredOn: Day; dueOn: Day },
	now: Date,
): Promise<void> {
	const { inquiry, proceeding } = filed
	const { registeredOn } = dates
	await tx.update(proceedings).set({ registeredOn }).where(eq(proceedings.id, proceeding.id))
	if (proceeding.ordinal === 1)
		await tx.update(inquiries).set({ registeredOn }).where(eq(inquiries.id, inquiry.id))
	await recordDated(tx, filed, law, dates, now)
}

async function recordDated(
	tx: Writer,
	{ inquiry, proceeding }: Filed,
	law: Law,
	dates: { registeredOn: Day; dueOn: Day },
	now: Date,
): Promise<void> {
	await record(tx, {
		subject: 'inquiry',
		subjectId: inquiry.id,
		type: 'dated',
		at: now,
		on: legalDay(law, now),
		by: 'system',
		proceedingId: proceeding.id,
		details: dates,
	})
}

/** The due day, null while paused; undefined when neither the record nor the calendar can say. */
function dueBy(
	steps: readonly ClockStep[],
	law: Law,
	rule: string,
	procedure: string,
): Day | null | undefined {
	if (steps.length === 0) return undefined
	const clock = clockFrom(steps, law, rule, procedure)
	return clock.undated ? undefined : (clock.dueOn ?? null)
}

/** The entry changed last among those that lie within the term. */
async function causeOf(read: Reader, calendar: string, from: Day, to: Day): Promise<string | null> {
	const within = await read
		.select({
			id: calendarEntries.id,
			enteredAt: calendarEntries.enteredAt,
			removedAt: calendarEntries.removedAt,
		})
		.from(calendarEntries)
		.where(
			and(
				eq(calendarEntries.calendar, calendar),
				gte(calendarEntries.day, from),
				lte(calendarEntries.day, to),
			),
		)
	const changedAt = (entry: (typeof within)[number]) => (entry.removedAt ?? entry.enteredAt).getTime()
	return within.sort((a, b) => changedAt(b) - changedAt(a))[0]?.id ?? null
}
