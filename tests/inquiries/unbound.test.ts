import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { addYear } from '#app/administration/calendar.server.ts'
import { complain } from '#app/inquiries/complain.server.ts'
import { requestCorrection, submitCorrection } from '#app/inquiries/correct.server.ts'
import { deskList } from '#app/inquiries/desk.server.ts'
import { deskCalendar, makeCalendarLink } from '#app/inquiries/desk-calendar.server.ts'
import { extendInquiry } from '#app/inquiries/extend.server.ts'
import { forecast } from '#app/inquiries/forecast.server.ts'
import { mergeInquiry } from '#app/inquiries/join.server.ts'
import { redirectInquiry } from '#app/inquiries/redirect.server.ts'
import { rowStanding } from '#app/inquiries/row-standing.ts'
import { threadOf } from '#app/inquiries/thread.server.ts'
import { lawOf } from '#app/jurisdictions/law.server.ts'
import { figuresOf } from '#app/statistics/find.server.ts'
import { bodies } from '#db/schema/bodies.ts'
import { breaches, reminders } from '#db/schema/inquiries.ts'
import { at, dutiesAt, lettersOf } from '#tests/duties/a-round.ts'
import { aWorld, SECRET_KEY, type World } from '#tests/support/world.ts'
import { handsIn, noon } from './a-case.ts'

let world: World
let hands: ReturnType<typeof handsIn>
beforeEach(async () => {
	world = await aWorld()
	hands = handsIn(world)
})
afterEach(() => world.store.close())

const bind = (bodyId: string, bound: boolean) =>
	world.store.write('bodies', (tx) => tx.update(bodies).set({ bound }).where(eq(bodies.id, bodyId)))

const seenOn = async (number: string, day: string) => {
	const thread = await threadOf(world.store.read, number, { actor: world.actors.author, now: noon(day) })
	const handling = thread?.handlings.at(-1)
	if (!thread || !handling) throw new Error(`no question ${number}`)
	return { thread, handling }
}

const sendOn = (proceedingId: string, toBodyId: string, part?: string, who = 'ENV:clerk') =>
	hands.write((tx) =>
		redirectInquiry(tx, { ...hands.as(who, proceedingId, '2026-01-13'), toBodyId, part, reason: 'Theirs.' }),
	)

test('a question to a body that the law does not bind has a number, a receipt and no term', async () => {
	await bind('ENV', false)
	const law = await lawOf(world.store.read, 'KZ')
	const asked = { kind: 'request', bodyId: 'ENV', now: noon('2026-01-12') }
	expect(await forecast(world.store.read, law, asked)).toMatchObject({ unbound: true, dueOn: null })

	const { number, ...receipt } = await world.file()
	expect(number).toMatch(/^ENV-2026-000001-\d$/)
	expect(receipt).toMatchObject({ registeredOn: '2026-01-12', dueOn: null })
	const [letter] = await dutiesAt(world.store, noon('2026-01-12'))
	expect(letter?.paragraphs).toEqual([
		expect.stringContaining(number),
		'Registered: 12 January 2026.',
		expect.stringContaining('of its own will'),
	])
	const { thread, handling } = await seenOn(number, '2026-01-20')
	expect(handling).toMatchObject({ dueOn: null, silence: [], strip: { unbound: true, cells: [] } })
	expect(handling.clock).toMatchObject({ startedOn: '2026-01-12', unbound: true })
	expect(thread.entries[0]).toMatchObject({ type: 'registered', unbound: true })
})

test('no term lapses there, and nobody is reminded, complains or extends', async () => {
	await bind('ENV', false)
	const { number, proceedingId } = await world.file()
	for (const day of ['2026-01-20', '2026-02-02', '2026-02-03', '2026-09-01'])
		await dutiesAt(world.store, noon(day))
	expect(await world.store.read.$count(breaches)).toBe(0)
	expect(await world.store.read.$count(reminders)).toBe(0)
	for (const notice of ['deemed-refusal', 'deemed-refusal-final', 'term-over', 'breach', 'digest'])
		expect(await lettersOf(world.store, notice), notice).toEqual([])

	const { handling } = await seenOn(number, '2026-09-01')
	expect(handling.strip.standing.state).toBe('running')
	expect(handling.acts).not.toContain('complain')
	const noTerm = { ok: false, refusal: 'no-term' }
	const sequel = { subject: 'Silence', text: 'Nothing came', secretKey: SECRET_KEY }
	expect(
		await hands.write((tx) => complain(tx, { ...hands.as('author', proceedingId, '2026-09-01'), ...sequel })),
	).toEqual(noTerm)
	expect(
		await hands.write((tx) =>
			extendInquiry(tx, {
				...hands.as('ENV:approver', proceedingId, '2026-01-20'),
				until: '2026-03-02',
				reason: 'A laboratory.',
			}),
		),
	).toEqual(noTerm)
})

