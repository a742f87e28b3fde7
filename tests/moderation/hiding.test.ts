import { and, asc, eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { publishedPosts } from '#app/blogs/find.server.ts'
import { putZoneInForce } from '#app/i18n/dates.ts'
import { saveDraft, submitDraft, takeDraft } from '#app/inquiries/draft.server.ts'
import { proceedingsOf } from '#app/inquiries/filed.server.ts'
import { publicInquiries } from '#app/inquiries/find.server.ts'
import { signAnswer } from '#app/inquiries/sign.server.ts'
import { threadOf } from '#app/inquiries/thread.server.ts'
import { lawOf } from '#app/jurisdictions/law.server.ts'
import { caseOf, hiddenTexts, recentTexts, reportable, reportQueue } from '#app/moderation/find.server.ts'
import { hideText, liftHiding } from '#app/moderation/hide.server.ts'
import { HIDING_REASONS, type TextKind } from '#app/moderation/hiding.ts'
import { decideReport, reportText } from '#app/moderation/report.server.ts'
import { composeLetter } from '#app/notices/letter.server.ts'
import type { Actor } from '#app/people/actor.ts'
import { posts, postTexts } from '#db/schema/blogs.ts'
import { inquiries } from '#db/schema/inquiries.ts'
import { events, outbox, reports } from '#db/schema/register.ts'
import { indexForSearch, search } from '#db/search.ts'
import type { Writer } from '#db/store.ts'
import { aWorld, SECRET_KEY, type World } from '#tests/support/world.ts'

let world: World
beforeEach(async () => {
	world = await aWorld()
})
afterEach(() => {
	putZoneInForce('Asia/Almaty')
	return world.store.close()
})

const now = new Date('2026-01-20T12:00:00+05:00')
const stranger: Actor = { personId: null, roles: [], level: 0 }
const write = <Result>(work: (tx: Writer) => Promise<Result>) => world.store.write('text', work)
const hide = (id: string, subject: TextKind = 'inquiry', who = 'moderator') =>
	write((tx) =>
		hideText(tx, {
			subject,
			id,
			reason: 'personal_data',
			explanation: 'It names a child.',
			actor: world.actors[who] as Actor,
			now,
		}),
	)
const lift = (id: string, subject: TextKind = 'inquiry', who = 'moderator') =>
	write((tx) => liftHiding(tx, { subject, id, actor: world.actors[who] as Actor, now }))
const report = (id: string, actor: Actor = stranger, subject: TextKind = 'inquiry') =>
	write((tx) => reportText(tx, { subject, id, reason: 'insult', explanation: '', actor, now }))
const thread = (number: string, actor: Actor = stranger) => threadOf(world.store.read, number, { actor, now })
const letters = (notice: string) => world.store.read.select().from(outbox).where(eq(outbox.notice, notice))

async function anAnswered() {
	const receipt = await world.file()
	const [proceeding] = await proceedingsOf(world.store.read, receipt.inquiryId)
	const proceedingId = String(proceeding?.id)
	const as = (who: string) => ({ proceedingId, actor: world.actors[who] as Actor, now })
	const text = {
		outcome: 'answered',
		language: 'ru',
		body: 'They go to the plant in Tauqala.',
		reasons: 'The contract.',
		law: 'Environmental Code, article 386',
		facts: 'Monthly.',
		appeal: 'To the superior body.',
		publicBody: null,
		redactionReason: null,
		promises: [],
	}
	await write((tx) => takeDraft(tx, { ...as('ENV:executor'), language: 'ru', outcome: 'answered' }))
	const saved = await write((tx) => saveDraft(tx, { ...as('ENV:executor'), version: 1, text }))
	await write((tx) => submitDraft(tx, as('ENV:executor')))
	const version = saved.ok ? saved.value.version : 0
	const signed = await write((tx) => signAnswer(tx, { ...as('ENV:approver'), version }))
	return { ...receipt, answerId: signed.ok ? signed.value.answerId : '' }
}

async function aPost() {
	await write(async (tx) => {
		await tx.insert(posts).values({
			id: 'post',
			officeId: 'minister',
			state: 'published',
			language: 'ru',
			publishedAt: now,
			createdAt: now,
			createdBy: 'ENV-approver',
		})
		const text = { title: 'Batteries', summary: '', markdown: 'Collected', html: '<p>Collected</p>' }
		await tx.insert(postTexts).values({ postId: 'post', language: 'ru', ...text, updatedAt: now })
		await indexForSearch(tx, 'post', 'post', 'Batteries Collected')
	})
}

test('a hidden question leaves its number, its dates and the reason, and its clock is not touched', async () => {
	const { inquiryId, number } = await world.file()
	const clocks = await proceedingsOf(world.store.read, inquiryId)
	const before = await thread(number)
	expect(await hide(inquiryId)).toMatchObject({ ok: true })

	const stub = await thread(number)
	expect(stub).toMatchObject({ number, registeredOn: '2026-01-12' })
	expect(stub?.question).toBeUndefined()
	expect(stub?.hidden).toMatchObject({ reason: 'personal_data', explanation: 'It names a child.', at: now })
	expect(await proceedingsOf(world.store.read, inquiryId)).toEqual(clocks)
	expect(stub?.handlings[0]?.clock).toEqual(before?.handlings[0]?.clock)
	for (const who of ['author', 'moderator', 'ENV:clerk', 'overseer'])
		expect((await thread(number, world.actors[who]))?.question?.subject).toBe('Where do batteries go')
})

test('it leaves search, and its row in lists loses the title; lifted, both come back', async () => {
	const { inquiryId, number } = await world.file()
	const law = await lawOf(world.store.read, 'KZ')
	const list = () => publicInquiries(world.store.read, {}, { page: 1, law, today: '2026-01-20' })
	await hide(inquiryId)
	expect(await search(world.store.read, 'inquiry', 'batteries')).toEqual([])
	expect((await list()).items).toMatchObject([{ number, subject: undefined }])
	await lift(inquiryId)
	expect(await search(world.store.read, 'inquiry', 'batteries')).toEqual([inquiryId])
	expect((await list()).items).toMatchObject([{ subject: 'Where do batteries go' }])
	expect(await world.store.read.select().from(inquiries).where(eq(inquiries.id, inquiryId))).toMatchObject([
		{ hidden: false },
	])
})

test('its author is told by letter of the hiding and of its end, in their language', async () => {
	const { inquiryId, number } = await world.file()
	await hide(inquiryId)
	const [letter] = await letters('text-hidden')
	expect(letter).toMatchObject({ recipient: 'author@demo.example' })
	for (const language of ['kk', 'ru', 'en']) {
		const row = { ...letter!, language }
		const composed = await composeLetter(world.store.read, row, {
			publicUrl: 'https://jauap.example',
			secretKey: SECRET_KEY,
		})
		expect(composed.subject).toContain(number)
		expect(composed.paragraphs.join(' ')).toContain('It names a child.')
		expect(composed.paragraphs.join(' ')).not.toMatch(/personal_data|\{\{/)
	}
	await lift(inquiryId)
	expect(await letters('hiding-lifted')).toHaveLength(1)
})

test('the record has the day that it is under the law in force', async () => {
	putZoneInForce('Europe/London')
	const { inquiryId } = await world.file({ receivedAt: new Date('2026-07-15T12:00:00Z') })
	const at = (time: string) => new Date(`2026-07-15T${time}:00Z`)
	const act = { subject: 'inquiry', id: inquiryId, actor: world.actors.moderator } as const
	const hiding = { ...act, reason: 'insult', explanation: 'It insults a clerk.' } as const
	await write((tx) => hideText(tx, { ...hiding, now: at('22:59') }))
	await write((tx) => liftHiding(tx, { ...act, now: at('23:00') }))
	putZoneInForce('Asia/Almaty')
	await write((tx) => hideText(tx, { ...hiding, now: at('18:59') }))
	await write((tx) => liftHiding(tx, { ...act, now: at('19:00') }))
	const days = await world.store.read
		.select({ on: events.on })
		.from(events)
		.where(and(eq(events.subjectId, inquiryId), eq(events.by, 'moderator')))
		.orderBy(asc(events.sequence))
	expect(days.map(({ on }) => on)).toEqual(['2026-07-15', '2026-07-16', '2026-07-15', '2026-07-16'])
})

test('hiding twice is hiding once; both steps are on the record of the question', async () => {
	const { inquiryId } = await world.file()
	await hide(inquiryId)
	await hide(inquiryId)
	await lift(inquiryId)
	await lift(inquiryId)
	const record = await world.store.read.select().from(events).where(eq(events.subjectId, inquiryId))
	expect(
		record.filter(({ by }) => by === 'moderator').map(({ type, proceedingId }) => [type, proceedingId]),
	).toEqual([
		['text-hidden', null],
		['hiding-lifted', null],
	])
	expect(await letters('text-hidden')).toHaveLength(1)
})

test('a hidden answer is not read by the public and not found by its words; its question is', async () => {
	const { number, inquiryId, answerId } = await anAnswered()
	expect(await search(world.store.read, 'inquiry', 'Tauqala')).toEqual([inquiryId])
	await hide(answerId, 'answer')
	expect((await thread(number))?.letters).toMatchObject([{ html: undefined, hiddenFor: 'personal_data' }])
	expect(await search(world.store.read, 'inquiry', 'Tauqala')).toEqual([])
	expect(await search(world.store.read, 'inquiry', 'batteries')).toEqual([inquiryId])
	expect(await letters('text-hidden')).toMatchObject([{ recipient: 'ENV-approver@demo.example' }])
	await lift(answerId, 'answer')
	expect(await search(world.store.read, 'inquiry', 'Tauqala')).toEqual([inquiryId])
})

test('a hidden post leaves search and lists', async () => {
	await aPost()
	await hide('post', 'post')
	expect(await publishedPosts(world.store.read, { page: 1 })).toMatchObject({ total: 0, items: [] })
	expect(await search(world.store.read, 'post', 'batteries')).toEqual([])
	await lift('post', 'post')
	expect(await search(world.store.read, 'post', 'batteries')).toEqual(['post'])
})

test('a private question is no business of a moderator', async () => {
	const { inquiryId, number } = await world.file({ visibility: 'private' })
	expect(await hide(inquiryId)).toEqual({ ok: false, refusal: 'not-public' })
	expect(await report(inquiryId)).toEqual({ ok: false, refusal: 'no-text' })
	expect(await caseOf(world.store.read, 'inquiry', inquiryId)).toBeUndefined()
	expect(await reportable(world.store.read, number, null)).toBeUndefined()
	expect((await recentTexts(world.store.read, 'inquiry', 1)).texts).toEqual([])
})

test('a hiding says why', async () => {
	const { inquiryId: id } = await world.file()
	const act = { subject: 'inquiry', id, reason: 'insult', actor: world.actors.moderator, now } as const
	expect(await write((tx) => hideText(tx, { ...act, explanation: ' ' }))).toMatchObject({
		refusal: 'no-explanation',
	})
	expect(HIDING_REASONS).toHaveLength(6)
})

test.each(['administrator', 'overseer', 'author', 'ENV:approver'])(
	'%s hides, lifts and decides nothing',
	async (who) => {
		const { inquiryId: id } = await world.file()
		await report(id)
		const actor = world.actors[who] as Actor
		const outcomes = [
			await hide(id, 'inquiry', who),
			await lift(id, 'inquiry', who),
			await write((tx) => decideReport(tx, { subject: 'inquiry', id, actor, now })),
		]
		expect(outcomes).toEqual(outcomes.map(() => ({ ok: false, refusal: 'not-allowed' })))
	},
)

test('anybody reports a text; a moderator finds it in the queue and decides all reports of it at once', async () => {
	const { inquiryId } = await world.file()
	await report(inquiryId)
	await report(inquiryId, world.actors.stranger)
	await report(inquiryId, world.actors.stranger)
	expect(await reportQueue(world.store.read, 1)).toMatchObject({
		total: 1,
		texts: [{ id: inquiryId, times: 2, reasons: ['insult'] }],
	})
	await write((tx) =>
		decideReport(tx, { subject: 'inquiry', id: inquiryId, actor: world.actors.moderator, now }),
	)
	expect(await reportQueue(world.store.read, 1)).toEqual({ total: 0, texts: [] })
	expect(await world.store.read.select().from(reports)).toMatchObject([
		{ outcome: 'left' },
		{ outcome: 'left' },
	])
})

test('hiding decides the reports too, and a report of what is hidden asks for nothing more', async () => {
	const { inquiryId, number } = await world.file()
	await report(inquiryId)
	await hide(inquiryId)
	expect(await reportQueue(world.store.read, 1)).toMatchObject({ total: 0 })
	expect(await report(inquiryId)).toMatchObject({ ok: true })
	expect(await reportQueue(world.store.read, 1)).toMatchObject({ total: 0 })
	expect(await hiddenTexts(world.store.read, 1)).toMatchObject({ total: 1, texts: [{ number }] })
	expect(await caseOf(world.store.read, 'inquiry', inquiryId)).toMatchObject({
		reports: [{ outcome: 'hidden' }],
		history: [{ reason: 'personal_data' }],
	})
})
