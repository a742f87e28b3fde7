import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { breachesOf, recordHearingBreaches } from '#app/hearings/breach.server.ts'
import { type ActingOnHearing, type Hearing, hearingById, hearingKey } from '#app/hearings/hearing.server.ts'
import type { Outcome } from '#app/outcome.ts'
import { type Actor, STRANGER } from '#app/people/actor.ts'
import { composeProtocol } from '#app/protocols/compose.server.ts'
import { addItem, agendaOf, beginItem, endItem, raiseItem, removeItem } from '#app/rooms/agenda.server.ts'
import { announceInRoom } from '#app/rooms/announce.server.ts'
import { atTheDoor, enterHall, presentIn, seenInRoom } from '#app/rooms/attend.server.ts'
import { beginHearing } from '#app/rooms/begin.server.ts'
import { callSpeaker, endSpeech, passOver } from '#app/rooms/call.server.ts'
import { declareNotHeld, endHearing, endLeftOpen } from '#app/rooms/end.server.ts'
import { lineOf, lotOf, seedHash } from '#app/rooms/line.server.ts'
import { closePoll, openPoll, preparePoll, voteInPoll } from '#app/rooms/polls.server.ts'
import {
	answerInRoom,
	askInRoom,
	judgeQuestion,
	putQuestionLive,
	voteForQuestion,
} from '#app/rooms/questions.server.ts'
import {
	cancelRegistration,
	type Registration,
	register,
	registerInHall,
} from '#app/rooms/register.server.ts'
import { roomSnapshot, shownRoom } from '#app/rooms/snapshot.server.ts'
import { askInHall, askToSpeak, takeBackSpeech } from '#app/rooms/speak.server.ts'
import { speeches } from '#db/schema/hearings.ts'
import { events } from '#db/schema/register.ts'
import { openStore, type Writer } from '#db/store.ts'
import { aHearing, STARTS } from '#tests/hearings/a-hearing.ts'
import { freshDatabase } from '#tests/support/fresh-store.ts'
import { aWorld, type World } from '#tests/support/world.ts'

let world: World
let url: string
let chair: Actor
let secretary: Actor
let moderator: Actor
let officers: { chair: Actor; secretary: Actor; moderator: Actor }

beforeAll(async () => {
	url = await freshDatabase()
	world = await aWorld(await openStore(url))
	chair = world.actors['ENV:approver'] as Actor
	secretary = world.actors['ENV:clerk'] as Actor
	moderator = world.actors['ENV:executor'] as Actor
	officers = { chair, secretary, moderator }
})

const LATER = (seconds: number) => new Date(STARTS.getTime() + seconds * 1000)
const words = (text: string) => ({ kk: text, ru: text, en: text })

type Act<More, Value, Refusal extends string> = (
	tx: Writer,
	acting: ActingOnHearing & More,
) => Promise<Outcome<Value, Refusal>>

const does = <More, Value, Refusal extends string>(
	hearing: Hearing,
	act: Act<More, Value, Refusal>,
	actor: Actor,
	more: More,
	now = STARTS,
) =>
	world.store.write(hearingKey(hearing.id), (tx) => act(tx, { hearingId: hearing.id, actor, now, ...more }))

async function must<More, Value, Refusal extends string>(
	...given: Parameters<typeof does<More, Value, Refusal>>
): Promise<Value> {
	const outcome = await does(...given)
	if (!outcome.ok) throw new Error(outcome.refusal)
	return outcome.value
}

const REGISTRATION: Registration = {
	name: 'Aigul S.',
	affiliation: 'resident',
	representing: null,
	position: 'for',
	region: 'KZ-75',
	inHall: false,
}

const live = (over: Parameters<typeof aHearing>[1] = {}) =>
	aHearing(world.store, { state: 'live', startedAt: STARTS, ...over }, officers)

const registered = (hearing: Hearing, actor: Actor, over: Partial<Registration> = {}) =>
	must(hearing, register, actor, { registration: { ...REGISTRATION, ...over } })

const shown = async (hearing: Hearing, now = LATER(1)) => {
	const snapshot = await roomSnapshot(world.store.readOwn, String(hearing.number), now)
	if (!snapshot) throw new Error('not shown')
	return snapshot.shown
}

