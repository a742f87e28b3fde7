import { beforeEach, expect, test } from 'vitest'
import { eraseAccount } from '#app/own-data/erase.server.ts'
import { hearingsHeld } from '#app/own-data/hearings.server.ts'
import type { Actor } from '#app/people/actor.ts'
import { submitRemark } from '#app/remarks/submit.server.ts'
import { closePoll, voteInPoll } from '#app/rooms/polls.server.ts'
import { voteForQuestion } from '#app/rooms/questions.server.ts'
import { type Registration, register } from '#app/rooms/register.server.ts'
import * as schema from '#db/schema/index.ts'
import { aHearing, STARTS } from '#tests/hearings/a-hearing.ts'
import { aWorld, type World } from '#tests/support/world.ts'

const NOW = new Date('2026-03-20T12:00:00+05:00')
const NAME = 'Гүлнар Жойылова'
let world: World

beforeEach(async () => {
	world = await aWorld()
	await world.store.write('person', (tx) => tx.update(schema.people).set({ fullName: NAME }))
	return () => world.store.close()
})

async function takePart(hearingId: number) {
	const { store, actors } = world
	const actor = actors.stranger
	const act = { hearingId, actor, now: NOW }
	const remark = await store.write('remark', (tx) =>
		submitRemark(tx, {
			...act,
			position: 'against',
			affiliation: 'resident',
			language: 'en',
			text: 'The valley has no water for twelve lifts.',
			published: true,
			showName: true,
			region: 'KZ-75',
		}),
	)
	expect(remark.ok).toBe(true)
	const seat = await store.write('seat', (tx) =>
		register(tx, {
			...act,
			registration: {
				name: NAME,
				affiliation: 'resident',
				representing: 'Sample group',
				position: 'against',
				region: 'KZ-75',
				inHall: false,
			},
		}),
	)
	expect(seat.ok).toBe(true)
	await store.write('objection', (tx) =>
		tx.insert(schema.protocolObjections).values({
			id: 'objection',
			hearingId,
			personId: 'stranger',
			publicName: NAME,
			text: 'My words stand wrongly.',
			language: 'en',
			receivedAt: NOW,
			late: false,
		}),
	)
}

const erase = (actor: World['actors']['author']) =>
	world.store.write('erase', (tx) => eraseAccount(tx, { actor, now: NOW }))

test('what somebody did in hearings is in their archive, without what tells one human from another', async () => {
	const hearing = await aHearing(world.store)
	await takePart(hearing.id)
	const held = await hearingsHeld(world.store.readOwn, 'stranger')
	expect(held.remarks).toMatchObject([{ ordinal: 1, authorName: NAME }])
	expect(held.remarks[0]).not.toHaveProperty('authorHash')
	expect(held.registrations).toMatchObject([{ name: NAME, representing: 'Sample group' }])
	expect(held.objections).toHaveLength(1)
	expect(await hearingsHeld(world.store.readOwn, 'author')).toMatchObject({
		began: [{ number: hearing.number, texts: [{ language: 'en' }] }],
		remarks: [],
	})
})

test('after the erasure what was said stands under no name', async () => {
	const { store, actors } = world
	const hearing = await aHearing(store)
	await takePart(hearing.id)
	expect(await erase(actors.stranger)).toEqual({ ok: true, value: null })
	const [remark] = await store.readOwn.select().from(schema.remarks)
	expect(remark).toMatchObject({ personId: null, authorName: null, publicName: null })
	expect(remark?.text).toContain('twelve lifts')
	const [seat] = await store.readOwn.select().from(schema.attendees)
	expect(seat).toMatchObject({ personId: null, name: '', representing: null })
	const [objection] = await store.readOwn.select().from(schema.protocolObjections)
	expect(objection).toMatchObject({ personId: null, publicName: null })
})

test('whoever leads a hearing that is not over, or began one, hands it over first', async () => {
	const { store, actors } = world
	const hearing = await aHearing(store, {}, { chair: actors.stranger })
	const refusal = { ok: false, refusal: 'hearing' }
	expect(await erase(actors.stranger)).toEqual(refusal)
	expect(await erase(actors.author)).toEqual(refusal)
	await store.write('held', (tx) =>
		tx.update(schema.hearings).set({ state: 'held', endedAt: STARTS, protocolSignedAt: STARTS }),
	)
	expect(await erase(actors.stranger)).toEqual({ ok: true, value: null })
	expect(await erase(actors.author)).toEqual({ ok: true, value: null })
	const [over] = await store.readOwn.select().from(schema.hearings)
	expect(over).toMatchObject({ id: hearing.id, initiatorId: null })
})

test('what was only chosen in a room goes too, so that whoever comes back counts once', async () => {
	const { store, actors } = world
	const chair = actors['ENV:approver'] as Actor
	const { id: hearingId } = await aHearing(store, { state: 'live', startedAt: NOW }, { chair })
	await takePart(hearingId)
	const words = { kk: 'Иә', ru: 'Да', en: 'Yes' }
	const poll = { id: 'poll', hearingId, position: 0, questions: words, options: [words, words] }
	const question = { id: 'question', hearingId, affiliation: 'press', text: 'Why?', language: 'en' } as const
	await store.write('room', async (tx) => {
		await tx.insert(schema.roomPolls).values({ ...poll, state: 'open' })
		await tx.insert(schema.roomQuestions).values({ ...question, state: 'shown', askedAt: NOW })
	})
	const vote = (actor: Actor) =>
		store.write('votes', async (tx) => {
			const act = { hearingId, actor, now: NOW }
			expect(await voteInPoll(tx, { ...act, pollId: 'poll', option: 1 })).toMatchObject({ ok: true })
			expect(await voteForQuestion(tx, { ...act, questionId: 'question' })).toMatchObject({ ok: true })
		})
	await vote(actors.stranger)
	expect(await erase(actors.stranger)).toEqual({ ok: true, value: null })
	// Under a new account.
	const registration: Registration = {
		name: NAME,
		affiliation: 'resident',
		representing: null,
		position: 'against',
		region: 'KZ-75',
		inHall: false,
	}
	const back = { hearingId, actor: actors.overseer, now: NOW }
	await store.write('seat', (tx) => register(tx, { ...back, registration }))
	await vote(actors.overseer)
	await store.write('close', (tx) => closePoll(tx, { hearingId, actor: chair, now: NOW, pollId: 'poll' }))
	expect((await store.readOwn.select().from(schema.roomPolls))[0]?.result).toEqual([0, 1])
	expect((await store.readOwn.select().from(schema.roomQuestions))[0]?.votes).toBe(1)
})
