import { afterEach, beforeEach, expect, test } from 'vitest'
import { follow } from '#app/following/follow.server.ts'
import { gatherNews } from '#app/following/gather.server.ts'
import { tellNews } from '#app/following/tell.server.ts'
import { type Hearing, recordHearingStep } from '#app/hearings/hearing.server.ts'
import { hearings, hearingTerritories } from '#db/schema/hearings.ts'
import { outbox } from '#db/schema/register.ts'
import { aHearing } from '#tests/hearings/a-hearing.ts'
import { aWorld, type World } from '#tests/support/world.ts'

const BEGUN = new Date('2026-03-12T06:00:00Z')
const NOW = new Date('2026-03-12T07:00:00Z')

let world: World
beforeEach(async () => {
	world = await aWorld()
	await gatherNews(world.store, { now: BEGUN, profileId: 'KZ' })
})
afterEach(() => world.store.close())

const follows = (who: string, subject: 'hearing' | 'territory' | 'body', key: string) =>
	world.store.write('follow', (tx) =>
		follow(tx, {
			subject,
			key,
			rhythm: 'now',
			actor: world.actors[who] ?? world.actors.stranger,
			now: BEGUN,
		}),
	)

const happens = (hearing: Hearing, type: string) =>
	world.store.write('step', (tx) =>
		recordHearingStep(
			tx,
			{ hearing, today: '2026-03-12', by: 'approver' },
			{ actor: world.actors.author, now: NOW },
			type,
		),
	)

async function told() {
	await gatherNews(world.store, { now: NOW, profileId: 'KZ' })
	await tellNews(world.store, { now: NOW })
	const letters = await world.store.readOwn.select().from(outbox)
	return letters
		.filter(({ notice }) => notice.startsWith('news'))
		.map(({ personId, notice, values }) => [personId, notice, values.path])
		.sort()
}

test('who follows a hearing hears of its steps, who follows its region or its body that it is announced', async () => {
	const hearing = await aHearing(world.store)
	await world.store.write('land', (tx) =>
		tx.insert(hearingTerritories).values({ hearingId: hearing.id, region: 'KZ-75' }),
	)
	expect((await follows('stranger', 'hearing', String(hearing.number))).ok).toBe(true)
	expect((await follows('HSG:clerk', 'territory', 'KZ-75')).ok).toBe(true)
	expect((await follows('HSG:executor', 'territory', 'KZ-71')).ok).toBe(true)
	expect((await follows('GOV:clerk', 'body', 'ENV')).ok).toBe(true)
	const path = `/hearings/${hearing.number}`
	await happens(hearing, 'announced')
	expect(await told()).toEqual([
		['GOV-clerk', 'news-of-hearing', path],
		['HSG-clerk', 'news-of-hearing', path],
		['stranger', 'news-of-hearing', path],
	])
	await happens(hearing, 'ended')
	await happens(hearing, 'question-shown')
	expect(await told()).toHaveLength(4)
})

test('nobody hears of a hearing that is not public, and nobody can follow it', async () => {
	const hearing = await aHearing(world.store, { postedAt: null })
	await follows('stranger', 'hearing', String(hearing.number))
	await world.store.write('back', (tx) => tx.update(hearings).set({ state: 'preparing' }))
	await happens(hearing, 'ended')
	expect(await told()).toEqual([])
	expect((await follows('HSG:clerk', 'hearing', String(hearing.number))).ok).toBe(false)
	expect((await follows('HSG:clerk', 'territory', 'KZ-99')).ok).toBe(false)
})
