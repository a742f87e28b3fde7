import { beforeAll, describe, expect, it } from 'vitest'
import { type Hearing, hearingKey } from '#app/hearings/hearing.server.ts'
import { asCsv, asJson, dataOf } from '#app/remarks/export.server.ts'
import { remarkOf, remarksOf, remarkToAnswer, rowsOfPosition } from '#app/remarks/find.server.ts'
import { redactRemark } from '#app/remarks/sort.server.ts'
import { withdrawRemark } from '#app/remarks/withdraw.server.ts'
import type { Store } from '#db/store.ts'
import { aHearing } from '#tests/hearings/a-hearing.ts'
import { aWorld, type World } from '#tests/support/world.ts'
import { aRemark, REMARKED_AT } from './a-remark.ts'

const FORMULA = '=HYPERLINK("https://evil.example")'
let world: World
let store: Store
let hearing: Hearing
beforeAll(async () => {
	world = await aWorld()
	store = world.store
	hearing = await aHearing(store)
	const other = await aHearing(store)
	await aRemark(store, other, { text: 'Water of another valley' })
	await aRemark(store, hearing, { text: 'Water for the orchards', position: 'for' })
	await aRemark(store, hearing, { text: 'Unpublished secret water', published: false })
	await aRemark(store, hearing, { text: 'Withdrawn secret water' })
	await aRemark(store, hearing, { text: 'Redacted secret water', affiliation: 'expert' })
	await aRemark(store, hearing, { text: FORMULA, position: 'neutral', showName: false })
	const act = { hearingId: hearing.id, now: REMARKED_AT }
	await store.write(hearingKey(hearing.id), async (tx) => {
		await withdrawRemark(tx, { ...act, actor: world.actors.author, ordinal: 3 })
		await redactRemark(tx, {
			...act,
			actor: world.actors['ENV:clerk'] as World['actors']['author'],
			ordinal: 4,
			text: 'Redacted […] water',
			reason: 'It names a child.',
			files: false,
		})
	})
})

const numbers = async (filter: Parameters<typeof remarksOf>[2]) =>
	(await remarksOf(store.readOwn, hearing.id, filter)).items.map(({ ordinal }) => ordinal)
async function whole(parts: AsyncIterable<string>) {
	let text = ''
	for await (const part of parts) text += part
	return text
}

describe('what everybody may read', () => {
	it('nothing that is not published, was taken back or is redacted is on a page or in a file', async () => {
		const shown = JSON.stringify([
			await remarksOf(store.readOwn, hearing.id, {}),
			await Promise.all([1, 2, 3, 4, 5].map((ordinal) => remarkOf(store.readOwn, hearing.id, ordinal))),
			await Promise.all(
				(['for', 'against', 'neutral'] as const).map((side) =>
					rowsOfPosition(store.readOwn, hearing.id, side),
				),
			),
			await whole(asCsv(dataOf.remarks(store.readOwn, hearing.id))),
			await whole(asJson(dataOf.responses(store.readOwn, hearing.id))),
		])
		expect(shown).toContain('Water for the orchards')
		expect(shown).not.toMatch(/secret|authorHash|personId|demo\.example/)
	})

	it('search finds what may be read, of this hearing alone', async () => {
		expect(await numbers({ query: 'water' })).toEqual([4, 1])
		expect(await numbers({ query: 'secret' })).toEqual([])
		expect(await numbers({ query: 'another valley' })).toEqual([])
		expect(await numbers({ query: '"; drop table remarks' })).toEqual([])
	})

	it('filters narrow it, and a page leads to the next', async () => {
		expect(await numbers({ position: 'for' })).toEqual([1])
		expect(await numbers({ affiliation: 'expert', language: 'en' })).toEqual([4])
		expect(await numbers({ documentId: 'none' })).toEqual([])
		const first = await remarksOf(store.readOwn, hearing.id, {}, { size: 3 })
		expect([first.items.map(({ ordinal }) => ordinal), first.next]).toEqual([[5, 4, 3], 3])
		const second = await remarksOf(store.readOwn, hearing.id, {}, { before: first.next, size: 3 })
		expect([second.items.map(({ ordinal }) => ordinal), second.next]).toEqual([[2, 1], undefined])
	})

	it('a spreadsheet runs no formula of a remark', async () => {
		const csv = await whole(asCsv(dataOf.remarks(store.readOwn, hearing.id)))
		expect(csv).toContain(`"'=HYPERLINK(""https://evil.example"")"`)
		expect(JSON.parse(await whole(asJson(dataOf.remarks(store.readOwn, hearing.id))))).toHaveLength(5)
	})
})

it('whoever answers a row reads what is not published, and nothing that was taken back', async () => {
	const text = async (ordinal: number) => (await remarkToAnswer(store.readOwn, hearing.id, ordinal))?.text
	expect(await text(2)).toBe('Unpublished secret water')
	expect(await text(3)).toBeNull()
	expect(await text(4)).toBe('Redacted […] water')
})
