import { afterEach, beforeEach, expect, test } from 'vitest'
import { returnInquiry } from '#app/inquiries/correct.server.ts'
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
