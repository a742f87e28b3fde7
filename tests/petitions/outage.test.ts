import { afterEach, beforeEach, expect, test } from 'vitest'
import { outageKeys, recordOutage } from '#app/petitions/outage.server.ts'
import { daysWithout } from '#app/petitions/outage.ts'
import { termsOfPetition } from '#app/petitions/stage-terms.server.ts'
import { outbox } from '#db/schema/register.ts'
import { aWorld, type World } from '#tests/support/world.ts'
import { petitionsOf } from './reached.ts'

let world: World
let hands: ReturnType<typeof petitionsOf>
beforeEach(async () => {
	world = await aWorld()
	hands = petitionsOf(world)
})
afterEach(() => world.store.close())

const at = (moment: string) => new Date(`${moment}:00+05:00`)

async function outage(from: string, until: string, day = '2026-09-08') {
	const act = { from: at(from), until: at(until), reason: 'The power was out', profileId: 'KZ' }
	const keys = await outageKeys(world.store.readOwn, act)
	return world.store.write(keys, (tx) => recordOutage(tx, { ...act, ...hands.as('administrator', day) }))
}

test.each([
	['2026-09-01T10:00', '2026-09-01T10:59', []],
	['2026-09-01T10:00', '2026-09-01T11:00', ['2026-09-01']],
	['2026-09-01T23:30', '2026-09-02T00:30', []],
	['2026-09-01T23:00', '2026-09-03T00:59', ['2026-09-01', '2026-09-02']],
])('from %s to %s it takes the days %j', (from, until, days) => {
	expect(daysWithout({ from: at(from), until: at(until) }, 'Asia/Almaty', 60)).toEqual(days)
})

test('each day lost is given back to what was collecting, and its author is told', async () => {
	const id = await hands.open()
	expect(await outage('2026-08-31T20:00', '2026-09-01T04:00', '2026-09-01')).toMatchObject({
		ok: true,
		value: { days: 2, extended: 1 },
	})
	const { collectsUntil, closesAt, state } = await hands.petition(id)
	expect([collectsUntil, closesAt, state]).toEqual(['2026-09-04', at('2026-09-05T00:00'), 'open'])
	const [letter] = await world.store.read.select().from(outbox)
	expect(letter).toMatchObject({ notice: 'petition-extended', values: { until: '2026-09-04', days: 2 } })
	expect(await hands.recorded('extended')).toMatchObject([{ until: '2026-09-04' }])
})

test('a day is given back once, also when the outage is recorded in pieces', async () => {
	const id = await hands.open()
	await outage('2026-05-04T09:00', '2026-05-04T10:00')
	await outage('2026-05-04T15:00', '2026-05-04T17:00')
	expect((await hands.petition(id)).collectsUntil).toBe('2026-09-03')
})

test('days after the end of collection, or before publication, give nothing', async () => {
	const id = await hands.open()
	await outage('2026-03-01T09:00', '2026-03-01T12:00')
	await outage('2026-09-03T09:00', '2026-09-03T12:00')
	expect((await hands.petition(id)).collectsUntil).toBe('2026-09-02')
})

test('a petition that ended on a lost day collects again, unless its new end has passed too', async () => {
	const ended = { state: 'returned' as const, endedAt: at('2026-09-03T00:00') }
	const id = await hands.open(ended)
	await outage('2026-09-02T09:00', '2026-09-02T23:00', '2026-09-05')
	expect(await hands.petition(id)).toMatchObject({ state: 'returned', collectsUntil: '2026-09-02' })
	await hands.open(ended)
	await outage('2026-09-01T00:00', '2026-09-03T00:00', '2026-09-03')
	expect((await hands.petition(id + 1)).state).toBe('open')
})

test('sponsors are given a working day', async () => {
	const id = await hands.open({
		state: 'sponsoring',
		publishedAt: null,
		sponsoredAt: null,
		collectsUntil: null,
		closesAt: null,
		linkedAt: at('2026-08-14T12:00'),
		sponsorsBy: '2026-09-11',
	})
	await outage('2026-09-01T09:00', '2026-09-01T12:00')
	const { sponsorsBy, number } = await hands.petition(id)
	expect(sponsorsBy).toBe('2026-09-14')
	const viewer = hands.as('author', '2026-09-08')
	const terms = await termsOfPetition(world.store.readOwn, String(number), viewer)
	expect(terms).toMatchObject([{ stage: 'sponsors', movedTo: sponsorsBy }])
})

test('what is not over, or takes no time, is not recorded', async () => {
	expect(await outage('2026-09-08T09:00', '2026-09-09T09:00')).toEqual({ ok: false, refusal: 'not-over' })
	expect(await outage('2026-09-08T09:00', '2026-09-08T09:00')).toEqual({ ok: false, refusal: 'no-time' })
})
