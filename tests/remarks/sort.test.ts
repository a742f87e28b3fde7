import { asc, eq } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Hearing, hearingById, hearingKey } from '#app/hearings/hearing.server.ts'
import type { Outcome } from '#app/outcome.ts'
import { carryRemarks } from '#app/remarks/carry.server.ts'
import { countsOf } from '#app/remarks/cells.server.ts'
import { remarkOf } from '#app/remarks/find.server.ts'
import { groupById, groupByOrdinal } from '#app/remarks/group.server.ts'
import { mergeGroups, splitGroup } from '#app/remarks/regroup.server.ts'
import { answerRow, findUnresolved, respondToRow } from '#app/remarks/respond.server.ts'
import { countAgain, leaveOut, redactRemark } from '#app/remarks/sort.server.ts'
import { submitRemark } from '#app/remarks/submit.server.ts'
import { tellAuthors } from '#app/remarks/tell-authors.server.ts'
import { remarkByOrdinal, withdrawRemark } from '#app/remarks/withdraw.server.ts'
import { hearings } from '#db/schema/hearings.ts'
import { outbox } from '#db/schema/register.ts'
import type { Store, Writer } from '#db/store.ts'
import { aHearing } from '#tests/hearings/a-hearing.ts'
import { aWorld, type World } from '#tests/support/world.ts'
import { aCrowd, aRemark, aSubmission, CAMPAIGN, coverage, REMARKED_AT } from './a-remark.ts'

let world: World
let store: Store
let crowd: string[]
beforeAll(async () => {
	world = await aWorld()
	store = world.store
	crowd = await aCrowd(store, 300)
})

const OTHER = 'A second road is wanted before anything is built.'
const by = (personId: string | undefined) => ({
	actor: { personId: String(personId), roles: [], level: 1 },
})
const as = (who: string) => world.actors[who] as World['actors']['author']

/** Does something to a hearing as somebody, and expects it to be done. */
async function act<Value>(
	hearing: Hearing,
	who: string,
	work: (
		tx: Writer,
		act: { hearingId: number; actor: World['actors']['author']; now: Date },
	) => Promise<Outcome<Value, string>>,
): Promise<Value> {
	const outcome = await store.write(hearingKey(hearing.id), (tx) =>
		work(tx, { hearingId: hearing.id, actor: as(who), now: REMARKED_AT }),
	)
	if (!outcome.ok) throw new Error(outcome.refusal)
	return outcome.value
}

const end = (hearing: Hearing) =>
	store.write('held', (tx) => tx.update(hearings).set({ state: 'held' }).where(eq(hearings.id, hearing.id)))
const letters = (notice: string) =>
	store.readOwn.select().from(outbox).where(eq(outbox.notice, notice)).orderBy(asc(outbox.number))

describe('leaving out', () => {
	it('keeps the text with the reason, takes it from every count, and can be taken back', async () => {
		const hearing = await aHearing(store)
		await aRemark(store, hearing)
		const { groupId } = await aRemark(store, hearing, { ...by('stranger'), text: OTHER })
		await act(hearing, 'ENV:clerk', (tx, act) =>
			leaveOut(tx, { ...act, ordinal: 2, reason: 'It speaks of another valley.' }),
		)
		expect(await groupById(store.readOwn, hearing.id, groupId)).toMatchObject({ remarks: 0, people: 0 })
		expect(await coverage(store, hearing)).toMatchObject({ rows: 1 })
		expect(await remarkByOrdinal(store.readOwn, hearing.id, 2)).toMatchObject({
			state: 'not_counted',
			text: OTHER,
			stateReason: 'It speaks of another valley.',
		})
		expect(await countsOf(store.readOwn, hearing.id)).toMatchObject({ people: { against: 1 }, notCounted: 1 })
		expect(await letters('remark-not-counted')).toMatchObject([{ recipient: 'stranger@demo.example' }])
		await act(hearing, 'ENV:clerk', (tx, act) => countAgain(tx, { ...act, ordinal: 2 }))
		expect(await countsOf(store.readOwn, hearing.id)).toMatchObject({ people: { against: 2 }, notCounted: 0 })
	})
})