const recorded = async ({ id }: Hearing) =>
	(
		await world.store.readOwn
			.select({ type: events.type, details: events.details })
			.from(events)
			.where(eq(events.subjectId, String(id)))
			.orderBy(events.sequence)
	).map(({ type, details }) => [type, details] as const)

describe('the session', () => {
	test('does not begin before the moment that was announced, and only its chair begins it', async () => {
		const hearing = await aHearing(world.store, {}, officers)
		expect(await does(hearing, beginHearing, chair, {}, LATER(-1))).toEqual({
			ok: false,
			refusal: 'before-start',
		})
		expect((await does(hearing, beginHearing, secretary, {})).ok).toBe(false)
		await must(hearing, beginHearing, chair, {})
		expect((await hearingById(world.store.readOwn, hearing.id))?.state).toBe('live')
		expect((await recorded(hearing)).map(([type]) => type)).toEqual(['begun'])
	})

	test('does not begin when the announcement must be made anew', async () => {
		const hearing = await aHearing(world.store, { renewReason: 'material' }, officers)
		expect(await does(hearing, beginHearing, chair, {})).toEqual({ ok: false, refusal: 'renew-first' })
	})

	test('does not begin after the days that were announced', async () => {
		const hearing = await aHearing(world.store, {}, officers)
		expect(await does(hearing, beginHearing, chair, {}, LATER(86_400))).toEqual({
			ok: false,
			refusal: 'renew-first',
		})
	})

	test('shows only the hash of the seed until it begins, then the seed', async () => {
		const hearing = await aHearing(world.store, {}, officers)
		const hash = seedHash('a published seed')
		expect((await shown(hearing)).room).toMatchObject({ seed: null, seedHash: hash })
		await must(hearing, beginHearing, chair, {})
		expect((await shown(hearing)).room).toMatchObject({ seed: 'a published seed', seedHash: hash })
	})

	test('ends with all that runs in it, and the protocol is to be signed two working days after', async () => {
		const hearing = await live()
		const { itemId } = await must(hearing, addItem, secretary, { titles: words('Report'), minutes: 10 })
		await must(hearing, beginItem, chair, { itemId })
		const { pollId } = await must(hearing, preparePoll, secretary, {
			questions: words('Build it?'),
			options: [words('Yes'), words('No')],
		})
		await must(hearing, openPoll, chair, { pollId })
		await must(hearing, registerInHall, secretary, { registration: REGISTRATION })
		await must(hearing, endHearing, chair, {}, LATER(3600))
		const after = await hearingById(world.store.readOwn, hearing.id)
		// V34: the session of Tuesday 14 April, the protocol by Thursday 16 April.
		expect(after).toMatchObject({ state: 'held', signProtocolBy: '2026-04-16', endedAt: LATER(3600) })
		const snapshot = await shown(hearing, LATER(3601))
		expect(snapshot.agenda[0]?.endedAt).toEqual(LATER(3600))
		expect(snapshot.polls[0]).toMatchObject({ state: 'closed', options: [{ votes: 0 }, { votes: 0 }] })
		expect(snapshot.present).toEqual({ hall: 0, net: 0 })
	})

	test('does not end while anybody waits to speak, but for a reason; both are in the protocol', async () => {
		const hearing = await live()
		await registered(hearing, world.actors.author)
		await registered(hearing, world.actors.stranger)
		for (const actor of [world.actors.author, world.actors.stranger])
			await must(hearing, askToSpeak, actor, {})
		expect(await does(hearing, endHearing, chair, {}, LATER(60))).toEqual({
			ok: false,
			refusal: 'people-wait',
		})
		const [first] = (await shown(hearing)).queue
		const passed = { speechId: String(first?.id), deviation: 'Not in the hall.' }
		await must(hearing, passOver, chair, passed, LATER(61))
		await must(hearing, endHearing, chair, { reason: 'The hall is closed at six.' }, LATER(62))
		expect((await shown(hearing)).queue).toEqual([])
		const ended = (await hearingById(world.store.readOwn, hearing.id)) as Hearing
		const { waited, speeches } = await composeProtocol(world.store.readOwn, ended, [])
		expect(waited).toEqual({ people: 1, reason: 'The hall is closed at six.' })
		expect(speeches).toMatchObject([{ deviation: 'Not in the hall.' }])
	})

	test('that is left open is over when its last day is, once', async () => {
		const hearing = await live({ endsOn: '2026-04-15' })
		await registered(hearing, world.actors.author)
		await must(hearing, askToSpeak, world.actors.author, {})
		const at = (moment: string) => new Date(`${moment}+05:00`)
		await endLeftOpen(world.store, { now: at('2026-04-15T23:59:59') })
		expect(await hearingById(world.store.readOwn, hearing.id)).toMatchObject({ state: 'live' })
		for (const moment of ['2026-04-16T00:00:00', '2026-04-17T00:00:00'])
			await endLeftOpen(world.store, { now: at(moment) })
		// The term of the protocol begins with the last day that was announced.
		const ended = (await hearingById(world.store.readOwn, hearing.id)) as Hearing
		expect(ended).toMatchObject({
			state: 'held',
			endedAt: at('2026-04-16T00:00:00'),
			signProtocolBy: '2026-04-17',
		})
		expect((await recorded(hearing)).filter(([type]) => type === 'ended')).toHaveLength(1)
		expect((await composeProtocol(world.store.readOwn, ended, [])).waited?.people).toBe(1)
	})

	test('that nobody begins owes a protocol from its last day on', async () => {
		const hearing = await aHearing(world.store, { endsOn: '2026-04-15' }, officers)
		const civic = await aHearing(world.store, { endsOn: '2026-04-15', civic: true, bodyId: null }, officers)
		const anew = await aHearing(world.store, { endsOn: '2026-04-15', renewReason: 'material' }, officers)
		const at = (moment: string) => new Date(`${moment}+05:00`)
		const known = (id: number) => hearingById(world.store.readOwn, id)
		await endLeftOpen(world.store, { now: at('2026-04-15T23:59:59') })
		expect(await known(hearing.id)).toMatchObject({ state: 'announced', signProtocolBy: null })
		for (const moment of ['2026-04-16T00:00:00', '2026-04-17T00:00:00'])
			await endLeftOpen(world.store, { now: at(moment) })
		expect(await known(hearing.id)).toMatchObject({ state: 'announced', signProtocolBy: '2026-04-17' })
		expect((await recorded(hearing)).filter(([type]) => type === 'not-begun')).toHaveLength(1)
		for (const { id } of [civic, anew])
			expect(await known(id)).toMatchObject({ state: 'announced', signProtocolBy: null })

		// Nothing was signed by then: it is on record as a breach.
		await recordHearingBreaches(world.store, { now: at('2026-04-18T12:00:00') })
		const breaches = await breachesOf(world.store.readOwn, hearing.id)
		expect(breaches.find(({ duty }) => duty === 'sign_protocol')).toMatchObject({ dueOn: '2026-04-17' })
		// Declared later, the term stays that of the last day.
		const why = { ground: 'chair_absent', reason: 'Nobody came.' }
		await must(hearing, declareNotHeld, chair, why, at('2026-04-20T12:00:00'))
		expect(await known(hearing.id)).toMatchObject({ state: 'not_held', signProtocolBy: '2026-04-17' })
	})

	test('of a civic group ends without a term of the law', async () => {
		const hearing = await live({ civic: true, bodyId: null })
		await must(hearing, endHearing, chair, {}, LATER(3600))
		expect(await hearingById(world.store.readOwn, hearing.id)).toMatchObject({
			state: 'held',
			signProtocolBy: null,
		})
	})

	test('is declared not held on a ground of the profile, and a protocol is due all the same', async () => {
		const hearing = await aHearing(world.store, {}, officers)
		const why = { ground: 'because', reason: 'Nobody came to report.' }
		expect(await does(hearing, declareNotHeld, chair, why)).toEqual({ ok: false, refusal: 'unknown-ground' })
		await must(hearing, declareNotHeld, secretary, { ...why, ground: 'initiator_absent' })
		expect(await hearingById(world.store.readOwn, hearing.id)).toMatchObject({
			state: 'not_held',
			notHeldGround: 'initiator_absent',
			signProtocolBy: '2026-04-16',
		})
	})
})

