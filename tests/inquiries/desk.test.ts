import { afterEach, beforeEach, expect, test } from 'vitest'
import { assignInquiry } from '#app/inquiries/assign.server.ts'
import { deskCount, deskList } from '#app/inquiries/desk.server.ts'
import type { DeskFilter } from '#app/inquiries/desk.ts'
import { aWorld, type World } from '#tests/support/world.ts'

let world: World
beforeEach(async () => {
	world = await aWorld()
})
afterEach(() => world.store.close())

const noon = (day: string) => new Date(`${day}T12:00:00+05:00`)

/** The numbers on the desk of this actor, in their order, and how many the filter counts. */
async function desk(who: string, filter: DeskFilter, today = '2026-01-20') {
	const actor = world.actors[who] ?? { personId: null, roles: [], level: 0 }
	const query = { filter, page: 1, today }
	const rows = await deskList(world.store.read, actor, query)
	expect(await deskCount(world.store.read, actor, query)).toBe(rows.length)
	return rows.map((row) => row.number)
}

test('the desk shows the cases of its own body, the most urgent first, each under what it is', async () => {
	const later = await world.file({ receivedAt: noon('2026-01-14') })
	const sooner = await world.file({ receivedAt: noon('2026-01-12') })
	const elsewhere = await world.file({ bodyId: 'HSG', officeId: null })
	await world.store.write(`inquiry:${later.inquiryId}`, (tx) =>
		assignInquiry(tx, {
			proceedingId: later.proceedingId,
			actor: world.actors['ENV:clerk'] ?? { personId: null, roles: [], level: 0 },
			executorId: 'ENV-executor',
			now: noon('2026-01-15'),
		}),
	)

	expect(await desk('ENV:executor', 'open')).toEqual([sooner.number, later.number])
	expect(await desk('ENV:executor', 'mine')).toEqual([later.number])
	expect(await desk('ENV:approver', 'mine')).toEqual([])
	expect(await desk('ENV:clerk', 'unassigned')).toEqual([sooner.number])
	expect(await desk('ENV:clerk', 'today', sooner.dueOn ?? '')).toEqual([sooner.number])
	expect(await desk('ENV:clerk', 'overdue', '2026-02-03')).toEqual([sooner.number])
	expect(await desk('HSG:clerk', 'open')).toEqual([elsewhere.number])
	expect(await desk('stranger', 'open')).toEqual([])
})