describe('redaction', () => {
	it('shows everybody the rest alone, calls the row by it, and keeps the original', async () => {
		const hearing = await aHearing(store)
		const { groupId } = await aRemark(store, hearing, { text: 'Call me: +7 700 000 00 00' })
		await act(hearing, 'ENV:clerk', (tx, act) =>
			redactRemark(tx, { ...act, ordinal: 1, text: 'Call me: […]', reason: 'A telephone.', files: false }),
		)
		expect((await groupById(store.readOwn, hearing.id, groupId))?.title).toBe('Call me: […]')
		expect(await remarkByOrdinal(store.readOwn, hearing.id, 1)).toMatchObject({
			text: 'Call me: +7 700 000 00 00',
			redacted: 'Call me: […]',
		})
		expect(await letters('remark-redacted')).toHaveLength(1)
		const other = { ordinal: 1, text: 'Call somebody else: […]', reason: 'A telephone.', files: false }
		expect(
			await store.write(hearingKey(hearing.id), (tx) =>
				redactRemark(tx, { hearingId: hearing.id, actor: as('ENV:clerk'), now: REMARKED_AT, ...other }),
			),
		).toEqual({ ok: false, refusal: 'altered' })
		expect(await remarkByOrdinal(store.readOwn, hearing.id, 1)).toMatchObject({ redacted: 'Call me: […]' })
	})
})

it('a row is not called by words that were taken back, or out of sight after it was left out', async () => {
	const hearing = await aHearing(store)
	const alone = await aRemark(store, hearing)
	await store.write(hearingKey(hearing.id), (tx) =>
		withdrawRemark(tx, { hearingId: hearing.id, ordinal: 1, actor: as('author'), now: REMARKED_AT }),
	)
	expect(await groupById(store.readOwn, hearing.id, alone.groupId)).toMatchObject({ remarks: 0, title: '' })
	const { groupId } = await aRemark(store, hearing, { text: 'Call me: +7 700 000 00 00', passage: 'My door' })
	await act(hearing, 'ENV:clerk', (tx, act) => leaveOut(tx, { ...act, ordinal: 2, reason: 'A call.' }))
	await act(hearing, 'ENV:clerk', (tx, act) =>
		redactRemark(tx, { ...act, ordinal: 2, text: 'Call me: […]', reason: 'A telephone.', files: false }),
	)
	expect((await groupById(store.readOwn, hearing.id, groupId))?.title).toBe('Call me: […]')
	expect(await remarkOf(store.readOwn, hearing.id, 2)).toMatchObject({ passage: null })
})

