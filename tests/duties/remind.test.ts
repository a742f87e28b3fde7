import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { assignInquiry } from '#app/inquiries/assign.server.ts'
import { requestCorrection } from '#app/inquiries/correct.server.ts'
import { calendarYears } from '#db/schema/bodies.ts'
import { answers, promises } from '#db/schema/inquiries.ts'
import { codes } from '#db/schema/people.ts'
import { events, outbox } from '#db/schema/register.ts'
import { aWorld, type World } from '#tests/support/world.ts'
import { at, dutiesAt, lettersOf } from './a-round.ts'

let world: World
beforeEach(async () => {
	world = await aWorld()
})
afterEach(() => world.store.close())

const digests = async (notice = 'digest') =>
	(await lettersOf(world.store, notice)).map(({ recipient, values }) => ({
		recipient,
		today: values.today,
		kinds: (values.items as { kind: string }[]).map(({ kind }) => kind),
	}))

test('a desk gets one digest a morning, and each question appears once at each stage of its term', async () => {
	await world.file()
	await world.file({ receivedAt: new Date('2026-01-14T12:00:00+05:00') })
	for (let day = 13; day <= 31; day++) {
		await dutiesAt(world.store, at(`2026-01-${day}`, '08:59'))
		await dutiesAt(world.store, at(`2026-01-${day}`, '09:00'))
		await dutiesAt(world.store, at(`2026-01-${day}`, '17:00'))
	}
	for (const day of ['02', '03', '04', '05', '06']) await dutiesAt(world.store, at(`2026-02-${day}`))
	expect(await digests()).toEqual([
		{ recipient: 'env@demo.example', today: '2026-01-22', kinds: ['half'] },
		{ recipient: 'env@demo.example', today: '2026-01-26', kinds: ['half'] },
		{ recipient: 'env@demo.example', today: '2026-01-28', kinds: ['three'] },
		{ recipient: 'env@demo.example', today: '2026-01-30', kinds: ['one', 'three'] },
		{ recipient: 'env@demo.example', today: '2026-02-02', kinds: ['today'] },
		{ recipient: 'env@demo.example', today: '2026-02-03', kinds: ['overdue', 'one'] },
		{ recipient: 'env@demo.example', today: '2026-02-04', kinds: ['today'] },
		{ recipient: 'env@demo.example', today: '2026-02-05', kinds: ['overdue'] },
	])
})

test('after days without a run only the most urgent reminder is sent', async () => {
	await world.file()
	await dutiesAt(world.store, at('2026-02-02'))
	await dutiesAt(world.store, at('2026-02-02', '15:00'))
	expect(await digests()).toEqual([{ recipient: 'env@demo.example', today: '2026-02-02', kinds: ['today'] }])
})

test('an executor gets a digest of their own questions only', async () => {
	const { proceedingId } = await world.file()
	await world.file()
	const actor = world.actors['ENV:clerk']
	if (!actor) throw new Error('no clerk')
	const outcome = await world.store.write('test', (tx) =>
		assignInquiry(tx, { proceedingId, executorId: 'ENV-executor', actor, now: at('2026-01-13') }),
	)
	expect(outcome.ok).toBe(true)
	await dutiesAt(world.store, at('2026-02-02'))
	expect(await digests('digest-own')).toEqual([
		{ recipient: 'ENV-executor@demo.example', today: '2026-02-02', kinds: ['today'] },
	])
	expect(await digests()).toMatchObject([{ kinds: ['today', 'today'] }])
})

test('the author is reminded the day before the time to correct ends, once', async () => {
	const { proceedingId } = await world.file()
	const actor = world.actors['ENV:clerk']
	if (!actor) throw new Error('no clerk')
	const asked = await world.store.write('test', (tx) =>
		requestCorrection(tx, {
			proceedingId,
			request: 'which town?',
			until: '2026-01-23',
			actor,
			now: at('2026-01-14'),
		}),
	)
	expect(asked.ok).toBe(true)
	for (const day of ['21', '22', '23']) await dutiesAt(world.store, at(`2026-01-${day}`))
	expect(await lettersOf(world.store, 'correction-ending')).toMatchObject([
		{ recipient: 'author@demo.example', createdAt: at('2026-01-22'), values: { until: '2026-01-23' } },
	])
})

test('when the time to correct has passed the desk hears it once', async () => {
	const { proceedingId } = await world.file()
	const actor = world.actors['ENV:clerk']!
	const asked = { proceedingId, request: 'which town?', until: '2026-01-23', actor, now: at('2026-01-14') }
	await world.store.write('test', (tx) => requestCorrection(tx, asked))
	await dutiesAt(world.store, at('2026-01-23'))
	expect(await digests()).toEqual([])
	for (const day of ['26', '27']) await dutiesAt(world.store, at(`2026-01-${day}`))
	expect(await digests()).toEqual([
		{ recipient: 'env@demo.example', today: '2026-01-26', kinds: ['uncorrected'] },
	])
})

async function promised(dueOn: string) {
	const { inquiryId, proceedingId } = await world.file()
	await world.store.write('test', async (tx) => {
		await tx.insert(answers).values({
			id: 'answer',
			inquiryId,
			proceedingId,
			language: 'en',
			outcome: 'answered',
			body: 'By then.',
			html: '<p>By then.</p>',
			publicHtml: '<p>By then.</p>',
			reasons: '',
			law: '',
			facts: '',
			appeal: '',
			signedAt: at('2026-01-20'),
			signedOn: '2026-01-20',
			signedBy: 'ENV-approver',
			signerName: 'approver',
			late: false,
		})
		await tx.insert(promises).values({
			id: 'promise',
			answerId: 'answer',
			inquiryId,
			bodyId: 'ENV',
			text: 'A box in each shop',
			dueOn,
		})
	})
}

