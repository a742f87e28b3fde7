import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { offices } from '#db/schema/bodies.ts'
import { inquiries } from '#db/schema/inquiries.ts'
import { sessions } from '#db/schema/people.ts'
import { outbox } from '#db/schema/register.ts'
import { filing } from '#server/filing.ts'
import { SECRET_KEY } from '#tests/support/world.ts'
import { aQuickSite, UNREAD } from './a-quick-site.ts'

let site: Awaited<ReturnType<typeof aQuickSite>>
beforeAll(async () => {
	site = await aQuickSite(filing({ JURISDICTION: 'KZ', SECRET_KEY }))
})
afterAll(() => site.close())

const FORM = {
	intent: 'file',
	to: 'office:minister',
	kind: 'request',
	subject: 'Where do batteries go',
	text: 'Where do batteries go\r\nafter they are collected?',
	visibility: 'private',
	language: 'en',
}
const PAGE = /^the page, with intent=/

const filed = () => site.store.readOwn.select().from(inquiries)
const send = (over: Record<string, string> = {}, headers?: Record<string, string>) =>
	site.send('/kk/inquiries/new', { ...FORM, submissionId: crypto.randomUUID(), ...over }, headers)

test('a question that was checked is filed at once, and its author sent to the receipt', async () => {
	const { answer } = await send()
	expect(answer.status).toBe(302)
	expect(answer.headers.get('location')).toMatch(/^\/kk\/receipts\/[\w-]{26}$/)
	expect(answer.headers.get('cache-control')).toBe('no-store')
	expect(answer.headers.get('x-frame-options')).toBe('DENY')
	const { kind, subject, text } = FORM
	const cleaned = text.replace('\r', '')
	expect(await filed()).toMatchObject([
		{ kind, subject, text: cleaned, visibility: 'private', bodyId: 'ENV', officeId: 'minister' },
	])
	expect(await filed()).toMatchObject([{ authorId: 'author', authorName: 'author', assuranceLevel: 1 }])
	const letters = await site.store.readOwn.select().from(outbox)
	expect(letters).toMatchObject([{ notice: 'receipt', recipient: 'author@demo.example', language: 'en' }])
})

test('the same form sent twice is one question with one receipt', async () => {
	const before = (await filed()).length
	const submissionId = crypto.randomUUID()
	const [one, two] = await Promise.all([send({ submissionId }), send({ submissionId })])
	expect(one.answer.headers.get('location')).toBe(two.answer.headers.get('location'))
	expect(await filed()).toHaveLength(before + 1)
})

test('filing writes nothing to the session', async () => {
	const before = await site.store.readOwn.select().from(sessions)
	expect((await send()).answer.status).toBe(302)
	expect(await site.store.readOwn.select().from(sessions)).toEqual(before)
})

test.each([
	['is still to be checked', { intent: 'check' }],
	['has files', { kept: '5f3f5b62-3b6c-4a53-9a9e-0c8f0e9c7a11' }],
	['has files by another spelling', { 'kept[0]': '5f3f5b62-3b6c-4a53-9a9e-0c8f0e9c7a11' }],
	['brings files sent before signing in', { claim: 'sealed' }],
	['lacks its text', { text: '' }],
	['goes to no office of ours', { to: 'office:nowhere' }],
	['is of no kind of ours', { kind: 'song' }],
	['has no id of its own', { submissionId: '' }],
	['has too many fields', Object.fromEntries(Array.from({ length: 301 }, (_, at) => [`f${at}`, '']))],
])('a form that %s comes to the page as it was sent', async (_what, over) => {
	const before = (await filed()).length
	expect((await send(over as Record<string, string>)).text).toMatch(PAGE)
	expect(await filed()).toHaveLength(before)
})

test('a form to an office that was closed meanwhile comes to the page', async () => {
	const close = (closedAt: Date | null) =>
		site.store.write('offices', (tx) =>
			tx.update(offices).set({ closedAt }).where(eq(offices.id, 'minister')),
		)
	const before = (await filed()).length
	await close(new Date())
	expect((await send()).text).toMatch(PAGE)
	expect(await filed()).toHaveLength(before)
	await close(null)
})

test('a form of somebody known less well than the law asks for comes to the page', async () => {
	const before = (await filed()).length
	await site.store.write('s', (tx) => tx.update(sessions).set({ level: 0 }))
	expect((await send()).text).toMatch(PAGE)
	expect(await filed()).toHaveLength(before)
	await site.store.write('s', (tx) => tx.update(sessions).set({ level: 1 }))
})

test('a report of danger is taken too, and the desk told at once', async () => {
	expect((await send({ safetyReport: 'on' })).answer.status).toBe(302)
	const letters = await site.store.readOwn.select().from(outbox)
	expect(letters.map(({ notice }) => notice)).toContain('safety-report')
})

test.each(UNREAD)('a request %s is left unread', async (_what, headers) => {
	expect((await send({}, headers)).text).toBe('the page, with nothing read')
})

test('a form too large for what it holds is left unread', async () => {
	expect((await send({ more: 'x'.repeat(100_000) })).text).toBe('the page, with nothing read')
})

test('whoever asks more often than the limit allows comes to the page, which says so', async () => {
	const answers: number[] = []
	for (let asked = 0; asked < 11; asked++) answers.push((await send()).answer.status)
	expect(answers).toContain(302)
	expect(answers.at(-1)).toBe(200)
})

test('a session that has ended files nothing', async () => {
	await site.store.write('s', (tx) => tx.delete(sessions))
	expect((await send()).text).toMatch(PAGE)
})
