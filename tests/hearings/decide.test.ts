import { eq, like, or } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { decideHearing, type HearingDecision } from '#app/decide-hearing.server.ts'
import { dossierOf } from '#app/dossiers/find.server.ts'
import { postDocuments } from '#app/dossiers/post.server.ts'
import { commissionOf, enterCommissionStep } from '#app/hearings/commission.server.ts'
import { commitmentsOf, tellCommitment } from '#app/hearings/commitments.server.ts'
import { discardHearing } from '#app/hearings/draft.server.ts'
import type { Hearing } from '#app/hearings/hearing.server.ts'
import { remarksOf } from '#app/remarks/find.server.ts'
import { repeatHearing } from '#app/repeat-hearing.server.ts'
import { attachments } from '#db/schema/files.ts'
import { hearings, remarks } from '#db/schema/hearings.ts'
import { searchIndex } from '#db/search.ts'
import type { Writer } from '#db/store.ts'
import { aRemark } from '#tests/protocols/a-remark.ts'
import { aWorld, type World } from '#tests/support/world.ts'
import { aDraft, aFile } from './a-draft.ts'
import { aHearing } from './a-hearing.ts'

let world: World
beforeAll(async () => {
	world = await aWorld()
})
afterAll(() => world.store.close())

const NOW = new Date('2026-04-20T06:00:00Z')
const DECISION: HearingDecision = {
	outcome: 'approved_with_conditions',
	text: 'The resort may be built, **without** the western slope.',
	reasons: 'The western slope feeds the river.',
	despite: '',
	commitments: [{ text: 'Measure the river each month.', dueOn: '2026-12-01' }],
}
const ANSWERED = { answer: 'It was halved.', outcome: 'accepted', reason: 'It is right.' } as const

const over = {
	state: 'held',
	endedAt: new Date('2026-04-14T10:00:00Z'),
	protocolSignedAt: NOW,
	protocolPublishedAt: NOW,
} as const
const held = (more: Partial<typeof hearings.$inferInsert> = {}) => aHearing(world.store, { ...over, ...more })
const act = <Result>(work: (tx: Writer) => Promise<Result>) => world.store.write('hearing', work)
const by = (who: string, { id }: Hearing, now = NOW) => ({
	hearingId: id,
	actor: world.actors[who] as World['actors']['author'],
	now,
})
const decide = (hearing: Hearing, decision: Partial<HearingDecision> = {}) =>
	act((tx) => decideHearing(tx, { ...by('ENV:approver', hearing), decision: { ...DECISION, ...decision } }))
const row = async (id: number) =>
	(await world.store.readOwn.select().from(hearings).where(eq(hearings.id, id)))[0]

test('is not decided before every row of the response table says what became of it', async () => {
	const hearing = await held()
	await aRemark(world.store, hearing.id, 1, { group: { remarks: 1, people: 1 } })
	expect(await decide(hearing)).toMatchObject({ refusal: 'rows-open' })
	const complete = await held()
	await aRemark(world.store, complete.id, 1, { group: { remarks: 1, people: 1, ...ANSWERED } })
	expect(await decide(complete)).toMatchObject({ ok: true })
	expect(await row(complete.id)).toMatchObject({
		state: 'decided',
		outcome: 'approved_with_conditions',
		decisionHtml: expect.stringContaining('<strong>without</strong>'),
	})
})

test('is not decided before its protocol is public, nor without reasons, nor with a promise in the past', async () => {
	expect(await decide(await held({ protocolPublishedAt: null }))).toMatchObject({ refusal: 'protocol-open' })
	const hearing = await held()
	expect(await decide(hearing, { reasons: ' ' })).toMatchObject({ refusal: 'incomplete' })
	expect(await decide(hearing, { outcome: null })).toMatchObject({ refusal: 'incomplete' })
	const past = [{ text: 'Measure.', dueOn: '2026-01-01' }]
	expect(await decide(hearing, { commitments: past })).toMatchObject({ refusal: 'wrong-day' })
})

