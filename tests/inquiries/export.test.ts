import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { inquiriesAsCsv } from '#app/inquiries/export.server.ts'
import { everyInquiry } from '#app/inquiries/find.server.ts'
import { LIST_STATES, type ListFilter } from '#app/inquiries/listed.ts'
import { redirectInquiry } from '#app/inquiries/redirect.server.ts'
import { lawOf } from '#app/jurisdictions/law.server.ts'
import { inquiries, proceedings } from '#db/schema/inquiries.ts'
import { aWorld, type World } from '#tests/support/world.ts'
import { handsIn } from './a-case.ts'
import { linesOf } from './lines-of.ts'

let world: World
beforeEach(async () => {
	world = await aWorld()
})
afterEach(() => world.store.close())

const when = async () => ({ law: await lawOf(world.store.read, 'KZ'), today: '2026-01-20' })

async function table(filter: ListFilter = {}) {
	const given = { ...(await when()), language: 'en' as const, publicUrl: 'https://demo.example' }
	const [head, ...lines] = await linesOf(inquiriesAsCsv(world.store.read, filter, given))
	return { head, lines }
}

test('the table has what is public, each question with the clock that is meant, and nobody by name', async () => {
	const { as, write, answer } = handsIn(world)
	const open = await world.file({ subject: '=Batteries, "old"' })
	const sent = await world.file({ subject: 'Roads' })
	const hidden = await world.file({ subject: 'An insult' })
	await world.file({ subject: 'In confidence', visibility: 'private' })
	await answer(open.proceedingId, '2026-01-14')
	await write((tx) =>
		redirectInquiry(tx, {
			...as('ENV:clerk', sent.proceedingId, '2026-01-14'),
			toBodyId: 'HSG',
			reason: 'Theirs',
		}),
	)
	await write((tx) => tx.update(inquiries).set({ hidden: true }).where(eq(inquiries.id, hidden.inquiryId)))

	const at = '2026-01-12T07:00:00.000Z'
	const all = await table()
	expect(all.head).toBe(
		'\uFEFFnumber,state,subject,language,body_code,body,office,received_at,due_on,answered_at,joined,address\r\n',
	)
	expect(all.lines.sort()).toEqual([
		`${open.number},answered,"'=Batteries, ""old""",en,ENV,Body ENV,Minister,${at},2026-02-02,2026-01-14T07:00:00.000Z,0,https://demo.example/en/inquiries/${open.number}\r\n`,
		`${sent.number},open,Roads,en,HSG,Body HSG,,${at},2026-02-04,,0,https://demo.example/en/inquiries/${sent.number}\r\n`,
		`${hidden.number},open,,en,ENV,Body ENV,Minister,${at},2026-02-02,,0,https://demo.example/en/inquiries/${hidden.number}\r\n`,
	])
	const states = async (filter: ListFilter) =>
		(await table(filter)).lines.map((line) => line.split(',').slice(0, 2)).sort()
	expect(await states({ officeId: 'minister' })).toEqual([
		[open.number, 'answered'],
		[sent.number, 'redirected'],
		[hidden.number, 'open'],
	])
	expect(await states({ bodyId: 'HSG', query: 'roads' })).toEqual([[sent.number, 'open']])
})

test('a long list comes in parts, and each question in one of them', async () => {
	const { inquiryId, proceedingId } = await world.file()
	const { read, write } = world.store
	const [question] = await read.select().from(inquiries).where(eq(inquiries.id, inquiryId))
	const [handling] = await read.select().from(proceedings).where(eq(proceedings.id, proceedingId))
	if (!question || !handling) throw new Error('nothing was filed')
	const waiting = [...Array(1201).keys()].map((n) => ({
		question: {
			...question,
			id: `question-${n}`,
			number: `${n}`,
			receiptHash: `${n}`,
			receivedAt: new Date(question.receivedAt.getTime() + (n % 7)),
			dueOn: n < 600 ? `2026-02-0${1 + (n % 3)}` : null,
		},
	}))
	await write('many', async (tx) => {
		for (let at = 0; at < waiting.length; at += 100) {
			const some = waiting.slice(at, at + 100).map(({ question: one }) => one)
			await tx.insert(inquiries).values(some)
			await tx
				.insert(proceedings)
				.values(some.map(({ id, dueOn }) => ({ ...handling, id: `${id}-1`, inquiryId: id, dueOn })))
		}
	})
	for (const place of [{}, { bodyId: 'ENV' }, { officeId: 'minister' }])
		for (const state of LIST_STATES.slice(0, 2)) {
			const parts: string[][] = []
			for await (const part of everyInquiry(read, { ...place, state }, await when()))
				parts.push(part.map((found) => found.inquiryId))
			expect(Math.max(...parts.map((part) => part.length))).toBe(500)
			expect(parts.flat()).toHaveLength(1202)
			expect(new Set(parts.flat()).size).toBe(1202)
		}
})
