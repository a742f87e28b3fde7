import { asc, eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Announcement, announceHearing } from '#app/hearings/announce.server.ts'
import { breachesOf, recordHearingBreaches } from '#app/hearings/breach.server.ts'
import { callOffHearing } from '#app/hearings/call-off.server.ts'
import { addChannel } from '#app/hearings/channels.server.ts'
import { turnDiscussions } from '#app/hearings/discussion-days.server.ts'
import { describeHearing, discardHearing, startHearing, writeHearing } from '#app/hearings/draft.server.ts'
import { type Hearing, hearingById, hearingKey } from '#app/hearings/hearing.server.ts'
import { appointOfficer } from '#app/hearings/officers.server.ts'
import { planOfHearing } from '#app/hearings/plan.server.ts'
import { acceptRequest, keysForNumber, refuseRequest, requestHearing } from '#app/hearings/request.server.ts'
import { lawOf } from '#app/jurisdictions/law.server.ts'
import type { Actor } from '#app/people/actor.ts'
import { endLeftOpen } from '#app/rooms/end.server.ts'
import { attachments, files } from '#db/schema/files.ts'
import { documentVersions, hearingDocuments, hearings, hearingTexts, remarks } from '#db/schema/hearings.ts'
import { events, outbox } from '#db/schema/register.ts'
import type { Writer } from '#db/store.ts'
import { aRemark } from '#tests/protocols/a-remark.ts'
import { aWorld, type World } from '#tests/support/world.ts'
import { aHearing } from './a-hearing.ts'
import { publishedEverywhere, readied } from './readied.ts'

let world: World
beforeEach(async () => {
	world = await aWorld()
})
afterEach(() => world.store.close())

const at = (day: string) => new Date(`${day}T12:00:00+05:00`)
const write = <Result>(id: number, work: (tx: Writer) => Promise<Result>) =>
	world.store.write(keysForNumber(id), work)
const now = async (id: number) => (await hearingById(world.store.readOwn, id)) as Hearing
const actor = (name: string) => world.actors[name] as Actor
const letters = () =>
	world.store.readOwn.select({ notice: outbox.notice, recipient: outbox.recipient }).from(outbox)
const steps = async (id: number) =>
	(
		await world.store.readOwn
			.select({ type: events.type })
			.from(events)
			.where(eq(events.subjectId, String(id)))
			.orderBy(asc(events.sequence))
	).map(({ type }) => type)

const AT_TEN: Announcement = {
	form: 'open_meeting',
	startsOn: '2026-04-14',
	time: '10:00',
	endsOn: null,
	discussionRule: null,
	places: { en: 'Sample Hall', kk: 'Зал', ru: 'Зал' },
	commentsAddress: 'remarks@env.example',
	seats: 120,
	streamUrl: null,
}

async function started(civic = false): Promise<number> {
	const outcome = await world.store.write('person:author', (tx) =>
		startHearing(tx, {
			actor: { ...world.actors.author, personId: 'author' },
			civic,
			language: 'en',
			initiatorName: 'Sample Resort LLP',
			profileId: 'KZ',
			submissionId: 'once',
			now: at('2026-03-02'),
		}),
	)
	if (!outcome.ok) throw new Error(outcome.refusal)
	return outcome.value.hearingId
}

const DESCRIBED = {
	bodyId: 'ENV',
	form: 'open_meeting',
	legalGround: 'environmental_impact_report',
	initiatorName: 'Sample Resort LLP',
	initiatorCode: '',
	initiatorContact: '1 Sample Street',
	regions: ['KZ-75', 'KZ-19', 'nowhere'],
} as const

