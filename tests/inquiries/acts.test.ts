import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Language } from '#app/i18n/languages.ts'
import { translator } from '#app/i18n/translator.ts'
import type { Acting } from '#app/inquiries/act.server.ts'
import { addNote, assignInquiry } from '#app/inquiries/assign.server.ts'
import { lapsedProceedings, recordLapse, recordUntoldExtension } from '#app/inquiries/breach.server.ts'
import { complain, followUp } from '#app/inquiries/complain.server.ts'
import { requestCorrection, returnInquiry, submitCorrection } from '#app/inquiries/correct.server.ts'
import { deskNotes } from '#app/inquiries/desk.server.ts'
import { saveDraft, submitDraft, takeDraft } from '#app/inquiries/draft.server.ts'
import { entrySentence } from '#app/inquiries/entry-words.ts'
import { extendInquiry, tellExtension } from '#app/inquiries/extend.server.ts'
import { proceedingsOf } from '#app/inquiries/filed.server.ts'
import { mergeInquiry, withdrawInquiry } from '#app/inquiries/join.server.ts'
import { rateAnswer } from '#app/inquiries/rate.server.ts'
import { redirectInquiry } from '#app/inquiries/redirect.server.ts'
import { signAnswer } from '#app/inquiries/sign.server.ts'
import { terminateInquiry } from '#app/inquiries/terminate.server.ts'
import { inquiryOfReceipt, threadOf } from '#app/inquiries/thread.server.ts'
import { answers, breaches, inquiries, proceedings } from '#db/schema/inquiries.ts'
import { notices } from '#db/schema/notices.ts'
import { events, outbox } from '#db/schema/register.ts'
import type { Writer } from '#db/store.ts'
import { aWorld, SECRET_KEY, type World } from '#tests/support/world.ts'

let world: World
beforeEach(async () => {
	world = await aWorld()
})
afterEach(() => world.store.close())

/** Noon in Kazakhstan on the day. */
const noon = (day: string) => new Date(`${day}T12:00:00+05:00`)
const as = (who: string, proceedingId: string, day: string): Acting => ({
	proceedingId,
	actor: world.actors[who] ?? { personId: null, roles: [], level: 0 },
	now: noon(day),
})
const write = <Result>(work: (tx: Writer) => Promise<Result>) => world.store.write('inquiry', work)
const inquiry = async (id: string) =>
	(await world.store.read.select().from(inquiries).where(eq(inquiries.id, id)))[0]
const proceeding = async (id: string) =>
	(await world.store.read.select().from(proceedings).where(eq(proceedings.id, id)))[0]
const letters = async (notice: string) =>
	world.store.read.select().from(outbox).where(eq(outbox.notice, notice))

const TEXT = {
	outcome: 'answered',
	language: 'ru',
	body: 'They go to the plant in Tauqala.',
	reasons: 'The contract of 2025.',
	law: 'Environmental Code, article 386',
	facts: 'The collectors hand them over monthly.',
	appeal: 'To the superior body within three months.',
	publicBody: null,
	redactionReason: null,
	promises: [] as { text: string; dueOn: string }[],
}

async function answer(proceedingId: string, day: string, over: Partial<typeof TEXT> = {}) {
	await write((tx) =>
		takeDraft(tx, { ...as('ENV:executor', proceedingId, day), language: 'ru', outcome: 'answered' }),
	)
	const saved = await write((tx) =>
		saveDraft(tx, { ...as('ENV:executor', proceedingId, day), version: 1, text: { ...TEXT, ...over } }),
	)
	await write((tx) => submitDraft(tx, as('ENV:executor', proceedingId, day)))
	const version = saved.ok ? saved.value.version : 0
	return write((tx) => signAnswer(tx, { ...as('ENV:approver', proceedingId, day), version }))
}

test('a question is registered with a number, a due day and a receipt, and its author is told', async () => {
	const receipt = await world.file()
	expect(receipt).toMatchObject({ registeredOn: '2026-01-12', dueOn: '2026-02-02' })
	expect(receipt.number).toMatch(/^ENV-2026-000001-\d$/)
	expect(await letters('receipt')).toMatchObject([{ recipient: 'ENV-author@demo.example'.slice(4) }])
})

test('what arrives on a Saturday is registered on Monday (APPC 64(3))', async () => {
	expect(await world.file({ receivedAt: new Date('2026-01-03T11:00:00+05:00') })).toMatchObject({
		registeredOn: '2026-01-05',
		dueOn: '2026-01-27',
	})
})

