import { afterEach, beforeEach, expect, test } from 'vitest'
import { returnInquiry } from '#app/inquiries/correct.server.ts'
import { withdrawInquiry } from '#app/inquiries/join.server.ts'
import { redirectInquiry } from '#app/inquiries/redirect.server.ts'
import { aWorld, type World } from '#tests/support/world.ts'
import { handsIn, SECOND } from './a-case.ts'

let world: World
let hands: ReturnType<typeof handsIn>
beforeEach(async () => {
	world = await aWorld()
	hands = handsIn(world)
})
afterEach(() => world.store.close())

test('when a question is given back, those who joined it stay on the desk', async () => {
	const { as, write, proceeding, inquiry } = hands
	const lead = await world.file()
	const joined = await world.file({ leadId: lead.inquiryId, author: SECOND })
	const obscene = { ...as('ENV:clerk', lead.proceedingId, '2026-01-13'), reason: 'Rude' }
	await write((tx) => returnInquiry(tx, { ...obscene, ground: 'obscene' }))
	expect(await proceeding(joined.proceedingId)).toMatchObject({ stage: 'desk', followsId: null })
	expect(await inquiry(joined.inquiryId)).toMatchObject({ leadId: null, joined: 0 })
})

test('nobody inherits the answer to a private question when the first asker withdraws', async () => {
	const { as, write, proceeding } = hands
	const lead = await world.file()
	const hidden = await world.file({ leadId: lead.inquiryId, visibility: 'private', author: SECOND })
	const open = await world.file({
		leadId: lead.inquiryId,
		author: SECOND,
		receivedAt: new Date('2026-01-13T07:00Z'),
	})
	await write((tx) => withdrawInquiry(tx, as('author', lead.proceedingId, '2026-01-14')))
	expect(await proceeding(open.proceedingId)).toMatchObject({ stage: 'desk', followsId: null })
	expect(await proceeding(hidden.proceedingId)).toMatchObject({ followsId: open.proceedingId })

	await write((tx) => withdrawInquiry(tx, as('stranger', open.proceedingId, '2026-01-15')))
	expect(await proceeding(hidden.proceedingId)).toMatchObject({ stage: 'desk', followsId: null })
})

test('who joins a question that has gone to another body stands by themselves on the desk they wrote to', async () => {
	const { as, write, proceeding } = hands
	const lead = await world.file()
	const away = { ...as('ENV:clerk', lead.proceedingId, '2026-01-13'), toBodyId: 'HSG', reason: 'Theirs' }
	await write((tx) => redirectInquiry(tx, away))
	const late = await world.file({ leadId: lead.inquiryId, author: SECOND })
	expect(await proceeding(late.proceedingId)).toMatchObject({ bodyId: 'ENV', stage: 'desk', followsId: null })
})
