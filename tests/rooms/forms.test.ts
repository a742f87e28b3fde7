import type { ActionFunctionArgs } from '@remix-run/node'
import { eq } from 'drizzle-orm'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Hearing, hearingById, hearingKey } from '#app/hearings/hearing.server.ts'
import type { Actor } from '#app/people/actor.ts'
import { openSession } from '#app/people/session-rows.server.ts'
import { addItem } from '#app/rooms/agenda.server.ts'
import { preparePoll } from '#app/rooms/polls.server.ts'
import { askInRoom } from '#app/rooms/questions.server.ts'
import { register } from '#app/rooms/register.server.ts'
import { shownRoom } from '#app/rooms/snapshot.server.ts'
import { askToSpeak } from '#app/rooms/speak.server.ts'
import { action as agenda } from '#app/routes/$lang.account.hearings.$id.agenda/route.tsx'
import { action as captions } from '#app/routes/$lang.account.hearings.$id.captions/route.tsx'
import { action as hall } from '#app/routes/$lang.account.hearings.$id.hall/route.tsx'
import { action as notHeld } from '#app/routes/$lang.account.hearings.$id.not-held/route.tsx'
import { action as polls } from '#app/routes/$lang.account.hearings.$id.polls/route.tsx'
import { action as questions } from '#app/routes/$lang.account.hearings.$id.questions/route.tsx'
import { action as lead } from '#app/routes/$lang.account.hearings.$id.room/route.tsx'
import { action as room } from '#app/routes/$lang.hearings.$number.room._index/route.tsx'
import { action as question } from '#app/routes/$lang.hearings.$number.room.question/route.tsx'
import { action as registration } from '#app/routes/$lang.hearings.$number.room.registration/route.tsx'
import { hearings } from '#db/schema/hearings.ts'
import type { Store } from '#db/store.ts'
import { configuration } from '#server/configuration.ts'
import { SESSION_COOKIE } from '#server/page-cache.ts'
import { aHearing, STARTS } from '#tests/hearings/a-hearing.ts'
import { aWorld, type World } from '#tests/support/world.ts'

// More is sent than any person may; what the process was set to is so again for the files after this one.
const settings = configuration()
const { RATE_LIMITS } = settings
beforeAll(() => {
	settings.RATE_LIMITS = 'off'
})
afterAll(() => {
	settings.RATE_LIMITS = RATE_LIMITS
})

let world: World
let hearing: Hearing
/** What each of them has in the browser. */
let cookies: string[]
/** Ids of what there is in the room. */
let ids: string[]

beforeAll(async () => {
	world = await aWorld()
	;(globalThis as { jauapStore?: Promise<Store> }).jauapStore = Promise.resolve(world.store)
	const [chair, secretary, moderator] = ['approver', 'clerk', 'executor'].map(
		(role) => world.actors[`ENV:${role}`] as Actor,
	) as [Actor, Actor, Actor]
	hearing = await aHearing(world.store, { state: 'live', startedAt: STARTS }, { chair, secretary, moderator })
	const { author, stranger } = world.actors
	await world.store.write(hearingKey(hearing.id), async (tx) => {
		const as = (actor: Actor) => ({ hearingId: hearing.id, actor, now: STARTS })
		const words = { kk: 'Иә', ru: 'Да', en: 'Yes' }
		const seat = { representing: null, region: 'KZ-75', inHall: false, affiliation: 'press' } as const
		await register(tx, { ...as(author), registration: { ...seat, name: 'A', position: 'for' } })
		await register(tx, { ...as(stranger), registration: { ...seat, name: 'B', position: 'against' } })
		const speech = await askToSpeak(tx, as(author))
		await askInRoom(tx, { ...as(stranger), text: 'Why here?', language: 'en' })
		const item = await addItem(tx, { ...as(secretary), titles: words, minutes: 5 })
		const poll = await preparePoll(tx, { ...as(secretary), questions: words, options: [words, words] })
		if (!speech.ok || !item.ok || !poll.ok) throw new Error('no room')
		ids = [speech.value.speechId, item.value.itemId, poll.value.pollId]
	})
	cookies = await Promise.all(
		[chair, secretary, moderator, author, stranger].map(async ({ personId }) => {
			const session = await world.store.write('session', (tx) =>
				openSession(tx, { personId: String(personId), level: 1, proof: 'password', now: new Date() }),
			)
			return `${SESSION_COOKIE}=${session}`
		}),
	)
})

