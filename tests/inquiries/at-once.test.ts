import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { saveDraft, takeDraft } from '#app/inquiries/draft.server.ts'
import { withdrawInquiry } from '#app/inquiries/join.server.ts'
import { signAnswer } from '#app/inquiries/sign.server.ts'
import { events } from '#db/schema/register.ts'
import { aWorld, type World } from '#tests/support/world.ts'
import { ANSWER, handsIn, SECOND } from './a-case.ts'

let world: World
beforeEach(async () => {
	world = await aWorld()
})
afterEach(() => world.store.close())

test('an answer signed while one who joined takes their question back ends it once, one way or the other', async () => {
	const { as, proceeding } = handsIn(world)
	const { write } = world.store
	for (let round = 0; round < 10; round++) {
		const lead = await world.file()
		const joined = await world.file({ leadId: lead.inquiryId, author: SECOND })
		const approver = as('ENV:approver', lead.proceedingId, '2026-01-20')
		const key = `inquiry:${lead.inquiryId}`
		await write(key, (tx) => takeDraft(tx, { ...approver, language: 'ru', outcome: 'answered' }))
		await write(key, (tx) => saveDraft(tx, { ...approver, version: 1, text: ANSWER }))
		const [signed, withdrawn] = await Promise.all([
			write(key, (tx) => signAnswer(tx, { ...approver, version: 2 })),
			write(`inquiry:${joined.inquiryId}`, (tx) =>
				withdrawInquiry(tx, as('stranger', joined.proceedingId, '2026-01-20')),
			),
		])
		expect(signed).toMatchObject({ ok: true })
		const state = withdrawn.ok ? 'withdrawn' : 'answered'
		expect(await proceeding(joined.proceedingId)).toMatchObject({ state, stage: 'ended' })
		const all = await world.store.read.select().from(events).where(eq(events.subjectId, joined.inquiryId))
		expect(all.filter(({ type }) => type === 'answered' || type === 'withdrawn')).toHaveLength(1)
	}
})