describe('the request', () => {
	test('is asked with all that the law wants, and answered by the fifth working day', async () => {
		const id = await started()
		expect(await started()).toBe(id)
		const act = { hearingId: id, actor: world.actors.author, now: at('2026-03-05') }
		expect(await write(id, (tx) => requestHearing(tx, act))).toEqual({ ok: false, refusal: 'no-body' })
		const form = { ...DESCRIBED, form: 'portal_discussion' } as const
		expect(await write(id, (tx) => describeHearing(tx, { ...act, described: form }))).toEqual({
			ok: false,
			refusal: 'wrong-form',
		})
		await write(id, (tx) => describeHearing(tx, { ...act, described: DESCRIBED }))
		expect(await write(id, (tx) => requestHearing(tx, act))).toEqual({ ok: false, refusal: 'no-text' })
		await write(id, (tx) => readied(tx, id, act.now))
		expect(await write(id, (tx) => requestHearing(tx, act))).toMatchObject({ ok: true })
		// 9 March is off.
		expect(await now(id)).toMatchObject({ state: 'requested', answerBy: '2026-03-13' })
		expect((await now(id)).number).toMatch(/^H-2026-000001-\d$/)
		expect(await letters()).toEqual([{ notice: 'hearing-requested', recipient: 'ENV-approver@demo.example' }])
	})

	test('is accepted with the day on which the documents came: V39', async () => {
		const { id } = await aHearing(world.store, {
			state: 'requested',
			postedAt: null,
			requestedAt: at('2026-05-07'),
		})
		const act = { hearingId: id, actor: actor('ENV:approver'), now: at('2026-05-08') }
		for (const receivedOn of ['2026-05-06', '2026-05-09'])
			expect(await write(id, (tx) => acceptRequest(tx, { ...act, receivedOn }))).toEqual({
				ok: false,
				refusal: 'wrong-day',
			})
		await write(id, (tx) => acceptRequest(tx, { ...act, receivedOn: '2026-05-08' }))
		expect(await now(id)).toMatchObject({ state: 'preparing', postBy: '2026-05-13' })
		await recordHearingBreaches(world.store, { now: at('2026-05-13') })
		expect(await breachesOf(world.store.readOwn, id)).toEqual([])
		await recordHearingBreaches(world.store, { now: at('2026-05-14') })
		expect(await breachesOf(world.store.readOwn, id)).toMatchObject([
			{ duty: 'post_documents', dueOn: '2026-05-13', mendedAt: null },
		])
		await write(id, (tx) =>
			tx
				.update(hearings)
				.set({ postedAt: at('2026-05-15') })
				.where(eq(hearings.id, id)),
		)
		await recordHearingBreaches(world.store, { now: at('2026-05-16') })
		expect(await breachesOf(world.store.readOwn, id)).toMatchObject([{ mendedAt: at('2026-05-15') }])
		expect((await letters()).filter(({ notice }) => notice.startsWith('hearing-breach'))).toHaveLength(3)
	})

	test('is refused with a reason, which its initiator gets', async () => {
		const { id } = await aHearing(world.store, { state: 'requested', postedAt: null })
		const act = { hearingId: id, actor: actor('ENV:approver'), now: at('2026-03-12') }
		await write(id, (tx) => refuseRequest(tx, { ...act, reason: 'No report is there.' }))
		expect(await now(id)).toMatchObject({ state: 'refused', refusalReason: 'No report is there.' })
		expect(await letters()).toContainEqual({ notice: 'hearing-refused', recipient: 'author@demo.example' })
	})

	test('that was thrown away before it was sent leaves nothing', async () => {
		const id = await started()
		await write(id, async (tx) => {
			await readied(tx, id, at('2026-03-02'))
			const [document] = await tx.select().from(hearingDocuments)
			await tx.insert(files).values({
				id: 'a file',
				name: 'report.pdf',
				mediaType: 'application/pdf',
				size: 1,
				sha256: 'f'.repeat(64),
				uploadedAt: at('2026-03-02'),
			})
			const row = {
				id: 'attached',
				fileId: 'a file',
				subject: 'document',
				position: 1,
				public: true,
			} as const
			await tx.insert(attachments).values({ ...row, subjectId: String(document?.id) })
		})
		await write(id, (tx) =>
			discardHearing(tx, { hearingId: id, actor: world.actors.author, now: at('2026-03-03') }),
		)
		expect(await world.store.readOwn.$count(hearingTexts, eq(hearingTexts.hearingId, id))).toBe(0)
		expect(await world.store.readOwn.$count(attachments)).toBe(0)
	})
})

