import { and, eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import {
	countChosen,
	discardTrial,
	invalidationById,
	keepTrial,
	reverseInvalidation,
	startInvalidation,
} from '#app/invalidations/invalidate.server.ts'
import { criterionOf, isOfPattern, patternOf } from '#app/invalidations/invalidation.ts'
import { removalsOf } from '#app/invalidations/removals.server.ts'
import { confirmGroup, groupsSetApart } from '#app/invalidations/review.server.ts'
import { carryOn, runInvalidations } from '#app/invalidations/run-invalidations.server.ts'
import { trendsOf } from '#app/invalidations/sources.server.ts'
import { closePetitions } from '#app/petitions/close.server.ts'
import { endSponsoring } from '#app/petitions/lapse.server.ts'
import { type Petition, petitionById, petitionKey } from '#app/petitions/petition.server.ts'
import { firstOrdinalSince } from '#app/signing/ordinals.server.ts'
import { beginSheet, enterRow, takeRowOut } from '#app/signing/paper.server.ts'
import { type AskedSignature, takeSignatures } from '#app/signing/take.server.ts'
import { cellsOf, tallyOf } from '#app/signing/tally.server.ts'
import { considerations, type InvalidationConditions, petitionSignatures } from '#db/schema/petitions.ts'
import { events, outbox } from '#db/schema/register.ts'
import { anAsked, aPetition, SIGNED_AT } from '#tests/petitions/a-petition.ts'
import { aWorld, type World } from '#tests/support/world.ts'

const NOW = new Date('2026-03-11T06:00:00Z')
let world: World

beforeAll(async () => {
	world = await aWorld()
})

const signedBy = (
	petition: Petition,
	many: number,
	over: (n: number) => Partial<AskedSignature>,
	at = SIGNED_AT,
) =>
	world.store.write(petitionKey(petition.id), (tx) =>
		takeSignatures(
			tx,
			petition.id,
			Array.from({ length: many }, (_, n) => anAsked(petition, `${at.getTime()} ${n}`, { at, ...over(n) })),
			at,
		),
	)

async function tried(
	petition: Petition,
	conditions: Omit<InvalidationConditions, 'state'>,
	state = 'confirmed' as const,
) {
	const { store, actors } = world
	const given = { ...conditions, state }
	const { found, ordinals } = await countChosen(store.readOwn, petition.id, given)
	const kept = await store.write(petitionKey(petition.id), (tx) =>
		keepTrial(tx, {
			petitionId: petition.id,
			conditions: given,
			found,
			ordinals,
			actor: actors.moderator,
			now: NOW,
		}),
	)
	if (!kept.ok) throw new Error(kept.refusal)
	return { found, invalidationId: kept.value.invalidationId }
}

const decide = (
	act: typeof startInvalidation | typeof reverseInvalidation,
	petition: Petition,
	invalidationId: string,
	actor = world.actors.moderator,
) =>
	world.store.write(petitionKey(petition.id), (tx) =>
		act(tx, {
			petitionId: petition.id,
			invalidationId,
			reason: 'They came from one machine',
			actor,
			now: NOW,
		}),
	)

const totals = async ({ id }: Petition) => {
	const { confirmed, review, removed, withdrawn } = (await tallyOf(world.store.readOwn, id)) ?? {}
	return { confirmed, review, removed, withdrawn }
}

const thresholdsOf = async ({ id }: Petition) =>
	(await world.store.readOwn.select().from(considerations).where(eq(considerations.petitionId, id))).map(
		({ threshold, state }) => `${threshold} ${state}`,
	)

const typesOf = async ({ id }: Petition) =>
	(
		await world.store.readOwn
			.select({ type: events.type })
			.from(events)
			.where(and(eq(events.subject, 'petition'), eq(events.subjectId, String(id))))
			.orderBy(events.sequence)
	).map(({ type }) => type)

describe('a rule of names', () => {
	test.each([
		['Test *', 'Test 17', true],
		['test user *', '  TEST   User 4', true],
		['*ова', 'Айгүл Сұлтанова', true],
		['А*т*ова', 'Айгүл Сұлтанова', true],
		['Айгүл', 'Айгүл Сұлтанова', false],
		['ab*ba', 'aba', false],
		['a*b*c*d', `a${'b'.repeat(2000)}`, false],
	])('%s fits %s: %s', (pattern, name, fits) => {
		expect(isOfPattern(pattern)(name)).toBe(fits)
	})

	test('gives names that differ by their digits one pattern', () => {
		expect(patternOf('Voter  12 of 40')).toBe('Voter * of *')
	})

	test('has the public read the kind of what was looked for, never what it was', () => {
		const criteria = [
			{ network: 'n' },
			{ network: 'n', address: 'a', from: '2026-03-01T00:00:00Z' },
			{ network: 'n', name: 'Test *' },
			{ until: '2026-03-01T00:00:00Z' },
			{},
		].map((conditions) => criterionOf({ ...conditions, state: 'confirmed' }))
		expect(criteria).toEqual(['source', 'source', 'several', 'time', undefined])
	})
})

describe('an invalidation', () => {
	test('is tried, runs in batches, loses the threshold, and gives all of it back', async () => {
		const { store } = world
		const petition = await aPetition(store, { thresholds: [{ key: 'national', needed: 700 }] })
		// Every third came from one network.
		await signedBy(petition, 1800, (n) => ({ source: { network: n % 3 ? `n${n}` : 'crowd' } }))
		expect(await thresholdsOf(petition)).toEqual(['national reached'])

		const { found, invalidationId } = await tried(petition, { network: 'crowd' })
		expect(found).toBe(600)
		expect(await totals(petition)).toEqual({ confirmed: 1800, review: 0, removed: 0, withdrawn: 0 })
		const more = await tried(petition, { method: 'eds' })
		expect(more.found).toBe(1800)

		expect((await decide(startInvalidation, petition, more.invalidationId)).ok).toBe(true)
		// One batch, and then the process is gone.
		await carryOn(store, more.invalidationId, { now: NOW, ms: 1 })
		const partly = await invalidationById(store.readOwn, more.invalidationId)
		expect(partly).toMatchObject({ state: 'running', removed: 500 })
		expect(await totals(petition)).toMatchObject({ confirmed: 1300, removed: 500 })
		await Promise.all([runInvalidations(store, { now: NOW }), runInvalidations(store, { now: NOW })])
		expect(await invalidationById(store.readOwn, more.invalidationId)).toMatchObject({
			state: 'done',
			removed: 1800,
		})
		expect(await totals(petition)).toEqual({ confirmed: 0, review: 0, removed: 1800, withdrawn: 0 })
		expect(
			(await cellsOf(store.readOwn, petition.id, 'region')).every(({ confirmed }) => confirmed === 0),
		).toBe(true)
		expect(await thresholdsOf(petition)).toEqual([])

		// What is taken out already is not taken out twice.
		expect((await decide(startInvalidation, petition, invalidationId)).ok).toBe(true)
		await runInvalidations(store, { now: NOW })
		expect(await invalidationById(store.readOwn, invalidationId)).toMatchObject({ state: 'done', removed: 0 })

		expect((await decide(reverseInvalidation, petition, more.invalidationId)).ok).toBe(true)
		await runInvalidations(store, { now: NOW })
		expect(await invalidationById(store.readOwn, more.invalidationId)).toMatchObject({
			state: 'reversed',
			removed: 1800,
		})
		expect(await totals(petition)).toEqual({ confirmed: 1800, review: 0, removed: 0, withdrawn: 0 })
		expect(await thresholdsOf(petition)).toEqual(['national reached'])

		const { totals: read, removals } = await removalsOf(store.readOwn, petition.id)
		expect(read).toEqual({ confirmed: 1800, review: 0, removed: 0, withdrawn: 0 })
		expect(removals.map(({ number }) => number)).toEqual([1, 2])
		expect(removals.map(({ criterion, state }) => `${criterion} ${state}`).sort()).toEqual([
			'manner reversed',
			'source done',
		])
		expect(JSON.stringify(removals)).not.toMatch(/crowd|Signer|eds/)
		expect(await typesOf(petition)).toEqual(
			expect.arrayContaining([
				'removal-tried',
				'removal-started',
				'removal-run',
				'removal-reversing',
				'removal-reversed',
			]),
		)
	})

	test('asks for a reason to look, for a second factor, and for a trial that is still one', async () => {
		const { store, actors } = world
		const petition = await aPetition(store)
		await signedBy(petition, 3, () => ({ source: { domain: 'one.example' } }))
		await expect(tried(petition, {})).rejects.toThrow('no-condition')
		const { invalidationId } = await tried(petition, { domain: 'one.example' })
		const unproven = { ...actors.moderator, factorUntil: new Date(0) }
		expect(await decide(startInvalidation, petition, invalidationId, unproven)).toEqual({
			ok: false,
			refusal: 'factorNeeded',
		})
		await store.write(petitionKey(petition.id), (tx) =>
			discardTrial(tx, { petitionId: petition.id, invalidationId, actor: actors.moderator, now: NOW }),
		)
		expect(await decide(startInvalidation, petition, invalidationId)).toEqual({
			ok: false,
			refusal: 'wrong-state',
		})
	})

	test('is decided under its own petition alone, whatever the address of the page says', async () => {
		const { store } = world
		const petition = await aPetition(store)
		await signedBy(petition, 3, () => ({ source: { domain: 'one.example' } }))
		const { invalidationId } = await tried(petition, { domain: 'one.example' })
		const another = await aPetition(store)
		expect(await decide(startInvalidation, another, invalidationId)).toEqual({
			ok: false,
			refusal: 'not-found',
		})
		expect((await invalidationById(store.readOwn, invalidationId))?.state).toBe('tried')
		expect((await decide(startInvalidation, petition, invalidationId)).ok).toBe(true)
	})

	test('takes names of a pattern and of a time alone, and nobody who signs later', async () => {
		const { store } = world
		const petition = await aPetition(store)
		const hour = (n: number) => new Date(SIGNED_AT.getTime() + n * 3_600_000)
		for (const n of [0, 1, 2])
			await signedBy(petition, 20, (m) => ({ fullName: m % 2 ? `Test ${m}` : `Айгүл ${m}` }), hour(n))
		expect(await firstOrdinalSince(store.readOwn, petition.id, hour(1))).toBe(21)
		expect(await firstOrdinalSince(store.readOwn, petition.id, hour(9))).toBe(61)
		const { found, invalidationId } = await tried(petition, {
			name: 'test *',
			from: hour(1).toISOString(),
			until: hour(2).toISOString(),
		})
		expect(found).toBe(10)
		const all = await tried(petition, { name: 'test *' })
		await signedBy(petition, 4, () => ({ fullName: 'Test 1' }), hour(3))
		await decide(startInvalidation, petition, invalidationId)
		await decide(startInvalidation, petition, all.invalidationId)
		await runInvalidations(store, { now: NOW })
		expect(await totals(petition)).toMatchObject({ confirmed: 34, removed: 30 })
		// Each gives back its own.
		await decide(reverseInvalidation, petition, invalidationId)
		await runInvalidations(store, { now: NOW })
		expect(await totals(petition)).toMatchObject({ confirmed: 44, removed: 20 })
	})

	test('brings back nobody who took their signature back meanwhile', async () => {
		const { store } = world
		const petition = await aPetition(store)
		await signedBy(petition, 5, () => ({ source: { domain: 'one.example' } }))
		const { invalidationId } = await tried(petition, { domain: 'one.example' })
		await decide(startInvalidation, petition, invalidationId)
		await runInvalidations(store, { now: NOW })
		await store.write(petitionKey(petition.id), (tx) =>
			tx
				.update(petitionSignatures)
				.set({ state: 'withdrawn' })
				.where(and(eq(petitionSignatures.petitionId, petition.id), eq(petitionSignatures.ordinal, 2))),
		)
		await decide(reverseInvalidation, petition, invalidationId)
		await runInvalidations(store, { now: NOW })
		const rows = await store.readOwn
			.select({ ordinal: petitionSignatures.ordinal, state: petitionSignatures.state })
			.from(petitionSignatures)
			.where(eq(petitionSignatures.petitionId, petition.id))
			.orderBy(petitionSignatures.ordinal)
		expect(rows.map(({ state }) => state)).toEqual([
			'confirmed',
			'withdrawn',
			'confirmed',
			'confirmed',
			'confirmed',
		])
	})
})

describe('signatures that were set apart', () => {
	test('are counted group by group, or removed and given back to where they were', async () => {
		const { store, actors } = world
		const petition = await aPetition(store)
		await signedBy(petition, 700, (n) => ({
			review: true,
			source: { network: n < 600 ? 'village' : 'crowd', address: `a${n % 7}`, domain: null },
		}))
		await signedBy(petition, 5, () => ({ source: { network: 'crowd' } }), NOW)
		const groups = await groupsSetApart(store.readOwn, petition.id, 'network')
		expect(groups).toMatchObject([
			{ key: 'village', count: 600, addresses: 7 },
			{ key: 'crowd', count: 100 },
		])
		expect(groups[0]?.first).toEqual(SIGNED_AT)

		const confirmed = (key: string) =>
			store.write(petitionKey(petition.id), (tx) =>
				confirmGroup(tx, {
					petitionId: petition.id,
					group: { by: 'network', key },
					actor: actors.moderator,
					now: NOW,
				}),
			)
		expect(await confirmed('village')).toEqual({ ok: true, value: { left: 100 } })
		expect(await confirmed('village')).toEqual({ ok: true, value: { left: 0 } })
		expect(await totals(petition)).toEqual({ confirmed: 605, review: 100, removed: 0, withdrawn: 0 })
		expect((await typesOf(petition)).filter((type) => type === 'review-confirmed')).toHaveLength(1)

		const { found, invalidationId } = await tried(petition, { network: 'crowd' }, 'review' as 'confirmed')
		expect(found).toBe(100)
		await decide(startInvalidation, petition, invalidationId)
		await runInvalidations(store, { now: NOW })
		expect(await totals(petition)).toEqual({ confirmed: 605, review: 0, removed: 100, withdrawn: 0 })
		await decide(reverseInvalidation, petition, invalidationId)
		await runInvalidations(store, { now: NOW })
		expect(await totals(petition)).toEqual({ confirmed: 605, review: 100, removed: 0, withdrawn: 0 })
	})
})

test('sponsors who were set apart bring the petition to its check once they count', async () => {
	const { store, actors } = world
	const petition = await aPetition(store, { state: 'sponsoring', publishedAt: null, sponsorsNeeded: 5 })
	await signedBy(petition, 5, (n) => ({ byLink: true, review: n > 2, source: { network: 'n' } }))
	const confirmed = await store.write(petitionKey(petition.id), (tx) =>
		confirmGroup(tx, {
			petitionId: petition.id,
			group: { by: 'network', key: 'n' },
			actor: actors.moderator,
			now: NOW,
		}),
	)
	expect(confirmed.ok).toBe(true)
	expect((await petitionById(store.readOwn, petition.id))?.state).toBe('checking')
})

test('supporters who were in time are counted late: the petition goes on to its check after its time to find them', async () => {
	const { store } = world
	const sponsoring = { state: 'sponsoring' as const, publishedAt: null, sponsorsNeeded: 5 }
	const petition = await aPetition(store, { ...sponsoring, sponsorsBy: '2026-03-12' })
	await signedBy(petition, 4, () => ({ byLink: true, source: { network: 'n' } }))
	const { invalidationId } = await tried(petition, { network: 'n' })
	await decide(startInvalidation, petition, invalidationId)
	await runInvalidations(store, { now: NOW })
	await signedBy(petition, 4, () => ({ byLink: true }), NOW)
	const ended = new Date('2026-03-12T19:00:00Z')
	await endSponsoring(store, { now: ended })
	expect(await petitionById(store.readOwn, petition.id)).toMatchObject({ state: 'lapsed', endedAt: ended })
	expect((await decide(reverseInvalidation, petition, invalidationId)).ok).toBe(true)
	await runInvalidations(store, { now: NOW })
	expect(await petitionById(store.readOwn, petition.id)).toMatchObject({ state: 'checking', endedAt: null })
})

test('what was given back for want of signatures waits to be sent once a wrong removal is taken back', async () => {
	const { store } = world
	const petition = await aPetition(store, { thresholds: [{ key: 'national', needed: 700 }] })
	await signedBy(petition, 700, () => ({ source: { network: 'village' } }))
	const { invalidationId } = await tried(petition, { network: 'village' })
	await decide(startInvalidation, petition, invalidationId)
	await runInvalidations(store, { now: NOW })
	const over = new Date('2026-09-05T06:00:00Z')
	const filed = { file: async () => 'R-2026-000001-1', keysFor: () => [] }
	await closePetitions(store, { now: over }, filed)
	expect((await petitionById(store.readOwn, petition.id))?.state).toBe('returned')

	await decide(reverseInvalidation, petition, invalidationId)
	await runInvalidations(store, { now: over })
	expect(await thresholdsOf(petition)).toEqual(['national reached'])
	// The question that it became meanwhile keeps its own way.
	expect(await petitionById(store.readOwn, petition.id)).toMatchObject({
		state: 'closed',
		inquiryNumber: 'R-2026-000001-1',
	})
	const told = await store.readOwn.select().from(outbox).where(eq(outbox.notice, 'petition-closed'))
	expect(told.map(({ values }) => values)).toContainEqual(
		expect.objectContaining({ number: petition.number, reached: 1, short: null }),
	)
})

test('a line of paper keyed in by mistake is not counted again when a removal is taken back', async () => {
	const { store, actors } = world
	const petition = await aPetition(store)
	const acting = { petitionId: petition.id, actor: actors.moderator, now: NOW }
	const write = <R>(work: Parameters<typeof store.write<R>>[1]) => store.write(petitionKey(petition.id), work)
	const sheet = await write((tx) => beginSheet(tx, { ...acting, label: 'one' }))
	if (!sheet.ok) throw new Error(sheet.refusal)
	const { sheetId } = sheet.value
	await write((tx) =>
		enterRow(tx, {
			...{ ...acting, sheetId, fullName: 'A', identifier: '900101300007' },
			...{ region: 'KZ-10', signedOn: '2026-03-05' },
		}),
	)
	const { invalidationId } = await tried(petition, { method: 'paper' })
	await decide(startInvalidation, petition, invalidationId)
	await runInvalidations(store, { now: NOW })
	await write((tx) => takeRowOut(tx, { ...acting, sheetId, ordinal: 1, reason: 'Wrong line' }))
	await decide(reverseInvalidation, petition, invalidationId)
	await runInvalidations(store, { now: NOW })
	expect(await totals(petition)).toMatchObject({ confirmed: 0, removed: 1 })
})

describe('what the last signatures have in common', () => {
	test('is their networks, domains, regions and patterns of names, by their share and their hours', async () => {
		const { store } = world
		const petition = await aPetition(store)
		const late = new Date(SIGNED_AT.getTime() + 23 * 3_600_000)
		await signedBy(petition, 30, (n) => ({ fullName: `A ${'xyz'[n % 3]}${n}`, region: 'KZ-10' }))
		await signedBy(
			petition,
			12,
			(n) => ({
				fullName: `Voter ${n}`,
				source: { network: 'crowd', address: `a${n % 2}`, domain: 'one.example' },
			}),
			late,
		)
		const seen = await trendsOf(store.readOwn, petition.id, { signatures: 40 }, NOW)
		expect(seen.looked).toBe(40)
		expect(seen.trends.network).toEqual([
			{ key: 'crowd', count: 12, review: 0, strip: [...Array(23).fill(0), 12] },
		])
		expect(seen.trends.address.map(({ count }) => count)).toEqual([6, 6])
		expect(seen.trends.name[0]).toMatchObject({ key: 'Voter *', count: 12 })
		expect(seen.trends.region.map(({ key, count }) => [key, count])).toEqual([
			['KZ-10', 28],
			['KZ-75', 12],
		])
		const lately = await trendsOf(store.readOwn, petition.id, { hours: 3 }, NOW)
		expect(lately.looked).toBe(12)
	})
})
