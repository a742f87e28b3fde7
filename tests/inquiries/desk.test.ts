import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { assignInquiry } from '#app/inquiries/assign.server.ts'
import { deskCount, deskList } from '#app/inquiries/desk.server.ts'
import { DESK_SIZE, type DeskFilter } from '#app/inquiries/desk.ts'
import type { Actor } from '#app/people/actor.ts'
import { proceedings } from '#db/schema/inquiries.ts'
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

test('what has ended is listed from the last due day to the first, then what had none, page by page', async () => {
	const filed: Awaited<ReturnType<World['file']>>[] = []
	for (let n = 0; n < DESK_SIZE + 5; n++) filed.push(await world.file())
	const due = (n: number) => (n % 3 === 0 ? null : `2026-02-${String((n % 20) + 1).padStart(2, '0')}`)
	await world.store.write('ended', async (tx) => {
		for (const [n, { proceedingId }] of filed.entries())
			await tx
				.update(proceedings)
				.set({ stage: 'ended', state: 'withdrawn', dueOn: due(n) })
				.where(eq(proceedings.id, proceedingId))
	})
	const actor = world.actors['ENV:clerk'] as Actor
	const listed = await Promise.all(
		[1, 2, 3].map((page) =>
			deskList(world.store.read, actor, { filter: 'ended', page, today: '2026-03-20' }),
		),
	)
	expect(listed.map((rows) => rows.length)).toEqual([DESK_SIZE, 5, 0])
	const expected = filed
		.map(({ proceedingId: id }, n) => ({ id, dueOn: due(n) }))
		.sort((a, b) => (b.dueOn ?? '').localeCompare(a.dueOn ?? '') || (a.id < b.id ? 1 : -1))
	expect(listed.flat().map(({ id, dueOn }) => ({ id, dueOn }))).toEqual(expected)
})

test('what has no day yet stands after all that have one, and not among what waits for its author', async () => {
	const undated = await world.file({ receivedAt: noon('2027-12-15') })
	const later = await world.file({ receivedAt: noon('2027-12-06') })
	const sooner = await world.file({ receivedAt: noon('2027-12-03') })
	const today = '2027-12-15'
	const inOrder = [sooner.number, later.number, undated.number]
	expect(await desk('ENV:clerk', 'open', today)).toEqual(inOrder)
	expect(await desk('ENV:clerk', 'unassigned', today)).toEqual(inOrder)
	expect(await desk('ENV:clerk', 'paused', today)).toEqual([])
})