test('the same form sent twice files once', async () => {
	const first = await world.file({ submissionId: 'form-1' })
	expect(await world.file({ submissionId: 'form-1' })).toEqual(first)
	expect(await world.store.read.$count(inquiries)).toBe(1)
})

test('forty questions at once get forty numbers without a gap', async () => {
	const receipts = await Promise.all(Array.from({ length: 40 }, () => world.file()))
	const sequence = receipts.map((receipt) => Number(receipt.number.slice(9, 15))).sort((a, b) => a - b)
	expect(sequence).toEqual(Array.from({ length: 40 }, (_, index) => index + 1))
})

test('an answer signed in time stops the clock and reaches the author', async () => {
	const { inquiryId, proceedingId } = await world.file()
	expect(await answer(proceedingId, '2026-02-02')).toMatchObject({ ok: true, value: { late: false } })
	expect(await inquiry(inquiryId)).toMatchObject({ state: 'answered', dueOn: null })
	expect(await letters('answered')).toHaveLength(1)
	expect(
		await write((tx) =>
			rateAnswer(tx, { ...as('author', proceedingId, '2026-02-03'), answered: true, helped: false }),
		),
	).toMatchObject({ ok: true })
})

test('an answer without the law it rests on does not go out (APPC 89(2))', async () => {
	const { proceedingId } = await world.file()
	expect(await answer(proceedingId, '2026-01-20', { law: ' ' })).toEqual({ ok: false, refusal: 'incomplete' })
	expect(await world.store.read.$count(answers)).toBe(0)
})

test.each([
	['', false],
	['2026-01-19', false],
	['2026-01-20', true],
])('an answer of 20 January that promises something for %j is signed: %s', async (dueOn, ok) => {
	const { proceedingId } = await world.file()
	const outcome = await answer(proceedingId, '2026-01-20', { promises: [{ text: 'A second plant', dueOn }] })
	expect(outcome).toMatchObject(ok ? { ok } : { ok, refusal: 'incomplete' })
})

test('two people never write the same answer: the draft is held, and can be taken over', async () => {
	const { proceedingId } = await world.file()
	const day = '2026-01-13'
	await write((tx) =>
		takeDraft(tx, { ...as('ENV:executor', proceedingId, day), language: 'ru', outcome: 'answered' }),
	)
	const other = { ...as('ENV:approver', proceedingId, day), language: 'ru', outcome: 'answered' }
	expect(await write((tx) => takeDraft(tx, other))).toEqual({ ok: false, refusal: 'held' })
	expect(await write((tx) => takeDraft(tx, { ...other, takeOver: true }))).toMatchObject({ ok: true })
	const save = { ...as('ENV:executor', proceedingId, day), version: 1, text: TEXT }
	expect(await write((tx) => saveDraft(tx, save))).toEqual({ ok: false, refusal: 'held' })
})

test('whose draft is taken over is told, and the desk reads who took it; the public does not', async () => {
	const { proceedingId, number } = await world.file()
	const take = (who: string, takeOver: boolean, now = noon('2026-01-13')) =>
		write((tx) =>
			takeDraft(tx, {
				...as(who, proceedingId, '2026-01-13'),
				now,
				takeOver,
				language: 'ru',
				outcome: 'answered',
			}),
		)
	await take('ENV:executor', false)
	expect(await take('ENV:executor', true)).toMatchObject({ ok: true })
	expect(await take('ENV:approver', false)).toMatchObject({ ok: false })
	expect(await letters('draft-taken-over')).toEqual([])

	await take('ENV:approver', true)
	expect(await letters('draft-taken-over')).toMatchObject([
		{ recipient: 'ENV-executor@demo.example', toAuthor: false, values: { number } },
	])
	expect(await world.store.read.select().from(notices)).toMatchObject([
		{ notice: 'receipt', personId: 'author' },
		{ notice: 'draft-taken-over', personId: 'ENV-executor' },
	])
	const { entries } = (await threadOf(world.store.read, number, {
		actor: world.actors.author,
		now: noon('2026-01-14'),
	}))!
	expect(entries.map(({ type }) => type)).toEqual(['registered'])
	await write((tx) => addNote(tx, { ...as('ENV:clerk', proceedingId, '2026-01-14'), text: 'Ask the plant' }))
	expect(await deskNotes(world.store.read, proceedingId)).toMatchObject([
		{ text: null, by: 'approver ENV', at: noon('2026-01-13') },
		{ text: 'Ask the plant', by: 'clerk ENV', at: noon('2026-01-14') },
	])
	// A pen that was left for longer than it is held is nobody's.
	await take('ENV:executor', true, noon('2026-01-15'))
	expect(await letters('draft-taken-over')).toHaveLength(1)
})