test('the agenda is put in order before, and what has begun in it stays', async () => {
	const hearing = await live()
	const ids: string[] = []
	for (const title of ['Opening', 'Report', 'Questions'])
		ids.push((await must(hearing, addItem, secretary, { titles: words(title), minutes: 5 })).itemId)
	await must(hearing, raiseItem, chair, { itemId: ids[2] as string })
	const titles = async () => (await agendaOf(world.store.readOwn, hearing.id)).map(({ titles }) => titles.en)
	expect(await titles()).toEqual(['Opening', 'Questions', 'Report'])
	await must(hearing, beginItem, chair, { itemId: ids[0] as string })
	expect(await does(hearing, removeItem, chair, { itemId: ids[0] as string })).toMatchObject({ ok: false })
	expect(await does(hearing, raiseItem, chair, { itemId: ids[2] as string })).toMatchObject({ ok: false })
	// Whoever is called speaks to the item that is on.
	await registered(hearing, world.actors.author)
	const { speechId } = await must(hearing, askToSpeak, world.actors.author, {})
	await must(hearing, callSpeaker, chair, { speechId, minutes: 2, deviation: null })
	const [speech] = await world.store.readOwn.select().from(speeches).where(eq(speeches.id, speechId))
	expect(speech?.agendaItemId).toBe(ids[0])
	await must(hearing, removeItem, chair, { itemId: ids[2] as string })
	await must(hearing, beginItem, chair, { itemId: ids[1] as string }, LATER(60))
	await must(hearing, endItem, chair, {}, LATER(120))
	expect(await agendaOf(world.store.readOwn, hearing.id)).toMatchObject([
		{ startedAt: STARTS, endedAt: LATER(60) },
		{ startedAt: LATER(60), endedAt: LATER(120) },
	])
})

