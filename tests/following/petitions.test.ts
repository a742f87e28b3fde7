import { afterEach, beforeEach, expect, test } from 'vitest'
import { follow } from '#app/following/follow.server.ts'
import { gatherNews } from '#app/following/gather.server.ts'
import { tellNews } from '#app/following/tell.server.ts'
import { type Petition, recordSystemStep } from '#app/petitions/petition.server.ts'
import { outbox } from '#db/schema/register.ts'
import { aPetition } from '#tests/petitions/a-petition.ts'
import { aWorld, type World } from '#tests/support/world.ts'

const BEGUN = new Date('2026-03-12T06:00:00Z')
const NOW = new Date('2026-03-12T07:00:00Z')

let world: World
beforeEach(async () => {
	world = await aWorld()
	await gatherNews(world.store, { now: BEGUN, profileId: 'KZ' })
})
afterEach(() => world.store.close())

const follows = (who: string, { number }: Petition) =>
	world.store.write('follow', (tx) =>
		follow(tx, {
			...{ subject: 'petition', key: String(number), rhythm: 'now', now: BEGUN },
			actor: world.actors[who] ?? world.actors.stranger,
		}),
	)

async function told(petition: Petition, type: string) {
	await world.store.write('step', (tx) => recordSystemStep(tx, petition, NOW, type))
	await gatherNews(world.store, { now: NOW, profileId: 'KZ' })
	await tellNews(world.store, { now: NOW })
	const letters = await world.store.readOwn.select().from(outbox)
	return letters.filter(({ notice }) => notice.startsWith('news'))
}

test('who follows a petition hears of its steps without having signed it; its author is told otherwise', async () => {
	const petition = await aPetition(world.store)
	expect((await follows('stranger', petition)).ok).toBe(true)
	expect((await follows('author', petition)).ok).toBe(true)
	expect(await told(petition, 'threshold-reached')).toMatchObject([
		{
			personId: 'stranger',
			notice: 'news-of-petition',
			values: {
				path: `/petitions/${petition.number}`,
				items: [{ kind: 'news-petition-threshold-reached', title: `A petition ${petition.id}` }],
			},
		},
	])
	expect(await told(petition, 'recounted')).toHaveLength(1)
})

test('one that is not public, or whose text is hidden, cannot be followed and is told of to nobody', async () => {
	const checking = await aPetition(world.store, { state: 'checking', publishedAt: null })
	const hidden = await aPetition(world.store, { state: 'rejected', hidden: true })
	for (const petition of [checking, hidden])
		expect(await follows('stranger', petition)).toEqual({ ok: false, refusal: 'not-found' })
})
