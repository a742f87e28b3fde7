import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { recordLapsed } from '#app/inquiries/lapse.server.ts'
import { markCalendarChanged } from '#app/jurisdictions/store-calendar.server.ts'
import { calendarEntries } from '#db/schema/bodies.ts'
import { breaches, dueShifts, inquiries, proceedings } from '#db/schema/inquiries.ts'
import { events } from '#db/schema/register.ts'
import { aWorld, type World } from '#tests/support/world.ts'
import { aRound, at, dutiesAt, lettersOf } from './a-round.ts'

let world: World
beforeEach(async () => {
	world = await aWorld()
})
afterEach(() => world.store.close())

const NEW_HOLIDAY = { kk: 'Жаңа мереке', ru: 'Новый праздник', en: 'A new holiday' }

const addHoliday = (day: string) =>
	world.store.write('calendar', async (tx) => {
		await tx.insert(calendarEntries).values({
			id: `new-${day}`,
			calendar: 'KZ',
			day,
			kind: 'holiday',
			titles: NEW_HOLIDAY,
			source: 'a decree',
			confirmed: true,
			enteredAt: at('2026-01-20'),
		})
		await markCalendarChanged(tx, 'KZ')
	})

const removeHoliday = (day: string) =>
	world.store.write('calendar', async (tx) => {
		await tx
			.update(calendarEntries)
			.set({ removedAt: at('2026-01-22'), removalSource: 'another decree' })
			.where(eq(calendarEntries.id, `new-${day}`))
		await markCalendarChanged(tx, 'KZ')
	})

const dueDays = async () => {
	const [row] = await world.store.read
		.select({ proceeding: proceedings.dueOn, inquiry: inquiries.dueOn })
		.from(proceedings)
		.innerJoin(inquiries, eq(inquiries.id, proceedings.inquiryId))
	return row
}

test('a holiday entered late moves a running clock, and removing it moves the clock back; both are on record', async () => {
	const { number, proceedingId } = await world.file()
	await dutiesAt(world.store, at('2026-01-13'))
	expect(await dueDays()).toEqual({ proceeding: '2026-02-02', inquiry: '2026-02-02' })

	await addHoliday('2026-01-28')
	const told = await dutiesAt(world.store, at('2026-01-20'))
	expect(await dueDays()).toEqual({ proceeding: '2026-02-03', inquiry: '2026-02-03' })
	expect(told.map(({ to, subject }) => [to, subject])).toEqual(
		expect.arrayContaining([
			['author@demo.example', `${number}: the last day has moved to 3 February 2026`],
			['env@demo.example', 'Күнтізбе өзгерді: ауысқан мерзімдер (1)'],
		]),
	)

	expect(told.find(({ to }) => to === 'author@demo.example')?.paragraphs).toContain(
		'The cause: A new holiday, 28 January 2026. Source: a decree.',
	)

	await removeHoliday('2026-01-28')
	await dutiesAt(world.store, at('2026-01-22'))
	await dutiesAt(world.store, at('2026-01-22', '12:01'))
	expect(await dueDays()).toEqual({ proceeding: '2026-02-02', inquiry: '2026-02-02' })
	expect(await world.store.read.select().from(dueShifts).orderBy(dueShifts.at)).toMatchObject([
		{ proceedingId, from: '2026-02-02', to: '2026-02-03', calendarEntryId: 'new-2026-01-28' },
		{ proceedingId, from: '2026-02-03', to: '2026-02-02', calendarEntryId: 'new-2026-01-28' },
	])
	expect(await world.store.read.$count(events, eq(events.type, 'shifted'))).toBe(2)
	expect(await lettersOf(world.store, 'shifted')).toHaveLength(2)
	expect(await lettersOf(world.store, 'shifted-desk')).toHaveLength(2)
})

test('a desk hears of all that moved in one letter', async () => {
	for (let filed = 0; filed < 3; filed++) await world.file()
	await world.file({ bodyId: 'HSG', officeId: null })
	await dutiesAt(world.store, at('2026-01-13'))
	await addHoliday('2026-01-28')
	await dutiesAt(world.store, at('2026-01-20'))
	expect(await lettersOf(world.store, 'shifted-desk')).toMatchObject([
		{ recipient: 'env@demo.example', values: { total: 3 } },
		{ recipient: 'hsg@demo.example', values: { total: 1 } },
	])
})

test('a desk hears once of each that moved, also when the clock of the machine was set back between', async () => {
	await world.file()
	await dutiesAt(world.store, at('2026-01-13'))
	await addHoliday('2026-01-28')
	await dutiesAt(world.store, at('2026-01-20'))
	await addHoliday('2026-01-29')
	await dutiesAt(world.store, at('2026-01-20', '11:00'))
	const told = (await lettersOf(world.store, 'shifted-desk')).map(({ values }) => [
		values.total,
		values.items,
	])
	expect(told).toEqual([
		[1, [expect.objectContaining({ from: '2026-02-02', to: '2026-02-03' })]],
		[1, [expect.objectContaining({ from: '2026-02-03', to: '2026-02-04' })]],
	])
})

test('no breach is recorded while a change of the calendar is not yet counted in', async () => {
	await world.file()
	await dutiesAt(world.store, at('2026-01-13'))
	await addHoliday('2026-02-02')
	await recordLapsed(world.store, aRound(at('2026-02-03')))
	expect(await world.store.read.$count(breaches)).toBe(0)

	await dutiesAt(world.store, at('2026-02-03', '12:01'))
	expect(await dueDays()).toEqual({ proceeding: '2026-02-03', inquiry: '2026-02-03' })
	expect(await world.store.read.$count(breaches)).toBe(0)
	await dutiesAt(world.store, at('2026-02-04', '00:01'))
	expect(await world.store.read.$count(breaches)).toBe(1)
})

test('a term that has lapsed stays lapsed when a holiday is entered afterwards', async () => {
	await world.file()
	await dutiesAt(world.store, at('2026-02-03'))
	await addHoliday('2026-01-28')
	await dutiesAt(world.store, at('2026-02-03', '13:00'))
	expect(await dueDays()).toEqual({ proceeding: '2026-02-02', inquiry: '2026-02-02' })
	expect(await world.store.read.$count(dueShifts)).toBe(0)
})

test('a question filed before the calendar of its last day was known gets its day when the calendar comes', async () => {
	const { proceedingId } = await world.file()
	await world.store.write('inquiry', (tx) => tx.update(proceedings).set({ dueOn: null }))
	await addHoliday('2026-01-28')
	await dutiesAt(world.store, at('2026-01-20'))
	expect(await dueDays()).toEqual({ proceeding: '2026-02-03', inquiry: '2026-02-03' })
	expect(await world.store.read.$count(dueShifts, eq(dueShifts.proceedingId, proceedingId))).toBe(0)
})
