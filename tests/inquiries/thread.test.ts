import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { requestCorrection, submitCorrection } from '#app/inquiries/correct.server.ts'
import { extendInquiry } from '#app/inquiries/extend.server.ts'
import { rateAnswer } from '#app/inquiries/rate.server.ts'
import { redirectInquiry } from '#app/inquiries/redirect.server.ts'
import { receiptSecret } from '#app/inquiries/submit.server.ts'
import { inquiryOfReceipt, threadOf } from '#app/inquiries/thread.server.ts'
import { inquiries } from '#db/schema/inquiries.ts'
import { hidings } from '#db/schema/register.ts'
import { aWorld, type World } from '#tests/support/world.ts'
import { handsIn, noon, SECOND } from './a-case.ts'

let world: World
beforeEach(async () => {
	world = await aWorld()
})
afterEach(() => world.store.close())

const seenBy = (who: string, number: string, day = '2026-01-20') =>
	threadOf(world.store.read, number, {
		actor: world.actors[who] ?? { personId: null, roles: [], level: 0 },
		now: noon(day),
	})

async function hide(inquiryId: string) {
	await world.store.write('inquiry', async (tx) => {
		await tx.update(inquiries).set({ hidden: true }).where(eq(inquiries.id, inquiryId))
		await tx.insert(hidings).values({
			id: 'hiding',
			subject: 'inquiry',
			subjectId: inquiryId,
			reason: 'personal-data',
			explanation: 'It names a child.',
			at: noon('2026-01-13'),
			by: 'moderator',
		})
	})
}

test('the public reads the public name, the author and the desk the full one', async () => {
	const { number } = await world.file()
	expect((await seenBy('nobody', number))?.author).toBe('A.')
	expect((await seenBy('stranger', number))?.author).toBe('A.')
	expect((await seenBy('author', number))?.author).toBe('author')
	expect((await seenBy('ENV:clerk', number))?.author).toBe('author')
	expect((await seenBy('HSG:clerk', number))?.author).toBe('A.')
})

test.each([
	['author', true],
	['ENV:executor', true],
	['nobody', false],
	['stranger', false],
	['HSG:clerk', false],
	['moderator', false],
	['administrator', false],
])('a private question is open to %s: %s', async (who, open) => {
	const { number } = await world.file({ visibility: 'private' })
	expect((await seenBy(who, number)) !== undefined).toBe(open)
})