type Action = (args: ActionFunctionArgs) => Promise<unknown>

/** Every form of the room: what it is told to do, and what else it has in it. */
const FORMS: readonly [Action, readonly string[], readonly string[]][] = [
	[room, ['vote-question', 'vote-poll', 'ask-to-speak', 'take-back'], ['questionId', 'pollId', 'option']],
	[question, [], ['text', 'submissionId']],
	[
		registration,
		['register', 'cancel'],
		['name', 'affiliation', 'representing', 'position', 'region', 'where'],
	],
	[
		lead,
		[
			'begin',
			'end',
			'call',
			'pass',
			'take-down',
			'end-speech',
			'begin-item',
			'end-item',
			'announce',
			'stream',
		],
		['speechId', 'minutes', 'deviation', 'reason', 'language', 'said', 'itemId', 'text', 'url'],
	],
	[hall, ['register', 'come', 'leave', 'ask'], ['attendeeId', 'name', 'affiliation', 'position', 'region']],
	[questions, ['show', 'hide', 'live', 'answer'], ['questionId', 'reason', 'answer']],
	[polls, ['prepare', 'open', 'close'], ['pollId', 'kk', 'ru', 'en', 'optionskk', 'optionsru', 'optionsen']],
	[agenda, ['add', 'raise', 'remove'], ['itemId', 'kk', 'ru', 'en', 'minutes']],
	[captions, [], ['language', 'day', 'time', 'file']],
	[notHeld, [], ['ground', 'reason']],
]

/** Whatever somebody may send in a field, well and badly meant. */
const value = () =>
	fc.oneof(
		fc.string({ unit: 'grapheme', maxLength: 60 }),
		fc.string({ unit: 'binary', maxLength: 20 }),
		fc.integer().map(String),
		fc.constantFrom(...ids, 'for', 'net', 'hall', 'press', 'kk', 'KZ-75', '2026-04-14', '10:00'),
		fc.constantFrom("' or 1=1 --", '__proto__', '\u0000', '-1', '1e309', '0.5', 'javascript:alert(1)'),
		fc.constantFrom('https://stream.example/a', '<script>alert(1)</script>', 'x'.repeat(20_000), 'a\r\nb: c'),
		fc.constantFrom('Yes\nNo', 'A reason that is long enough.', 'initiator_absent'),
	)

test('whatever a form of the room is filled with is done or refused, and the room stands', async () => {
	const sent = fc.constantFrom(...FORMS).chain(([action, intents, names]) =>
		fc.record({
			action: fc.constant(action),
			cookie: fc.constantFrom(...cookies, ''),
			intent: intents.length > 0 ? fc.oneof(fc.constantFrom(...intents), value()) : fc.constant('none'),
			fields: fc.array(fc.tuple(fc.constantFrom(...names), value()), { maxLength: 10 }),
		}),
	)
	await fc.assert(
		fc.asyncProperty(sent, async ({ action, cookie, intent, fields }) => {
			const status = await statusOf(action, cookie, [['intent', intent], ...fields])
			expect([302, 303, 403, 404, 409, 422]).toContain(status)
			const now = (await hearingById(world.store.readOwn, hearing.id)) as Hearing
			const shown = await shownRoom(world.store.readOwn, now, new Date())
			expect(JSON.parse(JSON.stringify(shown))).toMatchObject({ version: now.roomVersion })
			// Somebody may have ended it: it goes on.
			if (now.state !== 'live')
				await world.store.write(hearingKey(hearing.id), (tx) =>
					tx.update(hearings).set({ state: 'live', endedAt: null }).where(eq(hearings.id, hearing.id)),
				)
		}),
		{ numRuns: 150 },
	)
}, 60_000)

async function statusOf(action: Action, Cookie: string, fields: [string, string][]): Promise<number> {
	const request = new Request('http://localhost/en/hearings', {
		method: 'POST',
		headers: { Cookie },
		body: new URLSearchParams(fields),
	})
	const params = { lang: 'en', id: String(hearing.id), number: String(hearing.number) }
	try {
		const answered = (await action({ request, params, context: {} })) as { init?: { status?: number } }
		return answered.init?.status ?? 200
	} catch (thrown) {
		if (thrown instanceof Response) return thrown.status
		throw thrown
	}
}
