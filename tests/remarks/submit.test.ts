import { asc, eq, like } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Hearing, hearingKey } from '#app/hearings/hearing.server.ts'
import { countsOf } from '#app/remarks/cells.server.ts'
import { enterRemark, takeDownRemark } from '#app/remarks/enter.server.ts'
import { groupById } from '#app/remarks/group.server.ts'
import { submitRemark } from '#app/remarks/submit.server.ts'
import { withdrawRemark } from '#app/remarks/withdraw.server.ts'
import { hearings, remarkGroups, remarks } from '#db/schema/hearings.ts'
import { events, outbox } from '#db/schema/register.ts'
import type { Store } from '#db/store.ts'
import { aHearing } from '#tests/hearings/a-hearing.ts'
import { aWorld, type World } from '#tests/support/world.ts'
import { aCrowd, aRemark, aSubmission, CAMPAIGN, REMARKED_AT } from './a-remark.ts'

let world: World
let store: Store
let crowd: string[]
beforeAll(async () => {
	world = await aWorld()
	store = world.store
	crowd = await aCrowd(store, 60)
})

const by = (personId: string | undefined, level = 1) => ({
	actor: { personId: String(personId), roles: [], level },
})
const tries = (hearing: Hearing, over: Parameters<typeof aSubmission>[1] = {}) =>
	store.write(hearingKey(hearing.id), (tx) => submitRemark(tx, aSubmission(hearing, over)))
const rowsOf = ({ id }: Hearing) =>
	store.readOwn.select().from(remarks).where(eq(remarks.hearingId, id)).orderBy(asc(remarks.ordinal))
const groupsOf = ({ id }: Hearing) =>
	store.readOwn
		.select()
		.from(remarkGroups)
		.where(eq(remarkGroups.hearingId, id))
		.orderBy(asc(remarkGroups.ordinal))
const letters = (notice: string) =>
	store.readOwn.select().from(outbox).where(eq(outbox.notice, notice)).orderBy(asc(outbox.number))

describe('who may, and when', () => {
	it.each([
		'draft',
		'requested',
		'refused',
		'preparing',
		'held',
		'not_held',
		'decided',
		'called_off',
	] as const)('none is taken when the hearing is %s', async (state) => {
		const hearing = await aHearing(store, { state })
		expect(await tries(hearing)).toEqual({ ok: false, refusal: 'closed' })
	})

	it('one is taken up to the last moment of the last day, and after it marked late by our own time', async () => {
		const hearing = await aHearing(store)
		const close = new Date('2026-04-09T19:00:00Z')
		await aRemark(store, hearing, { now: new Date(close.getTime() - 1) })
		await aRemark(store, hearing, { now: close, text: 'One second more.' })
		expect((await rowsOf(hearing)).map(({ late }) => late)).toEqual([false, true])
		expect(await letters('remark-received-late')).toHaveLength(1)
		const recorded = await store.readOwn
			.select({ details: events.details })
			.from(events)
			.where(like(events.subjectId, `${hearing.id}-%`))
			.orderBy(asc(events.sequence))
		expect(recorded.map(({ details }) => details)).toEqual([
			{ ordinal: 1, late: false },
			{ ordinal: 2, late: true },
		])
	})

	it('as well known as the hearing wants', async () => {
		const hearing = await aHearing(store, { remarkLevel: 2 })
		expect(await tries(hearing)).toEqual({ ok: false, refusal: 'level' })
		// The account has no identity behind it, whatever the session says.
		expect(await tries(hearing, by('author', 2))).toEqual({ ok: false, refusal: 'level' })
		expect(await tries(hearing, by('nobody'))).toEqual({ ok: false, refusal: 'level' })
	})

	it('from anywhere, but it must be said from where', async () => {
		const hearing = await aHearing(store)
		expect(await tries(hearing, { region: undefined })).toEqual({ ok: false, refusal: 'region' })
		expect(await tries(hearing, { region: 'XX-1' })).toEqual({ ok: false, refusal: 'region' })
		expect((await tries(hearing, { region: 'abroad' })).ok).toBe(true)
	})

	it('a document of another hearing is no document of this one', async () => {
		const hearing = await aHearing(store)
		expect(await tries(hearing, { documentId: 'of another' })).toEqual({ ok: false, refusal: 'no-document' })
	})

	it('the same form sent twice is one remark; the form of another is another', async () => {
		const hearing = await aHearing(store)
		const submissionId = crypto.randomUUID()
		const first = await tries(hearing, { submissionId })
		expect(await tries(hearing, { submissionId, text: 'Other words' })).toEqual(first)
		await tries(hearing, { submissionId, ...by('stranger') })
		expect(await rowsOf(hearing)).toHaveLength(2)
	})
})

