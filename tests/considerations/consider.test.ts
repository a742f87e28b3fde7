import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { DecisionText } from '#app/considerations/consider.ts'
import { decidePetition, statePublicly } from '#app/considerations/decide.server.ts'
import { announceDiscussion, keepDuty, keptDuties } from '#app/considerations/duties.server.ts'
import {
	keepPetitionPromise,
	recordLapsedPetitionPromises,
	remindOfPetitionPromises,
} from '#app/considerations/promises.server.ts'
import { sendPetition, tellSent } from '#app/considerations/send.server.ts'
import { fileFor } from '#app/files/find.server.ts'
import { keepFiles } from '#app/files/keep.server.ts'
import { STRANGER } from '#app/people/actor.ts'
import { shownPetition } from '#app/petitions/shown.server.ts'
import { withdrawPetition } from '#app/petitions/withdraw.server.ts'
import { people } from '#db/schema/people.ts'
import { petitionTallies } from '#db/schema/petitions.ts'
import { outbox } from '#db/schema/register.ts'
import { noon, petitionsOf } from '#tests/petitions/reached.ts'
import { aWorld, type World } from '#tests/support/world.ts'

let world: World
let hands: ReturnType<typeof petitionsOf>
beforeEach(async () => {
	world = await aWorld()
	hands = petitionsOf(world)
})
afterEach(() => world.store.close())

type Ids = { petitionId: number; considerationId: number }

const DECISION: DecisionText = {
	outcome: 'granted',
	language: 'kk',
	body: 'A box in every yard.',
	reasons: 'It was asked for by many.',
	law: 'Environmental Code, article 386',
	facts: 'Nine yards were visited.',
	appeal: 'To the court within three months.',
	promises: [{ text: 'Boxes in all yards', dueOn: '2026-12-01' }],
}

const send = (ids: Ids, day: string) =>
	hands.write((tx) => sendPetition(tx, { ...ids, ...hands.as('moderator', day) }))
const keep = (ids: Ids, duty: string, doneOn: string | null, day: string, waived = false) =>
	hands.write((tx) =>
		keepDuty(tx, { ...ids, ...hands.as('ENV:clerk', day), duty, doneOn, note: 'A protocol', waived }),
	)
const announce = (ids: Ids, discussionOn: string, day: string) =>
	hands.write((tx) =>
		announceDiscussion(tx, { ...ids, ...hands.as('ENV:clerk', day), discussionOn, draft: 'A draft' }),
	)
const decide = (ids: Ids, day: string, text: Partial<DecisionText> = {}) =>
	hands.write((tx) =>
		decidePetition(tx, { ...ids, ...hands.as('ENV:approver', day), text: { ...DECISION, ...text } }),
	)

const dates = async ({ considerationId }: Ids) => {
	const { tellBy, registeredOn, dueOn, rule } = await hands.consideration(considerationId)
	return { tellBy, registeredOn, dueOn, rule }
}

test('a central body has forty working days from registration, a local one twenty', async () => {
	const central = await hands.reached()
	await send(central, '2026-04-06')
	expect(await dates(central)).toEqual({
		tellBy: '2026-04-09',
		registeredOn: '2026-04-06',
		dueOn: '2026-06-05',
		rule: 'petition.consider_central',
	})
	const local = await hands.reached({ competence: 'district_executive' })
	await send(local, '2026-06-10')
	expect(await dates(local)).toMatchObject({ dueOn: '2026-07-09', rule: 'petition.consider_local' })
})

test('what is sent on a day off is registered on the next working day; the author is told at once', async () => {
	const ids = await hands.reached()
	await send(ids, '2026-04-05')
	expect((await dates(ids)).registeredOn).toBe('2026-04-06')
	expect(await hands.recorded('sent-told')).toHaveLength(1)
	const letters = await world.store.read.select().from(outbox)
	expect(letters.map(({ notice, recipient }) => [notice, recipient])).toEqual([
		['petition-sent', 'author@demo.example'],
		['petition-at-body', 'ENV-approver@demo.example'],
	])
})

test('sending ends the collection where the profile says so, and is done once', async () => {
	const ids = await hands.reached()
	await world.store.write('count', (tx) => tx.update(petitionTallies).set({ taken: 4, confirmed: 3 }))
	await send(ids, '2026-04-06')
	expect((await hands.petition(ids.petitionId)).state).toBe('considered')
	expect((await hands.consideration(ids.considerationId)).sentWith).toBe(3)
	expect(await send(ids, '2026-04-07')).toEqual({ ok: false, refusal: 'wrong-state' })
})

