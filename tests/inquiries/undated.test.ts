import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { addYear, enterDay } from '#app/administration/calendar.server.ts'
import { requestCorrection, returnInquiry, submitCorrection } from '#app/inquiries/correct.server.ts'
import { extendInquiry, tellExtension } from '#app/inquiries/extend.server.ts'
import { forecast } from '#app/inquiries/forecast.server.ts'
import { withdrawInquiry } from '#app/inquiries/join.server.ts'
import { recountClocks } from '#app/inquiries/recount.server.ts'
import { redirectInquiry } from '#app/inquiries/redirect.server.ts'
import { terminateInquiry } from '#app/inquiries/terminate.server.ts'
import { threadOf } from '#app/inquiries/thread.server.ts'
import { lawOf } from '#app/jurisdictions/law.server.ts'
import { markCalendarChanged } from '#app/jurisdictions/store-calendar.server.ts'
import { answers, breaches, dueShifts, extensions, redirects } from '#db/schema/inquiries.ts'
import { events } from '#db/schema/register.ts'
import type { Store } from '#db/store.ts'
import { at, dutiesAt, lettersOf } from '#tests/duties/a-round.ts'
import { aWorld, type World } from '#tests/support/world.ts'
import { handsIn, SECOND } from './a-case.ts'

// The calendars of the tests end with 2027.

let world: World
let hands: ReturnType<typeof handsIn>
beforeEach(async () => {
	world = await aWorld()
	hands = handsIn(world)
})
afterEach(() => world.store.close())

const fileOn = (day: string, time = '12:00', over: Parameters<World['file']>[0] = {}) =>
	world.file({ receivedAt: at(day, time), ...over })

/** With its weekends alone: no holiday moves the days of these tests. */
const enter2028 = (day: string, calendar = 'KZ') =>
	world.store.write('calendar', (tx) =>
		addYear(tx, {
			calendar,
			year: 2028,
			source: 'a decree',
			actor: world.actors.administrator,
			now: at(day),
		}),
	)

const countAgain = () => world.store.write('calendar', (tx) => markCalendarChanged(tx, 'KZ'))

const threadAt = async (number: string, day: string) => {
	const thread = await threadOf(world.store.read, number, { actor: world.actors.author, now: at(day) })
	if (!thread) throw new Error(`no question ${number}`)
	return thread
}

test('a question whose term runs into a year without a calendar is taken, and no date is promised', async () => {
	const { number, proceedingId, ...receipt } = await fileOn('2027-12-15')
	expect(receipt).toMatchObject({ registeredOn: '2027-12-15', dueOn: null })
	const thread = await threadAt(number, '2027-12-20')
	expect(thread.handlings[0]).toMatchObject({
		dueOn: null,
		clock: { startedOn: '2027-12-15', undated: true },
		strip: { standing: { state: 'running' } },
	})
	expect(thread.handlings[0]?.clock.dueOn).toBeUndefined()
	const [letter] = await dutiesAt(world.store, at('2027-12-15'))
	expect(letter?.paragraphs).toEqual([
		expect.stringContaining(number),
		'Registered: 15 December 2027.',
		expect.stringContaining('cannot be named yet'),
	])
})

test('when the year is entered both sides are told the last day, once', async () => {
	const { number, proceedingId } = await fileOn('2027-12-15')
	await fileOn('2027-12-20')
	await dutiesAt(world.store, at('2027-12-21'))
	await enter2028('2027-12-22')
	const told = await dutiesAt(world.store, at('2027-12-22', '12:01'))
	await dutiesAt(world.store, at('2027-12-22', '12:02'))

	expect(await hands.proceeding(proceedingId)).toMatchObject({
		registeredOn: '2027-12-15',
		dueOn: '2028-01-06',
	})
	expect((await threadAt(number, '2027-12-22')).handlings[0]?.clock.dueOn).toBe('2028-01-06')
	expect(told.map(({ to, subject }) => [to, subject])).toEqual(
		expect.arrayContaining([
			['author@demo.example', `${number}: the last day for an answer is 6 January 2028`],
			['env@demo.example', 'Күнтізбе енгізілді: соңғы күні белгіленген сауалдар (2)'],
		]),
	)
	expect(await lettersOf(world.store, 'dated')).toHaveLength(2)
	expect(await lettersOf(world.store, 'dated-desk')).toHaveLength(1)
	expect(await world.store.read.$count(events, eq(events.type, 'dated'))).toBe(2)
	expect(await world.store.read.$count(dueShifts)).toBe(0)
})

