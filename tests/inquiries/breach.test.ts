import { afterEach, beforeEach, expect, test } from 'vitest'
import { complain } from '#app/inquiries/complain.server.ts'
import { withdrawInquiry } from '#app/inquiries/join.server.ts'
import { redirectInquiry } from '#app/inquiries/redirect.server.ts'
import { breaches } from '#db/schema/inquiries.ts'
import { aWorld, SECRET_KEY, type World } from '#tests/support/world.ts'
import { handsIn, SECOND } from './a-case.ts'

let world: World
let hands: ReturnType<typeof handsIn>
beforeEach(async () => {
	world = await aWorld()
	hands = handsIn(world)
})
afterEach(() => world.store.close())

// Due on 2 February 2026; no duty runs in these tests.
const duties = async () =>
	(await world.store.read.select().from(breaches)).map(({ duty, mendedAt }) => [duty, mendedAt !== null])

test('an answer signed after the term, before the duty has come by, leaves the breach on record, mended', async () => {
	const lead = await world.file()
	await world.file({ leadId: lead.inquiryId, author: SECOND })
	expect(await hands.answer(lead.proceedingId, '2026-02-06')).toMatchObject({
		ok: true,
		value: { late: true },
	})
	expect(await duties()).toEqual([
		['answer', true],
		['answer', true],
	])
})

test('sending a lapsed question on does not wipe out its lapse', async () => {
	const { proceedingId } = await world.file()
	const to = { ...hands.as('ENV:clerk', proceedingId, '2026-02-06'), toBodyId: 'HSG', reason: 'Theirs' }
	await hands.write((tx) => redirectInquiry(tx, to))
	expect((await duties()).map(([duty]) => duty).sort()).toEqual(['answer', 'redirect'])
})

test('a question withdrawn after its term has lapsed all the same', async () => {
	const { proceedingId } = await world.file()
	await hands.write((tx) => withdrawInquiry(tx, hands.as('author', proceedingId, '2026-02-06')))
	expect(await duties()).toEqual([['answer', false]])
})

test('one may complain from the first moment of silence, before the duty has come by', async () => {
	const { proceedingId } = await world.file()
	const complaint = { subject: 'Silence', text: 'No answer came', secretKey: SECRET_KEY }
	const outcome = await hands.write((tx) =>
		complain(tx, { ...hands.as('author', proceedingId, '2026-02-03'), ...complaint }),
	)
	expect(outcome).toMatchObject({ ok: true, value: { late: false } })
})
