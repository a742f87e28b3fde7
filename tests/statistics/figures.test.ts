import { beforeEach, describe, expect, test } from 'vitest'
import { recordLapses } from '#app/inquiries/breach.server.ts'
import { redirectInquiry } from '#app/inquiries/redirect.server.ts'
import { type Law, lawOf } from '#app/jurisdictions/law.server.ts'
import { medianOf, shareInTime } from '#app/statistics/figures.ts'
import { figuresOf, questionsBehind } from '#app/statistics/find.server.ts'
import { dayLedger } from '#app/statistics/ledger.server.ts'
import { handsIn, noon } from '#tests/inquiries/a-case.ts'
import { aWorld, type World } from '#tests/support/world.ts'

test.each([
	[[], undefined],
	[[4], 4],
	[[9, 1, 5], 5],
	[[8, 2, 4, 6], 4],
])('the median of %j is %s', (days, median) => {
	expect(medianOf(days)).toBe(median)
})

test('there is no share while no term has ended', () => {
	expect(shareInTime(0, 0)).toBeUndefined()
	expect(shareInTime(3, 1)).toBe(0.75)
})

describe('figures of an office', () => {
	let world: World
	let law: Law
	const scope = { officeId: 'minister' }
	const ask = (day: string, over: object = {}) =>
		world.file({ receivedAt: noon(day), subject: `Asked ${day}`, ...over })
	const figures = (today: string) => figuresOf(world.store.read, scope, { law, today })

	beforeEach(async () => {
		world = await aWorld()
		law = await lawOf(world.store.read, 'KZ')
	})

	test('compare only terms that have ended', async () => {
		const { answer } = handsIn(world)
		const { proceedingId } = await ask('2026-01-12')
		await answer(proceedingId, '2026-01-16')
		await ask('2026-01-12')

		// Both terms end on 2 February: until then there is nothing to compare.
		expect(await figures('2026-02-02')).toMatchObject({ share: undefined, open: 1, overdue: 0 })
		expect(await figures('2026-02-04')).toMatchObject({ inTime: 1, late: 1, share: 0.5, overdue: 1 })
		expect((await figures('2026-02-04')).medianDays).toBe(4)
	})

	test('count a late answer as late for good, and a lapse before a duty has written it down', async () => {
		const { answer } = handsIn(world)
		const { proceedingId } = await ask('2026-01-12')
		expect(await figures('2026-02-04')).toMatchObject({ inTime: 0, late: 1, overdue: 1 })
		await world.store.write('lapse', (tx) => recordLapses(tx, [proceedingId], noon('2026-02-04')))
		await answer(proceedingId, '2026-02-06')
		expect(await figures('2026-02-09')).toMatchObject({ inTime: 0, late: 1, overdue: 0, open: 0 })
	})

	test('do not count what was sent on', async () => {
		const { as } = handsIn(world)
		const { proceedingId } = await ask('2026-01-12')
		await world.store.write(['inquiry', 'number:HSG'], (tx) =>
			redirectInquiry(tx, {
				...as('ENV:clerk', proceedingId, '2026-01-13'),
				toBodyId: 'HSG',
				reason: 'Theirs to answer',
			}),
		)
		expect(await figures('2026-03-02')).toMatchObject({ inTime: 0, late: 0, open: 0 })
		const housing = await figuresOf(world.store.read, { bodyId: 'HSG' }, { law, today: '2026-03-02' })
		expect(housing).toMatchObject({ late: 1, overdue: 1 })
	})

	test('forget terms that ended more than a year ago, but not what is still owed', async () => {
		await ask('2025-01-13')
		expect(await figures('2026-03-02')).toMatchObject({ late: 0, overdue: 1, open: 1 })
	})

	test('have the list behind them; a private question is counted and not shown', async () => {
		await ask('2026-01-12', { subject: 'Seen' })
		await ask('2026-01-13', { subject: 'Unseen', visibility: 'private' })
		const today = '2026-03-02'
		const behind = await questionsBehind(world.store.read, { scope, figure: 'overdue', today, page: 1 })
		expect(behind).toMatchObject({ total: 2, unseen: 1, page: 1, pages: 1 })
		expect(behind.found).toHaveLength(1)
		expect((await figures(today)).overdue).toBe(behind.total)
	})
})

test('the ledger of the day counts what is public, each matter once', async () => {
	const world = await aWorld()
	const law = await lawOf(world.store.read, 'KZ')
	const { answer } = handsIn(world)
	const { proceedingId } = await world.file({ receivedAt: noon('2026-01-12') })
	await world.file({ receivedAt: noon('2026-01-12'), visibility: 'private' })
	await world.file({ receivedAt: noon('2026-01-12') })

	const on = (today: string) => dayLedger(world.store.read, { law, today })
	expect(await on('2026-02-02')).toEqual({ answeredToday: 0, dueToday: 2, overdue: 0 })
	await answer(proceedingId, '2026-02-02')
	expect(await on('2026-02-02')).toEqual({ answeredToday: 1, dueToday: 1, overdue: 0 })
	expect(await on('2026-02-03')).toEqual({ answeredToday: 0, dueToday: 0, overdue: 1 })
})
