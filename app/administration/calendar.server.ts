import { and, asc, eq, gte, isNotNull, isNull, lte } from 'drizzle-orm'
import { isDay } from '#app/deadlines/day.ts'
import { isFactorFresh } from '#app/factors/fresh.ts'
import { findProfile } from '#app/jurisdictions/profiles.ts'
import { markCalendarChanged } from '#app/jurisdictions/store-calendar.server.ts'
import { done, type Outcome, refused } from '#app/outcome.ts'
import type { Actor } from '#app/people/actor.ts'
import { calendarEntries, calendarYears } from '#db/schema/bodies.ts'
import type { Reader, Writer } from '#db/store.ts'
import { type EntryRefusal, type NewEntry, refusalToEnter } from './calendar-entry.ts'
import { mayAdminister } from './may-administer.ts'
import { recordAdministered } from './record.server.ts'

// Each change gives the calendar a new version, and the duty that sees it counts all running clocks again: so each
// needs a second factor shown a moment ago.

export const calendarKey = (calendar: string) => `calendar:${calendar}`

interface Act {
	calendar: string
	actor: Actor
	now: Date
}

export async function enterDay(
	tx: Writer,
	{ calendar, entry, actor, now }: Act & { entry: NewEntry },
): Promise<Outcome<{ entryId: string }, EntryRefusal | 'factorNeeded'>> {
	if (!mayAdminister(actor)) return refused('not-allowed')
	if (!isFactorFresh(actor, now)) return refused('factorNeeded')
	const refusal = refusalToEnter(entry, await tablesOf(tx, calendar))
	if (refusal) return refused(refusal)

	const entryId = crypto.randomUUID()
	const row = { id: entryId, calendar, ...entry, confirmed: true, enteredAt: now, enteredBy: actor.personId }
	await tx.insert(calendarEntries).values(row)
	await changed(tx, { calendar, actor, now }, 'day-entered', { entryId, day: entry.day, kind: entry.kind })
	return done({ entryId })
}

export type RemovalRefusal = 'not-allowed' | 'factorNeeded' | 'no-entry' | 'no-source'

/** The entry stays with who took it out and on what ground: the shifts that it caused refer to it. */
export async function removeDay(
	tx: Writer,
	{ entryId, source, actor, now }: Omit<Act, 'calendar'> & { entryId: string; source: string },
): Promise<Outcome<{ calendar: string; day: string }, RemovalRefusal>> {
	if (!mayAdminister(actor)) return refused('not-allowed')
	if (!isFactorFresh(actor, now)) return refused('factorNeeded')
	if (source.trim() === '') return refused('no-source')
	const [entry] = await tx.select().from(calendarEntries).where(eq(calendarEntries.id, entryId))
	if (!entry) return refused('no-entry')
	const { calendar, day, kind } = entry
	if (entry.removedAt) return done({ calendar, day })

	await tx
		.update(calendarEntries)
		.set({ removedAt: now, removedBy: actor.personId, removalSource: source })
		.where(eq(calendarEntries.id, entryId))
	await changed(tx, { calendar, actor, now }, 'day-removed', { entryId, day, kind })
	return done({ calendar, day })
}

export type YearRefusal = 'not-allowed' | 'factorNeeded' | 'no-calendar' | 'no-year' | 'known' | 'no-source'

/** From now on terms may reach into the year. It begins with its weekends alone, and unconfirmed. */
export async function addYear(
	tx: Writer,
	{ calendar, year, source, actor, now }: Act & { year: number; source: string },
): Promise<Outcome<null, YearRefusal>> {
	if (!mayAdminister(actor)) return refused('not-allowed')
	if (!isFactorFresh(actor, now)) return refused('factorNeeded')
	if (source.trim() === '') return refused('no-source')
	if (!findProfile(calendar)) return refused('no-calendar')
	if (!isDay(`${year}-01-01`) || year < 2000 || year > 2199) return refused('no-year')
	const added = await tx
		.insert(calendarYears)
		.values({ calendar, year, confirmed: false, source, enteredAt: now })
		.onConflictDoNothing()
		.returning({ year: calendarYears.year })
	if (added.length === 0) return refused('known')
	await changed(tx, { calendar, actor, now }, 'year-added', { year })
	return done(null)
}

/** Somebody has compared the whole table with the decrees; its entries are no longer a guess. */
export async function confirmYear(
	tx: Writer,
	{ calendar, year, source, actor, now }: Act & { year: number; source: string },
): Promise<Outcome<null, YearRefusal>> {
	if (!mayAdminister(actor)) return refused('not-allowed')
	if (!isFactorFresh(actor, now)) return refused('factorNeeded')
	if (source.trim() === '') return refused('no-source')
	const confirmed = await tx
		.update(calendarYears)
		.set({ confirmed: true, source })
		.where(and(eq(calendarYears.calendar, calendar), eq(calendarYears.year, year)))
		.returning({ year: calendarYears.year })
	if (confirmed.length === 0) return refused('no-year')
	await tx.update(calendarEntries).set({ confirmed: true }).where(inYear(calendar, year))
	await changed(tx, { calendar, actor, now }, 'year-confirmed', { year })
	return done(null)
}

/** The calendar as a rule takes it: which years it has, and what stands in them. */
export async function tablesOf(read: Reader, calendar: string) {
	const years = await read
		.select()
		.from(calendarYears)
		.where(eq(calendarYears.calendar, calendar))
		.orderBy(asc(calendarYears.year))
	const entries = await read
		.select()
		.from(calendarEntries)
		.where(and(eq(calendarEntries.calendar, calendar), isNull(calendarEntries.removedAt)))
		.orderBy(asc(calendarEntries.day), asc(calendarEntries.kind))
	return {
		week: findProfile(calendar)?.calendar.week ?? [],
		years: years.map(({ year }) => year),
		entries: entries.map(({ id, day, kind, titles, source, confirmed, enteredAt }) => ({
			id,
			day,
			kind,
			title: titles,
			source,
			confidence: confirmed ? ('ok' as const) : ('confirm' as const),
			enteredAt,
		})),
		tables: years,
	}
}

/** What was taken out of a year, with the ground it was taken out on. */
export const removedIn = (read: Reader, calendar: string, year: number) =>
	read
		.select()
		.from(calendarEntries)
		.where(and(inYear(calendar, year), isNotNull(calendarEntries.removedAt)))
		.orderBy(asc(calendarEntries.day))

export async function entryById(read: Reader, entryId: string) {
	const [entry] = await read
		.select()
		.from(calendarEntries)
		.where(and(eq(calendarEntries.id, entryId), isNull(calendarEntries.removedAt)))
	return entry
}

const inYear = (calendar: string, year: number) =>
	and(
		eq(calendarEntries.calendar, calendar),
		gte(calendarEntries.day, `${year}-01-01`),
		lte(calendarEntries.day, `${year}-12-31`),
	)

async function changed(
	tx: Writer,
	{ calendar, actor, now }: Act,
	type: string,
	details: Record<string, unknown>,
): Promise<void> {
	await markCalendarChanged(tx, calendar)
	await recordAdministered(tx, { subject: 'calendar', subjectId: calendar, type, actor, details, now })
}