describe('a seat', () => {
	test('in the hall is given as long as there are any, and is free again when it is cancelled', async () => {
		const hearing = await aHearing(world.store, { seats: 1 }, officers)
		await registered(hearing, world.actors.author, { inHall: true })
		const full = { registration: { ...REGISTRATION, inHall: true } }
		expect(await does(hearing, register, world.actors.stranger, full)).toEqual({
			ok: false,
			refusal: 'hall-full',
		})
		await registered(hearing, world.actors.author, { inHall: true, position: 'against' })
		await must(hearing, cancelRegistration, world.actors.author, {})
		await registered(hearing, world.actors.stranger, { inHall: true })
	})

	test('is not taken by whoever is less known than a remark asks for', async () => {
		const hearing = await live({ remarkLevel: 2 })
		expect(await does(hearing, register, world.actors.author, { registration: REGISTRATION })).toEqual({
			ok: false,
			refusal: 'level',
		})
	})

	test('is taken once a person, with one code however often it is changed', async () => {
		const hearing = await live()
		const [first, second] = [
			await registered(hearing, world.actors.author),
			await registered(hearing, world.actors.author, { name: 'A. S.' }),
		]
		expect(first.code).toMatch(/^[2-9A-HJ-NP-Z]{6}$/)
		expect(second.code).toBe(first.code)
		expect(await atTheDoor(world.store.readOwn, hearing.id)).toMatchObject([{ name: 'A. S.' }])
		expect(await does(hearing, register, STRANGER, { registration: REGISTRATION })).toMatchObject({
			ok: false,
		})
	})

	test('is filled at the door, and over the net until nothing is heard any more', async () => {
		const hearing = await live()
		await registered(hearing, world.actors.author)
		await registered(hearing, world.actors.stranger, { name: 'In the hall', inHall: true })
		await must(hearing, registerInHall, secretary, { registration: { ...REGISTRATION, name: 'Walked in' } })
		const [, inHall] = await atTheDoor(world.store.readOwn, hearing.id)
		await must(hearing, enterHall, secretary, { attendeeId: String(inHall?.id), present: true })
		const seen = (now: Date) =>
			world.store.write(hearingKey(hearing.id), (tx) =>
				seenInRoom(tx, { hearingId: hearing.id, personIds: ['author', 'moderator'], now }),
			)
		await seen(LATER(0))
		await seen(LATER(60))
		const present = (seconds: number) => presentIn(world.store.readOwn, hearing.id, LATER(seconds))
		expect(await present(170)).toEqual({ hall: 2, net: 1 })
		expect(await present(190)).toEqual({ hall: 2, net: 0 })
		await must(hearing, enterHall, secretary, { attendeeId: String(inHall?.id), present: false }, LATER(200))
		expect(await present(200)).toEqual({ hall: 1, net: 0 })
	})
})