test('the desk hears five working days before a promise is due, and an unkept one lapses once, at its legal moment', async () => {
	await promised('2026-02-10')
	await dutiesAt(world.store, at('2026-02-02'))
	expect(await lettersOf(world.store, 'promise-soon')).toEqual([])
	for (const day of ['03', '04', '10']) await dutiesAt(world.store, at(`2026-02-${day}`))
	expect(await lettersOf(world.store, 'promise-soon')).toMatchObject([
		{ recipient: 'env@demo.example', createdAt: at('2026-02-03') },
	])
	expect(await world.store.read.$count(events, eq(events.type, 'promise_lapsed'))).toBe(0)

	for (const day of ['13', '14']) await dutiesAt(world.store, at(`2026-02-${day}`))
	const lapsed = await world.store.read.select().from(events).where(eq(events.type, 'promise_lapsed'))
	expect(lapsed).toMatchObject([
		{ at: at('2026-02-11', '00:00'), on: '2026-02-10', recordedAt: at('2026-02-13') },
	])
	expect(await world.store.read.select().from(promises)).toMatchObject([
		{ lapsedAt: at('2026-02-11', '00:00') },
	])
	expect(await lettersOf(world.store, 'promise-lapsed')).toMatchObject([{ recipient: 'author@demo.example' }])
	expect(await lettersOf(world.store, 'promise-lapsed-desk')).toMatchObject([
		{ recipient: 'env@demo.example' },
	])
})

test('a promise that was kept does not lapse', async () => {
	await promised('2026-02-10')
	await world.store.write('test', async (tx) => {
		await tx.update(promises).set({ keptAt: at('2026-02-09') })
	})
	await dutiesAt(world.store, at('2026-02-13'))
	expect(await lettersOf(world.store, 'promise-lapsed')).toEqual([])
})

test('administrators hear from September that next year has no calendar, once a month', async () => {
	await world.store.write('test', async (tx) => {
		await tx.delete(calendarYears).where(eq(calendarYears.year, 2027))
	})
	for (const day of ['2026-08-31', '2026-09-01', '2026-09-02', '2026-10-05'])
		await dutiesAt(world.store, at(day))
	expect(await lettersOf(world.store, 'calendar-missing')).toMatchObject([
		{ createdAt: at('2026-09-01') },
		{ recipient: 'administrator@demo.example', values: { year: '2027' }, createdAt: at('2026-10-05') },
	])
})

test('administrators hear from November that next year is not confirmed; a confirmed one is left in peace', async () => {
	const confirm = (confirmed: boolean) =>
		world.store.write('test', async (tx) => {
			await tx.update(calendarYears).set({ confirmed }).where(eq(calendarYears.year, 2027))
		})
	await confirm(false)
	for (const day of ['2026-10-31', '2026-11-01', '2026-11-02']) await dutiesAt(world.store, at(day))
	await confirm(true)
	await dutiesAt(world.store, at('2026-12-01'))
	expect(await lettersOf(world.store, 'calendar-unconfirmed')).toMatchObject([
		{ createdAt: at('2026-11-01') },
	])
})

test('in a year without a calendar the duties go on, and the administrators are told', async () => {
	await world.store.write('test', async (tx) => {
		await tx.delete(calendarYears).where(eq(calendarYears.year, 2027))
	})
	await world.file({ receivedAt: at('2026-12-01') })
	await dutiesAt(world.store, at('2027-01-05'))
	expect(await world.store.read.$count(events, eq(events.type, 'breached'))).toBe(1)
	expect(await lettersOf(world.store, 'calendar-missing')).toHaveLength(1)
})

test('what a letter said is forgotten when it has gone, and to whom it was written a month later', async () => {
	await world.file()
	const receipt = () => world.store.read.select().from(outbox).where(eq(outbox.notice, 'receipt'))
	expect(await receipt()).toMatchObject([{ values: { path: expect.stringMatching(/^\/inquiries\//) } }])
	await dutiesAt(world.store, at('2026-01-12'))
	await dutiesAt(world.store, at('2026-01-30'))
	expect(await receipt()).toMatchObject([{ recipient: 'author@demo.example', values: {} }])
	await dutiesAt(world.store, at('2026-02-13'))
	expect(await receipt()).toMatchObject([{ recipient: '', values: {} }])
})

test('a letter that failed is forgotten like one that went', async () => {
	await world.file()
	await world.store.write('test', async (tx) => {
		await tx.update(outbox).set({ failedAt: at('2026-01-13'), nextAttemptAt: null })
	})
	await dutiesAt(world.store, at('2026-02-14'))
	expect(await lettersOf(world.store, 'receipt')).toMatchObject([{ recipient: '' }])
})

test('codes are forgotten a day after they have ended', async () => {
	await world.store.write('test', async (tx) => {
		const code = {
			personId: 'author',
			purpose: 'confirm' as const,
			codeHash: 'x',
			createdAt: at('2026-01-01'),
		}
		await tx.insert(codes).values([
			{ ...code, id: 'old', expiresAt: at('2026-01-01') },
			{ ...code, id: 'new', expiresAt: at('2026-01-03') },
		])
	})
	await dutiesAt(world.store, at('2026-01-03'))
	expect((await world.store.read.select().from(codes)).map(({ id }) => id)).toEqual(['new'])
})
