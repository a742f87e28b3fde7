import { createHash } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Hearing } from '#app/hearings/hearing.server.ts'
import { canonical } from '#app/protocols/content.ts'
import { draftProtocol } from '#app/protocols/draft.server.ts'
import { lastProtocol, objectionsOf } from '#app/protocols/find.server.ts'
import { answerObjection, objectToProtocol } from '#app/protocols/object.server.ts'
import { publishProtocol, sendProtocol } from '#app/protocols/publish.server.ts'
import { signProtocol } from '#app/protocols/sign.server.ts'
import {
	agendaItems,
	attendances,
	attendees,
	hearings,
	remarkGroups,
	remarks,
	speeches,
} from '#db/schema/hearings.ts'
import { events, outbox } from '#db/schema/register.ts'
import type { Writer } from '#db/store.ts'
import { aHearing } from '#tests/hearings/a-hearing.ts'
import { aWorld, type World } from '#tests/support/world.ts'
import { aRemark } from './a-remark.ts'

let world: World
beforeAll(async () => {
	world = await aWorld()
})
afterAll(() => world.store.close())

/** The hearing ended on Friday 20 March 2026 (law.md V35); the chair signs a week later. */
const ENDED = new Date('2026-03-20T10:00:00Z')
const SIGNED = new Date('2026-03-27T06:00:00Z')
const chair = () => world.actors['ENV:approver'] as World['actors']['author']
const secretary = () => world.actors['ENV:executor'] as World['actors']['author']

const held = (over: Partial<typeof hearings.$inferInsert> = {}) =>
	aHearing(
		world.store,
		{ state: 'held', startedAt: new Date('2026-03-20T05:00:00Z'), endedAt: ENDED, ...over },
		{ chair: chair(), secretary: secretary() },
	)
const act = <Result>(work: (tx: Writer) => Promise<Result>) => world.store.write('protocol', work)
const by = (actor: World['actors']['author'], hearing: Hearing, now = SIGNED) => ({
	hearingId: hearing.id,
	actor,
	now,
})
const draft = (hearing: Hearing) => act((tx) => draftProtocol(tx, by(secretary(), hearing)))
const sign = (actor: World['actors']['author'], hearing: Hearing, version = 1) =>
	act((tx) => signProtocol(tx, { ...by(actor, hearing), version }))
const answerAll = ({ id }: Hearing) =>
	act((tx) =>
		tx.update(remarkGroups).set({ answer: 'The intake was halved.' }).where(eq(remarkGroups.hearingId, id)),
	)
const row = async ({ id }: Hearing) =>
	(await world.store.readOwn.select().from(hearings).where(eq(hearings.id, id)))[0]

async function signed(over: Partial<typeof hearings.$inferInsert> = {}) {
	const hearing = await held(over)
	await draft(hearing)
	await sign(secretary(), hearing)
	await sign(chair(), hearing)
	return hearing
}

test('has every remark that was not withdrawn, written and oral, with the answer to it', async () => {
	const hearing = await held()
	await aRemark(world.store, hearing.id, 1, { group: { answer: 'The intake was halved.' } })
	await aRemark(world.store, hearing.id, 2, { remark: { state: 'withdrawn' } })
	await aRemark(world.store, hearing.id, 3, { remark: { channel: 'oral', late: true, publicName: null } })
	await aRemark(world.store, hearing.id, 4, {
		remark: { state: 'not_counted', stateReason: 'It is about elections.' },
	})
	await aRemark(world.store, hearing.id, 5, { remark: { published: false } })
	await draft(hearing)
	const content = (await lastProtocol(world.store.readOwn, hearing.id))?.content
	const listed = content?.groups.flatMap((group) => group.remarks)
	expect(listed?.map(({ ordinal }) => ordinal)).toEqual([1, 3, 4, 5])
	expect(content?.groups[0]?.answer).toBe('The intake was halved.')
	expect(listed?.[1]).toMatchObject({ channel: 'oral', late: true, name: null })
	expect(listed?.[2]).toMatchObject({ state: 'not_counted', reason: 'It is about elections.' })
	expect(listed?.[3]).toMatchObject({ text: null, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) })
	// Nobody finds out what it says by trying.
	const guessed = createHash('sha256').update('The river has no water to spare, remark 5.').digest('hex')
	expect(listed?.[3]?.sha256).not.toBe(guessed)
	expect(content?.withdrawn).toBe(1)
	expect(JSON.stringify(content)).not.toContain('Somebody Whole')
})