describe('the announcement', () => {
	const prepared = async (over: Partial<typeof hearings.$inferInsert> = {}) => {
		const { id } = await aHearing(world.store, {
			state: 'preparing',
			notices: 0,
			announcedAt: null,
			startsOn: null,
			startsAt: null,
			endsOn: null,
			queueSeed: null,
			postedAt: at('2026-03-12'),
			...over,
		})
		await write(id, (tx) => readied(tx, id, at('2026-03-10')))
		return id
	}
	const announce = (id: number, over: Partial<Announcement> = {}, day = '2026-03-12') =>
		write(id, (tx) =>
			announceHearing(tx, {
				hearingId: id,
				actor: actor('ENV:approver'),
				now: at(day),
				announcement: { ...AT_TEN, ...over },
			}),
		)

	test('of a start that the law does not allow is refused: 13 April announced on 12 March', async () => {
		const id = await prepared()
		expect(await announce(id, { startsOn: '2026-04-13' })).toEqual({ ok: false, refusal: 'breaks-gate' })
		expect(await now(id)).toMatchObject({ state: 'preparing', startsOn: null })
		expect(await announce(id)).toMatchObject({ ok: true })
		expect(await now(id)).toMatchObject({
			state: 'announced',
			notices: 1,
			startsOn: '2026-04-14',
			endsOn: '2026-04-14',
			startsAt: new Date('2026-04-14T10:00:00+05:00'),
			remarksUntil: '2026-04-09',
			remarksCloseAt: new Date('2026-04-10T00:00:00+05:00'),
			seats: 120,
		})
		expect((await now(id)).queueSeed).toMatch(/^[0-9a-f]{32}$/)
		expect(await steps(id)).toEqual(['announced'])
	})

	test('needs documents that are public, a place and an address for remarks', async () => {
		expect(await announce(await prepared({ postedAt: null }))).toEqual({ ok: false, refusal: 'not-posted' })
		const id = await prepared()
		const incomplete: Announcement['places'][] = [
			{},
			{ en: 'Sample Hall', ru: 'Зал' },
			{ kk: 'Зал', ru: ' ' },
		]
		for (const places of incomplete)
			expect(await announce(id, { places })).toEqual({ ok: false, refusal: 'no-place' })
		expect(await announce(id, { commentsAddress: '' })).toEqual({ ok: false, refusal: 'no-address' })
		expect(await announce(id, { startsOn: '2026-03-11' })).toEqual({ ok: false, refusal: 'wrong-day' })
	})

	test('freezes the dossier as it stands', async () => {
		const id = await prepared()
		await write(id, (tx) => aVersion(tx, id, 1, at('2026-03-11')))
		await announce(id)
		await write(id, (tx) => aVersion(tx, id, 2, at('2026-03-20')))
		const rows = await world.store.readOwn
			.select()
			.from(documentVersions)
			.orderBy(asc(documentVersions.version))
		expect(rows.map(({ frozenAt }) => frozenAt)).toEqual([at('2026-03-12'), null])
	})

	test('whose proof is not there by its last day is a breach, and mended when it comes', async () => {
		const id = await prepared()
		await announce(id)
		await recordHearingBreaches(world.store, { now: at('2026-03-12') })
		expect(await breachesOf(world.store.readOwn, id)).toEqual([])
		await recordHearingBreaches(world.store, { now: at('2026-03-13') })
		expect(await breachesOf(world.store.readOwn, id)).toMatchObject([
			{ duty: 'announce', dueOn: '2026-03-12', mendedAt: null },
		])
		const { gates } = await plan(id, '2026-03-13')
		expect(gates.find(({ rule }) => rule === 'announce')?.state).toBe('broken')
		await write(id, (tx) => publishedEverywhere(tx, id, { publishedOn: '2026-03-12' }))
		await recordHearingBreaches(world.store, { now: at('2026-03-16') })
		expect(await breachesOf(world.store.readOwn, id)).toMatchObject([{ mendedAt: at('2026-03-16') }])
	})

	test('is made anew where it came too late, for the new lawful day', async () => {
		const id = await prepared()
		await announce(id)
		await write(id, (tx) => publishedEverywhere(tx, id, { publishedOn: '2026-03-16', notice: 1 }))
		await recordHearingBreaches(world.store, { now: at('2026-03-17') })
		expect(await announce(id, { startsOn: '2026-04-16' }, '2026-03-17')).toEqual({
			ok: false,
			refusal: 'breaks-gate',
		})
		expect(await announce(id, { startsOn: '2026-04-17' }, '2026-03-17')).toMatchObject({ ok: true })
		expect(await now(id)).toMatchObject({ notices: 2, startsOn: '2026-04-17' })
		expect((await plan(id, '2026-03-17')).missing).toHaveLength(6)
		expect(await breachesOf(world.store.readOwn, id)).toMatchObject([{ duty: 'announce' }])
	})

	test('anew after a session that nobody began owes no protocol of that one', async () => {
		const id = await prepared()
		await announce(id)
		await endLeftOpen(world.store, { now: at('2026-04-20') })
		expect((await now(id)).signProtocolBy).toBe('2026-04-16')
		expect(await announce(id, { startsOn: '2026-06-01' }, '2026-04-20')).toMatchObject({ ok: true })
		expect((await now(id)).signProtocolBy).toBeNull()
	})

	test('anew with a later date takes the remarks that came after the earlier term as in time', async () => {
		const id = await prepared()
		await announce(id)
		for (const [ordinal, day, late] of [
			[1, '2026-03-13', false],
			[2, '2026-04-10', true],
			[3, '2026-04-15', true],
		] as const)
			await aRemark(world.store, id, ordinal, { remark: { receivedAt: at(day), late } })
		expect((await now(id)).remarksUntil).toBe('2026-04-09')
		expect(await announce(id, { startsOn: '2026-04-17' }, '2026-03-17')).toMatchObject({ ok: true })
		expect((await now(id)).remarksUntil).toBe('2026-04-14')
		const marked = world.store.readOwn.select({ ordinal: remarks.ordinal }).from(remarks)
		expect(await marked.where(eq(remarks.late, true))).toEqual([{ ordinal: 3 }])
	})

	test('waits thirty days for what its initiator put in after the documents were posted', async () => {
		const id = await prepared({ postedAt: at('2026-03-02') })
		await write(id, (tx) => aVersion(tx, id, 1, at('2026-03-16')))
		expect(await announce(id, { startsOn: '2026-04-14' })).toEqual({ ok: false, refusal: 'breaks-gate' })
		expect(await announce(id, { startsOn: '2026-04-15' })).toMatchObject({ ok: true })
		// Nobody has decided of this one: announced anew, it is heard too, and is to be read as long.
		await write(id, (tx) => aVersion(tx, id, 2, at('2026-03-30')))
		const { gates } = await plan(id, '2026-03-30')
		expect(gates.find(({ rule }) => rule === 'documents_public')?.day).toBe('2026-04-15')
		const again = '2026-03-30'
		expect(await announce(id, { startsOn: '2026-04-27' }, again)).toEqual({
			ok: false,
			refusal: 'breaks-gate',
		})
		expect(await announce(id, { startsOn: '2026-04-29' }, again)).toMatchObject({ ok: true })
	})

	test('of a discussion is as long as the law says', async () => {
		const id = await prepared()
		await write(id, (tx) =>
			tx.update(hearings).set({ legalGround: 'state_expertise' }).where(eq(hearings.id, id)),
		)
		const discussion = { form: 'portal_discussion', startsOn: '2026-03-16' } as const
		expect(await announce(id, { ...discussion, endsOn: '2026-03-16' })).toEqual({
			ok: false,
			refusal: 'wrong-form',
		})
		const short = { ...discussion, discussionRule: 'portal_discussion_short' }
		expect(await announce(id, { ...short, endsOn: '2026-03-17' })).toMatchObject({ refusal: 'breaks-gate' })
		expect(await announce(id, short)).toMatchObject({ ok: true })
	})

	test('starts again with thirty days where a document changed what is heard', async () => {
		const id = await prepared()
		await announce(id)
		await write(id, async (tx) => {
			await publishedEverywhere(tx, id, { publishedOn: '2026-03-12' })
			await aVersion(tx, id, 2, at('2026-03-26'), true)
			await tx.update(hearings).set({ renewReason: 'The lift is longer.' }).where(eq(hearings.id, id))
		})
		const { gates } = await plan(id, '2026-03-26')
		expect(gates.find(({ rule }) => rule === 'documents_public')).toMatchObject({
			day: '2026-04-27',
			state: 'broken',
		})
		expect(await announce(id, { startsOn: '2026-04-24' }, '2026-03-26')).toMatchObject({
			refusal: 'breaks-gate',
		})
		expect(await announce(id, { startsOn: '2026-04-27' }, '2026-03-26')).toMatchObject({ ok: true })
		expect((await now(id)).renewReason).toBeNull()
	})

	test('of a civic group keeps no term of the law, and takes remarks until it begins', async () => {
		const id = await started(true)
		await write(id, (tx) => readied(tx, id, at('2026-03-02')))
		await write(id, (tx) =>
			tx
				.update(hearings)
				.set({ postedAt: at('2026-03-02') })
				.where(eq(hearings.id, id)),
		)
		const { factorUntil: _, ...initiator } = world.actors.author
		const announcement = { ...AT_TEN, startsOn: '2026-03-20' }
		const act = { hearingId: id, actor: initiator, now: at('2026-03-12'), announcement }
		expect(await write(id, (tx) => announceHearing(tx, act))).toMatchObject({ ok: true })
		expect(await now(id)).toMatchObject({
			state: 'announced',
			bodyId: null,
			remarksCloseAt: new Date('2026-03-20T10:00:00+05:00'),
		})
		await recordHearingBreaches(world.store, { now: at('2026-03-19') })
		expect(await breachesOf(world.store.readOwn, id)).toEqual([])
	})

	async function plan(id: number, day: string) {
		const hearing = await now(id)
		const law = await lawOf(world.store.readOwn, 'KZ')
		return planOfHearing(world.store.readOwn, hearing, law, at(day))
	}

	async function aVersion(tx: Writer, hearingId: number, version: number, addedAt: Date, material?: boolean) {
		const [document] = await tx
			.select()
			.from(hearingDocuments)
			.where(eq(hearingDocuments.hearingId, hearingId))
		const fileId = `file ${version}`
		await tx.insert(files).values({
			id: fileId,
			name: 'report.pdf',
			mediaType: 'application/pdf',
			size: 1,
			sha256: 'f'.repeat(64),
			uploadedAt: addedAt,
		})
		await tx.insert(documentVersions).values({
			documentId: String(document?.id),
			version,
			title: 'Report',
			language: 'en',
			fileId,
			sha256: 'f'.repeat(64),
			addedAt,
			addedBy: 'author',
			...(material !== undefined && { material }),
		})
	}
})