test('where sending does not end it, people go on signing, and no date is made up', async () => {
	const ids = await hands.reached({ profileId: 'GB', competence: 'parliament' }, { threshold: 'response' })
	await send(ids, '2026-04-06')
	expect((await hands.petition(ids.petitionId)).state).toBe('open')
	expect(await dates(ids)).toEqual({ tellBy: null, registeredOn: '2026-04-06', dueOn: null, rule: null })
	expect(await decide(ids, '2026-04-08', { outcome: 'response', language: 'en', appeal: '' })).toMatchObject({
		ok: true,
	})
	expect((await hands.petition(ids.petitionId)).state).toBe('open')
})

test('an author whom no letter reaches is told otherwise, and that is recorded', async () => {
	await world.store.write('people', (tx) => tx.update(people).set({ email: null, emailFolded: null }))
	const ids = await hands.reached()
	await send(ids, '2026-04-06')
	expect((await hands.consideration(ids.considerationId)).toldAt).toBeNull()
	const tell = () => hands.write((tx) => tellSent(tx, { ...ids, ...hands.as('moderator', '2026-04-08') }))
	expect(await tell()).toMatchObject({ ok: true })
	expect(await tell()).toEqual({ ok: false, refusal: 'already' })
})

test('what goes with a decision can be opened by everybody; what another has sent does not go with it', async () => {
	const ids = await hands.reached({ profileId: 'GB', competence: 'parliament' }, { threshold: 'response' })
	await send(ids, '2026-04-06')
	const stored = [{ sha256: 'a', name: 'plan.pdf', mediaType: 'application/pdf' as const, size: 1 }]
	const own = hands.as('ENV:approver', '2026-04-08')
	const [plan = ''] = await hands.write((tx) =>
		keepFiles(tx, { stored, by: own.actor.personId, now: own.now }),
	)
	const [other = ''] = await hands.write((tx) => keepFiles(tx, { stored, by: 'stranger', now: own.now }))
	const text = { ...DECISION, outcome: 'response', language: 'en' }
	const decide = (fileIds: string[]) =>
		hands.write((tx) => decidePetition(tx, { ...ids, ...own, text, fileIds }))
	expect(await decide(Array.from({ length: 30 }, () => plan))).toMatchObject({ ok: false })
	expect(await decide([plan, other])).toMatchObject({ ok: true })
	const { number } = await hands.petition(ids.petitionId)
	const shown = await shownPetition(world.store.read, String(number), { actor: STRANGER, now: own.now })
	expect(shown?.considerations[0]?.decision?.files).toMatchObject([{ id: plan, name: 'plan.pdf' }])
	expect(await fileFor(world.store.read, plan, STRANGER)).toMatchObject({ open: true })
	expect(await fileFor(world.store.read, other, STRANGER)).toBeUndefined()
})

test('a discussion is announced three working days before, or not at all', async () => {
	const ids = await hands.reached()
	await send(ids, '2026-04-06')
	expect(await announce(ids, '2026-05-28', '2026-05-22')).toEqual({
		ok: true,
		value: { noticeBy: '2026-05-22' },
	})
	expect(await announce(ids, '2026-05-28', '2026-05-25')).toEqual({ ok: false, refusal: 'too-soon' })
	const discussed = 'public_discussion_of_draft'
	expect(await keep(ids, discussed, '2026-05-27', '2026-05-29')).toMatchObject({ refusal: 'not-announced' })
	expect(await keep(ids, discussed, '2026-05-28', '2026-05-27')).toMatchObject({ refusal: 'wrong-day' })
	expect(await keep(ids, discussed, '2026-05-28', '2026-05-28')).toMatchObject({ ok: true })
	expect(await announce(ids, '2026-06-25', '2026-05-29')).toEqual({ ok: false, refusal: 'already' })
})

test('only the visit can be spared, and only with a reason of its own', async () => {
	const ids = await hands.reached()
	await send(ids, '2026-04-06')
	expect(await keep(ids, 'commission_with_starter', null, '2026-04-10', true)).toMatchObject({
		refusal: 'not-waivable',
	})
	expect(await keep(ids, 'site_visit_unless_no_facts', null, '2026-04-10', true)).toMatchObject({ ok: true })
	expect(await keep(ids, 'site_visit_unless_no_facts', '2026-04-10', '2026-04-10')).toMatchObject({
		refusal: 'already',
	})
	expect(await keep(ids, 'official_statement', '2026-04-10', '2026-04-10')).toMatchObject({
		refusal: 'no-such-duty',
	})
})

