import { asc, eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { otherAddressees } from '#app/inquiries/addressees.server.ts'
import { lapsedProceedings } from '#app/inquiries/breach.server.ts'
import { proceedingsOf } from '#app/inquiries/filed.server.ts'
import { redirectInquiry } from '#app/inquiries/redirect.server.ts'
import { breaches } from '#db/schema/inquiries.ts'
import { outbox } from '#db/schema/register.ts'
import { aWorld, type World } from '#tests/support/world.ts'
import { handsIn, noon } from './a-case.ts'

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

/** From one body to the next, by its own clerk, each on its day. */
async function sentOn(proceedingId: string, ways: readonly [from: string, to: string, day: string][]) {
	const { as, write } = handsIn(world)
	let at = proceedingId
	for (const [from, toBodyId, day] of ways) {
		const act = { ...as(`${from}:clerk`, at, day), toBodyId, reason: 'Theirs' }
		const outcome = await write((tx) => redirectInquiry(tx, act))
		if (!outcome.ok) throw new Error(outcome.refusal)
		at = outcome.value.proceedingId
	}
	return at
}

const lateRedirects = () =>
	world.store.read
		.select({ bodyId: breaches.bodyId, dueOn: breaches.dueOn, mendedAt: breaches.mendedAt })
		.from(breaches)
		.where(eq(breaches.duty, 'redirect'))
		.orderBy(asc(breaches.dueOn))

test('sent back to the first body, it has a fresh term there; the first term is over without a breach', async () => {
	const { inquiryId, proceedingId } = await world.file()
	const last = await sentOn(proceedingId, [
		['ENV', 'HSG', '2026-01-14'],
		['HSG', 'ENV', '2026-01-19'],
	])
	expect(await proceedingsOf(world.store.read, inquiryId)).toMatchObject([
		{ bodyId: 'ENV', state: 'redirected', stage: 'ended', registeredOn: '2026-01-12', breachedAt: null },
		{ bodyId: 'HSG', state: 'redirected', stage: 'ended', registeredOn: '2026-01-14', breachedAt: null },
		{ bodyId: 'ENV', state: 'open', stage: 'desk', registeredOn: '2026-01-19', dueOn: '2026-02-09' },
	])
	expect(await handsIn(world).inquiry(inquiryId)).toMatchObject({ state: 'open', dueOn: '2026-02-09' })
	expect(await lateRedirects()).toEqual([])
	expect(await lapsedProceedings(world.store.read, '2026-02-09', 10)).toEqual([])
	expect(await lapsedProceedings(world.store.read, '2026-02-10', 10)).toEqual([{ id: last, inquiryId }])
})

test.each([
	['2026-01-19', []],
	['2026-01-20', [{ bodyId: 'HSG', dueOn: '2026-01-19', mendedAt: noon('2026-01-20') }]],
])('the body that sends it back has three working days from its arrival there: on %s', async (day, late) => {
	const { proceedingId } = await world.file()
	await sentOn(proceedingId, [
		['ENV', 'HSG', '2026-01-14'],
		['HSG', 'ENV', day],
	])
	expect(await lateRedirects()).toEqual(late)
})

test('of two redirects in a row each has its own three working days, and each late one is a breach of its body', async () => {
	const { inquiryId, proceedingId } = await world.file()
	await sentOn(proceedingId, [
		['ENV', 'HSG', '2026-01-16'],
		['HSG', 'GOV', '2026-01-22'],
	])
	expect(await lateRedirects()).toEqual([
		{ bodyId: 'ENV', dueOn: '2026-01-15', mendedAt: noon('2026-01-16') },
		{ bodyId: 'HSG', dueOn: '2026-01-21', mendedAt: noon('2026-01-22') },
	])
	expect(await proceedingsOf(world.store.read, inquiryId)).toMatchObject([
		{ bodyId: 'ENV', stage: 'ended', dueOn: '2026-02-02' },
		{ bodyId: 'HSG', stage: 'ended', dueOn: '2026-02-06' },
		{ bodyId: 'GOV', stage: 'desk', dueOn: '2026-02-12' },
	])
	expect(await world.store.read.$count(outbox, eq(outbox.notice, 'redirected'))).toBe(2)
})

test('a part that is sent on remains that part', async () => {
	const { as, write } = handsIn(world)
	const { inquiryId, proceedingId } = await world.file()
	const act = { ...as('ENV:clerk', proceedingId, '2026-01-13'), toBodyId: 'HSG', reason: 'Theirs' }
	const sent = await write((tx) => redirectInquiry(tx, { ...act, part: 'The second question' }))
	await sentOn(sent.ok ? sent.value.proceedingId : '', [['HSG', 'GOV', '2026-01-14']])
	expect(await proceedingsOf(world.store.read, inquiryId)).toMatchObject([
		{ bodyId: 'ENV', stage: 'desk', part: null },
		{ bodyId: 'HSG', stage: 'ended', part: 'The second question' },
		{ bodyId: 'GOV', stage: 'desk', part: 'The second question' },
	])
})