test('says who took part, by role, and when each item of the agenda was heard', async () => {
	const hearing = await held()
	await act(async (tx) => {
		await tx.insert(agendaItems).values({
			id: 'item',
			hearingId: hearing.id,
			position: 1,
			titles: { kk: 'Report', ru: 'Report', en: 'Report' },
			minutes: 20,
			startedAt: ENDED,
			endedAt: ENDED,
		})
		for (const [id, came] of [
			['expert-1', true],
			['expert-2', false],
		] as const) {
			await tx.insert(attendees).values({
				id,
				hearingId: hearing.id,
				name: id,
				affiliation: 'expert',
				position: 'against',
				region: 'KZ-75',
				inHall: true,
				code: id,
				registeredAt: ENDED,
			})
			if (came) await tx.insert(attendances).values({ attendeeId: id, cameAt: ENDED })
		}
		await tx.insert(speeches).values({
			id: 'speech',
			hearingId: hearing.id,
			attendeeId: 'expert-1',
			agendaItemId: 'item',
			position: 'against',
			state: 'spoke',
			askedAt: ENDED,
			turn: 1,
			calledAt: ENDED,
			endedAt: ENDED,
			minutes: 3,
			deviation: 'She had to leave.',
		})
	})
	await draft(hearing)
	const content = (await lastProtocol(world.store.readOwn, hearing.id))?.content
	expect(content?.attendance).toEqual([{ affiliation: 'expert', registered: 2, came: 1, inHall: 1 }])
	expect(content?.participants.map(({ name }) => name)).toEqual(['expert-1'])
	expect(content?.agenda[0]?.speeches[0]).toMatchObject({ name: 'expert-1', deviation: 'She had to leave.' })
	expect(await sign(chair(), hearing), 'what she said was not taken down').toMatchObject({
		refusal: 'incomplete',
	})
})

test('is not signed while an answer to a remark is missing', async () => {
	const hearing = await held()
	await aRemark(world.store, hearing.id, 1)
	await draft(hearing)
	expect(await sign(chair(), hearing)).toMatchObject({ refusal: 'incomplete' })
	await answerAll(hearing)
	expect(await sign(chair(), hearing), 'the record has changed').toMatchObject({ refusal: 'changed' })
	expect(await draft(hearing)).toMatchObject({ value: { version: 2 } })
	expect(await sign(chair(), hearing, 1)).toMatchObject({ refusal: 'stale' })
	expect(await sign(chair(), hearing, 2)).toMatchObject({ value: { whole: false } })
})

test('the same record gives the same protocol, whoever reads it back', async () => {
	const hearing = await held()
	await aRemark(world.store, hearing.id, 1)
	await draft(hearing)
	expect(await draft(hearing)).toMatchObject({ value: { version: 1 } })
	const protocol = await lastProtocol(world.store.readOwn, hearing.id)
	const { createHash } = await import('node:crypto')
	expect(createHash('sha256').update(canonical(protocol?.content)).digest('hex')).toBe(protocol?.sha256)
})

test('with both signatures its terms begin: V36, V40', async () => {
	const hearing = await signed()
	expect(await row(hearing)).toMatchObject({
		protocolSignedAt: SIGNED,
		publishProtocolBy: '2026-03-31',
		sendProtocolBy: '2026-03-31',
		validUntil: '2026-09-27',
	})
	expect(await draft(hearing)).toMatchObject({ refusal: 'already' })
	const signers = (
		await world.store.readOwn
			.select()
			.from(events)
			.where(eq(events.subjectId, String(hearing.id)))
	).flatMap(({ type, details }) => (type === 'protocol-signed' ? [details.role] : []))
	expect(signers).toEqual(['secretary', 'chair'])
})

test('needs a second factor that was shown just now', async () => {
	const hearing = await held()
	await draft(hearing)
	const { factorUntil: _, ...stale } = chair()
	expect(await sign(stale, hearing)).toMatchObject({ refusal: 'factorNeeded' })
})