test('silence past the term is a refusal at the end of its last day, recorded once, however late', async () => {
	const { inquiryId, proceedingId } = await world.file()
	expect(await lapsedProceedings(world.store.read, '2026-02-02', 10)).toEqual([])
	const late = noon('2026-02-06')
	expect(await lapsedProceedings(world.store.read, '2026-02-06', 10)).toEqual([
		{ id: proceedingId, inquiryId },
	])
	expect(await write((tx) => recordLapse(tx, proceedingId, noon('2026-02-02')))).toBe(false)
	expect(await write((tx) => recordLapse(tx, proceedingId, late))).toBe(true)
	expect(await write((tx) => recordLapse(tx, proceedingId, late))).toBe(false)
	const [breach] = await world.store.read.select().from(breaches)
	expect(breach).toMatchObject({
		duty: 'answer',
		dueOn: '2026-02-02',
		legalMoment: new Date('2026-02-02T19:00:00Z'),
	})
	expect(await inquiry(inquiryId)).toMatchObject({
		state: 'open',
		breachedAt: new Date('2026-02-02T19:00:00Z'),
	})
	expect(await letters('deemed-refusal')).toHaveLength(1)
	expect((await letters('breach')).map((letter) => letter.recipient).sort()).toEqual([
		'ENV-approver@demo.example',
		'overseer@demo.example',
	])
})

test('a late answer is still given; the breach stays and says when it was mended', async () => {
	const { proceedingId } = await world.file()
	await write((tx) => recordLapse(tx, proceedingId, noon('2026-02-03')))
	expect(await answer(proceedingId, '2026-02-06')).toMatchObject({ ok: true, value: { late: true } })
	expect(await world.store.read.select().from(breaches)).toMatchObject([{ mendedAt: noon('2026-02-06') }])
})

test('after the lapse the author complains to the superior body, which has twenty working days', async () => {
	const { inquiryId, proceedingId } = await world.file()
	const complaint = {
		...as('author', proceedingId, '2026-03-02'),
		subject: 'Silence',
		text: 'No answer came.',
		secretKey: SECRET_KEY,
	}
	const early = { ...complaint, now: noon('2026-02-02') }
	expect(await write((tx) => complain(tx, early))).toEqual({ ok: false, refusal: 'too-early' })
	await write((tx) => recordLapse(tx, proceedingId, noon('2026-02-03')))
	const outcome = await write((tx) => complain(tx, complaint))
	expect(outcome).toMatchObject({ ok: true, value: { dueOn: '2026-04-03', late: false } })
	const filed = outcome.ok ? await inquiry(outcome.value.inquiryId) : undefined
	expect(filed).toMatchObject({ bodyId: 'GOV', kind: 'complaint', complaintAbout: inquiryId })
	expect(await write((tx) => complain(tx, complaint))).toEqual({ ok: false, refusal: 'already' })
})

test.each([
	['2026-01-15', false],
	['2026-01-16', true],
])('redirected on %s: late is %s; the new body has a fresh clock', async (day, late) => {
	const { inquiryId, proceedingId } = await world.file()
	const redirect = { ...as('ENV:clerk', proceedingId, day), toBodyId: 'HSG', reason: 'Houses are theirs' }
	expect(await write((tx) => redirectInquiry(tx, redirect))).toMatchObject({ ok: true, value: { late } })
	expect(await proceedingsOf(world.store.read, inquiryId)).toMatchObject([
		{ bodyId: 'ENV', state: 'redirected', stage: 'ended' },
		{ bodyId: 'HSG', state: 'open', stage: 'desk', registeredOn: day },
	])
	expect(await world.store.read.$count(breaches, eq(breaches.duty, 'redirect'))).toBe(late ? 1 : 0)
	expect(await inquiry(inquiryId)).toMatchObject({ state: 'open' })
})

test('redirected in part, both bodies owe an answer and the thread stays one', async () => {
	const { inquiryId, proceedingId } = await world.file()
	const redirect = {
		...as('ENV:clerk', proceedingId, '2026-01-13'),
		toBodyId: 'HSG',
		part: 'The second question',
		reason: 'Theirs',
	}
	await write((tx) => redirectInquiry(tx, redirect))
	await answer(proceedingId, '2026-01-20')
	expect(await inquiry(inquiryId)).toMatchObject({ state: 'open', dueOn: '2026-02-03' })
})