describe('groups and counts', () => {
	it('forty people at once: numbers without a gap, one row, forty people', async () => {
		const hearing = await aHearing(store)
		await Promise.all(
			crowd
				.slice(0, 40)
				.map((who, n) => tries(hearing, { ...by(who), text: `${CAMPAIGN} ${n % 3 ? '' : who}` })),
		)
		expect((await rowsOf(hearing)).map(({ ordinal }) => ordinal)).toEqual(
			Array.from({ length: 40 }, (_, n) => n + 1),
		)
		expect(await groupsOf(hearing)).toMatchObject([
			{ ordinal: 1, remarks: 40, people: 40, peopleAgainst: 40, peopleFor: 0 },
		])
	})

	it('one human counts once for a position, however often they write', async () => {
		const hearing = await aHearing(store)
		await aRemark(store, hearing)
		await aRemark(store, hearing)
		await aRemark(store, hearing, { text: 'Something else altogether.' })
		await aRemark(store, hearing, { text: 'Snow is good.', position: 'for' })
		const counts = await countsOf(store.readOwn, hearing.id)
		expect(counts).toMatchObject({ people: { for: 1, against: 1, neutral: 0 }, remarks: 4 })
		expect(counts.levels).toEqual([
			{ position: 'against', key: '1', remarks: 3 },
			{ position: 'for', key: '1', remarks: 1 },
		])
		expect(await groupsOf(hearing)).toMatchObject([
			{ remarks: 2, people: 1 },
			{ remarks: 1, people: 1 },
			{ remarks: 1, people: 1, peopleFor: 1 },
		])
	})

	it('the same words meet whoever says them; nearly the same only with the same position', async () => {
		const hearing = await aHearing(store)
		const { groupId } = await aRemark(store, hearing, { text: CAMPAIGN })
		expect(
			(await aRemark(store, hearing, { ...by(crowd[0]), text: CAMPAIGN, position: 'for' })).groupId,
		).toBe(groupId)
		const turned = await aRemark(store, hearing, {
			...by(crowd[1]),
			text: `Not: ${CAMPAIGN}`,
			position: 'for',
		})
		expect(turned.groupId).not.toBe(groupId)
		expect(await groupById(store.readOwn, hearing.id, groupId)).toMatchObject({
			people: 2,
			peopleFor: 1,
			peopleAgainst: 1,
		})
	})

	it('remarks of one hearing meet none of another, and nobody can be known again in it', async () => {
		const [one, other] = [await aHearing(store), await aHearing(store)]
		const first = await aRemark(store, one)
		const second = await aRemark(store, other)
		expect(second.ordinal).toBe(1)
		expect(second.groupId).not.toBe(first.groupId)
		const [[a], [b]] = [await rowsOf(one), await rowsOf(other)]
		expect(a?.authorHash).not.toBe(b?.authorHash)
	})

	it('a row is called by words that may be read, as soon as there are any', async () => {
		const hearing = await aHearing(store)
		const { group } = await aRemark(store, hearing, { published: false })
		expect(group).toMatchObject({ title: '', remarkOrdinal: 1 })
		const joined = await aRemark(store, hearing, by('stranger'))
		expect(joined.group).toMatchObject({
			title: 'The lower station stands in the wood.',
			remarkOrdinal: 2,
			people: 2,
		})
	})
})

