import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { hearingKey } from '#app/hearings/hearing.server.ts'
import { remarkOf, remarksOf, remarksOnParagraphs } from '#app/remarks/find.server.ts'
import { redactRemark } from '#app/remarks/sort.server.ts'
import { submitRemark } from '#app/remarks/submit.server.ts'
import { withdrawRemark } from '#app/remarks/withdraw.server.ts'
import { hearingDocuments } from '#db/schema/hearings.ts'
import type { Store } from '#db/store.ts'
import { aDraft } from '#tests/hearings/a-draft.ts'
import { aHearing } from '#tests/hearings/a-hearing.ts'
import { aWorld, type World } from '#tests/support/world.ts'
import { aCrowd, aRemark, aSubmission, REMARKED_AT } from './a-remark.ts'

let world: World
let store: Store
let crowd: string[]
beforeAll(async () => {
	world = await aWorld()
	store = world.store
	crowd = await aCrowd(store, 8)
})

const by = (at: number) => ({ actor: { personId: String(crowd[at]), roles: [], level: 1 } })

describe('a remark on a paragraph', () => {
	it('has the words of the version that was read, whatever stands there now', async () => {
		const hearing = await aHearing(store)
		const documentId = await aDraft(store, hearing)
		const place = { documentId, version: 1, paragraph: 2 }
		const { ordinal } = await aRemark(store, hearing, { place, passage: 'words that nobody wrote there' })
		expect(await remarkOf(store.readOwn, hearing.id, ordinal)).toMatchObject({
			documentId,
			documentVersion: 1,
			paragraph: 2,
			passage: '1. Water is released in April.',
		})
	})

	it('is refused where there is no such paragraph, version or document of this hearing', async () => {
		const hearing = await aHearing(store)
		const documentId = await aDraft(store, hearing)
		const hidden = await aDraft(store, hearing, { hiddenAt: REMARKED_AT })
		const other = await aDraft(store, await aHearing(store))
		const of = { documentId, version: 1, paragraph: 1 }
		for (const place of [
			{ ...of, paragraph: 4 },
			{ ...of, paragraph: 0 },
			{ ...of, version: 3 },
			{ ...of, documentId: hidden },
			{ ...of, documentId: other },
		]) {
			const sent = aSubmission(hearing, { place })
			expect(await store.write(hearingKey(hearing.id), (tx) => submitRemark(tx, sent))).toEqual({
				ok: false,
				refusal: 'no-document',
			})
		}
	})

	it('is counted and listed under its paragraph, the newest first, without what was taken back', async () => {
		const hearing = await aHearing(store)
		const documentId = await aDraft(store, hearing)
		const second = { documentId, version: 1, paragraph: 2 }
		for (const at of [0, 1, 2, 3, 4])
			await aRemark(store, hearing, { ...by(at), text: `Remark of ${at}`, place: second })
		await aRemark(store, hearing, { ...by(5), place: { ...second, paragraph: 3 } })
		await aRemark(store, hearing, { ...by(6), place: { ...second, version: 2 } })
		await aRemark(store, hearing, { ...by(7), documentId })
		await store.write(hearingKey(hearing.id), (tx) =>
			withdrawRemark(tx, { ...by(4), hearingId: hearing.id, ordinal: 5, now: REMARKED_AT }),
		)
		const on = async (from: number, to: number) =>
			(await remarksOnParagraphs(store.readOwn, { documentId, version: 1, from, to }))
				.map(({ paragraph, remarks, newest }) => [paragraph, remarks, newest.map(({ ordinal }) => ordinal)])
				.sort()
		expect(await on(1, 3)).toEqual([
			[2, 4, [4, 3, 2]],
			[3, 1, [6]],
		])
		expect(await on(3, 3)).toEqual([[3, 1, [6]]])
		const listed = await remarksOf(store.readOwn, hearing.id, { documentId, version: 1, paragraph: 2 })
		expect(listed.items.map(({ ordinal }) => ordinal)).toEqual([5, 4, 3, 2, 1])
	})

	it('loses the passage from sight when its document is hidden', async () => {
		const hearing = await aHearing(store)
		const documentId = await aDraft(store, hearing)
		const place = { documentId, version: 1, paragraph: 2 }
		const { ordinal } = await aRemark(store, hearing, { place, text: 'On which days?' })
		const seen = async () => (await remarkOf(store.readOwn, hearing.id, ordinal))?.passage
		expect(await seen()).toBe('1. Water is released in April.')
		await store.write('hide', (tx) =>
			tx.update(hearingDocuments).set({ hiddenAt: REMARKED_AT }).where(eq(hearingDocuments.id, documentId)),
		)
		expect(await seen()).toBeNull()
	})

	it('keeps the passage when a part of it is blacked out: it is the words of the document', async () => {
		const desk = world.actors['ENV:clerk']
		if (!desk) throw new Error('no desk')
		const hearing = await aHearing(store)
		const place = { documentId: await aDraft(store, hearing), version: 1, paragraph: 3 }
		const { ordinal } = await aRemark(store, hearing, { place, text: 'Ask Aliya of flat 7.' })
		const act = { hearingId: hearing.id, ordinal, actor: desk, now: REMARKED_AT }
		await store.write(hearingKey(hearing.id), (tx) =>
			redactRemark(tx, { ...act, text: 'Ask […].', reason: 'A neighbour is named.', files: false }),
		)
		expect(await remarkOf(store.readOwn, hearing.id, ordinal)).toMatchObject({
			text: 'Ask […].',
			passage: '2. In a dry year a quarter less.',
		})
	})
})