test('an extension is reasoned, once, in time, two months at most, and the author is told', async () => {
	const { proceedingId } = await world.file()
	const extend = (day: string, until: string, who = 'ENV:approver') =>
		write((tx) => extendInquiry(tx, { ...as(who, proceedingId, day), until, reason: 'A laboratory test' }))
	expect(await extend('2026-01-29', '2026-03-31')).toEqual({ ok: false, refusal: 'too-long' })
	expect(await extend('2026-01-29', '2026-03-29')).toEqual({ ok: false, refusal: 'day-off' })
	expect(await extend('2026-01-29', '2026-03-30', 'ENV:executor')).toEqual({
		ok: false,
		refusal: 'not-allowed',
	})
	expect(await extend('2026-02-03', '2026-03-02')).toEqual({ ok: false, refusal: 'term-over' })
	expect(await extend('2026-01-29', '2026-03-30')).toMatchObject({ ok: true, value: { toldAuthor: true } })
	expect(await extend('2026-01-30', '2026-03-31')).toEqual({ ok: false, refusal: 'already-extended' })
	expect(await proceeding(proceedingId)).toMatchObject({ dueOn: '2026-03-30', extended: true })
})

test.each([
	['2026-02-02T23:59:59+05:00', { ok: true }],
	['2026-02-03T00:00:00+05:00', { ok: false, refusal: 'term-over' }],
])('a term that ends on 2 February is extended at %s: %j', async (moment, outcome) => {
	const { inquiryId, proceedingId } = await world.file()
	const act = { ...as('ENV:approver', proceedingId, '2026-02-02'), now: new Date(moment) }
	const extended = await write((tx) => extendInquiry(tx, { ...act, until: '2026-03-02', reason: 'A test' }))
	expect(extended).toMatchObject(outcome)
	expect(await inquiry(inquiryId)).toMatchObject({ dueOn: outcome.ok ? '2026-03-02' : '2026-02-02' })
	expect(await world.store.read.$count(breaches)).toBe(outcome.ok ? 0 : 1)
})

test.each([
	['2026-02-03', false],
	['2026-02-04', true],
])(
	'who filed on paper and is told by letter on %s of an extension of 29 January is told late: %s',
	async (day, late) => {
		const { proceedingId } = await world.file({
			channel: 'paper',
			by: 'clerk',
			author: { personId: null, name: 'A Citizen', publicName: 'A.', assuranceLevel: 0 },
		})
		await write((tx) =>
			extendInquiry(tx, {
				...as('ENV:approver', proceedingId, '2026-01-29'),
				until: '2026-02-27',
				reason: 'A site visit',
			}),
		)
		expect(await write((tx) => tellExtension(tx, as('ENV:clerk', proceedingId, day)))).toEqual({
			ok: true,
			value: { late },
		})
		expect(await world.store.read.select().from(breaches)).toMatchObject(
			late ? [{ duty: 'notify_extension', dueOn: '2026-02-03' }] : [],
		)
	},
)

test('an untold extension that the duty has recorded is mended when the letter goes out after all', async () => {
	const { proceedingId } = await world.file({
		channel: 'paper',
		by: 'clerk',
		author: { personId: null, name: 'A Citizen', publicName: 'A.', assuranceLevel: 0 },
	})
	const extending = {
		...as('ENV:approver', proceedingId, '2026-01-29'),
		until: '2026-02-27',
		reason: 'A visit',
	}
	await write((tx) => extendInquiry(tx, extending))
	await write((tx) => recordUntoldExtension(tx, proceedingId, '2026-02-03', noon('2026-02-04')))
	await write((tx) => tellExtension(tx, as('ENV:clerk', proceedingId, '2026-02-05')))
	expect(await world.store.read.select().from(breaches)).toMatchObject([{ mendedAt: noon('2026-02-05') }])
})

test('the days in which the author mends the filing do not run against the body', async () => {
	const { proceedingId } = await world.file()
	const ask = {
		...as('ENV:executor', proceedingId, '2026-01-30'),
		request: 'Which street?',
		until: '2026-02-10',
	}
	expect(await write((tx) => requestCorrection(tx, ask))).toMatchObject({ ok: true })
	expect(await proceeding(proceedingId)).toMatchObject({ state: 'paused', dueOn: null })
	expect(await lapsedProceedings(world.store.read, '2026-03-30', 10)).toEqual([])
	const reply = { ...as('author', proceedingId, '2026-02-04'), reply: 'Orbit Street' }
	expect(await write((tx) => submitCorrection(tx, reply))).toEqual({
		ok: true,
		value: { dueOn: '2026-02-05' },
	})
	// Standing still again and again would be a refusal without its name.
	const again = { ...ask, ...as('ENV:executor', proceedingId, '2026-02-05') }
	expect(await write((tx) => requestCorrection(tx, again))).toEqual({ ok: false, refusal: 'already-asked' })
})