test('evidence names a channel of the law and proves itself', async () => {
	const { id } = await aHearing(world.store)
	const act = { hearingId: id, actor: actor('ENV:clerk'), now: at('2026-03-12') }
	const publication = {
		channel: 'newspaper',
		name: 'The Sample Times',
		language: 'kk',
		publishedOn: '2026-03-12',
		link: 'https://paper.example/1',
		fileId: null,
	}
	const add = (over: object) =>
		write(id, (tx) => addChannel(tx, { ...act, publication: { ...publication, ...over } }))
	expect(await add({ channel: 'lamp_post' })).toMatchObject({ refusal: 'no-channel' })
	expect(await add({ link: null })).toMatchObject({ refusal: 'no-proof' })
	expect(await add({ publishedOn: '2026-03-13' })).toMatchObject({ refusal: 'wrong-day' })
	expect(await add({})).toMatchObject({ ok: true })
})

test('officers have accounts, are told, and no project is chaired by its own initiator', async () => {
	const { id } = await aHearing(world.store)
	const act = { hearingId: id, actor: actor('ENV:approver'), now: at('2026-03-12'), position: 'Deputy' }
	const appoint = (role: 'chair' | 'secretary' | 'moderator', email: string) =>
		write(id, (tx) => appointOfficer(tx, { ...act, role, email }))
	expect(await appoint('chair', 'nobody@demo.example')).toMatchObject({ refusal: 'no-account' })
	expect(await appoint('chair', 'author@demo.example')).toMatchObject({ refusal: 'own-project' })
	expect(await appoint('chair', 'ENV-executor@demo.example')).toMatchObject({ ok: true })
	expect(await appoint('secretary', 'ENV-executor@demo.example')).toMatchObject({
		refusal: 'chair-and-secretary',
	})
	expect(await appoint('chair', 'HSG-clerk@demo.example')).toMatchObject({ ok: true })
	expect((await now(id)).officers).toEqual([{ personId: 'HSG-clerk', role: 'chair' }])
	expect(await letters()).toEqual([
		{ notice: 'hearing-officer', recipient: 'ENV-executor@demo.example' },
		{ notice: 'hearing-officer', recipient: 'HSG-clerk@demo.example' },
	])
})

