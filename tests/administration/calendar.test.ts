import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { addYear, confirmYear, enterDay, removeDay, tablesOf } from '#app/administration/calendar.server.ts'
import { type NewEntry, refusalToEnter, suggestions } from '#app/administration/calendar-entry.ts'
import { touchedBy } from '#app/administration/touched.server.ts'
import type { CalendarEntry } from '#app/deadlines/calendar.ts'
import { recountClocks } from '#app/inquiries/recount.server.ts'
import { calendarVersion, lawOf } from '#app/jurisdictions/law.server.ts'
import type { Actor } from '#app/people/actor.ts'
import { calendarEntries, calendarYears } from '#db/schema/bodies.ts'
import { inquiries } from '#db/schema/inquiries.ts'
import { events } from '#db/schema/register.ts'
import type { Writer } from '#db/store.ts'
import { aWorld, type World } from '#tests/support/world.ts'

const titles = { kk: 'Күн', ru: 'День', en: 'Day' }
const anEntry = (over: Partial<NewEntry> = {}): NewEntry => ({
	day: '2026-01-20',
	kind: 'rest_day',
	titles,
	source: 'Decree No. 1',
	...over,
})

describe('the calendar of the administrator', () => {
	let world: World
	beforeEach(async () => {
		world = await aWorld()
	})
	afterEach(() => world.store.close())

	const now = new Date('2026-01-13T12:00:00+05:00')
	const write = <Result>(work: (tx: Writer) => Promise<Result>) => world.store.write('calendar:KZ', work)
	const enter = (entry: NewEntry, actor: Actor = world.actors.administrator) =>
		write((tx) => enterDay(tx, { calendar: 'KZ', entry, actor, now }))
	const dueOn = async (id: string) =>
		(await world.store.read.select().from(inquiries).where(eq(inquiries.id, id)))[0]?.dueOn

	test('a day off that is entered moves the clocks that run over it, and taking it out moves them back', async () => {
		const { inquiryId } = await world.file()
		expect(await dueOn(inquiryId)).toBe('2026-02-02')
		const entered = await enter(anEntry())
		await recountClocks(world.store, { now })
		expect(await dueOn(inquiryId)).toBe('2026-02-03')

		const entryId = entered.ok ? entered.value.entryId : ''
		const act = { entryId, source: 'Decree No. 2', actor: world.actors.administrator, now }
		expect(await write((tx) => removeDay(tx, act))).toMatchObject({ ok: true })
		await recountClocks(world.store, { now })
		expect(await dueOn(inquiryId)).toBe('2026-02-02')
		// The shift still refers to it.
		expect(
			await world.store.read.select().from(calendarEntries).where(eq(calendarEntries.id, entryId)),
		).toMatchObject([{ removalSource: 'Decree No. 2', removedBy: 'administrator' }])
	})

	test('before an entry is made it is told how many clocks it moves', async () => {
		await world.file()
		await world.file({ receivedAt: new Date('2026-02-10T12:00:00+05:00') })
		const entry = { day: '2026-01-20', kind: 'rest_day' } satisfies CalendarEntry
		expect(await touchedBy(world.store.read, 'KZ', { enter: entry })).toEqual({
			running: 1,
			shifted: 1,
			counted: 1,
		})
		const saturday = { day: '2026-01-24', kind: 'holiday' } satisfies CalendarEntry
		expect(await touchedBy(world.store.read, 'KZ', { enter: saturday })).toMatchObject({
			running: 1,
			shifted: 0,
		})
		expect((await lawOf(world.store.read, 'KZ')).calendar.entries.has('2026-01-20')).toBe(false)
	})

	test('every change has its source, gives the calendar a new version and is on the record', async () => {
		const before = await calendarVersion(world.store.read, 'KZ')
		expect(await enter(anEntry({ source: ' ' }))).toEqual({ ok: false, refusal: 'no-source' })
		expect(await calendarVersion(world.store.read, 'KZ')).toBe(before)
		await enter(anEntry())
		expect(await calendarVersion(world.store.read, 'KZ')).not.toBe(before)
		expect(await world.store.read.select().from(events).where(eq(events.subject, 'calendar'))).toMatchObject([
			{ subjectId: 'KZ', type: 'day-entered', by: 'administrator', details: { day: '2026-01-20' } },
		])
	})

	test('a year is added once, empty and unconfirmed, and confirmed with its entries', async () => {
		const act = { calendar: 'KZ', source: 'Decree No. 3', actor: world.actors.administrator, now }
		expect(await write((tx) => addYear(tx, { ...act, year: 2028 }))).toMatchObject({ ok: true })
		expect(await write((tx) => addYear(tx, { ...act, year: 2028 }))).toMatchObject({ refusal: 'known' })
		expect((await lawOf(world.store.read, 'KZ')).calendar.years.has(2028)).toBe(true)

		expect(await write((tx) => confirmYear(tx, { ...act, year: 2029 }))).toMatchObject({ refusal: 'no-year' })
		await write((tx) => confirmYear(tx, { ...act, year: 2027 }))
		const { entries, tables } = await tablesOf(world.store.read, 'KZ')
		expect(tables.find(({ year }) => year === 2027)).toMatchObject({
			confirmed: true,
			source: 'Decree No. 3',
		})
		expect(tables.find(({ year }) => year === 2028)?.confirmed).toBe(false)
		expect(
			entries.filter(({ day }) => day.startsWith('2027')).map(({ confidence }) => confidence),
		).not.toContain('confirm')
	})

	test.each(['overseer', 'moderator', 'author', 'ENV:approver'])('nothing of it is for %s', async (who) => {
		const actor = world.actors[who] as Actor
		const act = { calendar: 'KZ', source: 'x', actor, now }
		expect(await enter(anEntry(), actor)).toEqual({ ok: false, refusal: 'not-allowed' })
		const outcomes = [
			await write((tx) => removeDay(tx, { ...act, entryId: 'KZ-2026-01-01' })),
			await write((tx) => addYear(tx, { ...act, year: 2028 })),
			await write((tx) => confirmYear(tx, { ...act, year: 2027 })),
		]
		expect(outcomes).toEqual(outcomes.map(() => ({ ok: false, refusal: 'not-allowed' })))
		expect(await world.store.read.$count(calendarYears, eq(calendarYears.year, 2028))).toBe(0)
	})
})