test('an uncorrected filing goes back only after the period for it', async () => {
	const { inquiryId, proceedingId } = await world.file()
	await write((tx) =>
		requestCorrection(tx, {
			...as('ENV:clerk', proceedingId, '2026-01-14'),
			request: 'Sign it',
			until: '2026-01-21',
		}),
	)
	const back = (day: string) =>
		write((tx) =>
			returnInquiry(tx, {
				...as('ENV:clerk', proceedingId, day),
				ground: 'uncorrected',
				reason: 'Not signed',
			}),
		)
	expect(await back('2026-01-21')).toEqual({ ok: false, refusal: 'too-early' })
	expect(await back('2026-01-22')).toMatchObject({ ok: true })
	expect(await inquiry(inquiryId)).toMatchObject({ state: 'returned' })
})

test('a report of danger is never given back', async () => {
	const { proceedingId } = await world.file({ safetyReport: true })
	const obscene = {
		...as('ENV:clerk', proceedingId, '2026-01-13'),
		ground: 'obscene' as const,
		reason: 'Rude',
	}
	expect(await write((tx) => returnInquiry(tx, obscene))).toEqual({ ok: false, refusal: 'safety-report' })
})

test('it is terminated only on a listed ground and by the head', async () => {
	const { proceedingId } = await world.file()
	const end = (ground: string, who = 'ENV:approver') =>
		write((tx) =>
			terminateInquiry(tx, { ...as(who, proceedingId, '2026-01-20'), ground, reason: 'Answered before' }),
		)
	expect(await end('inconvenient')).toEqual({ ok: false, refusal: 'no-such-ground' })
	expect(await end('repeat_no_new_arguments', 'ENV:clerk')).toEqual({ ok: false, refusal: 'not-allowed' })
	expect(await end('repeat_no_new_arguments')).toMatchObject({ ok: true })
})

test('who joins keeps their own number and clock and inherits the answer', async () => {
	const lead = await world.file()
	const joined = await world.file({
		leadId: lead.inquiryId,
		receivedAt: noon('2026-01-20'),
		author: { personId: 'stranger', name: 's', publicName: 'S.', assuranceLevel: 1 },
	})
	expect(joined).toMatchObject({ dueOn: '2026-02-10' })
	expect(await inquiry(lead.inquiryId)).toMatchObject({ joined: 1 })
	await answer(lead.proceedingId, '2026-02-02')
	expect(await inquiry(joined.inquiryId)).toMatchObject({ state: 'answered', leadId: lead.inquiryId })
	expect(await letters('answered')).toHaveLength(2)
})

test('when the first asker withdraws, the next takes the place on the desk', async () => {
	const lead = await world.file()
	const author = { personId: 'stranger', name: 's', publicName: 'S.', assuranceLevel: 1 }
	const second = await world.file({ leadId: lead.inquiryId, author })
	const third = await world.file({ leadId: lead.inquiryId, author, receivedAt: noon('2026-01-13') })
	await write((tx) => withdrawInquiry(tx, as('author', lead.proceedingId, '2026-01-14')))
	expect(await proceeding(second.proceedingId)).toMatchObject({ stage: 'desk', followsId: null })
	expect(await proceeding(third.proceedingId)).toMatchObject({
		stage: 'following',
		followsId: second.proceedingId,
	})
	expect(await inquiry(second.inquiryId)).toMatchObject({ joined: 1, leadId: null })
})

test('merging carries the followers over, and never into a private question', async () => {
	const lead = await world.file()
	const other = await world.file()
	const hidden = await world.file({ visibility: 'private' })
	const merge = (from: string, into: string) =>
		write((tx) => mergeInquiry(tx, { ...as('ENV:clerk', from, '2026-01-14'), intoProceedingId: into }))
	expect(await merge(other.proceedingId, hidden.proceedingId)).toEqual({ ok: false, refusal: 'private-lead' })
	expect(await merge(other.proceedingId, lead.proceedingId)).toMatchObject({ ok: true })
	expect(await inquiry(lead.inquiryId)).toMatchObject({ joined: 1 })
})