describe('the queue', () => {
	test('is one for hall and net; the chair calls its first, or another with a reason', async () => {
		const hearing = await live()
		await registered(hearing, world.actors.author)
		await registered(hearing, world.actors.stranger, { position: 'against' })
		await must(hearing, registerInHall, secretary, { registration: { ...REGISTRATION, name: 'Hall' } })
		const [, , hall] = (await atTheDoor(world.store.readOwn, hearing.id)).sort((a, b) =>
			a.name < b.name ? -1 : 1,
		)
		const mine = await must(hearing, askToSpeak, world.actors.author, {}, LATER(1))
		expect(await must(hearing, askToSpeak, world.actors.author, {}, LATER(2))).toEqual(mine)
		await must(hearing, askInHall, secretary, { attendeeId: String(hall?.id) }, LATER(3))
		const theirs = await must(hearing, askToSpeak, world.actors.stranger, {}, LATER(4))
		const { order } = await lineOf(world.store.readOwn, hearing)
		expect(
			order.map(({ speech }) => [speech.position, speech.lot === lotOf('a published seed', speech.id)]),
		).toEqual([
			['for', true],
			['against', true],
			['for', true],
		])

		const call = (speechId: string, deviation: string | null, now: Date) =>
			does(hearing, callSpeaker, chair, { speechId, minutes: 2, deviation }, now)
		expect(await call(theirs.speechId, null, LATER(5))).toEqual({ ok: false, refusal: 'deviation-needed' })
		expect((await call(theirs.speechId, 'Must leave for the bus.', LATER(5))).ok).toBe(true)
		expect((await call(mine.speechId, 'no reason is kept', LATER(100))).ok).toBe(true)
		const { speaking, queue } = await shown(hearing)
		expect(speaking).toMatchObject({ id: mine.speechId, endsAt: LATER(220) })
		expect(queue).toHaveLength(1)
		await must(hearing, passOver, chair, { speechId: String(queue[0]?.id), deviation: 'Not in the hall.' })
		await must(hearing, endSpeech, chair, {}, LATER(200))
		expect(await recorded(hearing)).toEqual(
			expect.arrayContaining([
				['speaker-called', { speech: theirs.speechId, deviated: true }],
				['speaker-called', { speech: mine.speechId, deviated: false }],
				['speech-ended', { speech: theirs.speechId }],
			]),
		)
		const kept = await world.store.readOwn
			.select({ state: speeches.state, deviation: speeches.deviation })
			.from(speeches)
			.where(eq(speeches.hearingId, hearing.id))
			.orderBy(speeches.turn)
		expect(kept).toEqual([
			{ state: 'spoke', deviation: null },
			{ state: 'passed', deviation: 'Not in the hall.' },
			{ state: 'spoke', deviation: 'Must leave for the bus.' },
		])
	})

	test('is left by whoever takes it back or cancels, and closed to whoever has not registered', async () => {
		const hearing = await live()
		expect(await does(hearing, askToSpeak, world.actors.author, {})).toEqual({
			ok: false,
			refusal: 'not-registered',
		})
		await registered(hearing, world.actors.author)
		await must(hearing, askToSpeak, world.actors.author, {})
		await must(hearing, takeBackSpeech, world.actors.author, {})
		expect((await shown(hearing)).queue).toEqual([])
		await must(hearing, askToSpeak, world.actors.author, {})
		await must(hearing, cancelRegistration, world.actors.author, {})
		expect((await shown(hearing)).queue).toEqual([])
	})
})