test('it is corrected and answered on the same desk, and is never late', async () => {
	await bind('ENV', false)
	const { number, proceedingId } = await world.file()
	const ask = { ...hands.as('ENV:clerk', proceedingId, '2026-01-14'), request: 'Which town?' }
	expect(await hands.write((tx) => requestCorrection(tx, { ...ask, until: '2026-01-21' }))).toMatchObject({
		ok: true,
	})
	expect((await seenOn(number, '2026-01-15')).handling).toMatchObject({ state: 'paused', dueOn: null })
	await hands.write((tx) =>
		submitCorrection(tx, { ...hands.as('author', proceedingId, '2026-01-16'), reply: 'Tauqala.' }),
	)
	expect((await hands.proceeding(proceedingId))?.dueOn).toBeNull()
	expect(await hands.answer(proceedingId, '2026-08-03')).toMatchObject({ ok: true, value: { late: false } })
	const { handling } = await seenOn(number, '2026-08-04')
	expect(handling.strip).toMatchObject({ unbound: true, standing: { state: 'met' } })
	expect(handling.acts).toContain('follow-up')
	expect(handling.acts).not.toContain('complain')

	const told = (await lettersOf(world.store, 'answered')).map(({ values }) => values.term)
	expect(told).toEqual([null])
	const law = await lawOf(world.store.read, 'KZ')
	expect(await figuresOf(world.store.read, { bodyId: 'ENV' }, { law, today: '2026-08-04' })).toMatchObject({
		inTime: 0,
		late: 0,
		share: undefined,
		medianDays: undefined,
		overdue: 0,
	})
})

test('what the body was at registration stays with the question', async () => {
	const before = await world.file()
	await bind('ENV', false)
	const free = await world.file()
	await bind('ENV', true)
	const after = await world.file()
	expect([before.dueOn, free.dueOn, after.dueOn]).toEqual(['2026-02-02', null, '2026-02-02'])

	await bind('ENV', false)
	await world.store.write('calendar', (tx) =>
		addYear(tx, {
			calendar: 'KZ',
			year: 2028,
			source: 'a decree',
			actor: world.actors.administrator,
			now: at('2026-01-20'),
		}),
	)
	await dutiesAt(world.store, noon('2026-01-20'))
	expect((await seenOn(before.number, '2026-01-20')).handling.clock.dueOn).toBe('2026-02-02')
	expect((await seenOn(free.number, '2026-01-20')).handling.clock.dueOn).toBeUndefined()
	expect((await hands.proceeding(free.proceedingId))?.dueOn).toBeNull()
	expect(await lettersOf(world.store, 'dated')).toEqual([])
})

test('on the desk it stands after all that have a day, and in no calendar of last days', async () => {
	await bind('ENV', false)
	const free = await world.file()
	await bind('ENV', true)
	const dated = await world.file({ receivedAt: noon('2026-01-14') })
	const rows = await deskList(world.store.read, world.actors['ENV:clerk'] as never, {
		filter: 'open',
		page: 1,
		today: '2026-01-20',
	})
	expect(rows.map(({ number }) => number)).toEqual([dated.number, free.number])
	const { calendar } = await lawOf(world.store.read, 'KZ')
	expect(rows.map((row) => rowStanding(row, '2026-01-20', calendar).unbound)).toEqual([undefined, true])

	const owner = { personId: 'ENV-executor', secretKey: SECRET_KEY }
	const { secret } = await hands.write((tx) => makeCalendarLink(tx, { ...owner, now: noon('2026-01-20') }))
	const days = await deskCalendar(world.store.read, { secret, today: '2026-01-20' })
	expect(days?.days.map(({ number }) => number)).toEqual([dated.number])
})

test('a question under a term is not sent on to it, whole or in part', async () => {
	await bind('HSG', false)
	const { proceedingId } = await world.file()
	const refused = { ok: false, refusal: 'unbound-body' }
	expect(await sendOn(proceedingId, 'HSG')).toEqual(refused)
	expect(await sendOn(proceedingId, 'HSG', 'The houses')).toEqual(refused)
	expect(await hands.proceeding(proceedingId)).toMatchObject({ state: 'open', dueOn: '2026-02-02' })
})

test('what is under a term shares no answer with what is under none', async () => {
	const dated = await world.file()
	await bind('ENV', false)
	const free = await world.file({ receivedAt: noon('2026-01-13') })
	const joined = await world.file({ leadId: dated.inquiryId, receivedAt: noon('2026-01-13') })
	expect(await hands.inquiry(joined.inquiryId)).toMatchObject({ leadId: null })
	const act = hands.as('ENV:clerk', dated.proceedingId, '2026-01-13')
	const merged = await hands.write((tx) => mergeInquiry(tx, { ...act, intoProceedingId: free.proceedingId }))
	expect(merged).toEqual({ ok: false, refusal: 'other-term' })
})

test('from it a question goes to a body that the law binds, and has a term there', async () => {
	await bind('ENV', false)
	const { number, inquiryId, proceedingId } = await world.file()
	expect(await sendOn(proceedingId, 'HSG')).toMatchObject({ ok: true, value: { late: false } })
	expect(await hands.proceeding(`${inquiryId}-2`)).toMatchObject({
		rule: 'inquiry.answer',
		dueOn: '2026-02-03',
	})
	expect((await seenOn(number, '2026-01-14')).handling.clock.dueOn).toBe('2026-02-03')
	expect((await lettersOf(world.store, 'redirected')).map(({ values }) => values.term)).toEqual([1])
})

test('between two bodies that the law does not bind a question goes on without a term', async () => {
	await bind('ENV', false)
	await bind('HSG', false)
	const { inquiryId, proceedingId } = await world.file()
	expect(await sendOn(proceedingId, 'HSG')).toMatchObject({ ok: true })
	expect(await hands.proceeding(`${inquiryId}-2`)).toMatchObject({ state: 'open', dueOn: null })
	expect((await lettersOf(world.store, 'redirected')).map(({ values }) => values.term)).toEqual([null])
})

test('what comes to it after hours at the end of the calendar is registered that day', async () => {
	await bind('ENV', false)
	const { number, ...receipt } = await world.file({ receivedAt: at('2027-12-31', '20:00') })
	expect(receipt).toMatchObject({ registeredOn: '2027-12-31', dueOn: null })
	expect((await seenOn(number, '2027-12-31')).handling.clock.startedOn).toBe('2027-12-31')
})