test('what arrives after hours on the last day of the calendar has a number at once, and its day of registration later', async () => {
	const { number, proceedingId, inquiryId, ...receipt } = await fileOn('2027-12-31', '20:00')
	expect(receipt.dueOn).toBeNull()
	expect(number).toMatch(/^ENV-2027-000001-\d$/)
	const before = await threadAt(number, '2027-12-31')
	expect(before.handlings[0]?.clock.startedOn).toBeUndefined()
	expect(before.entries[0]).toMatchObject({ type: 'registered', awaitsCalendar: true })
	const [letter] = await dutiesAt(world.store, at('2027-12-31', '20:01'))
	expect(letter?.paragraphs.join(' ')).not.toContain('Registered')

	await enter2028('2028-01-05')
	await dutiesAt(world.store, at('2028-01-05', '12:01'))
	await dutiesAt(world.store, at('2028-01-05', '12:02'))
	expect(await hands.inquiry(inquiryId)).toMatchObject({ registeredOn: '2028-01-03', dueOn: '2028-01-24' })
	expect(await hands.proceeding(proceedingId)).toMatchObject({
		registeredOn: '2028-01-03',
		dueOn: '2028-01-24',
	})
	const after = await threadAt(number, '2028-01-05')
	expect(after.handlings[0]?.clock).toMatchObject({ startedOn: '2028-01-03', dueOn: '2028-01-24' })
	expect(after.entries.find(({ type }) => type === 'dated')).toMatchObject({
		registeredOn: '2028-01-03',
		dueOn: '2028-01-24',
	})
	expect(await lettersOf(world.store, 'dated')).toHaveLength(1)
})

test('a term that ended before its calendar was entered is on record as lapsed from its own day', async () => {
	const { proceedingId } = await fileOn('2027-12-15')
	await dutiesAt(world.store, at('2028-02-01'))
	expect(await world.store.read.$count(breaches)).toBe(0)
	await enter2028('2028-02-01')
	await dutiesAt(world.store, at('2028-02-01', '12:01'))
	expect(await world.store.read.select().from(breaches)).toMatchObject([
		{ proceedingId, dueOn: '2028-01-06', legalMoment: at('2028-01-07', '00:00') },
	])
})

test('the page before filing names no day either', async () => {
	const law = await lawOf(world.store.read, 'KZ')
	const asked = { kind: 'request', bodyId: 'ENV' }
	expect(await forecast(world.store.read, law, { ...asked, now: at('2027-12-15') })).toMatchObject({
		registeredOn: '2027-12-15',
		dueOn: null,
	})
	expect(await forecast(world.store.read, law, { ...asked, now: at('2027-12-31', '20:00') })).toMatchObject({
		dueOn: null,
	})
})

test('a question is sent on while nobody can say whether in time; once the year is entered it is on record', async () => {
	const late = await fileOn('2027-12-30')
	const inTime = await fileOn('2027-12-30')
	const sendOn = (proceedingId: string, day: string) =>
		hands.write((tx) =>
			redirectInquiry(tx, {
				...hands.as('ENV:clerk', proceedingId, day),
				toBodyId: 'HSG',
				reason: 'Housing.',
			}),
		)
	expect(await sendOn(late.proceedingId, '2028-01-10')).toMatchObject({ ok: true, value: { late: false } })
	expect(await sendOn(inTime.proceedingId, '2027-12-31')).toMatchObject({ ok: true })
	const sent = await hands.proceeding(`${late.inquiryId}-2`)
	expect(sent).toMatchObject({ registeredOn: '2028-01-10', dueOn: null })

	await enter2028('2028-01-12')
	await dutiesAt(world.store, at('2028-01-12', '12:01'))
	expect(await hands.proceeding(`${late.inquiryId}-2`)).toMatchObject({
		registeredOn: '2028-01-10',
		dueOn: '2028-01-31',
	})
	expect(await world.store.read.select().from(redirects).orderBy(redirects.on)).toMatchObject([
		{ fromId: inTime.proceedingId, dueOn: '2028-01-04', late: false },
		{ fromId: late.proceedingId, dueOn: '2028-01-04', late: true },
	])
	expect(await world.store.read.select().from(breaches)).toMatchObject([
		{
			proceedingId: late.proceedingId,
			duty: 'redirect',
			dueOn: '2028-01-04',
			mendedAt: at('2028-01-10'),
		},
	])
})

