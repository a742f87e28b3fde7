import { and, eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { enterDay } from '#app/administration/calendar.server.ts'
import { sendPetition } from '#app/considerations/send.server.ts'
import { keepTrial } from '#app/invalidations/invalidate.server.ts'
import { SYSTEM } from '#app/people/actor.ts'
import { breachesOf, recordPetitionBreaches } from '#app/petitions/breach.server.ts'
import { moveTerms } from '#app/petitions/move-terms.server.ts'
import { tellProgress } from '#app/petitions/tell-progress.server.ts'
import { record } from '#app/register/record.server.ts'
import { returnPetitions } from '#app/return-petitions.server.ts'
import { anonymiseSigners } from '#app/signing/anonymise.server.ts'
import { confirmList, listOfSigners, takeList } from '#app/signing/list-of-signers.server.ts'
import { recountPetitions } from '#app/signing/recount.server.ts'
import { inquiries } from '#db/schema/inquiries.ts'
import { considerations, invalidations, petitionCells, petitionSignatures } from '#db/schema/petitions.ts'
import { outbox } from '#db/schema/register.ts'
import { aWorld, SECRET_KEY, type World } from '#tests/support/world.ts'
import { noon, petitionsOf } from './reached.ts'

let world: World
let hands: ReturnType<typeof petitionsOf>
beforeEach(async () => {
	world = await aWorld()
	hands = petitionsOf(world)
})
afterEach(() => world.store.close())

const at = (moment: string) => new Date(`${moment}:00+05:00`)
const close = (now: Date) => returnPetitions(world.store, { now, secretKey: SECRET_KEY })
const letters = async (notice: string) =>
	world.store.read.select().from(outbox).where(eq(outbox.notice, notice))
const rows = () => world.store.read.select().from(petitionSignatures)

test('what fell short is given back and filed with the body, at the moment its time ended', async () => {
	const id = await hands.open()
	await close(at('2026-09-03T00:00'))
	expect((await hands.petition(id)).state).toBe('open')
	// The site was down for two days.
	await close(noon('2026-09-05'))
	await close(noon('2026-09-06'))
	const petition = await hands.petition(id)
	const filed = await world.store.read.select().from(inquiries)
	expect(filed).toMatchObject([
		{
			number: petition.inquiryNumber,
			kind: 'suggestion',
			subject: 'Clean yards',
			visibility: 'public',
			authorId: 'author',
			receivedAt: at('2026-09-03T00:00'),
			registeredOn: '2026-09-03',
			dueOn: '2026-09-24',
		},
	])
	expect(filed[0]?.html).toContain(`<a href="/ru/petitions/${petition.number}"`)
	expect(petition).toMatchObject({ state: 'returned', endedAt: at('2026-09-03T00:00') })
	expect(await hands.recorded('returned')).toEqual([{ inquiryNumber: petition.inquiryNumber }])
	expect(await letters('petition-returned')).toHaveLength(1)
})

test('what has its signatures waits to be sent after its end; one that loses them again is given back', async () => {
	const { petitionId } = await hands.reached()
	await close(noon('2026-09-05'))
	expect(await hands.petition(petitionId)).toMatchObject({ state: 'closed', inquiryNumber: null })
	await hands.write((tx) => tx.delete(considerations))
	await close(noon('2026-09-06'))
	expect((await hands.petition(petitionId)).state).toBe('returned')
})

test('where the law has nothing filed it is closed', async () => {
	const id = await hands.open({ profileId: 'GB' })
	await close(noon('2026-09-05'))
	expect((await hands.petition(id)).state).toBe('closed')
	expect(await world.store.read.select().from(inquiries)).toEqual([])
})

test('a term that was not kept is on record once, with its legal moment, and is mended by doing it', async () => {
	const ids = await hands.reached(
		{ state: 'considered' },
		{ state: 'sent', dueOn: '2026-06-05', tellBy: '2026-04-09', toldAt: noon('2026-04-06') },
	)
	await recordPetitionBreaches(world.store, { now: at('2026-06-05T23:59') })
	expect(await breachesOf(world.store.read, ids.petitionId)).toEqual([])
	await recordPetitionBreaches(world.store, { now: noon('2026-06-10') })
	await recordPetitionBreaches(world.store, { now: noon('2026-06-11') })
	expect(await breachesOf(world.store.read, ids.petitionId)).toMatchObject([
		{ duty: 'consider', bodyId: 'ENV', legalMoment: at('2026-06-06T00:00'), mendedAt: null },
	])
	const told = (await letters('petition-breach-owed')).map(({ recipient }) => recipient)
	expect(told.sort()).toEqual(['ENV-approver@demo.example', 'overseer@demo.example'])
	expect(await letters('petition-breach')).toHaveLength(1)
	const decidedAt = noon('2026-06-12')
	await hands.write((tx) => tx.update(considerations).set({ state: 'decided', decidedAt }))
	await recordPetitionBreaches(world.store, { now: noon('2026-06-13') })
	expect(await breachesOf(world.store.read, ids.petitionId)).toMatchObject([{ mendedAt: decidedAt }])
})

test('the time to gather sponsors has an end as soon as the calendar reaches it', async () => {
	const id = await hands.open({
		...{ state: 'sponsoring', publishedAt: null, sponsoredAt: null, mediaInformedAt: null, closesAt: null },
		...{ linkedAt: noon('2026-08-17'), sponsorsBy: null },
	})
	await moveTerms(world.store, { now: noon('2026-08-18') })
	expect((await hands.petition(id)).sponsorsBy).toBe('2026-09-14')
	expect(await letters('petition-term-moved')).toEqual([])
})

test('a day off that is declared moves a term that runs, and the author is told', async () => {
	const sent = { state: 'sent' as const, rule: 'petition.consider_central', registeredOn: '2026-04-06' }
	const ids = await hands.reached(
		{ state: 'considered' },
		{ ...sent, dueOn: '2026-06-05', toldAt: noon('2026-04-06') },
	)
	await moveTerms(world.store, { now: noon('2026-04-07') })
	expect(await letters('petition-term-moved')).toEqual([])
	await world.store.write('calendar', (tx) =>
		enterDay(tx, {
			calendar: 'KZ',
			entry: {
				day: '2026-04-20',
				kind: 'rest_day',
				titles: { kk: 'x', ru: 'x', en: 'x' },
				source: 'A decree',
			},
			actor: SYSTEM,
			now: noon('2026-04-07'),
		}),
	)
	await moveTerms(world.store, { now: noon('2026-04-08') })
	expect((await hands.consideration(ids.considerationId)).dueOn).toBe('2026-06-08')
	expect(await letters('petition-term-moved')).toHaveLength(1)
	expect(await hands.recorded('term-moved')).toEqual([
		{ duty: 'consider', from: '2026-06-05', to: '2026-06-08' },
	])
})

test('what was done late before anybody looked is on record all the same', async () => {
	const id = await hands.open({ checkBy: '2026-02-27', checkedAt: noon('2026-03-02') })
	await recordPetitionBreaches(world.store, { now: at('2026-03-02T12:01') })
	expect(await breachesOf(world.store.read, id)).toMatchObject([
		{ duty: 'check', bodyId: null, mendedAt: noon('2026-03-02') },
	])
})

test('a goal that a platform sets itself is no term to breach', async () => {
	const id = await hands.open({ profileId: 'GB', state: 'checking', checkBy: '2026-02-27' })
	await recordPetitionBreaches(world.store, { now: noon('2026-03-10') })
	expect(await breachesOf(world.store.read, id)).toEqual([])
})

test('thresholds and milestones are told of after the fact, once', async () => {
	const id = await hands.open()
	const step = { subject: 'petition' as const, subjectId: String(id), on: '2026-04-01', by: 'system' }
	await hands.write(async (tx) => {
		await record(tx, { ...step, type: 'milestone', at: noon('2026-04-01'), details: { share: 75 } })
		await record(tx, { ...step, type: 'threshold-reached', at: noon('2026-04-01'), details: { needed: 3 } })
	})
	for (const minutes of ['01', '05', '06'])
		await tellProgress(world.store, { now: at(`2026-04-01T12:${minutes}`) })
	const all = await world.store.read.select().from(outbox)
	expect(all.map(({ notice, recipient }) => [notice, recipient])).toEqual([
		['petition-milestone', 'author@demo.example'],
		['petition-threshold-reached', 'author@demo.example'],
		['petition-threshold-reached-send', 'moderator@demo.example'],
	])
})

test('the list of signers is given until the body says that it has it, and holds what counts', async () => {
	const ids = await hands.reached()
	await hands.signed(ids.petitionId, 3)
	await hands.write((tx) =>
		tx.update(petitionSignatures).set({ state: 'removed' }).where(eq(petitionSignatures.ordinal, 2)),
	)
	await hands.write((tx) => sendPetition(tx, { ...ids, ...hands.as('moderator', '2026-04-06') }))
	const act = { ...ids, ...hands.as('ENV:approver', '2026-04-07') }
	const take = () => hands.write((tx) => takeList(tx, act))
	const confirm = () => hands.write((tx) => confirmList(tx, act))
	expect(await confirm()).toEqual({ ok: false, refusal: 'not-taken' })
	expect(await take()).toEqual({ ok: true, value: { until: 3 } })
	expect(await confirm()).toEqual({ ok: false, refusal: 'not-taken' })
	let list = ''
	for await (const lines of listOfSigners(world.store, { ...ids, until: 3 })) list += lines
	expect(list).toBe(
		'\uFEFFordinal,name,region,method,level,signed_at,commitment\r\n' +
			'1,Signer 1,KZ-71,eds,3,2026-03-03T07:00:00.000Z,commitment-1\r\n' +
			'3,Signer 3,KZ-71,eds,3,2026-03-03T07:00:00.000Z,commitment-3\r\n',
	)
	expect(await confirm()).toMatchObject({ ok: true })
	expect(await take()).toEqual({ ok: false, refusal: 'received' })
})

test('names are gone thirty days after the body has the list; what is counted stays', async () => {
	const { petitionId } = await hands.reached(
		{ state: 'considered', endedAt: noon('2026-04-06') },
		{ state: 'sent', listReceivedAt: noon('2026-04-07') },
	)
	await hands.signed(petitionId, 3)
	await anonymiseSigners(world.store, { now: at('2026-05-07T23:00') })
	expect((await rows()).map(({ fullName }) => fullName)).toEqual(['Signer 1', 'Signer 2', 'Signer 3'])
	const before = (await rows()).map(counted)
	await anonymiseSigners(world.store, { now: at('2026-05-08T00:00') })
	expect((await rows()).map(counted)).toEqual(before)
	expect((await rows())[1]).toMatchObject({
		...{ signerHash: 'gone:2', fullName: null, publicName: null, email: null, personId: null },
		...{ address: null, network: null, domain: null },
	})
	expect((await hands.petition(petitionId)).anonymisedAt).toEqual(at('2026-05-08T00:00'))
	const trial = {
		conditions: { state: 'confirmed' as const, method: 'eds' as const },
		found: 3,
		ordinals: { from: 1, to: 3 },
	}
	const moderator = hands.as('moderator', '2026-05-08')
	expect(
		await hands.write((tx) => keepTrial(tx, { petitionId, ...moderator, ...trial })),
		'nobody knows any more whose they are',
	).toEqual({ ok: false, refusal: 'wrong-state' })
	await recountPetitions(world.store, night('2026-05-09'))
	expect((await hands.petition(petitionId)).recountAgreed).toBe(true)
})

test.each([
	['is sent by nobody', { state: 'reached' as const }, '2027-05-08', '2028-05-08'],
	['is decided', { state: 'decided' as const, decidedAt: noon('2026-05-04') }, '2026-06-02', '2026-06-04'],
	[
		'has a body that is long overdue',
		{ state: 'sent' as const, dueOn: '2026-06-01' },
		'2026-07-01',
		'2026-07-03',
	],
])(
	'whose body never says that it has the list: the names of a petition that %s',
	async (_, sent, kept, gone) => {
		const { petitionId } = await hands.reached({ state: 'considered' }, sent)
		await hands.signed(petitionId, 1)
		await anonymiseSigners(world.store, { now: noon(kept) })
		expect((await rows())[0]?.fullName).toBe('Signer 1')
		await anonymiseSigners(world.store, { now: noon(gone) })
		expect((await rows())[0]?.fullName).toBe(sent.state === 'reached' ? 'Signer 1' : null)
	},
)

test('what removals looked for is forgotten with the names; their kind and their number stay', async () => {
	const id = await hands.open({ state: 'closed', endedAt: noon('2026-04-06') })
	await hands.signed(id, 1)
	const removal = {
		...{ petitionId: id, criterion: 'several', found: 1, reason: 'One machine', until: 1 },
		...{ triedAt: noon('2026-04-01'), triedBy: 'moderator' },
		conditions: {
			name: 'Айгүл*',
			domain: 'home.example',
			network: 'n',
			region: 'KZ-71',
			state: 'confirmed' as const,
		},
	}
	const put = (state: 'done' | 'tried' | 'running') =>
		hands.write((tx) => tx.insert(invalidations).values({ ...removal, id: state, state }))
	for (const state of ['done', 'tried', 'running'] as const) await put(state)
	await anonymiseSigners(world.store, { now: noon('2026-05-08') })
	// One that runs still needs them.
	expect((await hands.petition(id)).anonymisedAt).toBeNull()
	await hands.write((tx) => tx.delete(invalidations).where(eq(invalidations.id, 'running')))
	await anonymiseSigners(world.store, { now: noon('2026-05-08') })
	const left = await world.store.read.select().from(invalidations).orderBy(invalidations.id)
	const conditions = { region: 'KZ-71', state: 'confirmed' }
	expect(left).toMatchObject([
		{ id: 'done', state: 'done', criterion: 'several', found: 1 },
		{ id: 'tried', state: 'discarded' },
	])
	expect(left.map((one) => one.conditions)).toEqual([conditions, conditions])
})

test('the names of a petition that was taken back with enough signatures do not stay for ever', async () => {
	const withdrawn = { state: 'withdrawn' as const, endedAt: noon('2026-04-06') }
	const { petitionId } = await hands.reached(withdrawn)
	await hands.signed(petitionId, 1)
	await anonymiseSigners(world.store, { now: noon('2026-05-08') })
	expect((await rows())[0]?.fullName).toBeNull()
})

test('petitions whose lists nobody takes keep none of the others waiting', async () => {
	for (let n = 0; n < 100; n++) await hands.reached({ state: 'considered' }, { state: 'sent' })
	const withdrawn = { state: 'withdrawn' as const, endedAt: noon('2026-04-06') }
	const petitionId = await hands.open({ ...withdrawn, updatedAt: noon('2026-04-06') })
	await hands.signed(petitionId, 1)
	await anonymiseSigners(world.store, { now: noon('2026-05-08') })
	expect((await rows())[0]?.fullName).toBeNull()
})

const counted = ({
	ordinal,
	state,
	method,
	region,
	signedAt,
	commitment,
}: typeof petitionSignatures.$inferSelect) => ({ ordinal, state, method, region, signedAt, commitment })
const night = (day: string) => ({ now: at(`${day}T02:00`), profileId: 'KZ' })

test('in the night the signatures are counted one by one, and agree', async () => {
	const id = await hands.open()
	await hands.signed(id, 5)
	await recountPetitions(world.store, { now: noon('2026-04-01'), profileId: 'KZ' })
	expect((await hands.petition(id)).recountedAt).toBeNull()
	await recountPetitions(world.store, night('2026-04-02'))
	expect(await hands.petition(id)).toMatchObject({ recountAgreed: true, recountedAt: at('2026-04-02T02:00') })
	expect(await hands.recorded('recounted')).toEqual([{ agreed: true, rows: 5 }])
})

test.each([
	[
		'a row more',
		async () => {
			const [row] = await rows()
			if (row)
				await hands.write((tx) =>
					tx.insert(petitionSignatures).values({ ...row, ordinal: 6, signerHash: 'another' }),
				)
		},
	],
	[
		'a row in another region',
		async () => {
			await hands.write((tx) =>
				tx.update(petitionSignatures).set({ region: 'KZ-10' }).where(eq(petitionSignatures.ordinal, 2)),
			)
		},
	],
	[
		'an hour with a signature less',
		async () => {
			await hands.write((tx) =>
				tx
					.update(petitionCells)
					.set({ confirmed: 4 })
					.where(and(eq(petitionCells.by, 'hour'), eq(petitionCells.key, '2026-03-03T07'))),
			)
		},
	],
])('%s is found, told and left as it is', async (_, change) => {
	const id = await hands.open()
	await hands.signed(id, 5)
	await change()
	const kept = await rows()
	await expect(recountPetitions(world.store, night('2026-04-02'))).rejects.toThrow(String(id))
	expect((await hands.petition(id)).recountAgreed).toBe(false)
	expect(await rows()).toEqual(kept)
})