test('merged, each asker keeps their number, receipt and term, and whose came first is answered late by it', async () => {
	const first = await world.file()
	const joined = await world.file({ leadId: first.inquiryId, receivedAt: noon('2026-01-13') })
	const into = await world.file({ receivedAt: noon('2026-01-16') })
	const askers = [first, joined, into]
	expect(askers.map(({ dueOn }) => dueOn)).toEqual(['2026-02-02', '2026-02-03', '2026-02-06'])
	const own = async ({ inquiryId }: (typeof askers)[number]) => {
		const { number, receiptHash, receivedAt, registeredOn, dueOn, state } = (await inquiry(inquiryId))!
		return { number, receiptHash, receivedAt, registeredOn, dueOn, state }
	}
	const before = await Promise.all(askers.map(own))
	await write((tx) =>
		mergeInquiry(tx, {
			...as('ENV:clerk', first.proceedingId, '2026-01-19'),
			intoProceedingId: into.proceedingId,
		}),
	)
	expect(await Promise.all(askers.map(own))).toEqual(before)
	for (const { secret, inquiryId, number } of askers)
		expect(await inquiryOfReceipt(world.store.read, secret)).toEqual({ id: inquiryId, number })
	for (const { proceedingId, dueOn } of askers)
		expect(await proceeding(proceedingId)).toMatchObject({ dueOn })

	expect(await answer(into.proceedingId, '2026-02-03')).toMatchObject({ ok: true, value: { late: false } })
	expect(await world.store.read.select().from(breaches)).toMatchObject([
		{ inquiryId: first.inquiryId, dueOn: '2026-02-02', mendedAt: noon('2026-02-03') },
	])
	expect(await letters('answered')).toHaveLength(3)
})

test('a follow-up is a question of its own with a clock of its own', async () => {
	const { inquiryId, proceedingId } = await world.file()
	await answer(proceedingId, '2026-01-20')
	const outcome = await write((tx) =>
		followUp(tx, {
			...as('author', proceedingId, '2026-01-21'),
			subject: 'And then?',
			text: 'Who pays?',
			secretKey: SECRET_KEY,
		}),
	)
	expect(outcome).toMatchObject({ ok: true, value: { dueOn: '2026-02-11' } })
	expect(outcome.ok && (await inquiry(outcome.value.inquiryId))).toMatchObject({ followUpOf: inquiryId })
})

test('a case is assigned only to somebody at that desk', async () => {
	const { proceedingId } = await world.file()
	const assign = (executorId: string) =>
		write((tx) => assignInquiry(tx, { ...as('ENV:clerk', proceedingId, '2026-01-13'), executorId }))
	expect(await assign('HSG-executor')).toEqual({ ok: false, refusal: 'not-on-desk' })
	expect(await assign('ENV-executor')).toMatchObject({ ok: true })
})

test('an assignment that is taken back reads so on the record', async () => {
	const { proceedingId, number } = await world.file()
	const assign = (executorId: string | null) =>
		write((tx) => assignInquiry(tx, { ...as('ENV:clerk', proceedingId, '2026-01-13'), executorId }))
	await assign('ENV-executor')
	await assign(null)
	expect(await proceeding(proceedingId)).toMatchObject({ executorId: null })
	const thread = await threadOf(world.store.read, number, {
		actor: world.actors.author,
		now: noon('2026-01-14'),
	})
	const said = (language: Language) =>
		thread?.entries.slice(1).map((entry) => entrySentence(translator(language) as never, language, entry))
	expect(said('kk')).toEqual(['Орындаушыға берілді.', 'Орындаушыға берілген тапсырма кері қайтарылды.'])
	expect(said('ru')).toEqual(['Передано исполнителю.', 'Поручение исполнителю отозвано.'])
	expect(said('en')).toEqual(['Given to an executor.', 'The assignment to an executor was taken back.'])
})

test('no event holds a name, an address or a text', async () => {
	const { proceedingId } = await world.file({
		text: 'SECRETTEXT',
		author: {
			personId: 'author',
			name: 'SECRETNAME',
			publicName: 'X',
			email: 'SECRET@x.example',
			assuranceLevel: 1,
		},
	})
	await write((tx) =>
		redirectInquiry(tx, {
			...as('ENV:clerk', proceedingId, '2026-01-13'),
			toBodyId: 'HSG',
			reason: 'SECRETREASON',
		}),
	)
	expect(JSON.stringify(await world.store.read.select().from(events))).not.toContain('SECRET')
})