test('a term is extended within the calendar, and not beyond it', async () => {
	const extend = (proceedingId: string, until: string, day = '2027-12-20') =>
		hands.write((tx) =>
			extendInquiry(tx, { ...hands.as('ENV:approver', proceedingId, day), until, reason: 'A laboratory.' }),
		)
	const dated = await fileOn('2027-12-06')
	const undated = await fileOn('2027-12-15')
	expect(dated.dueOn).toBe('2027-12-28')
	expect(await extend(dated.proceedingId, '2028-01-20')).toEqual({ ok: false, refusal: 'no-calendar' })
	expect(await extend(undated.proceedingId, '2027-12-31')).toEqual({ ok: false, refusal: 'no-calendar' })
	expect(await extend(dated.proceedingId, '2027-12-31')).toMatchObject({ ok: true })
})

test('of an extension whose author is told by letter the last day to tell them comes with the year', async () => {
	const onPaper = {
		channel: 'paper',
		by: 'clerk',
		author: { personId: null, name: 'A', publicName: 'A.', assuranceLevel: 0 },
	} as const
	const extended = async () => {
		const { proceedingId } = await fileOn('2027-12-08', '12:00', onPaper)
		const act = { ...hands.as('ENV:approver', proceedingId, '2027-12-29'), reason: 'A laboratory.' }
		expect(await hands.write((tx) => extendInquiry(tx, { ...act, until: '2027-12-31' }))).toMatchObject({
			ok: true,
			value: { tellBy: null },
		})
		return proceedingId
	}
	const told = await extended()
	const untold = await extended()
	await hands.write((tx) => tellExtension(tx, hands.as('ENV:clerk', told, '2028-01-10')))

	await enter2028('2028-01-12')
	await dutiesAt(world.store, at('2028-01-12', '12:01'))
	expect(await world.store.read.select().from(extensions)).toMatchObject([
		{ tellBy: '2028-01-03' },
		{ tellBy: '2028-01-03' },
	])
	const missed = await world.store.read.select().from(breaches).where(eq(breaches.duty, 'notify_extension'))
	expect(missed).toHaveLength(2)
	expect(missed.find(({ proceedingId }) => proceedingId === told)?.mendedAt).toEqual(at('2028-01-10'))
	expect(missed.find(({ proceedingId }) => proceedingId === untold)?.mendedAt).toBeNull()
})

test('a correction is asked for within the calendar, and its days do not run', async () => {
	const { number, proceedingId } = await fileOn('2027-12-15')
	const ask = (until: string, day: string) =>
		hands.write((tx) =>
			requestCorrection(tx, { ...hands.as('ENV:clerk', proceedingId, day), request: 'Which town?', until }),
		)
	expect(await ask('2028-01-05', '2027-12-20')).toEqual({ ok: false, refusal: 'no-calendar' })
	expect(await ask('2027-12-24', '2027-12-20')).toEqual({ ok: true, value: null })
	const paused = (await threadAt(number, '2027-12-22')).handlings[0]
	expect(paused).toMatchObject({ state: 'paused', strip: { standing: { state: 'paused' } } })

	await hands.write((tx) =>
		submitCorrection(tx, { ...hands.as('author', proceedingId, '2027-12-22'), reply: 'Tauqala.' }),
	)
	await enter2028('2027-12-23')
	await dutiesAt(world.store, at('2027-12-23', '12:01'))
	// Two days later than without the correction: the 21st and the 22nd were the author's.
	expect((await hands.proceeding(proceedingId))?.dueOn).toBe('2028-01-10')
})

test('a pause that reaches the end of the calendar shows as far as today', async () => {
	const { number, proceedingId } = await fileOn('2027-12-01')
	await hands.write((tx) =>
		requestCorrection(tx, {
			...hands.as('ENV:clerk', proceedingId, '2027-12-03'),
			request: 'Which town?',
			until: '2027-12-15',
		}),
	)
	const strip = (await threadAt(number, '2027-12-28')).handlings[0]?.strip
	expect(strip?.standing).toMatchObject({ state: 'paused', workingDaysLeft: 13 })
	expect(strip?.cells.findLast(({ day }) => day)?.day).toBe('2027-12-28')
})

test('on a day that no calendar knows what needs a date waits, and what needs none goes on', async () => {
	const { proceedingId } = await fileOn('2027-12-31')
	const on = (who: string) => hands.as(who, proceedingId, '2028-01-11')
	const noCalendar = { ok: false, refusal: 'no-calendar' }
	expect(
		await hands.write((tx) =>
			requestCorrection(tx, { ...on('ENV:clerk'), request: 'Which town?', until: '2028-01-14' }),
		),
	).toEqual(noCalendar)
	expect(
		await hands.write((tx) =>
			returnInquiry(tx, { ...on('ENV:clerk'), ground: 'identical', reason: 'The same.' }),
		),
	).toEqual(noCalendar)
	expect(
		await hands.write((tx) =>
			terminateInquiry(tx, { ...on('ENV:approver'), ground: 'anonymous', reason: 'Nobody known.' }),
		),
	).toEqual({ ok: true, value: null })
})