test('there is no decision before the duties are done, and none without its parts', async () => {
	const ids = await hands.reached()
	await send(ids, '2026-04-06')
	expect(await decide(ids, '2026-05-29')).toEqual({ ok: false, refusal: 'duties-open' })
	await dutiesDone(ids)
	expect(await decide(ids, '2026-05-29', { appeal: ' ' })).toEqual({ ok: false, refusal: 'incomplete' })
	expect(await decide(ids, '2026-05-29', { language: 'en' })).toEqual({ ok: false, refusal: 'incomplete' })
	const past = [{ text: 'Boxes in all yards', dueOn: '2026-05-28' }]
	expect(await decide(ids, '2026-05-29', { promises: past })).toEqual({ ok: false, refusal: 'incomplete' })
	expect(await decide(ids, '2026-05-29', { outcome: 'debate' })).toEqual({
		ok: false,
		refusal: 'incomplete',
	})
	expect(await decide(ids, '2026-05-29')).toMatchObject({ ok: true })
	expect(await hands.petition(ids.petitionId)).toMatchObject({ state: 'decided' })
	expect(await hands.consideration(ids.considerationId)).toMatchObject({
		decidedOn: '2026-05-29',
		publishBy: '2026-06-01',
		signerName: 'approver ENV',
		html: '<p>A box in every yard.</p>',
	})
})

test('the head speaks after the decision, which keeps the last duty', async () => {
	const ids = await hands.reached()
	await send(ids, '2026-04-06')
	await dutiesDone(ids)
	await decide(ids, '2026-05-29')
	const speak = (on: string) =>
		hands.write((tx) =>
			statePublicly(tx, {
				...ids,
				...hands.as('ENV:approver', '2026-06-03'),
				statement: 'We will do it.',
				on,
			}),
		)
	expect(await speak('2026-05-28')).toEqual({ ok: false, refusal: 'wrong-day' })
	expect(await speak('2026-06-02')).toMatchObject({ ok: true })
	expect(await speak('2026-06-02')).toEqual({ ok: false, refusal: 'already' })
	const kept = await keptDuties(world.store.read, ids.considerationId)
	expect(kept.map(({ duty, doneOn }) => [duty, doneOn])).toContainEqual(['official_statement', '2026-06-02'])
})

async function dutiesDone(ids: Ids) {
	await announce(ids, '2026-05-28', '2026-05-20')
	await keep(ids, 'public_discussion_of_draft', '2026-05-28', '2026-05-28')
	await keep(ids, 'commission_with_starter', '2026-05-12', '2026-05-28')
	await keep(ids, 'site_visit_unless_no_facts', '2026-05-12', '2026-05-28')
}

test('what was sent is not taken back any more, also where it goes on collecting', async () => {
	const { petitionId } = await hands.reached({ profileId: 'GB' }, { state: 'sent' })
	const act = { petitionId, ...hands.as('author', '2026-04-07') }
	const outcome = await hands.write((tx) => withdrawPetition(tx, act))
	expect(outcome).toEqual({ ok: false, refusal: 'wrong-state' })
})

test('a promise of a decision is reminded of, lapses in public at the end of its day, and is kept all the same', async () => {
	const promises = [{ text: 'Boxes in all yards', dueOn: '2026-05-13' }]
	const ids = await hands.reached(
		{ state: 'decided' },
		{ state: 'decided', decidedAt: noon('2026-04-20'), promises },
	)
	const letters = async (notice: string) =>
		(await world.store.read.select().from(outbox).where(eq(outbox.notice, notice))).map(
			(one) => one.recipient,
		)
	const remind = (day: string) => remindOfPetitionPromises(world.store, { profileId: 'KZ', now: noon(day) })
	await remind('2026-04-27')
	expect(await letters('petition-promise-soon')).toEqual([])
	await remind('2026-05-12')
	await remind('2026-05-13')
	expect(await letters('petition-promise-soon')).toEqual(['ENV-approver@demo.example'])

	const lapse = (now: Date) => recordLapsedPetitionPromises(world.store, { now })
	await lapse(new Date('2026-05-13T23:59:00+05:00'))
	expect(await hands.recorded('promise-lapsed')).toEqual([])
	for (const day of ['2026-05-20', '2026-05-21']) await lapse(noon(day))
	expect(await hands.recorded('promise-lapsed')).toEqual([{ position: 0, dueOn: '2026-05-13' }])
	expect((await letters('petition-promise-lapsed')).sort()).toEqual([
		'ENV-approver@demo.example',
		'author@demo.example',
	])
	const keep = (position = 0) =>
		hands.write((tx) =>
			keepPetitionPromise(tx, {
				...ids,
				...hands.as('ENV:clerk', '2026-05-22'),
				position,
				note: 'They stand.',
			}),
		)
	expect(await keep(1)).toEqual({ ok: false, refusal: 'not-found' })
	expect(await keep()).toEqual({ ok: true, value: null })
	expect(await keep()).toEqual({ ok: false, refusal: 'already' })
	expect(await hands.recorded('promise-kept')).toEqual([{ position: 0, late: true }])
	const { promises: kept } = await hands.consideration(ids.considerationId)
	expect(kept).toMatchObject([{ keptNote: 'They stand.', lapsedAt: '2026-05-13T19:00:00.000Z' }])
})