test('an overseer follows the clock of a private question and reads no word of it', async () => {
	const { number, proceedingId } = await world.file({ visibility: 'private', subject: 'My illness' })
	const { as, write, answer } = handsIn(world)
	const act = { ...as('ENV:approver', proceedingId, '2026-01-14'), until: '2026-02-20' }
	await write((tx) => extendInquiry(tx, { ...act, reason: 'The hospital was asked.' }))
	await answer(proceedingId, '2026-01-16')
	const seen = await seenBy('overseer', number)
	expect(seen).toMatchObject({ number, letters: [], notices: [], viewer: { insider: false } })
	expect(seen?.entries.map(({ type }) => type)).toEqual(['registered', 'extended', 'answered'])
	expect(seen?.handlings[0]?.clock.dueOn).toBeTruthy()
	expect(JSON.stringify(seen)).not.toMatch(/illness|hospital|"author":"/)
})

test('whoever holds the receipt reads a private question without signing in, and only that one', async () => {
	const mine = await world.file({ visibility: 'private' })
	const other = await world.file({ visibility: 'private' })
	expect(await inquiryOfReceipt(world.store.read, mine.secret)).toEqual({
		id: mine.inquiryId,
		number: mine.number,
	})
	expect(
		await inquiryOfReceipt(world.store.read, receiptSecret('another key', mine.inquiryId)),
	).toBeUndefined()
	const holder = { personId: null, roles: [], level: 0, receiptOf: mine.inquiryId }
	const looking = { actor: holder, now: noon('2026-01-13') }
	const seen = await threadOf(world.store.read, mine.number, looking)
	expect(seen?.viewer.author).toBe(true)
	expect(seen?.handlings[0]?.acts).toContain('withdraw')
	expect(await threadOf(world.store.read, other.number, looking)).toBeUndefined()
})

test('a redacted answer: its author reads the whole, the public and those who joined the public version', async () => {
	const { answer } = handsIn(world)
	const lead = await world.file()
	const joined = await world.file({ leadId: lead.inquiryId, author: SECOND, visibility: 'private' })
	await answer(lead.proceedingId, '2026-01-14', {
		body: 'Whole, with a name.',
		publicBody: 'Without the name.',
		redactionReason: 'A person is named.',
	})

	const [whole] = (await seenBy('author', lead.number))?.letters ?? []
	expect(whole?.html).toContain('with a name')
	expect(whole?.redactionReason).toBeUndefined()
	expect(whole?.reasons).toBe('The contract of 2025.')

	const [open] = (await seenBy('nobody', lead.number))?.letters ?? []
	expect(open?.html).toContain('Without the name')
	expect(open?.redactionReason).toBe('A person is named.')
	expect(open?.reasons).toBeUndefined()
	expect(open?.facts).toBeUndefined()
	expect(open?.appeal).toBeTruthy()

	const [inherited] = (await seenBy('stranger', joined.number))?.letters ?? []
	expect(inherited?.inherited).toBe(true)
	expect(inherited?.html).toContain('Without the name')
})

test('a hidden question leaves its number, dates, record and the reason, and no text', async () => {
	const { answer } = handsIn(world)
	const { inquiryId, number, proceedingId } = await world.file()
	await answer(proceedingId, '2026-01-14')
	await hide(inquiryId)
	const stub = await seenBy('nobody', number)
	expect(stub?.question).toBeUndefined()
	expect(stub?.hidden?.explanation).toBe('It names a child.')
	expect(stub?.registeredOn).toBe('2026-01-12')
	expect(stub?.entries.map(({ type }) => type)).toEqual(['registered', 'answered'])
	expect(stub?.letters[0]?.html).toBeUndefined()
	expect(JSON.stringify(stub)).not.toContain('batteries')
	expect((await seenBy('author', number))?.question?.subject).toBe('Where do batteries go')
	expect((await seenBy('moderator', number))?.question?.subject).toBe('Where do batteries go')
})

test('a redirect: the record names the new body and the reason, and each body has its own clock', async () => {
	const { as, write } = handsIn(world)
	const { number, proceedingId } = await world.file()
	await write((tx) =>
		redirectInquiry(tx, {
			...as('ENV:clerk', proceedingId, '2026-01-14'),
			toBodyId: 'HSG',
			reason: 'Housing decides on it.',
		}),
	)
	const thread = await seenBy('nobody', number)
	expect(thread?.entries.map(({ type, body }) => [type, body?.code])).toEqual([
		['registered', 'ENV'],
		['redirected', 'HSG'],
		['registered', 'HSG'],
	])
	expect(thread?.entries[1]?.reason).toBe('Housing decides on it.')
	expect(thread?.handlings.map(({ body, state, clock }) => [body.code, state, clock.dueOn])).toEqual([
		['ENV', 'redirected', '2026-02-02'],
		['HSG', 'open', '2026-02-04'],
	])
})

test('what the desk writes to itself is never in the thread', async () => {
	const { answer } = handsIn(world)
	const { number, proceedingId } = await world.file()
	await answer(proceedingId, '2026-01-14')
	const types = (await seenBy('ENV:clerk', number))?.entries.map(({ type }) => type)
	expect(types).toEqual(['registered', 'answered'])
})

test('a private follow-up is known to its author and not to the public', async () => {
	const first = await world.file()
	const next = await world.file({ followUpOf: first.inquiryId, visibility: 'private' })
	expect((await seenBy('nobody', first.number))?.followUps).toEqual([])
	expect((await seenBy('author', first.number))?.followUps.map(({ number }) => number)).toEqual([next.number])
})

test('a question leads to what came before and after it, the oldest first', async () => {
	const first = await world.file()
	const on = (day: string) => ({ receivedAt: noon(day), now: noon(day) })
	const complaint = await world.file({ complaintAbout: first.inquiryId, ...on('2026-01-15') })
	const later = await world.file({ followUpOf: first.inquiryId, ...on('2026-01-14') })
	const sooner = await world.file({ followUpOf: first.inquiryId, ...on('2026-01-13') })
	const seen = await seenBy('nobody', first.number)
	expect(seen?.followUps.map(({ number }) => number)).toEqual([sooner.number, later.number])
	expect(seen?.complaints.map(({ number }) => number)).toEqual([complaint.number])
	expect((await seenBy('nobody', later.number))?.followUpOf?.number).toBe(first.number)
	expect((await seenBy('nobody', complaint.number))?.complaintAbout?.number).toBe(first.number)
})

test('what somebody wrote to mend their question is read by the desk and by nobody else', async () => {
	const { as, write } = handsIn(world)
	const { number, proceedingId } = await world.file()
	const ask = {
		...as('ENV:clerk', proceedingId, '2026-01-14'),
		request: 'Which street?',
		until: '2026-01-21',
	}
	await write((tx) => requestCorrection(tx, ask))
	await write((tx) =>
		submitCorrection(tx, { ...as('author', proceedingId, '2026-01-15'), reply: 'Orbit Street 7' }),
	)
	const told = async (who: string) => {
		const actor = world.actors[who] ?? world.actors.stranger
		const thread = await threadOf(world.store.read, number, { actor, now: noon('2026-01-16') })
		return thread?.entries.find(({ type }) => type === 'corrected')
	}
	for (const who of ['author', 'ENV:executor']) expect((await told(who))?.html).toContain('Orbit Street 7')
	expect(await told('stranger')).toMatchObject({ type: 'corrected', on: '2026-01-15' })
	expect(JSON.stringify(await told('stranger'))).not.toContain('Orbit')
})

test('whoever joined a question that was hidden since reads neither its subject nor, in public, what answers it', async () => {
	const { answer } = handsIn(world)
	const lead = await world.file({ subject: 'A name that nobody should read' })
	const joined = await world.file({ leadId: lead.inquiryId, author: SECOND, subject: 'Mine' })
	await hide(lead.inquiryId)
	await answer(lead.proceedingId, '2026-01-20')
	expect((await seenBy('stranger', joined.number))?.lead).toMatchObject({ number: lead.number })
	expect((await seenBy('stranger', joined.number))?.lead?.subject).toBeUndefined()
	expect((await seenBy('ENV:clerk', joined.number))?.lead?.subject).toBe('A name that nobody should read')
	expect((await seenBy('stranger', joined.number))?.letters).toMatchObject([{ html: expect.any(String) }])
	expect((await seenBy('nobody', joined.number))?.letters).toMatchObject([{ hiddenFor: 'question' }])
})

test('a rating said anew is one step of the record, with its last words', async () => {
	const { as, write, answer } = handsIn(world)
	const { number, proceedingId } = await world.file()
	await answer(proceedingId, '2026-01-20')
	for (const helped of [false, true, false, true])
		await write((tx) =>
			rateAnswer(tx, { ...as('author', proceedingId, '2026-01-21'), answered: true, helped }),
		)
	const entries = (await seenBy('nobody', number))?.entries.filter(({ type }) => type === 'rated')
	expect(entries).toMatchObject([{ answered: true, helped: true }])
})