test('an answer needs no calendar', async () => {
	const { number, proceedingId } = await fileOn('2027-12-31', '20:00')
	expect(await hands.answer(proceedingId, '2028-01-11')).toMatchObject({ ok: true, value: { late: false } })
	expect((await threadAt(number, '2028-01-11')).handlings[0]?.strip.standing.state).toBe('met')
})

test('an answer that went out before its calendar was entered is judged by it: late, with its breach, or in time', async () => {
	const late = await fileOn('2027-12-15')
	const joined = await fileOn('2027-12-17', '12:00', {
		author: SECOND,
		leadId: late.inquiryId,
	})
	const inTime = await fileOn('2027-12-15')
	await hands.answer(late.proceedingId, '2028-02-20')
	await hands.answer(inTime.proceedingId, '2028-01-06')
	await enter2028('2028-03-01')
	await dutiesAt(world.store, at('2028-03-01', '12:01'))
	await countAgain()
	await dutiesAt(world.store, at('2028-03-02', '12:01'))

	const breachedAt = at('2028-01-07', '00:00')
	expect(await hands.proceeding(late.proceedingId)).toMatchObject({ dueOn: '2028-01-06', breachedAt })
	expect(await hands.inquiry(late.inquiryId)).toMatchObject({ state: 'answered', dueOn: null, breachedAt })
	expect(await hands.proceeding(inTime.proceedingId)).toMatchObject({ dueOn: '2028-01-06', breachedAt: null })
	const signed = await world.store.read.select().from(answers).orderBy(answers.signedOn)
	expect(signed.map(({ late }) => late)).toEqual([false, true])
	const mendedAt = at('2028-02-20')
	expect(await world.store.read.select().from(breaches).orderBy(breaches.dueOn)).toMatchObject([
		{
			proceedingId: late.proceedingId,
			duty: 'answer',
			dueOn: '2028-01-06',
			legalMoment: breachedAt,
			mendedAt,
		},
		{ proceedingId: joined.proceedingId, duty: 'answer', dueOn: '2028-01-07', mendedAt },
	])
	const thread = await threadAt(late.number, '2028-03-02')
	expect(thread.entries.find(({ type }) => type === 'answered')?.late).toBe(true)
	expect(thread.letters[0]?.late).toBe(true)
	expect(await lettersOf(world.store, 'dated')).toHaveLength(0)
})

test('what was sent on after its term had ended unseen has two breaches on record: of the answer and of sending on', async () => {
	const { proceedingId } = await fileOn('2027-12-15')
	const sendOn = { ...hands.as('ENV:clerk', proceedingId, '2028-02-10'), toBodyId: 'HSG', reason: 'Housing.' }
	expect(await hands.write((tx) => redirectInquiry(tx, sendOn))).toMatchObject({ ok: true })
	await enter2028('2028-02-12')
	await dutiesAt(world.store, at('2028-02-12', '12:01'))
	const recorded = await world.store.read
		.select()
		.from(breaches)
		.where(eq(breaches.proceedingId, proceedingId))
	expect(recorded.map(({ duty, dueOn }) => [duty, dueOn]).sort()).toEqual([
		['answer', '2028-01-06'],
		['redirect', '2027-12-21'],
	])
	expect(recorded.find(({ duty }) => duty === 'answer')?.mendedAt).toBeNull()
})

test('what awaited its calendar and ended has its days when they can be named, and ran before it ended', async () => {
	const { number, proceedingId, inquiryId } = await fileOn('2028-01-01')
	await hands.answer(proceedingId, '2028-01-25')
	await enter2028('2028-03-01')
	await dutiesAt(world.store, at('2028-03-01', '12:01'))
	expect(await hands.proceeding(proceedingId)).toMatchObject({
		registeredOn: '2028-01-03',
		dueOn: '2028-01-24',
		breachedAt: at('2028-01-25', '00:00'),
	})
	expect(await hands.inquiry(inquiryId)).toMatchObject({ registeredOn: '2028-01-03', dueOn: null })
	const { clock, strip } = (await threadAt(number, '2028-03-01')).handlings[0] ?? {}
	expect(clock).toMatchObject({ startedOn: '2028-01-03', dueOn: '2028-01-24', stoppedOn: '2028-01-25' })
	expect(strip?.standing.state).toBe('met-late')
	expect(await world.store.read.$count(events, eq(events.type, 'dated'))).toBe(1)
	expect(await lettersOf(world.store, 'dated')).toHaveLength(0)
})