describe('splitting and merging', () => {
	it('a split row is counted exactly, and what repeats it follows it', async () => {
		const hearing = await aHearing(store)
		for (const [n, who] of crowd.slice(0, 6).entries())
			await aRemark(store, hearing, { ...by(who), text: n < 3 ? CAMPAIGN : `${CAMPAIGN} And ask the school` })
		const { groupId } = await aRemark(store, hearing, { ...by(crowd[6]), text: CAMPAIGN })
		const { group } = await act(hearing, 'ENV:clerk', (tx, act) =>
			splitGroup(tx, { ...act, groupId, ordinals: [4, 5, 6, 99] }),
		)
		expect(group).toMatchObject({ ordinal: 2, remarks: 3, people: 3, peopleAgainst: 3, remarkOrdinal: 4 })
		expect(await groupById(store.readOwn, hearing.id, groupId)).toMatchObject({ remarks: 4, people: 4 })
		const next = await aRemark(store, hearing, { ...by(crowd[7]), text: `${CAMPAIGN} And ask the school` })
		expect(next.groupId).toBe(group.id)
		expect((await aRemark(store, hearing, { ...by(crowd[8]), text: CAMPAIGN })).groupId).toBe(groupId)
	})

	it('a row cannot be split into all of itself and nothing', async () => {
		const hearing = await aHearing(store)
		const { groupId } = await aRemark(store, hearing)
		await expect(
			act(hearing, 'ENV:clerk', (tx, act) => splitGroup(tx, { ...act, groupId, ordinals: [1] })),
		).rejects.toThrow('all')
	})

	it('merged rows are one, of people counted once, and both texts lead to it', async () => {
		const hearing = await aHearing(store)
		const first = await aRemark(store, hearing)
		const second = await aRemark(store, hearing, { text: OTHER })
		await aRemark(store, hearing, { ...by('stranger'), text: OTHER })
		await act(hearing, 'ENV:clerk', (tx, act) =>
			mergeGroups(tx, { ...act, groupId: second.groupId, into: 1 }),
		)
		expect(await groupById(store.readOwn, hearing.id, first.groupId)).toMatchObject({ remarks: 3, people: 2 })
		expect(await coverage(store, hearing)).toMatchObject({ rows: 1, people: 2 })
		expect((await aRemark(store, hearing, { ...by(crowd[0]), text: OTHER })).groupId).toBe(first.groupId)
		// Where it was, it is found still: its first remark says in which row it stands now.
		expect(await groupByOrdinal(store.readOwn, hearing.id, 2)).toMatchObject({ remarks: 0, remarkOrdinal: 2 })
	})

	it('a row that was answered is not lost in another', async () => {
		const hearing = await aHearing(store)
		const { groupId } = await aRemark(store, hearing)
		await aRemark(store, hearing, { text: OTHER })
		await act(hearing, 'author', (tx, act) =>
			answerRow(tx, { ...act, groupId, answer: 'The station moves.' }),
		)
		await expect(
			act(hearing, 'ENV:clerk', (tx, act) => mergeGroups(tx, { ...act, groupId, into: 2 })),
		).rejects.toThrow('answered')
	})

	it('nor is one that the chair found unresolved; what was signed so stays so', async () => {
		const hearing = await aHearing(store, {}, { chair: as('ENV:executor') })
		const { groupId } = await aRemark(store, hearing)
		await aRemark(store, hearing, { text: OTHER })
		await end(hearing)
		const find = (unresolved: boolean) =>
			act(hearing, 'ENV:executor', (tx, act) => findUnresolved(tx, { ...act, groupId, unresolved }))
		await find(true)
		await expect(
			act(hearing, 'ENV:clerk', (tx, act) => mergeGroups(tx, { ...act, groupId, into: 2 })),
		).rejects.toThrow('answered')
		await store.write('signed', (tx) =>
			tx.update(hearings).set({ protocolSignedAt: REMARKED_AT }).where(eq(hearings.id, hearing.id)),
		)
		await expect(find(false)).rejects.toThrow('wrong-state')
	})

	it('whoever comes into a row that was responded to is told as well, and nobody twice', async () => {
		const hearing = await aHearing(store)
		await aRemark(store, hearing)
		const { groupId } = await aRemark(store, hearing, { ...by('stranger'), text: OTHER })
		await end(hearing)
		await store.write('sent', (tx) => tx.delete(outbox))
		const row = await groupByOrdinal(store.readOwn, hearing.id, 1)
		await act(hearing, 'ENV:clerk', (tx, act) =>
			respondToRow(tx, {
				...act,
				groupId: Number(row?.id),
				outcome: 'not_accepted',
				reason: 'It stands well.',
				changed: '',
			}),
		)
		await tellAuthors(store, { now: REMARKED_AT })
		await act(hearing, 'ENV:clerk', (tx, act) => mergeGroups(tx, { ...act, groupId, into: 1 }))
		await tellAuthors(store, { now: REMARKED_AT })
		expect((await letters('remark-not_accepted')).map(({ recipient }) => recipient).sort()).toEqual([
			'author@demo.example',
			'stranger@demo.example',
		])
	})
})

