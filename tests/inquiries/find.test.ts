import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { requestCorrection } from '#app/inquiries/correct.server.ts'
import { latestAnswers, publicInquiries } from '#app/inquiries/find.server.ts'
import type { ListFilter } from '#app/inquiries/listed.ts'
import { withAnswers } from '#app/inquiries/pairs.server.ts'
import { redirectInquiry } from '#app/inquiries/redirect.server.ts'
import { similarTo } from '#app/inquiries/similar.server.ts'
import { terminateInquiry } from '#app/inquiries/terminate.server.ts'
import { lawOf } from '#app/jurisdictions/law.server.ts'
import { inquiries } from '#db/schema/inquiries.ts'
import { aWorld, type World } from '#tests/support/world.ts'
import { handsIn, noon, SECOND } from './a-case.ts'

let world: World
beforeEach(async () => {
	world = await aWorld()
})
afterEach(() => world.store.close())

async function list(filter: ListFilter = {}, { page = 1, today = '2026-01-20' } = {}) {
	const { read } = world.store
	return publicInquiries(read, filter, { page, today, law: await lawOf(read, 'KZ') })
}
const numbers = async (filter?: ListFilter, at?: Parameters<typeof list>[1]) =>
	(await list(filter, at)).items.map(({ number }) => number)

test('the public list has no private question and none that joined another', async () => {
	const lead = await world.file()
	await world.file({ visibility: 'private' })
	await world.file({ leadId: lead.inquiryId, author: SECOND })
	const { items, total } = await list()
	expect(items.map(({ number, joined }) => [number, joined])).toEqual([[lead.number, 1]])
	expect(total).toBe(1)
})

test('a hidden question stays in the list as a number without its subject', async () => {
	const { inquiryId, number } = await world.file()
	await world.store.write('inquiry', (tx) =>
		tx.update(inquiries).set({ hidden: true }).where(eq(inquiries.id, inquiryId)),
	)
	expect((await list()).items.map((item) => [item.number, item.subject])).toEqual([[number, undefined]])
	expect(await numbers({ query: 'batteries' })).toEqual([])
})

test('open, due today, overdue and answered each show what stands so on that day', async () => {
	const { answer } = handsIn(world)
	const early = await world.file()
	const late = await world.file({ receivedAt: new Date('2026-01-15T12:00:00+05:00') })
	const undated = await world.file()
	await world.store.write('test', (tx) =>
		tx.update(inquiries).set({ dueOn: null }).where(eq(inquiries.id, undated.inquiryId)),
	)
	const done = await world.file()
	await answer(done.proceedingId, '2026-01-14')
	expect(early.dueOn).toBe('2026-02-02')
	const today = '2026-02-02'
	expect(await numbers({ state: 'open' }, { today })).toEqual([early.number, late.number, undated.number])
	expect(await numbers({ state: 'due-today' }, { today })).toEqual([early.number])
	expect(await numbers({ state: 'overdue' }, { today })).toEqual([])
	expect(await numbers({ state: 'overdue' }, { today: '2026-02-03' })).toEqual([early.number])
	expect(await numbers({ state: 'answered' }, { today })).toEqual([done.number])
	expect(await numbers({ state: 'answered-today' }, { today })).toEqual([])
	expect(await numbers({ state: 'answered-today' }, { today: '2026-01-14' })).toEqual([done.number])
})

test('a list is turned over in pages of twenty-five, in one order, and a page too far is the last', async () => {
	for (let n = 0; n < 27; n++)
		await world.file({ receivedAt: new Date(Date.UTC(2026, 0, 12, 6, n)), subject: `Question ${n}` })
	const first = await list()
	expect([first.items.length, first.total, first.pages, first.more]).toEqual([25, 27, 2, false])
	expect(first.items[0]?.subject).toBe('Question 26')
	const second = await list({}, { page: 2 })
	expect(second.items.map(({ subject }) => subject)).toEqual(['Question 1', 'Question 0'])
	expect((await list({}, { page: 99 })).page).toBe(2)
})

test('an office, a body and a post narrow the list', async () => {
	const env = await world.file({ postId: 'post' })
	const hsg = await world.file({ bodyId: 'HSG', officeId: null })
	expect(await numbers({ bodyId: 'HSG' })).toEqual([hsg.number])
	expect(await numbers({ officeId: 'minister' })).toEqual([env.number])
	expect(await numbers({ postId: 'post' })).toEqual([env.number])
})

const rows = async (filter?: ListFilter, at?: Parameters<typeof list>[1]) =>
	(await list(filter, at)).items.map(({ number, body, strip }) => [
		number,
		body.code,
		strip.stoppedBy ?? strip.standing.state,
	])

