import { afterEach, beforeEach, expect, test } from 'vitest'
import { otherAddressees } from '#app/inquiries/addressees.server.ts'
import { redirectInquiry } from '#app/inquiries/redirect.server.ts'
import { aWorld, type World } from '#tests/support/world.ts'
import { handsIn } from './a-case.ts'

let world: World
beforeEach(async () => {
	world = await aWorld()
})
afterEach(() => world.store.close())

async function sendOn(toBodyId: string, toOfficeId: string | null) {
	const { as, write } = handsIn(world)
	const { proceedingId } = await world.file()
	const act = { ...as('ENV:clerk', proceedingId, '2026-01-13'), toBodyId, toOfficeId, reason: 'Theirs' }
	return write((tx) => redirectInquiry(tx, act))
}

test('a body gives itself no fresh term by sending a question to another of its offices', async () => {
	expect(await sendOn('ENV', 'minister')).toEqual({ ok: false, refusal: 'same-body' })
})

test('an office is not addressed in a body that is not its own', async () => {
	expect(await sendOn('HSG', 'minister')).toEqual({ ok: false, refusal: 'no-body' })
})

test('a case is sent on to any body but its own; cases of several bodies to each of them', async () => {
	const from = async (...bodyIds: string[]) =>
		(await otherAddressees(world.store.readOwn, bodyIds, '2026-01-12')).map(({ id }) => id)
	expect(await from('ENV')).toEqual(['GOV', 'HSG'])
	expect(await from('ENV', 'HSG')).toEqual(['ENV', 'GOV', 'HSG'])
})