describe('what may be entered', () => {
	const table = {
		week: [1, 2, 3, 4, 5],
		years: [2026],
		entries: [{ day: '2026-05-08', kind: 'moved_rest_day' }] satisfies CalendarEntry[],
	}
	test.each([
		['a day of a year without a table', { day: '2028-01-03' }, 'no-year'],
		['the same day twice', { day: '2026-05-08', kind: 'moved_rest_day' }, 'known'],
		['a working day that works anyway', { day: '2026-05-05', kind: 'working_day' }, 'works-already'],
		['a day off moved to a Saturday', { day: '2026-05-02', kind: 'moved_rest_day' }, 'off-already'],
		['nothing without a source', { source: '' }, 'no-source'],
	] as const)('%s is refused', (_, over, refusal) => {
		expect(refusalToEnter(anEntry(over), table)).toBe(refusal)
	})
	test.each([
		['a working Saturday', { day: '2026-05-02', kind: 'working_day' }],
		['a holiday on a Sunday', { day: '2026-05-03', kind: 'holiday' }],
		['a day that works after all', { day: '2026-05-08', kind: 'working_day' }],
	] as const)('%s is entered', (_, over) => {
		expect(refusalToEnter(anEntry(over), table)).toBeUndefined()
	})
})

describe('suggestions', () => {
	const week = [1, 2, 3, 4, 5]
	const holiday = (day: string): CalendarEntry => ({ day, kind: 'holiday', title: titles })

	test('a holiday on a Saturday moves to the Monday, unless that was entered already', () => {
		const entries = [holiday('2022-05-07'), holiday('2022-05-09')]
		const given = { week, year: 2022, entries, moves: true }
		expect(suggestions(given)).toMatchObject([{ day: '2022-05-10', of: '2022-05-07', why: 'moved' }])
		const moved: CalendarEntry = { day: '2022-05-10', kind: 'moved_rest_day' }
		expect(suggestions({ ...given, entries: [...entries, moved] })).toEqual([])
		expect(suggestions({ ...given, moves: false })).toEqual([])
	})

	test('a holiday of both years before is missed in a new one', () => {
		const entries = [holiday('2026-12-16'), holiday('2027-12-16'), holiday('2027-06-06')]
		expect(suggestions({ week, year: 2028, entries, moves: true })).toMatchObject([
			{ day: '2028-12-16', kind: 'holiday', why: 'every-year' },
			{ day: '2028-12-18', kind: 'moved_rest_day', of: '2028-12-16', why: 'moved' },
		])
	})
})