test('of a hearing that did not take place says why, and owes no answers', async () => {
	const hearing = await signed({
		state: 'not_held',
		notHeldGround: 'initiator_absent',
		notHeldReason: 'Nobody came to report.',
	})
	await aRemark(world.store, hearing.id, 1)
	const protocol = await lastProtocol(world.store.readOwn, hearing.id)
	expect(protocol?.content.notHeld).toEqual({
		ground: 'initiator_absent',
		reason: 'Nobody came to report.',
	})
	expect((await row(hearing))?.validUntil).toBeNull()
})

test('of a civic group has no clock and no challenge', async () => {
	const hearing = await signed({ civic: true, bodyId: null })
	expect(await row(hearing)).toMatchObject({ publishProtocolBy: null, validUntil: null })
	const protocol = await lastProtocol(world.store.readOwn, hearing.id)
	expect(protocol?.content.challenge).toBeNull()
})

test('goes to the authority only without open remarks', async () => {
	const hearing = await held()
	await aRemark(world.store, hearing.id, 1, { group: { answer: 'No.', unresolved: true } })
	await draft(hearing)
	await sign(secretary(), hearing)
	await sign(chair(), hearing)
	expect((await row(hearing))?.sendProtocolBy).toBeNull()
	expect(await act((tx) => sendProtocol(tx, by(chair(), hearing)))).toMatchObject({ refusal: 'unresolved' })
	const other = await signed()
	expect(await act((tx) => sendProtocol(tx, by(chair(), other)))).toMatchObject({ ok: true })
	expect((await row(other))?.protocolSentAt).toEqual(SIGNED)
	const protocol = await lastProtocol(world.store.readOwn, other.id)
	const letters = world.store.readOwn.select().from(outbox).where(eq(outbox.notice, 'protocol-sent'))
	const values = { number: other.number, sha256: protocol?.sha256 }
	expect((await letters).sort((a, b) => (a.recipient < b.recipient ? -1 : 1))).toMatchObject([
		{ recipient: 'ENV-approver@demo.example', values },
		{ recipient: 'author@demo.example', values },
	])
})

test('objections are taken once it is public, late ones too, and answered by the chair', async () => {
	const hearing = await signed()
	const objection = { text: 'My words stand wrongly.', language: 'en', publicName: null }
	const object = (now: Date) =>
		act((tx) => objectToProtocol(tx, { ...by(world.actors.stranger, hearing, now), objection }))
	expect(await object(SIGNED)).toMatchObject({ refusal: 'unpublished' })
	await act((tx) => publishProtocol(tx, by(secretary(), hearing)))
	expect((await row(hearing))?.objectionsUntil).toBe('2026-04-03')
	expect(await object(new Date('2026-04-03T18:59:00Z'))).toMatchObject({ value: { late: false } })
	expect(await object(new Date('2026-04-03T19:00:00Z'))).toMatchObject({ value: { late: true } })
	const [first] = await objectionsOf(world.store.readOwn, hearing.id)
	const answer = () =>
		act((tx) =>
			answerObjection(tx, {
				...by(chair(), hearing),
				objectionId: String(first?.id),
				answer: 'It was mended.',
			}),
		)
	expect(await answer()).toMatchObject({ ok: true })
	expect(await answer()).toMatchObject({ refusal: 'already' })
})

test('an unsigned protocol is not published', async () => {
	const hearing = await held()
	await draft(hearing)
	expect(await act((tx) => publishProtocol(tx, by(secretary(), hearing)))).toMatchObject({
		refusal: 'unsigned',
	})
})

test('thousands of remarks fit in it', async () => {
	const hearing = await held()
	await aRemark(world.store, hearing.id, 1, { group: { answer: 'No.' } })
	const [first] = await world.store.readOwn.select().from(remarks).where(eq(remarks.hearingId, hearing.id))
	if (!first) throw new Error('no remark')
	await act(async (tx) => {
		for (let from = 2; from <= 2000; from += 200)
			await tx
				.insert(remarks)
				.values(Array.from({ length: 200 }, (_, at) => ({ ...first, ordinal: from + at })))
	})
	await draft(hearing)
	expect(await sign(chair(), hearing)).toMatchObject({ ok: true })
})
