import { afterAll, beforeAll, expect, test } from 'vitest'
import { decideHearing } from '#app/decide-hearing.server.ts'
import type { Hearing } from '#app/hearings/hearing.server.ts'
import { linkToHearing, unlinkFromHearing } from '#app/hearings/link.server.ts'
import { enterRemark } from '#app/remarks/enter.server.ts'
import { sortableOf } from '#app/remarks/find.server.ts'
import { mergeGroups, splitGroup } from '#app/remarks/regroup.server.ts'
import { leaveOut, redactRemark } from '#app/remarks/sort.server.ts'
import { repeatHearing } from '#app/repeat-hearing.server.ts'
import { hearings, protocolObjections, remarks } from '#db/schema/hearings.ts'
import type { Writer } from '#db/store.ts'
import { aWorld, type World } from '#tests/support/world.ts'
import { ANNOUNCED, aHearing, STARTS } from './a-hearing.ts'

const NOW = new Date('2026-04-20T06:00:00Z')
let world: World
beforeAll(async () => {
	world = await aWorld()
})
afterAll(() => world.store.close())

const by = (who: string, { id }: Hearing, now = NOW) => ({
	hearingId: id,
	actor: world.actors[who] as World['actors']['author'],
	now,
})
const act = <Result>(work: (tx: Writer) => Promise<Result>) => world.store.write('hearing', work)

const letter = (hearing: Hearing, who = 'ENV:clerk', receivedAt = ANNOUNCED) =>
	act((tx) =>
		enterRemark(tx, {
			...by(who, hearing),
			position: 'against',
			affiliation: 'resident',
			language: 'en',
			text: `The valley has no water for hearing ${hearing.id}.`,
			name: 'Sample Namesdottir',
			publicName: null,
			region: 'KZ-75',
			email: null,
			published: true,
			receivedAt,
			fileIds: [],
		}),
	)

test('once its protocol is signed nothing is entered, left out or put elsewhere; what may not be shown still goes', async () => {
	const hearing = await aHearing(world.store, { state: 'held', endedAt: STARTS })
	expect((await letter(hearing)).ok).toBe(true)
	await act((tx) => tx.update(hearings).set({ protocolSignedAt: NOW }))
	const sealed = { ok: false, refusal: 'wrong-state' }
	const [remark] = await world.store.readOwn.select().from(remarks)
	const groupId = Number(remark?.groupId)
	const clerk = by('ENV:clerk', hearing)
	expect(await letter(hearing)).toEqual(sealed)
	expect(await act((tx) => leaveOut(tx, { ...clerk, ordinal: 1, reason: 'Vague.' }))).toEqual(sealed)
	expect(await act((tx) => splitGroup(tx, { ...clerk, groupId, ordinals: [1] }))).toEqual(sealed)
	expect(await act((tx) => mergeGroups(tx, { ...clerk, groupId, into: 1 }))).toEqual(sealed)
	const redaction = { ordinal: 1, text: '[…]', reason: 'A telephone number.', files: false }
	expect((await act((tx) => redactRemark(tx, { ...clerk, ...redaction }))).ok).toBe(true)
})

test('no letter is entered as come before the documents were public', async () => {
	const hearing = await aHearing(world.store)
	expect(await letter(hearing, 'ENV:clerk', new Date('2026-03-01T06:00:00Z'))).toEqual({
		ok: false,
		refusal: 'early',
	})
})

test('a group that holds its own hearing reads no name that was not to be shown', async () => {
	const hearing = await aHearing(world.store, { civic: true, bodyId: null })
	const entered = await letter(hearing, 'author')
	if (!entered.ok) throw new Error(entered.refusal)
	const { groupId } = entered.value
	const names = async (named: boolean) =>
		(await sortableOf(world.store.readOwn, hearing.id, groupId, { before: undefined, named })).items.map(
			({ name }) => name,
		)
	expect(await names(false)).toEqual([null])
	expect(await names(true)).toEqual(['Sample Namesdottir'])
})

test('nothing is decided while somebody may object in time, or waits for the answer', async () => {
	const over = { state: 'held', endedAt: STARTS, protocolSignedAt: NOW, protocolPublishedAt: NOW } as const
	const hearing = await aHearing(world.store, { ...over, objectionsUntil: '2026-04-27' })
	const decide = (now: Date) =>
		act((tx) =>
			decideHearing(tx, {
				...by('ENV:approver', hearing, now),
				decision: { outcome: 'refused', text: 'No.', reasons: 'No water.', despite: '', commitments: [] },
			}),
		)
	const open = { ok: false, refusal: 'objections-open' }
	expect(await decide(new Date('2026-04-27T12:00:00Z'))).toEqual(open)
	const objection = { hearingId: hearing.id, text: 'My words stand wrongly.', language: 'en', late: false }
	await act((tx) => tx.insert(protocolObjections).values({ id: 'one', ...objection, receivedAt: NOW }))
	expect(await decide(new Date('2026-04-28T06:00:00Z'))).toEqual(open)
	await act((tx) => tx.update(protocolObjections).set({ answer: 'They were mended.', answeredAt: NOW }))
	expect(await decide(new Date('2026-04-28T06:00:00Z'))).toEqual({ ok: true, value: null })
})

test('what was announced beside a hearing is not taken away, nor turned round', async () => {
	const hearing = await aHearing(world.store)
	const one = { kind: 'petition' as const, number: 'P-2026-000001-5' }
	const link = (stance: 'for' | 'against') =>
		act((tx) => linkToHearing(tx, { ...by('ENV:clerk', hearing), ...one, stance }))
	expect((await link('against')).ok).toBe(true)
	expect(await link('for')).toEqual({ ok: false, refusal: 'wrong-state' })
	expect(await act((tx) => unlinkFromHearing(tx, { ...by('ENV:clerk', hearing), ...one }))).toEqual({
		ok: false,
		refusal: 'wrong-state',
	})
})

test('a draft that its initiator leaves lying keeps the authority from no repeat hearing', async () => {
	const hearing = await aHearing(world.store, { state: 'held', endedAt: STARTS, protocolSignedAt: NOW })
	const repeat = (who: string) =>
		act((tx) => repeatHearing(tx, { ...by(who, hearing), ground: 'open_comments' }))
	expect((await repeat('author')).ok).toBe(true)
	expect(await repeat('author')).toEqual({ ok: false, refusal: 'already' })
	expect((await repeat('ENV:approver')).ok).toBe(true)
	expect(await repeat('ENV:approver')).toEqual({ ok: false, refusal: 'already' })
})