test('what its author took back while they corrected it owed nobody a day, and gets none', async () => {
	const { proceedingId } = await fileOn('2027-12-15')
	const ask = {
		...hands.as('ENV:clerk', proceedingId, '2027-12-20'),
		request: 'Which town?',
		until: '2027-12-24',
	}
	await hands.write((tx) => requestCorrection(tx, ask))
	const taken = await hands.write((tx) => withdrawInquiry(tx, hands.as('author', proceedingId, '2028-02-01')))
	expect(taken).toMatchObject({ ok: true })
	await enter2028('2028-02-12')
	await dutiesAt(world.store, at('2028-02-12', '12:01'))
	expect(await hands.proceeding(proceedingId)).toMatchObject({
		state: 'withdrawn',
		dueOn: null,
		breachedAt: null,
	})
	expect(await world.store.read.$count(breaches)).toBe(0)
})

test('what was taken back in such a pause stays so when its term is found to have been shorter', async () => {
	const { proceedingId, dueOn } = await world.file()
	expect(dueOn).toBe('2026-02-02')
	const ask = { ...hands.as('ENV:clerk', proceedingId, '2026-02-02'), request: 'Which town?' }
	expect(await hands.write((tx) => requestCorrection(tx, { ...ask, until: '2026-02-10' }))).toMatchObject({
		ok: true,
	})
	await hands.write((tx) => withdrawInquiry(tx, hands.as('author', proceedingId, '2026-02-04')))
	const saturday = { day: '2026-01-24', kind: 'working_day', titles: { kk: 'A', ru: 'A', en: 'A' } } as const
	const { administrator: actor } = world.actors
	const entered = await world.store.write('calendar', (tx) =>
		enterDay(tx, {
			calendar: 'KZ',
			entry: { ...saturday, source: 'a decree' },
			actor,
			now: at('2026-02-05'),
		}),
	)
	expect(entered).toMatchObject({ ok: true })
	await dutiesAt(world.store, at('2026-02-05', '12:01'))
	expect(await hands.proceeding(proceedingId)).toMatchObject({ dueOn: null, breachedAt: null })
})

test('where the law counts sending on from registration, what awaited its calendar is not late by its day of receipt', async () => {
	const estonian = { profileId: 'EE', kind: 'memorandum' } as const
	const before = await fileOn('2028-01-01', '12:00', estonian)
	const after = await fileOn('2028-01-01', '12:00', estonian)
	const sendOn = ({ proceedingId }: typeof before) =>
		hands.write((tx) =>
			redirectInquiry(tx, {
				...hands.as('ENV:clerk', proceedingId, '2028-01-10'),
				toBodyId: 'HSG',
				reason: 'Housing.',
			}),
		)
	await sendOn(before)
	await enter2028('2028-01-10', 'EE')
	// The calendar is there, and the recount has not come by yet.
	expect(await sendOn(after)).toMatchObject({ ok: true, value: { late: false } })
	await dutiesAt(world.store, at('2028-01-12', '12:01'))
	const [judged] = await world.store.read
		.select()
		.from(redirects)
		.where(eq(redirects.fromId, before.proceedingId))
	expect(judged).toMatchObject({ dueOn: '2028-01-10', late: false })
	expect(await world.store.read.$count(breaches, eq(breaches.duty, 'redirect'))).toBe(0)
})

test('what no calendar can judge yet is left alone, and holds up nobody who writes', async () => {
	const { proceedingId } = await fileOn('2027-12-30')
	const sendOn = { ...hands.as('ENV:clerk', proceedingId, '2027-12-31'), toBodyId: 'HSG', reason: 'Housing.' }
	expect(await hands.write((tx) => redirectInquiry(tx, sendOn))).toMatchObject({ ok: true })
	const held: string[] = []
	const recounted = async (day: string) => {
		await countAgain()
		const write: Store['write'] = (keys, work) => {
			held.push(...[keys].flat())
			return world.store.write(keys, work)
		}
		await recountClocks({ ...world.store, write }, { now: at(day) })
	}
	await recounted('2028-01-02')
	expect(held.filter((key) => key.startsWith('inquiry:'))).toEqual([])
	await enter2028('2028-01-03')
	await recounted('2028-01-03')
	expect(held).toContain(`inquiry:${proceedingId.replace(/-1$/, '')}`)
})
