import { asc, eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { hearingKey } from '#app/hearings/hearing.server.ts'
import { recountCells } from '#app/remarks/cells.server.ts'
import { recountGroup } from '#app/remarks/group.server.ts'
import { countAgain, leaveOut } from '#app/remarks/sort.server.ts'
import { withdrawRemark } from '#app/remarks/withdraw.server.ts'
import { remarkCells, remarkGroups } from '#db/schema/hearings.ts'
import type { Store, Writer } from '#db/store.ts'
import { aHearing } from '#tests/hearings/a-hearing.ts'
import { aWorld, type World } from '#tests/support/world.ts'
import { aCrowd, aRemark, CAMPAIGN, REMARKED_AT } from './a-remark.ts'

let world: World
let store: Store
let crowd: string[]
beforeAll(async () => {
	world = await aWorld()
	store = world.store
	crowd = await aCrowd(store, 4)
})
afterAll(() => store.close())

const actor = (at: number) => ({ personId: String(crowd[at]), roles: [], level: 1 })

it('what is counted step by step is what a count of all gives, whoever takes back, leaves out or counts again', async () => {
	const hearing = await aHearing(store)
	const said: [by: number, position: 'for' | 'against', text: string, region: string][] = [
		[0, 'against', CAMPAIGN, 'KZ-75'],
		[0, 'against', CAMPAIGN, 'KZ-75'],
		[0, 'for', CAMPAIGN, 'KZ-75'],
		[1, 'against', CAMPAIGN, 'KZ-10'],
		[1, 'against', 'The second road comes first.', 'KZ-10'],
		[2, 'for', 'A school stands there.', 'KZ-75'],
		[3, 'against', CAMPAIGN, 'KZ-75'],
	]
	for (const [by, position, text, region] of said)
		await aRemark(store, hearing, { actor: actor(by), position, text, region })
	const desk = world.actors['ENV:clerk']
	if (!desk) throw new Error('no desk')
	const act = { hearingId: hearing.id, now: REMARKED_AT }
	const leave = (ordinal: number) => (tx: Writer) =>
		leaveOut(tx, { ...act, actor: desk, ordinal, reason: 'Vague.' })
	const again = (ordinal: number) => (tx: Writer) => countAgain(tx, { ...act, actor: desk, ordinal })
	const back = (ordinal: number, by: number) => (tx: Writer) =>
		withdrawRemark(tx, { ...act, actor: actor(by), ordinal })
	const counted = async () => ({
		cells: (
			await store.readOwn
				.select()
				.from(remarkCells)
				.where(eq(remarkCells.hearingId, hearing.id))
				.orderBy(asc(remarkCells.by), asc(remarkCells.key))
		).filter(({ remarks }) => remarks !== 0),
		groups: await store.readOwn
			.select()
			.from(remarkGroups)
			.where(eq(remarkGroups.hearingId, hearing.id))
			.orderBy(asc(remarkGroups.ordinal)),
	})
	for (const step of [
		back(1, 0),
		leave(3),
		leave(5),
		back(5, 1),
		leave(4),
		again(3),
		leave(6),
		back(2, 0),
		again(4),
		back(6, 2),
		back(7, 3),
	]) {
		expect(
			await store.write(hearingKey(hearing.id), async (tx): Promise<{ ok: boolean }> => step(tx)),
		).toMatchObject({ ok: true })
		const kept = await counted()
		await store.write(hearingKey(hearing.id), async (tx) => {
			await recountCells(tx, hearing.id)
			for (const { id } of kept.groups) await recountGroup(tx, hearing.id, id)
		})
		expect(kept).toEqual(await counted())
	}
})
