import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { type Hearing, hearingKey } from '#app/hearings/hearing.server.ts'
import type { Outcome } from '#app/outcome.ts'
import { voteInPoll } from '#app/rooms/polls.server.ts'
import { voteForQuestion } from '#app/rooms/questions.server.ts'
import { register } from '#app/rooms/register.server.ts'
import { shownRoom } from '#app/rooms/snapshot.server.ts'
import type { Writer } from '#db/store.ts'
import { aHearing, STARTS } from '#tests/hearings/a-hearing.ts'
import { aWorld, type World } from '#tests/support/world.ts'

let world: World
let hearing: Hearing

beforeAll(async () => {
	world = await aWorld()
	hearing = await aHearing(world.store, { state: 'live', startedAt: STARTS })
	await act('author', (tx, acting) =>
		register(tx, {
			...acting,
			registration: {
				name: 'A',
				affiliation: 'press',
				representing: null,
				position: 'neutral',
				region: 'unknown',
				inHall: false,
			},
		}),
	)
})

const act = (
	who: string,
	work: (
		tx: Writer,
		acting: { hearingId: number; actor: World['actors']['author']; now: Date },
	) => Promise<Outcome<unknown, string>>,
) =>
	world.store.write(hearingKey(hearing.id), (tx) =>
		work(tx, { hearingId: hearing.id, actor: world.actors[who] ?? world.actors.author, now: STARTS }),
	)

const text = fc.oneof(
	fc.string({ unit: 'grapheme', maxLength: 60 }).map((any) => any.replaceAll('\u0000', '')),
	fc.constantFrom("' or 1=1 --", '__proto__', 'constructor', '%', '../..'),
)

test('whatever ids are sent, nothing is found and nothing changes', async () => {
	const before = await shownRoom(world.store.readOwn, hearing, STARTS)
	await fc.assert(
		fc.asyncProperty(text, fc.oneof(fc.integer(), fc.double()), async (id, option) => {
			const outcomes = await Promise.all([
				act('author', (tx, acting) => voteForQuestion(tx, { ...acting, questionId: id })),
				act('author', (tx, acting) => voteInPoll(tx, { ...acting, pollId: id, option })),
			])
			expect(outcomes.map((outcome) => outcome.ok || outcome.refusal)).toEqual(['not-found', 'not-found'])
		}),
		{ numRuns: 40 },
	)
	expect(await shownRoom(world.store.readOwn, hearing, STARTS)).toEqual(before)
})