test('a question is shown when it was read, counts each who votes once, and is answered', async () => {
	const hearing = await live()
	await registered(hearing, world.actors.author)
	const asked = { text: 'How many trees?', language: 'en', submissionId: crypto.randomUUID() }
	await must(hearing, askInRoom, world.actors.author, asked)
	await must(hearing, askInRoom, world.actors.author, asked)
	await must(hearing, askInRoom, world.actors.author, { text: 'An insult', language: 'en' })
	expect((await shown(hearing)).questions).toEqual([])
	const all = await (await import('#app/rooms/questions.server.ts')).allQuestionsOf(
		world.store.readOwn,
		hearing.id,
	)
	expect(all).toHaveLength(2)
	const trees = { questionId: String(all.find(({ text }) => text === asked.text)?.id) }
	const insult = { questionId: String(all.find(({ text }) => text !== asked.text)?.id) }
	expect((await does(hearing, voteForQuestion, world.actors.stranger, trees)).ok).toBe(false)
	await must(hearing, judgeQuestion, moderator, { ...trees, hiddenReason: null })
	await must(hearing, judgeQuestion, moderator, { ...insult, hiddenReason: 'It insults.' })
	await Promise.all(
		['author', 'stranger', 'stranger', 'overseer'].map((who) =>
			must(hearing, voteForQuestion, world.actors[who] as Actor, trees),
		),
	)
	await must(hearing, putQuestionLive, moderator, trees)
	const snapshot = await shown(hearing)
	expect(snapshot.questions).toMatchObject([{ text: asked.text, state: 'live', affiliation: 'resident' }])
	expect(snapshot.votes).toEqual({ [trees.questionId]: 3 })
	expect(JSON.stringify(snapshot)).not.toMatch(/insult|personId/)
	await must(hearing, answerInRoom, moderator, { ...trees, answer: 'Nine hundred.' })
	expect((await shown(hearing)).questions).toMatchObject([{ state: 'answered', answer: 'Nine hundred.' }])
	await must(hearing, askInRoom, world.actors.author, { text: 'Who reads this?', language: 'en' })
	const { unshown, questions } = await composeProtocol(world.store.readOwn, hearing, [])
	expect(unshown).toEqual({ hidden: [{ reason: 'It insults.', questions: 1 }], unread: 1 })
	expect(questions).toHaveLength(1)
})

test('a poll is answered once by each who registered, and shows its result when it is closed', async () => {
	const hearing = await live()
	await registered(hearing, world.actors.author)
	await registered(hearing, world.actors.stranger)
	const { pollId } = await must(hearing, preparePoll, secretary, {
		questions: words('Which way?'),
		options: [words('North'), words('South')],
	})
	expect((await shown(hearing)).polls).toEqual([])
	expect((await does(hearing, voteInPoll, world.actors.author, { pollId, option: 0 })).ok).toBe(false)
	await must(hearing, openPoll, chair, { pollId })
	await must(hearing, voteInPoll, world.actors.author, { pollId, option: 1 })
	await must(hearing, voteInPoll, world.actors.author, { pollId, option: 0 })
	await must(hearing, voteInPoll, world.actors.stranger, { pollId, option: 1 })
	for (const option of [2, -1, 0.5])
		expect((await does(hearing, voteInPoll, world.actors.author, { pollId, option })).ok).toBe(false)
	expect((await does(hearing, voteInPoll, world.actors.overseer, { pollId, option: 1 })).ok).toBe(false)
	expect((await shown(hearing)).polls).toMatchObject([{ options: [{ votes: null }, { votes: null }] }])
	await must(hearing, closePoll, chair, { pollId })
	expect((await shown(hearing)).polls).toMatchObject([{ options: [{ votes: 0 }, { votes: 2 }] }])
})

test('a room stands as it was when the store is closed in the middle of it and opened again', async () => {
	const hearing = await live()
	await registered(hearing, world.actors.author)
	await registered(hearing, world.actors.stranger, { position: 'against' })
	const { itemId } = await must(hearing, addItem, secretary, { titles: words('Report'), minutes: 10 })
	await must(hearing, beginItem, chair, { itemId })
	const { speechId } = await must(hearing, askToSpeak, world.actors.author, {})
	await must(hearing, callSpeaker, chair, { speechId, minutes: 3, deviation: null })
	await must(hearing, askToSpeak, world.actors.stranger, {})
	await must(hearing, announceInRoom, chair, { text: 'A break at noon.', language: 'en' })
	const before = await shown(hearing)
	expect(before.version).toBeGreaterThan(6)

	const again = await openStore(url)
	const found = await hearingById(again.readOwn, hearing.id)
	if (!found) throw new Error('gone')
	expect(await shownRoom(again.readOwn, found, LATER(1))).toEqual(before)
	await again.close()
})