test('what the law wants heard again is approved only with the reason why, or not at all', async () => {
	const hearing = await held()
	const open = { remarks: 1, people: 1, ...ANSWERED, unresolved: true }
	await aRemark(world.store, hearing.id, 1, { group: open })
	expect(await decide(hearing)).toMatchObject({ refusal: 'despite' })
	expect(await decide(hearing, { outcome: 'repeat' })).toMatchObject({ ok: true })
	expect(await decide(await held({ state: 'not_held' }))).toMatchObject({ refusal: 'not-heard' })
})

test('what is left open is carried into the hearing that repeats it', async () => {
	const hearing = await held()
	await aRemark(world.store, hearing.id, 1, { group: { remarks: 1, people: 1, ...ANSWERED } })
	await aRemark(world.store, hearing.id, 2, {
		group: { remarks: 1, people: 1, ...ANSWERED, unresolved: true },
	})
	const repeat = (who: string) =>
		act((tx) => repeatHearing(tx, { ...by(who, hearing), ground: 'open_comments' }))
	const made = await repeat('ENV:approver')
	if (!made.ok) throw new Error(made.refusal)
	const { hearingId } = made.value
	expect(await row(hearingId)).toMatchObject({
		state: 'preparing',
		repeatOf: hearing.id,
		repeatGround: 'open_comments',
		initiatorName: hearing.initiatorName,
	})
	const carried = await world.store.readOwn.select().from(remarks).where(eq(remarks.hearingId, hearingId))
	expect(carried.map(({ carriedFrom }) => carriedFrom)).toEqual([2])
	expect(await repeat('author'), 'once is enough').toMatchObject({ refusal: 'already' })
})

test('a hearing that repeats another begins with its documents, and with their own days', async () => {
	const { store } = world
	const hearing = await held()
	const documentId = await aDraft(store, hearing)
	await aDraft(store, hearing, { hiddenAt: NOW })
	const open = { group: { remarks: 1, people: 1, ...ANSWERED, unresolved: true } }
	const place = { documentId, documentVersion: 2, paragraph: 3, passage: '1. Water is released in April.' }
	await aRemark(store, hearing.id, 1, { ...open, remark: { ...place, text: 'Say on which days.' } })
	await aRemark(store, hearing.id, 2, { ...open, remark: { ...place, documentVersion: 1 } })
	const made = await act((tx) =>
		repeatHearing(tx, { ...by('ENV:approver', hearing), ground: 'procedure_breach' }),
	)
	if (!made.ok) throw new Error(made.refusal)
	const { hearingId } = made.value
	const [copy, ...others] = await dossierOf(store.readOwn, hearingId)
	const [{ versions: [last] = [] } = {}] = await dossierOf(store.readOwn, hearing.id)
	expect(others).toEqual([])
	expect(copy?.versions).toMatchObject([
		{ version: 1, sha256: last?.sha256, fileId: last?.fileId, frozenAt: null, material: null, addedAt: NOW },
	])
	expect(copy?.id).not.toBe(documentId)
	const own = eq(remarks.hearingId, hearingId)
	const carried = await store.readOwn.select().from(remarks).where(own).orderBy(remarks.ordinal)
	expect(carried).toMatchObject([
		{ documentId: copy?.id, documentVersion: 1, paragraph: 3 },
		{ documentId: null, documentVersion: null, paragraph: null, passage: null },
	])
	// As for any other: two working days after the documents were there.
	expect(await row(hearingId)).toMatchObject({ documentsReceivedAt: NOW, postBy: '2026-04-22' })
	const changed = await held()
	const reworked = await act((tx) =>
		repeatHearing(tx, { ...by('ENV:approver', changed), ground: 'substantial_change' }),
	)
	expect(await row(reworked.ok ? reworked.value.hearingId : 0), 'reworked first, in no term').toMatchObject({
		documentsReceivedAt: null,
		postBy: null,
	})

	const found = () =>
		store.readOwn
			.select({ kind: searchIndex.kind })
			.from(searchIndex)
			.where(or(like(searchIndex.ref, `${hearingId}-%`), eq(searchIndex.ref, String(hearingId))))
	expect(await found(), 'nobody is to find what is not public').toEqual([])
	expect(await act((tx) => postDocuments(tx, by('ENV:clerk', { ...hearing, id: hearingId })))).toMatchObject({
		ok: true,
	})
	expect((await found()).map(({ kind }) => kind).sort()).toEqual(['hearing', 'remark', 'remark'])
	const { items } = await remarksOf(store.readOwn, hearingId, { query: 'which days' })
	expect(items.map(({ ordinal }) => ordinal)).toEqual([1])
})