describe('taking back', () => {
	const takeBack = (hearing: Hearing, ordinal: number, personId: string) =>
		store.write(hearingKey(hearing.id), (tx) =>
			withdrawRemark(tx, { hearingId: hearing.id, ordinal, ...by(personId), now: REMARKED_AT }),
		)

	it('is for its author alone, once, until the hearing has ended', async () => {
		const hearing = await aHearing(store)
		await aRemark(store, hearing)
		await aRemark(store, hearing, by('stranger'))
		expect(await takeBack(hearing, 1, 'stranger')).toEqual({ ok: false, refusal: 'not-allowed' })
		expect(await takeBack(hearing, 9, 'author')).toEqual({ ok: false, refusal: 'not-found' })
		expect((await takeBack(hearing, 1, 'author')).ok).toBe(true)
		expect(await takeBack(hearing, 1, 'author')).toEqual({ ok: false, refusal: 'withdrawn' })
		expect(await groupsOf(hearing)).toMatchObject([{ remarks: 1, people: 1, remarkOrdinal: 2 }])
		expect(await countsOf(store.readOwn, hearing.id)).toMatchObject({
			people: { against: 1 },
			remarks: 2,
			withdrawn: 1,
		})
		const held = await aHearing(store)
		await aRemark(store, held)
		await store.write('held', (tx) =>
			tx.update(hearings).set({ state: 'held' }).where(eq(hearings.id, held.id)),
		)
		expect(await takeBack(held, 1, 'author')).toEqual({ ok: false, refusal: 'wrong-state' })
	})
})

describe('what did not come by the site', () => {
	const secretary = () => world.actors['HSG:clerk'] as World['actors']['author']
	const onPaper = {
		position: 'neutral' as const,
		affiliation: 'civic_group' as const,
		language: 'en',
		text: 'Our association asks for a second road.',
		name: 'Serik Sample',
		publicName: null,
		region: 'KZ-75',
	}

	it('a letter counts from the day it came, not from the day it was entered', async () => {
		const hearing = await aHearing(store, {}, { secretary: secretary() })
		const entered = await store.write(hearingKey(hearing.id), (tx) =>
			enterRemark(tx, {
				...onPaper,
				hearingId: hearing.id,
				actor: secretary(),
				email: 'serik@post.example',
				published: false,
				receivedAt: new Date('2026-04-08T05:00:00Z'),
				fileIds: [],
				now: new Date('2026-04-13T05:00:00Z'),
			}),
		)
		expect(entered.ok).toBe(true)
		expect(await rowsOf(hearing)).toMatchObject([
			{ channel: 'letter', late: false, level: 0, personId: null, publicName: null, published: false },
		])
		expect(await letters('remark-received')).toContainEqual(
			expect.objectContaining({ recipient: 'serik@post.example' }),
		)
	})

	it('one said by somebody who also wrote is one person more of nothing', async () => {
		const hearing = await aHearing(store, { state: 'live' }, { secretary: secretary() })
		await aRemark(store, hearing)
		const said = await store.write(hearingKey(hearing.id), (tx) =>
			takeDownRemark(tx, {
				...onPaper,
				position: 'against',
				channel: 'oral',
				hearingId: hearing.id,
				agendaItemId: null,
				personId: 'author',
				actor: secretary(),
				now: new Date('2026-04-14T06:00:00Z'),
			}),
		)
		expect(said).toMatchObject({ ok: true, value: { ordinal: 2 } })
		expect(await countsOf(store.readOwn, hearing.id)).toMatchObject({ people: { against: 1 }, remarks: 2 })
		expect((await rowsOf(hearing))[1]).toMatchObject({ channel: 'oral', late: false })
	})
})
