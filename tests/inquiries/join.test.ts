import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { returnInquiry } from '#app/inquiries/correct.server.ts'
import { extendInquiry } from '#app/inquiries/extend.server.ts'
import { writeCase } from '#app/inquiries/hold.server.ts'
import { withdrawInquiry } from '#app/inquiries/join.server.ts'
import { redirectInquiry } from '#app/inquiries/redirect.server.ts'
import { redirects } from '#db/schema/inquiries.ts'
import { outbox } from '#db/schema/register.ts'
import { aWorld, type World } from '#tests/support/world.ts'
import { handsIn, noon, SECOND } from './a-case.ts'

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

test('whoever joined goes along to the competent body with a record and a term of their own', async () => {
	const { as, write, proceeding } = hands
	const lead = await world.file()
	const joined = await world.file({ leadId: lead.inquiryId, author: SECOND, receivedAt: noon('2026-01-15') })
	const away = { ...as('ENV:clerk', lead.proceedingId, '2026-01-16'), toBodyId: 'HSG', reason: 'Theirs' }
	await write((tx) => redirectInquiry(tx, away))
	const rows = await world.store.read.select().from(redirects)
	// The third working day after 12 January is the 15th; the one who joined came on that day.
	expect(rows.map(({ fromId, late, reason }) => ({ fromId, late, reason })).sort(byFrom)).toEqual(
		[
			{ fromId: lead.proceedingId, late: true, reason: 'Theirs' },
			{ fromId: joined.proceedingId, late: false, reason: 'Theirs' },
		].sort(byFrom),
	)
	expect(await proceeding(joined.proceedingId)).toMatchObject({ state: 'redirected', stage: 'ended' })
})

const byFrom = (a: { fromId: string }, b: { fromId: string }) => a.fromId.localeCompare(b.fromId)

test('an extension reaches all who wait for the same answer, and tells each', async () => {
	const { as, write, proceeding } = hands
	const lead = await world.file()
	const joined = await world.file({ leadId: lead.inquiryId, author: SECOND })
	const lapsed = await world.file({ leadId: lead.inquiryId, author: SECOND, receivedAt: noon('2026-01-05') })
	const act = {
		...as('ENV:approver', lead.proceedingId, '2026-01-30'),
		until: '2026-03-02',
		reason: 'Checks',
	}
	expect(await write((tx) => extendInquiry(tx, act))).toMatchObject({ ok: true })
	expect(await proceeding(joined.proceedingId)).toMatchObject({ dueOn: '2026-03-02', extended: true })
	// What has lapsed is a refusal already: nothing extends it.
	expect(await proceeding(lapsed.proceedingId)).toMatchObject({ dueOn: '2026-01-27', extended: false })
	expect((await proceeding(lapsed.proceedingId))?.breachedAt).not.toBeNull()
	const letters = await world.store.read.select().from(outbox).where(eq(outbox.notice, 'extended'))
	expect(letters.map(({ recipient }) => recipient).sort()).toEqual([
		'author@demo.example',
		'stranger@demo.example',
	])
})

test('what is done to one who joined waits for what is done to the question they joined', async () => {
	const lead = await world.file()
	const joined = await world.file({ leadId: lead.inquiryId, author: SECOND })
	const order: string[] = []
	let begin = () => {}
	const begun = new Promise<void>((resolve) => {
		begin = resolve
	})
	const slow = writeCase(world.store, [lead.inquiryId], async (tx) => {
		await tx.select().from(redirects)
		begin()
		await new Promise((resolve) => setTimeout(resolve, 50))
		order.push('lead')
	})
	await begun
	await writeCase(world.store, [joined.inquiryId], async () => void order.push('joined'))
	await slow
	expect(order).toEqual(['lead', 'joined'])
})
