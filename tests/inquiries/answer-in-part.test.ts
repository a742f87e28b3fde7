import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { answerInPart } from '#app/inquiries/answer-in-part.server.ts'
import { lapsedProceedings, recordLapse } from '#app/inquiries/breach.server.ts'
import { requestCorrection } from '#app/inquiries/correct.server.ts'
import { withdrawInquiry } from '#app/inquiries/join.server.ts'
import { threadOf } from '#app/inquiries/thread.server.ts'
import { recentTexts, reportable } from '#app/moderation/find.server.ts'
import { hideText, liftHiding } from '#app/moderation/hide.server.ts'
import { composeLetter } from '#app/notices/letter.server.ts'
import { inquiryHeld } from '#app/own-data/held.server.ts'
import type { Actor } from '#app/people/actor.ts'
import { breaches, partialAnswers } from '#db/schema/inquiries.ts'
import { outbox } from '#db/schema/register.ts'
import { search } from '#db/search.ts'
import { aWorld, SECRET_KEY, type World } from '#tests/support/world.ts'
import { handsIn, noon, SECOND } from './a-case.ts'

let world: World
let hands: ReturnType<typeof handsIn>
beforeEach(async () => {
	world = await aWorld()
	hands = handsIn(world)
})
afterEach(() => world.store.close())

const nobody: Actor = { personId: null, roles: [], level: 0 }
const PART = 'Batteries are **weighed** in Tauqala.'
const part = (
	proceedingId: string,
	day: string,
	{ who = 'ENV:approver', body = PART, language = 'ru' } = {},
) => hands.write((tx) => answerInPart(tx, { ...hands.as(who, proceedingId, day), body, language }))
const letters = () =>
	world.store.read.select().from(outbox).where(eq(outbox.notice, 'answered-in-part')).orderBy(outbox.number)
const thread = (number: string, actor = nobody) =>
	threadOf(world.store.read, number, { actor, now: noon('2026-01-21') })
const partIn = async (number: string, actor = nobody) =>
	(await thread(number, actor))?.entries.find(({ type }) => type === 'answered_in_part')
const words = async (language: string) => {
	const [letter] = await letters()
	const site = { publicUrl: 'https://jauap.example', secretKey: SECRET_KEY }
	return composeLetter(world.store.read, { ...letter!, language }, site)
}

test('a part of the answer leaves the state, the clock and the last day as they were', async () => {
	const { inquiryId, proceedingId, number } = await world.file()
	const [question, handled] = [await hands.inquiry(inquiryId), await hands.proceeding(proceedingId)]
	const before = (await thread(number))?.handlings[0]
	expect(await part(proceedingId, '2026-01-20')).toMatchObject({ ok: true })

	expect(await hands.inquiry(inquiryId)).toEqual(question)
	expect(await hands.proceeding(proceedingId)).toEqual(handled)
	expect((await thread(number))?.handlings[0]).toEqual(before)
	expect(await lapsedProceedings(world.store.read, '2026-02-03', 10)).toEqual([
		{ id: proceedingId, inquiryId },
	])
})

test('it is on the public record with its day, its body, its signer and its text', async () => {
	const { proceedingId, number } = await world.file()
	await part(proceedingId, '2026-01-20')
	expect(await partIn(number)).toMatchObject({
		on: '2026-01-20',
		body: { code: 'ENV' },
		language: 'ru',
		html: '<p>Batteries are <strong>weighed</strong> in Tauqala.</p>',
	})
	const [kept] = await world.store.read.select().from(partialAnswers)
	expect((await partIn(number))?.signerName).toBe(kept?.signerName)
	expect(kept).toMatchObject({
		signedBy: 'ENV-approver',
		signedOn: '2026-01-20',
		signedAt: noon('2026-01-20'),
	})
})