test('the draft of a repeat that is thrown away leaves nothing behind', async () => {
	const { store } = world
	const hearing = await held()
	await aDraft(store, hearing)
	const open = { group: { remarks: 1, people: 1, ...ANSWERED, unresolved: true } }
	await aRemark(store, hearing.id, 1, open)
	const ofRemark = { fileId: await aFile(store), subject: 'remark', subjectId: `${hearing.id}-1` } as const
	await act((tx) => tx.insert(attachments).values({ id: 'held', ...ofRemark, public: true, position: 0 }))
	const holds = () => store.readOwn.$count(attachments)
	const before = await holds()
	const made = await act((tx) => repeatHearing(tx, { ...by('author', hearing), ground: 'open_comments' }))
	if (!made.ok) throw new Error(made.refusal)
	expect(await holds()).toBe(before + 2)
	const draft = { ...hearing, id: made.value.hearingId }
	expect(await act((tx) => discardHearing(tx, by('author', draft)))).toMatchObject({ ok: true })
	expect([await holds(), await row(draft.id)]).toEqual([before, undefined])
})

test('a commitment is told of until it is done', async () => {
	const hearing = await held()
	await decide(hearing)
	const [commitment] = await commitmentsOf(world.store.readOwn, hearing.id)
	const tell = (progress: number) =>
		act((tx) =>
			tellCommitment(tx, {
				...by('ENV:clerk', hearing),
				commitmentId: String(commitment?.id),
				progress,
				note: 'The gauge stands.',
			}),
		)
	expect(await tell(40)).toMatchObject({ ok: true })
	expect((await commitmentsOf(world.store.readOwn, hearing.id))[0]).toMatchObject({
		progress: 40,
		doneAt: null,
	})
	await tell(100)
	expect(await tell(50)).toMatchObject({ refusal: 'already' })
})

test('the commission of experts runs on its clocks, step by step', async () => {
	const first = await held()
	const step = (hearing: Hearing, entry: Parameters<typeof enterCommissionStep>[1]['entry'], now = NOW) =>
		act((tx) => enterCommissionStep(tx, { ...by('ENV:clerk', hearing, now), entry }))
	expect(await step(first, { step: 'applied', on: '2026-04-20' })).toMatchObject({ refusal: 'not-repeated' })
	const hearing = await held({ repeatOf: first.id })
	expect(await step(hearing, { step: 'created', on: '2026-04-20', members: 'Three.' })).toMatchObject({
		refusal: 'out-of-order',
	})
	await step(hearing, { step: 'applied', on: '2026-04-20' })
	expect(await commissionOf(world.store.readOwn, hearing.id)).toMatchObject({ createBy: '2026-04-22' })
	expect(await step(hearing, { step: 'created', on: '2026-04-19', members: 'Three.' })).toMatchObject({
		refusal: 'wrong-day',
	})
	await step(hearing, { step: 'created', on: '2026-04-20', members: 'Three.' })
	const papers = (sitsOn: string) => step(hearing, { step: 'papers', on: '2026-04-20', sitsOn })
	// 20 working days after 20 April 2026: 1, 7 and 11 May are days off.
	expect(await papers('2026-05-22')).toMatchObject({ refusal: 'wrong-day' })
	expect(await papers('2026-05-21')).toMatchObject({ ok: true })
	expect(await commissionOf(world.store.readOwn, hearing.id)).toMatchObject({
		sitBy: '2026-05-21',
		tellBy: '2026-05-12',
	})
})
