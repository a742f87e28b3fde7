import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { complain } from '#app/inquiries/complain.server.ts'
import { withdrawInquiry } from '#app/inquiries/join.server.ts'
import { redirectInquiry } from '#app/inquiries/redirect.server.ts'
import { threadOf } from '#app/inquiries/thread.server.ts'
import { events } from '#db/schema/register.ts'
import { dutiesAt, lettersOf } from '#tests/duties/a-round.ts'
import { aWorld, SECRET_KEY, type World } from '#tests/support/world.ts'
import { handsIn, noon } from './a-case.ts'

let world: World
beforeEach(async () => {
	world = await aWorld()
})
afterEach(() => world.store.close())

const complaint = { subject: 'Silence', text: 'No answer came', secretKey: SECRET_KEY }
const complainOf = (proceedingId: string, day: string) => {
	const { as, write } = handsIn(world)
	return write((tx) => complain(tx, { ...as('author', proceedingId, day), ...complaint }))
}

test('a complaint that was taken back may be filed again (APPC 64(9))', async () => {
	const { as, write } = handsIn(world)
	const { proceedingId } = await world.file()
	const first = await complainOf(proceedingId, '2026-02-03')
	expect(await complainOf(proceedingId, '2026-02-03')).toEqual({ ok: false, refusal: 'already' })
	const taken = first.ok ? first.value.proceedingId : ''
	await write((tx) => withdrawInquiry(tx, as('author', taken, '2026-02-04')))
	expect(await complainOf(proceedingId, '2026-02-05')).toMatchObject({ ok: true })
})

test('who complained of silence may complain of the late answer too', async () => {
	const { proceedingId } = await world.file()
	await complainOf(proceedingId, '2026-02-03')
	await handsIn(world).answer(proceedingId, '2026-02-10')
	expect(await complainOf(proceedingId, '2026-02-11')).toMatchObject({ ok: true })
})

test('after a complaint the way leads to court, not to another complaint (APPC 136(6))', async () => {
	const { proceedingId } = await world.file({ kind: 'complaint' })
	await dutiesAt(world.store, noon('2026-03-20'))
	expect(await lettersOf(world.store, 'deemed-refusal-final')).toHaveLength(1)
	expect(await complainOf(proceedingId, '2026-03-20')).toEqual({ ok: false, refusal: 'no-complaints' })
})

test('the desk that decides a complaint reads the private question it is about, and no other desk does', async () => {
	const { number, proceedingId } = await world.file({ visibility: 'private' })
	const seenBy = async (who: string) =>
		threadOf(world.store.read, number, {
			actor: world.actors[who] ?? world.actors.stranger,
			now: noon('2026-02-04'),
		})
	expect(await seenBy('GOV:executor')).toBeUndefined()
	await complainOf(proceedingId, '2026-02-03')
	expect(await seenBy('GOV:executor')).toMatchObject({ number, viewer: { desk: false, insider: true } })
	expect((await seenBy('GOV:executor'))?.handlings.flatMap(({ acts }) => acts)).toEqual([])
	expect(await seenBy('HSG:executor')).toBeUndefined()
})

test('each body that handled a part is complained of for itself', async () => {
	const { as, write } = handsIn(world)
	const { proceedingId } = await world.file()
	const inPart = { ...as('ENV:clerk', proceedingId, '2026-01-13'), toBodyId: 'HSG', reason: 'Houses' }
	const sent = await write((tx) => redirectInquiry(tx, { ...inPart, part: 'The house' }))
	const other = sent.ok ? sent.value.proceedingId : ''
	expect(await complainOf(proceedingId, '2026-02-20')).toMatchObject({ ok: true })
	expect(await complainOf(other, '2026-02-20')).toMatchObject({ ok: true })
	expect(await complainOf(other, '2026-02-20')).toEqual({ ok: false, refusal: 'already' })
})

test('the same form sent twice gets the receipt of the first', async () => {
	const { as, write } = handsIn(world)
	const { proceedingId } = await world.file()
	const form = { ...complaint, ...as('author', proceedingId, '2026-02-20'), submissionId: 'a form' }
	const first = await write((tx) => complain(tx, form))
	const again = await write((tx) => complain(tx, form))
	expect(first.ok && again.ok && again.value).toEqual(first.ok && first.value)
	const steps = await world.store.read.select().from(events).where(eq(events.type, 'complained'))
	expect(steps).toHaveLength(1)
})