async function sendOn({ proceedingId }: { proceedingId: string }, part: string | null, day = '2026-01-14') {
	const { as, write } = handsIn(world)
	const act = { ...as('ENV:clerk', proceedingId, day), toBodyId: 'HSG', part, reason: 'Theirs' }
	const sent = await write((tx) => redirectInquiry(tx, act))
	if (!sent.ok) throw new Error(sent.refusal)
	return sent.value
}

test('a question sent on stands under the body that has it, with the clock that runs there', async () => {
	const question = await world.file({ postId: 'post' })
	await sendOn(question, null)
	const late = { today: '2026-03-02' }
	const { number } = question
	expect(await rows({}, late)).toEqual([[number, 'HSG', 'overdue']])
	expect(await rows({ bodyId: 'HSG' }, late)).toEqual([[number, 'HSG', 'overdue']])
	expect(await rows({ bodyId: 'HSG', state: 'overdue' }, late)).toEqual([[number, 'HSG', 'overdue']])
	for (const place of [{ bodyId: 'ENV' }, { officeId: 'minister' }]) {
		expect(await rows(place, late)).toEqual([[number, 'ENV', 'redirected']])
		expect(await rows({ ...place, query: 'batteries' }, late)).toEqual([[number, 'ENV', 'redirected']])
		for (const state of ['open', 'overdue', 'answered'] as const)
			expect(await rows({ ...place, state }, late)).toEqual([])
	}
	expect(await rows({ bodyId: 'HSG', state: 'open', query: 'batteries' })).toHaveLength(1)
	expect(await rows({ bodyId: 'ENV', state: 'open', query: 'batteries' })).toEqual([])
	expect(await rows({ bodyId: 'HSG', postId: 'post' })).toHaveLength(1)
	expect(await rows({ officeId: 'minister', postId: 'post', state: 'open' })).toEqual([])
	expect(await rows({ bodyId: 'HSG', postId: 'another' })).toEqual([])
})

test('a question sent on in part stands with both bodies, with each under its own clock', async () => {
	const question = await world.file()
	const { proceedingId } = await sendOn(question, 'The bins')
	const { answer } = handsIn(world)
	await answer(question.proceedingId, '2026-01-16')
	const { number } = question
	const late = { today: '2026-03-02' }
	expect(await rows({ bodyId: 'ENV' }, late)).toEqual([[number, 'ENV', 'answered']])
	expect(await rows({ officeId: 'minister', state: 'answered' }, late)).toEqual([[number, 'ENV', 'answered']])
	expect(await rows({ officeId: 'minister', state: 'open' }, late)).toEqual([])
	expect(await numbers({ bodyId: 'ENV', state: 'answered-today' }, { today: '2026-01-16' })).toEqual([number])
	expect(await numbers({ bodyId: 'HSG', state: 'answered-today' }, { today: '2026-01-16' })).toEqual([])
	expect(await rows({ bodyId: 'HSG', state: 'overdue' }, late)).toEqual([[number, 'HSG', 'overdue']])
	const { dueOn } = (await handsIn(world).proceeding(proceedingId)) ?? {}
	expect(await numbers({ bodyId: 'HSG', state: 'due-today' }, { today: String(dueOn) })).toEqual([number])
	expect(await numbers({ bodyId: 'ENV', state: 'due-today' }, { today: String(dueOn) })).toEqual([])
	const [similar] = await similarTo(world.store.read, { subject: 'Where do batteries go', text: '' })
	expect(similar?.body.code).toBe('HSG')
})

test('the list of a body is its public questions, whatever became of them, in one order', async () => {
	const { as, write } = handsIn(world)
	const at = (day: string) => ({ receivedAt: noon(day) })
	const first = await world.file(at('2026-01-12'))
	const sent = await world.file(at('2026-01-13'))
	const paused = await world.file(at('2026-01-14'))
	const last = await world.file(at('2026-01-15'))
	await world.file({ ...at('2026-01-15'), visibility: 'private' })
	await world.file({ ...at('2026-01-15'), leadId: last.inquiryId, author: SECOND })
	await sendOn(sent, null, '2026-01-15')
	await write((tx) =>
		requestCorrection(tx, {
			...as('ENV:clerk', paused.proceedingId, '2026-01-15'),
			request: 'Which batteries?',
			until: '2026-01-22',
		}),
	)
	// What waits for its author has no due day, and comes last on both engines.
	const all = [last, sent, first, paused].map(({ number }) => number)
	for (const place of [{ bodyId: 'ENV' }, { officeId: 'minister' }]) {
		expect(await numbers(place)).toEqual(all)
		expect(await list(place, { page: 1 })).toMatchObject({ total: 4, more: false })
		expect(await numbers({ ...place, state: 'open' })).toEqual([first.number, last.number])
		expect(await numbers({ ...place, state: 'paused' })).toEqual([paused.number])
	}
})

