import { afterEach, beforeEach, expect, test } from 'vitest'
import { newestHearings } from '#app/hearings/feed.server.ts'
import { hearingsBetween, publicHearings } from '#app/hearings/list.server.ts'
import { deskHearings, hearingsOf, requestsWaiting } from '#app/hearings/own.server.ts'
import { shownHearing } from '#app/hearings/shown.server.ts'
import type { Actor } from '#app/people/actor.ts'
import { registerNumber } from '#app/register/number.ts'
import { hearingLinks } from '#db/schema/hearings.ts'
import { aWorld, type World } from '#tests/support/world.ts'
import { ANNOUNCED, aHearing } from './a-hearing.ts'
import { readied } from './readied.ts'

let world: World
beforeEach(async () => {
	world = await aWorld()
})
afterEach(() => world.store.close())

test('everybody finds what is public, and those who have a part find their own', async () => {
	const { store, actors } = world
	const coming = await aHearing(store, { number: registerNumber('H', 2026, 71) }, { chair: actors.stranger })
	await store.write('ready', (tx) => readied(tx, coming.id, new Date('2026-03-10T06:00:00Z')))
	await aHearing(store, { state: 'requested', postedAt: null, startsOn: null })
	const read = store.readOwn
	const numbers = async (filter: Parameters<typeof publicHearings>[1]) =>
		(await publicHearings(read, filter, { page: 1, language: 'en' })).items.map(({ number }) => number)
	for (const filter of [
		{},
		{ list: 'coming' },
		{ bodyId: 'ENV' },
		{ region: 'KZ-75' },
		{ query: 'RESORT' },
	] as const)
		expect(await numbers(filter)).toEqual([coming.number])
	for (const filter of [{ list: 'past' }, { region: 'KZ-10' }, { query: 'lake' }] as const)
		expect(await numbers(filter)).toEqual([])
	expect(await numbers({ query: String(coming.number) })).toEqual([coming.number])
	const linked = { kind: 'petition', number: 'P-2026-000001-5' } as const
	expect(await numbers({ linked })).toEqual([])
	const link = { hearingId: coming.id, ...linked, stance: 'against' as const }
	await store.write('link', (tx) =>
		tx.insert(hearingLinks).values({ ...link, linkedAt: ANNOUNCED, linkedBy: 'author' }),
	)
	expect(await numbers({ linked })).toEqual([coming.number])
	const week = { from: '2026-04-13', to: '2026-04-20', language: 'en', limit: 3 } as const
	expect(await hearingsBetween(read, week)).toHaveLength(1)
	expect(await newestHearings(read, 'en', {})).toHaveLength(1)

	expect(await hearingsOf(read, 'author', 'en')).toHaveLength(2)
	expect(await hearingsOf(read, 'stranger', 'en')).toHaveLength(1)
	const desk = actors['ENV:clerk'] as Actor
	expect(await deskHearings(read, desk, { list: 'open', language: 'en' })).toHaveLength(2)
	expect(await requestsWaiting(read, desk)).toBe(1)
	expect(await requestsWaiting(read, actors['HSG:clerk'] as Actor)).toBe(0)

	const shown = await shownHearing(read, coming, new Date('2026-03-20T06:00:00Z'))
	expect(shown.strip?.standing.dayNumber).toBe(8)
	expect(shown.broken?.gates.map(({ rule }) => rule)).toEqual(['announce'])
})