describe('the response table', () => {
	const respond = (hearing: Hearing, groupId: number, over = {}) =>
		act(hearing, 'ENV:clerk', (tx, act) =>
			respondToRow(tx, {
				...act,
				groupId,
				outcome: 'partly',
				reason: 'The wood is protected.',
				changed: 'The lower station.',
				...over,
			}),
		)

	it('says why, and what was changed where something was accepted', async () => {
		const hearing = await aHearing(store)
		const { groupId } = await aRemark(store, hearing)
		await end(hearing)
		await expect(respond(hearing, groupId, { reason: '' })).rejects.toThrow('reason')
		await expect(respond(hearing, groupId, { changed: '' })).rejects.toThrow('changed')
		await expect(respond(hearing, groupId, { outcome: 'accepted', changed: '' })).rejects.toThrow('changed')
		expect(await coverage(store, hearing)).toMatchObject({ rows: 1, responded: 0, complete: false })
		await respond(hearing, groupId, { outcome: 'not_accepted', changed: '' })
		expect(await coverage(store, hearing)).toMatchObject({ responded: 1, peopleResponded: 1, complete: true })
	})

	it('is complete without any remark, and open again with one more', async () => {
		const hearing = await aHearing(store)
		expect(await coverage(store, hearing)).toMatchObject({ rows: 0, people: 0, complete: true })
		await aRemark(store, hearing)
		expect(await coverage(store, hearing)).toMatchObject({ rows: 1, complete: false })
	})

	it('a campaign is answered once, and each of its authors is told once', async () => {
		const hearing = await aHearing(store)
		const { groupId } = await aRemark(store, hearing, { ...by(crowd[0]), text: CAMPAIGN })
		for (let at = 1; at < crowd.length; at += 50)
			await store.write(hearingKey(hearing.id), async (tx) => {
				for (const who of crowd.slice(at, at + 50))
					await submitRemark(tx, aSubmission(hearing, { ...by(who), text: CAMPAIGN }))
			})
		await aRemark(store, hearing, { ...by(crowd[0]), text: OTHER })
		await end(hearing)
		await store.write('sent', (tx) => tx.delete(outbox))
		await respond(hearing, groupId)
		for (let round = 0; round < 4; round++) {
			await Promise.all([tellAuthors(store, { now: REMARKED_AT }), tellAuthors(store, { now: REMARKED_AT })])
			await store.write('sent', (tx) => tx.update(outbox).set({ sentAt: REMARKED_AT }))
		}
		const told = await letters('remark-partly')
		expect(told).toHaveLength(crowd.length)
		expect(new Set(told.map(({ recipient }) => recipient)).size).toBe(crowd.length)
		expect((await groupById(store.readOwn, hearing.id, groupId))?.toldTo).toBeNull()
	}, 60_000)

	it('what is unresolved is carried over: texts, people and rows, and whoever writes again is the same human', async () => {
		const hearing = await aHearing(store, {}, { chair: as('ENV:executor') })
		const { groupId } = await aRemark(store, hearing, { text: CAMPAIGN })
		await aRemark(store, hearing, { ...by('stranger'), text: `${CAMPAIGN} Aigul` })
		await aRemark(store, hearing, { text: OTHER })
		await end(hearing)
		await act(hearing, 'ENV:executor', (tx, act) => findUnresolved(tx, { ...act, groupId, unresolved: true }))
		expect(await coverage(store, hearing)).toMatchObject({ unresolved: 1 })
		const again = await aHearing(store, { repeatOf: hearing.id })
		const carried = await store.write([hearingKey(hearing.id), hearingKey(again.id)], (tx) =>
			carryRemarks(tx, hearing.id, again.id, new Map(), REMARKED_AT),
		)
		expect(carried).toEqual({ remarks: 2, rows: 1 })
		expect(await remarkByOrdinal(store.readOwn, again.id, 2)).toMatchObject({
			channel: 'carried',
			carriedFrom: 2,
			late: false,
		})
		const next = await aRemark(store, (await hearingById(store.readOwn, again.id)) as Hearing, {
			text: CAMPAIGN,
		})
		expect(next.group).toMatchObject({ ordinal: 1, remarks: 3, people: 2, peopleAgainst: 2 })
		expect(await countsOf(store.readOwn, again.id)).toMatchObject({ people: { against: 2 }, remarks: 3 })
	})
})
