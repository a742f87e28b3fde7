import { and, eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { fileFor } from '#app/files/find.server.ts'
import { keepFiles } from '#app/files/keep.server.ts'
import { composeLetter } from '#app/notices/letter.server.ts'
import { STRANGER } from '#app/people/actor.ts'
import { informMedia, passPetition, rejectPetition } from '#app/petitions/check.server.ts'
import { linkCounter } from '#app/petitions/counter.server.ts'
import { addressPetition, discardPetition, startPetition } from '#app/petitions/draft.server.ts'
import { gatherSponsors, keysForNumber } from '#app/petitions/gather.server.ts'
import { endSponsoring } from '#app/petitions/lapse.server.ts'
import {
	linkSecret,
	type Petition,
	petitionById,
	petitionByLink,
	petitionKey,
	textsOf,
} from '#app/petitions/petition.server.ts'
import { MOST_DRAFTS } from '#app/petitions/petition.ts'
import { withdrawPetition } from '#app/petitions/withdraw.server.ts'
import { attachToPetition, writePetition } from '#app/petitions/write.server.ts'
import { petitions, petitionTallies } from '#db/schema/petitions.ts'
import { events, outbox } from '#db/schema/register.ts'
import { search } from '#db/search.ts'
import type { Writer } from '#db/store.ts'
import { aWorld, SECRET_KEY, type World } from '#tests/support/world.ts'
import { BEGUN, petitionByActs, sponsorsFound } from './by-acts.ts'

let world: World
beforeEach(async () => {
	world = await aWorld()
})
afterEach(() => world.store.close())

const at = (text: string) => new Date(`${text}+05:00`)
const now = (petition: Petition) => petitionById(world.store.readOwn, petition.id)
const write = <Result>({ id }: Petition, work: (tx: Writer) => Promise<Result>) =>
	world.store.write(petitionKey(id), work)
const letters = (notice: string) => world.store.readOwn.select().from(outbox).where(eq(outbox.notice, notice))
const recorded = async ({ id }: Petition) =>
	(
		await world.store.readOwn
			.select({ type: events.type })
			.from(events)
			.where(and(eq(events.subject, 'petition'), eq(events.subjectId, String(id))))
			.orderBy(events.sequence)
	).map(({ type }) => type)
const asAuthor = ({ id }: Petition, moment = BEGUN) => ({
	petitionId: id,
	actor: { ...world.actors.author, level: 3 },
	now: moment,
})

test('a draft has no number, is on no record, and becomes one thing however often its form is sent', async () => {
	const start = (submissionId: string) =>
		world.store.write('person', (tx) =>
			startPetition(tx, {
				actor: { ...world.actors.author, personId: 'author' },
				profileId: 'KZ',
				language: 'kk',
				author: 'Author',
				submissionId,
				now: BEGUN,
			}),
		)
	const first = await start('one')
	expect(await start('one')).toEqual(first)
	expect(await world.store.readOwn.select().from(petitions)).toMatchObject([{ state: 'draft', number: null }])
	expect(await world.store.readOwn.select().from(events)).toEqual([])
	for (let made = 1; made < MOST_DRAFTS; made++)
		expect(await start(`more ${made}`)).toMatchObject({ ok: true })
	expect(await start('too many')).toEqual({ ok: false, refusal: 'too-many-drafts' })
})

test('a text is sanitized when it is saved; translations stand beside it and go with their last word', async () => {
	const draft = await petitionByActs(world, { as: 'draft' })
	const say = (language: 'en' | 'ru', title: string, substance: string) =>
		write(draft, (tx) => writePetition(tx, { ...asAuthor(draft), language, written: { title, substance } }))
	await say('en', 'Clean air', '<script>alert(1)</script> **Smog**')
	await say('ru', 'Чистый воздух', 'Смог')
	const [own, other] = await textsOf(world.store.readOwn, draft)
	expect(own?.html).not.toContain('<script')
	expect(own?.html).toContain('<strong>Smog</strong>')
	expect(own?.html).toContain('<h2>What is proposed</h2>')
	expect(other).toMatchObject({ language: 'ru', title: 'Чистый воздух' })
	await say('ru', '', '')
	expect(await textsOf(world.store.readOwn, draft)).toHaveLength(1)
})

test('the link to first supporters: twenty working days, fifty of them, and thresholds fixed (APPC 90-2(4), 90-3(4))', async () => {
	const petition = await petitionByActs(world, {
		as: 'sponsoring',
		competence: 'region_assembly',
		population: 1_234_567,
	})
	expect(petition).toMatchObject({
		state: 'sponsoring',
		number: expect.stringMatching(/^P-2026-000001-\d$/),
		sponsorsNeeded: 50,
		sponsorsMost: null,
		sponsorsBy: '2026-02-09',
		competence: 'region_assembly',
		thresholds: [{ key: 'region_assembly', needed: 24_692 }],
	})
	const tally = { petitionId: petition.id, taken: 0, confirmed: 0, head: '0'.repeat(64) }
	expect(await world.store.readOwn.select().from(petitionTallies)).toMatchObject([tally])
	const secret = linkSecret(SECRET_KEY, petition.id)
	expect(await petitionByLink(world.store.readOwn, secret)).toMatchObject({ id: petition.id })
	expect(await recorded(petition)).toEqual(['created', 'link-opened'])
	expect(await search(world.store.readOwn, 'petition', 'air')).toEqual([])

	const [letter] = await letters('petition-link-opened')
	expect(JSON.stringify(letter)).not.toContain(secret)
	for (const language of ['kk', 'ru', 'en']) {
		const said = await composeLetter(
			world.store.readOwn,
			{ ...letter!, language },
			{ publicUrl: 'https://jauap.example', secretKey: SECRET_KEY },
		)
		expect(said.action.address).toBe(`https://jauap.example/${language}/petitions/links/${secret}`)
		expect(said.paragraphs.join(' ')).toContain('50')
	}
})

test.each([
	['central', undefined, [50_000]],
	['region_executive', 1_234_567, [12_346]],
	['district_assembly', 50_000, [5000]],
	['district_assembly', 50_001, [5000]],
	['district_assembly', 7001, [701]],
	['district_executive', 7001, [351]],
])('%s of %s people needs %s', async (competence, population, needed) => {
	const petition = await petitionByActs(world, { as: 'sponsoring', competence, population })
	expect(petition.thresholds?.map((threshold) => threshold.needed)).toEqual(needed)
})

test('the United Kingdom: five first supporters and no term; Estonia: no supporters and no check', async () => {
	const british = await petitionByActs(world, { as: 'sponsoring', profileId: 'GB', competence: 'parliament' })
	expect(british).toMatchObject({ sponsorsNeeded: 5, sponsorsMost: 20, sponsorsBy: null })
	expect(british.thresholds).toEqual([
		{ key: 'response', needed: 10_000 },
		{ key: 'debate', needed: 100_000 },
	])
	const estonian = await petitionByActs(world, {
		as: 'sponsoring',
		profileId: 'EE',
		competence: 'parliament',
	})
	expect(estonian).toMatchObject({ state: 'open', sponsorsNeeded: 0, publishedAt: BEGUN })
	expect(estonian.thresholds).toEqual([{ key: 'national', needed: 1000 }])
	expect(await recorded(estonian)).toEqual(['created', 'published'])
})

test('what is not whole, is addressed to nobody, or comes from somebody not known well enough stays a draft', async () => {
	const draft = await petitionByActs(world, { as: 'draft' })
	const gather = (level = 3) =>
		world.store.write(keysForNumber(draft.id), (tx) =>
			gatherSponsors(tx, {
				...asAuthor(draft),
				actor: { ...world.actors.author, level },
				secretKey: SECRET_KEY,
			}),
		)
	expect(await gather(0)).toMatchObject({ refusal: 'level' })
	await write(draft, (tx) =>
		writePetition(tx, { ...asAuthor(draft), language: 'en', written: { proposals: '' } }),
	)
	expect(await gather()).toMatchObject({ refusal: 'incomplete' })
	await write(draft, (tx) =>
		writePetition(tx, { ...asAuthor(draft), language: 'en', written: { proposals: 'Measure it.' } }),
	)
	expect(
		await write(draft, (tx) => addressPetition(tx, { ...asAuthor(draft), bodyId: 'HSG', representing: '' })),
	).toMatchObject({ refusal: 'no-body' })
	expect(await gather()).toMatchObject({ ok: true })
	expect(await gather()).toMatchObject({ refusal: 'wrong-state' })
})

test('too few first supporters in time: it lapses at the end of the last day, however late that is found', async () => {
	const petition = await petitionByActs(world, { as: 'sponsoring' })
	await endSponsoring(world.store, { now: at('2026-02-09T23:59:59') })
	expect(await now(petition)).toMatchObject({ state: 'sponsoring' })
	await endSponsoring(world.store, { now: at('2026-02-14T09:00:00') })
	await endSponsoring(world.store, { now: at('2026-02-14T09:01:00') })
	expect(await now(petition)).toMatchObject({ state: 'lapsed', endedAt: at('2026-02-10T00:00:00') })
	expect(await recorded(petition)).toEqual(['created', 'link-opened', 'sponsors-lapsed'])
	expect(await letters('petition-lapsed')).toHaveLength(1)
})

test('the check has twenty working days from the day the supporters were found; its author and moderators are told', async () => {
	const petition = await petitionByActs(world, { as: 'sponsoring' })
	await write(petition, (tx) => sponsorsFound(tx, petition.id, at('2026-01-30T18:00:00')))
	expect(await now(petition)).toMatchObject({
		state: 'checking',
		sponsoredAt: at('2026-01-30T18:00:00'),
		checkBy: '2026-02-27',
	})
	expect(await letters('petition-checking')).toHaveLength(1)
	expect(await letters('petition-to-check')).toMatchObject([{ recipient: 'moderator@demo.example' }])
})

test('passed, it is open for six months, which do not roll, is found by its words, and the media wait five days', async () => {
	const petition = await petitionByActs(world, { as: 'checking' })
	await write(petition, (tx) =>
		passPetition(tx, {
			petitionId: petition.id,
			actor: world.actors.moderator,
			now: at('2026-02-02T12:00:00'),
		}),
	)
	expect(await now(petition)).toMatchObject({
		state: 'open',
		publishedAt: at('2026-02-02T12:00:00'),
		// A Sunday.
		collectsUntil: '2026-08-02',
		closesAt: at('2026-08-03T00:00:00'),
		informMediaBy: '2026-02-09',
	})
	expect(await search(world.store.readOwn, 'petition', 'smog')).toEqual([String(petition.id)])
	const inform = () =>
		write(petition, (tx) =>
			informMedia(tx, {
				petitionId: petition.id,
				actor: world.actors.moderator,
				now: at('2026-02-03T12:00:00'),
			}),
		)
	await inform()
	await inform()
	expect(await recorded(petition)).toEqual([
		'created',
		'link-opened',
		'sponsors-reached',
		'checked',
		'published',
		'media-informed',
	])
})

test('rejected only on a listed ground and for a reason, which its author reads in their language', async () => {
	const petition = await petitionByActs(world, { as: 'checking' })
	const reject = (ground: string, reason: string, who: 'moderator' | 'author' = 'moderator') =>
		write(petition, (tx) =>
			rejectPetition(tx, { petitionId: petition.id, ground, reason, actor: world.actors[who], now: BEGUN }),
		)
	expect(await reject('too_bold', 'No.')).toEqual({ ok: false, refusal: 'no-ground' })
	expect(await reject('banned_subject', ' ')).toEqual({ ok: false, refusal: 'no-reason' })
	expect(await reject('banned_subject', 'It is about elections.')).toEqual({ ok: true, value: null })
	expect(await now(petition)).toMatchObject({ state: 'rejected', hidden: false })
	const [letter] = await letters('petition-rejected')
	for (const language of ['kk', 'ru', 'en']) {
		const said = await composeLetter(
			world.store.readOwn,
			{ ...letter!, language },
			{ publicUrl: 'https://jauap.example', secretKey: SECRET_KEY },
		)
		const words = said.paragraphs.join(' ')
		expect(words).toContain('It is about elections.')
		expect(words).not.toMatch(/petition\.ground|\{\{|\$t|banned_subject/)
	}
})

test('a text with what may not be published is hidden with its rejection', async () => {
	const petition = await petitionByActs(world, { as: 'checking' })
	const act = { petitionId: petition.id, actor: world.actors.moderator, now: BEGUN }
	await write(petition, (tx) =>
		rejectPetition(tx, { ...act, ground: 'unlawful_content', reason: 'It calls to violence.' }),
	)
	expect(await now(petition)).toMatchObject({ state: 'rejected', hidden: true })
})

test('nobody checks their own petition', async () => {
	const petition = await petitionByActs(world, { as: 'checking' })
	const actor = { ...world.actors.moderator, personId: 'author' }
	const act = { petitionId: petition.id, actor, now: BEGUN }
	expect(await write(petition, (tx) => passPetition(tx, act))).toEqual({ ok: false, refusal: 'own' })
})

test('withdrawn, it is found no more', async () => {
	const petition = await petitionByActs(world)
	expect(await write(petition, (tx) => withdrawPetition(tx, asAuthor(petition)))).toMatchObject({ ok: true })
	expect(await now(petition)).toMatchObject({ state: 'withdrawn' })
	expect(await search(world.store.readOwn, 'petition', 'smog')).toEqual([])
	expect(await write(petition, (tx) => withdrawPetition(tx, asAuthor(petition)))).toMatchObject({
		refusal: 'wrong-state',
	})
})

test('a counter-petition names a public petition that is not itself', async () => {
	const petition = await petitionByActs(world)
	const other = await petitionByActs(world, { title: 'More stoves' })
	const secret = await petitionByActs(world, { as: 'checking' })
	const link = (counterNumber?: string) =>
		write(other, (tx) => linkCounter(tx, { ...asAuthor(other), counterNumber }))
	expect(await link(String(secret.number))).toMatchObject({ refusal: 'no-petition' })
	expect(await link(String(other.number))).toMatchObject({ refusal: 'no-petition' })
	expect(await link(String(petition.number))).toMatchObject({ ok: true })
	expect(await now(other)).toMatchObject({ counterTo: petition.id })
	await link()
	expect(await now(other)).toMatchObject({ counterTo: null })
})

test('what goes with a petition is its author’s, then of those who know of it, then everybody’s; hidden, of moderators', async () => {
	const draft = await petitionByActs(world, { as: 'draft' })
	const file = { sha256: 'a'.repeat(64), name: 'map.pdf', mediaType: 'application/pdf', size: 9 } as const
	const [fileId = ''] = await write(draft, async (tx) => {
		const ids = await keepFiles(tx, { stored: [file], by: 'author', now: BEGUN })
		await attachToPetition(tx, { ...asAuthor(draft), fileIds: ids })
		return ids
	})
	const opened = async (who: 'author' | 'stranger' | 'moderator') =>
		(await fileFor(world.store.readOwn, fileId, who === 'stranger' ? STRANGER : world.actors[who]))?.open
	expect([await opened('author'), await opened('stranger')]).toEqual([false, undefined])
	await world.store.write(keysForNumber(draft.id), (tx) =>
		gatherSponsors(tx, { ...asAuthor(draft), secretKey: SECRET_KEY }),
	)
	expect(await opened('stranger')).toBe(false)
	await write(draft, (tx) => sponsorsFound(tx, draft.id, BEGUN))
	const act = { petitionId: draft.id, actor: world.actors.moderator, now: BEGUN }
	await write(draft, (tx) => passPetition(tx, act))
	expect(await opened('stranger')).toBe(true)
	await write(draft, (tx) => tx.update(petitions).set({ state: 'rejected', hidden: true }))
	expect([await opened('stranger'), await opened('moderator')]).toEqual([undefined, false])
})

test('a draft that is thrown away leaves nothing', async () => {
	const draft = await petitionByActs(world, { as: 'draft' })
	await write(draft, (tx) => discardPetition(tx, asAuthor(draft)))
	expect(await now(draft)).toBeUndefined()
})