test.each(['kk', 'ru', 'en'])(
	'the letter (%s) says that it is a part and until when the rest is due',
	async (language) => {
		const { proceedingId, number } = await world.file()
		await part(proceedingId, '2026-01-20')
		expect(await letters()).toMatchObject([{ recipient: 'author@demo.example', toAuthor: true }])
		const { subject, paragraphs } = await words(language)
		expect(subject).toContain(number)
		expect(paragraphs).toHaveLength(3)
		expect(paragraphs.at(-1)).toMatch(/2 (ақпан|февраля|February)/)
		expect(paragraphs.join(' ')).not.toMatch(/\{\{/)
	},
)

test('after a lapse it is still sent, mends no breach, and says that the term is over', async () => {
	const { proceedingId, number } = await world.file()
	await hands.write((tx) => recordLapse(tx, proceedingId, noon('2026-02-03')))
	const before = await world.store.read.select().from(breaches)
	expect(before).toMatchObject([{ duty: 'answer', mendedAt: null }])
	expect(await part(proceedingId, '2026-02-04')).toMatchObject({ ok: true })
	expect(await world.store.read.select().from(breaches)).toEqual(before)
	expect((await words('en')).paragraphs.at(-1)).toMatch(/ended on .*2 February/)
	expect((await partIn(number))?.on).toBe('2026-02-04')
})

test('a part signed before anybody looked finds the lapse recorded, and does not make it good', async () => {
	const { proceedingId } = await world.file()
	await part(proceedingId, '2026-02-04')
	expect(await world.store.read.select().from(breaches)).toMatchObject([
		{ dueOn: '2026-02-02', mendedAt: null },
	])
})

test('while the author corrects, it names no day', async () => {
	const { proceedingId } = await world.file()
	await hands.write((tx) =>
		requestCorrection(tx, {
			...hands.as('ENV:clerk', proceedingId, '2026-01-19'),
			request: 'Which street?',
			until: '2026-01-27',
		}),
	)
	expect(await part(proceedingId, '2026-01-20')).toMatchObject({ ok: true })
	expect((await words('en')).paragraphs).toHaveLength(2)
	expect(await hands.proceeding(proceedingId)).toMatchObject({ state: 'paused', dueOn: null })
})

test('the answer proper is the final one: it stops the clock, and nothing is sent in part after it', async () => {
	const { inquiryId, proceedingId, number } = await world.file()
	await part(proceedingId, '2026-01-20')
	await part(proceedingId, '2026-01-21', { body: 'And a second thing.' })
	expect(await hands.answer(proceedingId, '2026-01-22')).toMatchObject({ ok: true, value: { late: false } })
	expect(await hands.inquiry(inquiryId)).toMatchObject({ state: 'answered' })
	expect(await part(proceedingId, '2026-01-23', { body: 'More' })).toEqual({
		ok: false,
		refusal: 'wrong-state',
	})
	const shown = await thread(number)
	expect(shown?.letters).toHaveLength(1)
	expect(shown?.entries.map(({ type }) => type)).toEqual([
		'registered',
		'answered_in_part',
		'answered_in_part',
		'answered',
	])
})

test('sent twice it goes out once', async () => {
	const { proceedingId } = await world.file()
	await part(proceedingId, '2026-01-20')
	expect(await part(proceedingId, '2026-01-20')).toEqual({ ok: false, refusal: 'already' })
	expect(await letters()).toHaveLength(1)
})

test('it is in the state language or in that of the question (APPC 89(2))', async () => {
	const { proceedingId } = await world.file({ language: 'ru' })
	expect(await part(proceedingId, '2026-01-20', { language: 'en' })).toEqual({
		ok: false,
		refusal: 'language',
	})
	expect(await part(proceedingId, '2026-01-20', { language: 'kk' })).toMatchObject({ ok: true })
})

test('nobody signs it without a second factor shown a moment ago', async () => {
	const { proceedingId } = await world.file()
	const act = hands.as('ENV:approver', proceedingId, '2026-01-20')
	const { factorUntil: _, ...actor } = act.actor
	const outcome = await hands.write((tx) => answerInPart(tx, { ...act, actor, body: PART, language: 'ru' }))
	expect(outcome).toEqual({ ok: false, refusal: 'factorNeeded' })
	expect(await world.store.read.$count(partialAnswers)).toBe(0)
})

test('those who joined are told by their own last day and read it too', async () => {
	const lead = await world.file()
	const joined = await world.file({
		author: SECOND,
		leadId: lead.inquiryId,
		receivedAt: noon('2026-01-16'),
	})
	await part(lead.proceedingId, '2026-01-20')
	expect((await letters()).map(({ values }) => values.dueOn)).toEqual([lead.dueOn, joined.dueOn])
	expect(joined.dueOn).not.toBe(lead.dueOn)
	expect((await partIn(joined.number))?.html).toContain('weighed')
	expect(await hands.inquiry(joined.inquiryId)).toMatchObject({ state: 'open', dueOn: joined.dueOn })
})

test('of a private question only those who may read it know of it', async () => {
	const { proceedingId, number } = await world.file({ visibility: 'private' })
	await part(proceedingId, '2026-01-20')
	expect(await thread(number)).toBeUndefined()
	expect(await thread(number, world.actors['HSG:clerk'])).toBeUndefined()
	for (const who of ['author', 'ENV:clerk'])
		expect((await partIn(number, world.actors[who]))?.html).toContain('weighed')
	const overseen = await partIn(number, world.actors.overseer)
	expect(overseen?.on).toBe('2026-01-20')
	expect(overseen?.html).toBeUndefined()
	expect(await search(world.store.read, 'inquiry', 'weighed')).toEqual([])
})

test('search finds the question by it, also after the whole answer', async () => {
	const { inquiryId, proceedingId } = await world.file()
	await part(proceedingId, '2026-01-20')
	expect(await search(world.store.read, 'inquiry', 'weighed')).toEqual([inquiryId])
	await hands.answer(proceedingId, '2026-01-22')
	expect(await search(world.store.read, 'inquiry', 'weighed')).toEqual([inquiryId])
	expect(await search(world.store.read, 'inquiry', 'batteries')).toEqual([inquiryId])
})

test('hidden by a moderator it leaves its day and signer; with the question it is hidden too', async () => {
	const lead = await world.file()
	const joined = await world.file({ author: SECOND, leadId: lead.inquiryId })
	const signed = await part(lead.proceedingId, '2026-01-20')
	const moderated = {
		actor: world.actors.moderator as Actor,
		now: noon('2026-01-21'),
		reason: 'personal_data' as const,
		explanation: 'It names a child.',
	}
	const answer = { subject: 'answer' as const, id: signed.ok ? signed.value.partialAnswerId : '' }
	expect(await hands.write((tx) => hideText(tx, { ...moderated, ...answer }))).toMatchObject({ ok: true })
	for (const number of [lead.number, joined.number]) {
		expect(await partIn(number)).toMatchObject({ on: '2026-01-20', hiddenFor: 'personal_data' })
		expect((await partIn(number))?.html).toBeUndefined()
	}
	expect((await partIn(lead.number, world.actors.author))?.html).toContain('weighed')
	expect(await search(world.store.read, 'inquiry', 'weighed')).toEqual([])
	await hands.write((tx) => liftHiding(tx, { ...moderated, ...answer }))
	expect((await partIn(lead.number))?.html).toContain('weighed')

	const question = { subject: 'inquiry' as const, id: lead.inquiryId }
	await hands.write((tx) => hideText(tx, { ...moderated, ...question }))
	for (const number of [lead.number, joined.number])
		expect(await partIn(number)).toMatchObject({ hiddenFor: 'question' })
	// Whoever joined stands by themselves once it is taken back; what was written to it stays hidden with it.
	const back = { ...hands.as('author', lead.proceedingId, '2026-01-22') }
	expect(await hands.write((tx) => withdrawInquiry(tx, back))).toMatchObject({ ok: true })
	expect(await partIn(joined.number)).toMatchObject({ hiddenFor: 'question' })
	expect((await partIn(joined.number))?.html).toBeUndefined()
})

test('a reader may report it, and moderators find it among the answers, the latest first', async () => {
	const { proceedingId, number } = await world.file()
	const signed = await part(proceedingId, '2026-01-20')
	const id = signed.ok ? signed.value.partialAnswerId : ''
	expect((await partIn(number))?.reportable).toBe(id)
	expect(await reportable(world.store.read, number, id)).toMatchObject({ kind: 'answer', id })
	await hands.answer(proceedingId, '2026-01-22')
	const recent = await recentTexts(world.store.read, 'answer', 1)
	expect(recent.texts).toMatchObject([
		{ at: noon('2026-01-22') },
		{ id, beginning: 'Batteries are weighed in Tauqala.' },
	])
	expect((await recentTexts(world.store.read, 'answer', 2)).texts).toEqual([])
	expect(await recentTexts(world.store.read, 'answer', 1e9)).toEqual({ texts: [], page: 40, pages: 40 })
})

test('the archive of whoever asked, or joined, has it', async () => {
	const lead = await world.file()
	const joined = await world.file({ author: SECOND, leadId: lead.inquiryId })
	await part(lead.proceedingId, '2026-01-20')
	for (const { inquiryId } of [lead, joined]) {
		const { partialAnswers: held } = await inquiryHeld(world.store.read, inquiryId)
		expect(held).toMatchObject([{ body: PART, language: 'ru', signedOn: '2026-01-20' }])
		expect(JSON.stringify(held)).not.toContain('ENV-approver')
	}
})
