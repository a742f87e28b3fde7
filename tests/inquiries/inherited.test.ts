import { afterEach, beforeEach, expect, test } from 'vitest'
import { threadOf } from '#app/inquiries/thread.server.ts'
import { files } from '#db/schema/files.ts'
import { aWorld, type World } from '#tests/support/world.ts'
import { handsIn, noon, SECOND } from './a-case.ts'

let world: World
beforeEach(async () => {
	world = await aWorld()
})
afterEach(() => world.store.close())

test('who joined is not told of the files that go with what was left out of the answer', async () => {
	const { write, answer } = handsIn(world)
	const lead = await world.file()
	const joined = await world.file({ leadId: lead.inquiryId, author: SECOND })
	await write((tx) =>
		tx.insert(files).values({
			id: 'protocol',
			name: 'Aigul-Serikova.pdf',
			mediaType: 'application/pdf',
			size: 1,
			sha256: 'a',
			uploadedAt: noon('2026-01-20'),
		}),
	)
	await answer(lead.proceedingId, '2026-01-20', {
		publicBody: 'Shorter',
		redactionReason: 'Names',
		fileIds: ['protocol'],
	})
	const namesFor = async (who: 'author' | 'stranger', number: string) =>
		(
			await threadOf(world.store.read, number, { actor: world.actors[who], now: noon('2026-01-21') })
		)?.letters.flatMap((letter) => letter.files.map(({ name }) => name))
	expect(await namesFor('author', lead.number)).toEqual(['Aigul-Serikova.pdf'])
	expect(await namesFor('stranger', joined.number)).toEqual([])
})