test('a body lists and counts nothing private and nothing that joined another, wherever it was sent on', async () => {
	const { answer } = handsIn(world)
	const open = await world.file()
	const secret = await world.file({ visibility: 'private' })
	const secretElsewhere = await world.file({ visibility: 'private' })
	await world.file({ leadId: open.inquiryId, author: SECOND })
	await sendOn(secretElsewhere, null)
	for (const { proceedingId } of [open, secret]) await answer(proceedingId, '2026-01-14')
	for (const state of ['all', 'answered'] as const)
		for (const place of [{ bodyId: 'ENV' }, { officeId: 'minister' }])
			expect(await list({ ...place, state })).toMatchObject({ total: 1, items: [{ number: open.number }] })
	const elsewhere = await world.file()
	await sendOn(elsewhere, null)
	for (const state of ['all', 'open'] as const)
		expect(await list({ bodyId: 'HSG', state })).toMatchObject({
			total: 1,
			items: [{ number: elsewhere.number }],
		})
})

test('a row quotes the answer of its own handling only', async () => {
	const { answer } = handsIn(world)
	const question = await world.file()
	await sendOn(question, 'The bins')
	await answer(question.proceedingId, '2026-01-16')
	const quoted = async (filter: ListFilter) =>
		(await withAnswers(world.store.read, (await list(filter)).items)).map((pair) => pair.answer?.excerpt)
	expect(await quoted({ bodyId: 'ENV' })).toEqual(['They go to the plant in Tauqala.'])
	expect(await quoted({ bodyId: 'HSG' })).toEqual([undefined])
})

test('a question that one body answered and another returned is of the one that answered', async () => {
	const { answer, as, write } = handsIn(world)
	const question = await world.file()
	const { proceedingId } = await sendOn(question, 'The bins')
	await answer(question.proceedingId, '2026-01-16')
	await write((tx) =>
		terminateInquiry(tx, {
			...as('HSG:approver', proceedingId, '2026-01-16'),
			ground: 'no_substance',
			reason: 'Nothing is asked of us.',
		}),
	)
	const { read } = world.store
	const [pair] = await latestAnswers(read, 5, await lawOf(read, 'KZ'), '2026-01-20')
	expect(pair).toMatchObject({
		body: { code: 'ENV' },
		answer: { excerpt: 'They go to the plant in Tauqala.' },
	})
})

test('search finds words of the answer too, and keeps to the filter', async () => {
	const { answer } = handsIn(world)
	const { number, proceedingId } = await world.file()
	await world.file({ subject: 'Roads', text: 'When is the road mended?' })
	await answer(proceedingId, '2026-01-14')
	expect(await numbers({ query: 'tauqala plant' })).toEqual([number])
	expect(await numbers({ query: 'tauqala plant', state: 'open' })).toEqual([])
	expect(await numbers({ query: 'nothing like it' })).toEqual([])
})

test('a pair quotes the public version of the answer, without marks of HTML', async () => {
	const { answer } = handsIn(world)
	const { proceedingId } = await world.file()
	await answer(proceedingId, '2026-01-14', {
		body: 'A name.',
		publicBody: 'They go **to the plant** & on.',
		redactionReason: 'A name.',
	})
	const { read } = world.store
	const [pair] = await latestAnswers(read, 5, await lawOf(read, 'KZ'), '2026-01-20')
	expect(pair?.answer?.excerpt).toBe('They go to the plant & on.')
	expect(pair?.question).toBe('Where do batteries go after they are collected?')
	expect(await withAnswers(read, [])).toEqual([])
})

test('questions on one matter are similar, others and private ones are not', async () => {
	const { number } = await world.file()
	await world.file({ subject: 'School buses in winter', text: 'Why does the bus not come?' })
	await world.file({ visibility: 'private' })
	const asked = { subject: 'Where do old batteries go', text: 'I want to know where batteries go.' }
	expect((await similarTo(world.store.read, asked)).map((one) => one.number)).toEqual([number])
	expect(await similarTo(world.store.read, asked, number)).toEqual([])
	expect(await similarTo(world.store.read, { subject: 'Pensions', text: 'When are they paid?' })).toEqual([])
})
