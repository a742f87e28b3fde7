import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { lawOf } from '#app/jurisdictions/law.server.ts'
import { passPetition } from '#app/petitions/check.server.ts'
import { petitionsStartedBy } from '#app/petitions/own.server.ts'
import { petitionKey } from '#app/petitions/petition.server.ts'
import { punctuality } from '#app/petitions/punctuality.server.ts'
import { moderationQueue } from '#app/petitions/queue.server.ts'
import { similarPetitions } from '#app/petitions/similar.server.ts'
import { considerations, petitionBreaches, petitions } from '#db/schema/petitions.ts'
import { aWorld, type World } from '#tests/support/world.ts'
import { BEGUN, petitionByActs } from './by-acts.ts'

let world: World
beforeEach(async () => {
	world = await aWorld()
})
afterEach(() => world.store.close())

const TITLE = 'Measure the air at every school'

test('a petition on the same matter is found by its words, the open ones first; hidden ones and itself are not', async () => {
	const { readOwn, write } = world.store
	const law = await lawOf(readOwn, 'KZ')
	const decided = await petitionByActs(world, { title: TITLE })
	const open = await petitionByActs(world, { title: `${TITLE} in winter` })
	const hidden = await petitionByActs(world, { title: TITLE })
	await petitionByActs(world, { title: 'Longer holidays' })
	await petitionByActs(world, { title: TITLE, as: 'checking' })
	await write('decided', async (tx) => {
		await tx.insert(considerations).values({
			petitionId: decided.id,
			threshold: 'national',
			needed: 50_000,
			state: 'decided',
			bodyId: 'ENV',
			reachedAt: BEGUN,
			decidedOn: '2026-03-02',
		})
	})
	await write('states', async (tx) => {
		await tx.update(petitions).set({ state: 'decided' }).where(eq(petitions.id, decided.id))
		await tx.update(petitions).set({ hidden: true }).where(eq(petitions.id, hidden.id))
	})
	const similarOn = (day: string) =>
		similarPetitions(
			readOwn,
			law,
			{ id: 0, title: 'Air measured at schools: measure it', substance: '' },
			new Date(`${day}T12:00:00+05:00`),
		)
	const found = await similarOn('2027-03-02')
	expect(found.map(({ id }) => id)).toEqual([open.id, decided.id])
	expect(found.map(({ barredUntil }) => barredUntil)).toEqual([undefined, '2027-03-02'])
	expect((await similarOn('2027-03-03')).map(({ barredUntil }) => barredUntil)).toEqual([
		undefined,
		undefined,
	])
	expect(
		await similarPetitions(readOwn, law, { id: open.id, title: `${TITLE} in winter`, substance: '' }, BEGUN),
	).toMatchObject([{ id: decided.id }])
})

test('moderators find what waits, the most urgent first', async () => {
	const later = await petitionByActs(world, { as: 'checking', now: new Date('2026-01-15T12:00:00+05:00') })
	const sooner = await petitionByActs(world, { as: 'checking' })
	const open = await petitionByActs(world)
	await petitionByActs(world, { as: 'sponsoring' })
	const queue = await moderationQueue(world.store.readOwn)
	expect(queue.toCheck.map(({ id }) => id)).toEqual([sooner.id, later.id])
	expect(queue.toInform.map(({ id, dueOn }) => [id, dueOn])).toEqual([[open.id, '2026-01-19']])
	expect([queue.toSend, queue.updates, queue.toReview]).toEqual([[], [], []])
	expect(await petitionsStartedBy(world.store.readOwn, 'author')).toHaveLength(4)
	expect(await petitionsStartedBy(world.store.readOwn, 'stranger')).toEqual([])
})

test('the share of checks in time counts those whose term has ended, and keeps the late ones', async () => {
	const { readOwn, write } = world.store
	expect(await punctuality(readOwn)).toEqual({ ended: 0, inTime: 0 })
	await petitionByActs(world)
	const late = await petitionByActs(world, { as: 'checking' })
	const waiting = await petitionByActs(world, { as: 'checking' })
	expect(await punctuality(readOwn)).toEqual({ ended: 1, inTime: 1 })
	const recordedAt = new Date('2026-02-10T00:00:00+05:00')
	const breach = { duty: 'check', dueOn: '2026-02-09', legalMoment: recordedAt, recordedAt } as const
	await write('breaches', (tx) =>
		tx.insert(petitionBreaches).values([
			{ id: 'one', petitionId: late.id, ...breach },
			{ id: 'two', petitionId: waiting.id, ...breach },
		]),
	)
	expect(await punctuality(readOwn)).toEqual({ ended: 3, inTime: 1 })
	await write(petitionKey(late.id), (tx) =>
		passPetition(tx, {
			petitionId: late.id,
			actor: world.actors.moderator,
			now: new Date('2026-02-12T12:00:00+05:00'),
		}),
	)
	expect(await punctuality(readOwn)).toEqual({ ended: 3, inTime: 1 })
	expect(await readOwn.select().from(petitionBreaches).orderBy(petitionBreaches.id)).toMatchObject([
		{ mendedAt: expect.any(Date) },
		{ mendedAt: null },
	])
})