test('what is called off is not held, and those who have a part are told why', async () => {
	const { id } = await aHearing(world.store, {}, { chair: actor('ENV:executor') })
	const act = { hearingId: id, actor: actor('ENV:approver'), now: at('2026-03-20'), reason: 'No project.' }
	await write(id, (tx) => callOffHearing(tx, act))
	expect(await now(id)).toMatchObject({ state: 'called_off', callOffReason: 'No project.' })
	expect(await letters()).toHaveLength(2)
})

test('a discussion on the portal begins with its first day and ends with its last', async () => {
	const { id } = await aHearing(world.store, {
		form: 'portal_discussion',
		startsOn: '2026-03-16',
		endsOn: '2026-03-20',
	})
	await turnDiscussions(world.store, { now: new Date('2026-03-15T23:59:00+05:00') })
	expect((await now(id)).state).toBe('announced')
	await turnDiscussions(world.store, { now: new Date('2026-03-16T00:00:00+05:00') })
	expect(await now(id)).toMatchObject({ state: 'live', startedAt: new Date('2026-03-16T00:00:00+05:00') })
	await turnDiscussions(world.store, { now: new Date('2026-03-20T23:59:00+05:00') })
	expect((await now(id)).state).toBe('live')
	await turnDiscussions(world.store, { now: at('2026-03-21') })
	// V35: signed by the second working day after, past the holidays.
	expect(await now(id)).toMatchObject({ state: 'held', signProtocolBy: '2026-03-27' })
	expect(await steps(id)).toEqual(['begun', 'ended'])
	expect(hearingKey(id)).toBe(`hearing:${id}`)
})

test('a text is written in each language, and gone where nothing is left of it', async () => {
	const id = await started()
	const act = { hearingId: id, actor: world.actors.author, now: at('2026-03-03') }
	const say = (language: 'kk' | 'en', title: string) =>
		write(id, (tx) => writeHearing(tx, { ...act, language, written: { title, subject: title, place: '' } }))
	await say('kk', 'Курорт')
	await say('en', 'A resort')
	await say('kk', '')
	expect(
		await world.store.readOwn
			.select({ language: hearingTexts.language, html: hearingTexts.html })
			.from(hearingTexts),
	).toEqual([{ language: 'en', html: '<p>A resort</p>' }])
})
