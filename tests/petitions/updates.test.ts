import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { readUnfollowToken, unfollowToken } from '#app/following/unfollow-token.server.ts'
import { composeLetter } from '#app/notices/letter.server.ts'
import { type Petition, petitionKey } from '#app/petitions/petition.server.ts'
import { refusalToAct } from '#app/petitions/petition.ts'
import { hearsOfPetition, stopLetters } from '#app/petitions/stop-letters.server.ts'
import { tellSigners } from '#app/petitions/tell-signers.server.ts'
import { allUpdatesOf, decideUpdate, updatesOf, writeUpdate } from '#app/petitions/updates.server.ts'
import { takeSignatures } from '#app/signing/take.server.ts'
import { outbox } from '#db/schema/register.ts'
import { aWorld, SECRET_KEY, type World } from '#tests/support/world.ts'
import { anAsked, aPetition, SIGNED_AT } from './a-petition.ts'

const DAY_MS = 86_400_000
const NOW = new Date('2026-03-11T06:00:00Z')
let world: World

beforeAll(async () => {
	world = await aWorld()
})

const written = (petition: Petition, { now = NOW, toSigners = true, text = 'We met **them**.' } = {}) =>
	world.store.write(petitionKey(petition.id), (tx) =>
		writeUpdate(tx, {
			petitionId: petition.id,
			language: 'en',
			title: 'A meeting',
			text,
			toSigners,
			actor: world.actors.author,
			now,
		}),
	)

const decided = (petition: Petition, updateId: string, refusal: string | null, now = NOW) =>
	world.store.write(petitionKey(petition.id), (tx) =>
		decideUpdate(tx, { petitionId: petition.id, updateId, refusal, actor: world.actors.moderator, now }),
	)

async function waiting(petition: Petition, over: Parameters<typeof written>[1] = {}) {
	const outcome = await written(petition, over)
	if (!outcome.ok) throw new Error(outcome.refusal)
	return outcome.value.updateId
}

const lettersOf = async (notice: string) =>
	(
		await world.store.readOwn.select().from(outbox).where(eq(outbox.notice, notice)).orderBy(outbox.number)
	).filter(({ sentAt }) => sentAt === null)

describe('an update of the author', () => {
	test('is not for its author to publish, whatever else they are', async () => {
		const petition = await aPetition(world.store, { authorId: world.actors.moderator.personId })
		expect(refusalToAct('decide-update', world.actors.moderator, { petition })).toBe('not-allowed')
		expect(refusalToAct('invalidate', world.actors.moderator, { petition })).toBe('not-allowed')
		expect(refusalToAct('link-counter', world.actors.moderator, { petition })).toBeUndefined()
	})

	test('is read by the public once a moderator has, and shows nothing but text', async () => {
		const petition = await aPetition(world.store)
		const updateId = await waiting(petition, { text: 'We met **them**. <script>alert(1)</script>' })
		expect(await updatesOf(world.store.readOwn, petition.id)).toEqual([])
		expect((await decided(petition, updateId, null)).ok).toBe(true)
		const [shown] = await updatesOf(world.store.readOwn, petition.id)
		expect(shown?.html).toContain('<strong>them</strong>')
		expect(shown?.html).not.toContain('<script')
		expect(await decided(petition, updateId, null)).toEqual({ ok: false, refusal: 'wrong-state' })
	})

	test('that is refused goes to nobody, and its author reads why', async () => {
		const petition = await aPetition(world.store)
		const updateId = await waiting(petition)
		await decided(petition, updateId, 'It advertises a shop')
		expect(await updatesOf(world.store.readOwn, petition.id)).toEqual([])
		expect(await allUpdatesOf(world.store.readOwn, petition.id)).toMatchObject([
			{ state: 'refused', refusal: 'It advertises a shop' },
		])
		const letters = await lettersOf('petition-update-refused')
		expect(letters.at(-1)).toMatchObject({
			recipient: 'author@demo.example',
			values: { reason: 'It advertises a shop' },
		})
	})

	test('goes to signers once a week at most, and one waits at a time', async () => {
		const petition = await aPetition(world.store)
		const first = await waiting(petition)
		expect(await written(petition, { toSigners: false })).toEqual({ ok: false, refusal: 'one-waits' })
		await decided(petition, first, null)
		const later = (days: number) => new Date(NOW.getTime() + days * DAY_MS)
		expect(await written(petition, { now: later(6) })).toEqual({ ok: false, refusal: 'too-soon' })
		expect((await written(petition, { now: later(8) })).ok).toBe(true)
	})
})

describe('signers are written to', () => {
	test('each once, who want it, also who is set apart, with a link that stops such letters alone', async () => {
		const { store } = world
		const petition = await aPetition(store)
		await store.write(petitionKey(petition.id), (tx) =>
			takeSignatures(
				tx,
				petition.id,
				[
					...Array.from({ length: 600 }, (_, n) =>
						anAsked(petition, n, { email: `s${n}@demo.example`, updates: n % 2 === 0, language: 'ru' }),
					),
					anAsked(petition, 'apart', { email: 'apart@demo.example', updates: true, review: true }),
					anAsked(petition, 'account', { personId: 'stranger', updates: true }),
				],
				SIGNED_AT,
			),
		)
		await decided(petition, await waiting(petition), null)
		await Promise.all([tellSigners(store, { now: NOW }), tellSigners(store, { now: NOW })])
		await tellSigners(store, { now: NOW })
		const letters = (await lettersOf('petition-update')).filter(
			({ values }) => values.number === petition.number,
		)
		expect(letters).toHaveLength(302)
		expect(new Set(letters.map(({ recipient }) => recipient)).size).toBe(302)
		expect(letters.at(-1)).toMatchObject({
			recipient: 'stranger-@demo.example'.replace('-@', '@'),
			language: 'en',
		})

		const [first] = letters
		if (!first) throw new Error('no letter')
		const site = { publicUrl: 'https://jauap.example', secretKey: SECRET_KEY }
		const letter = await composeLetter(store.readOwn, first, site)
		expect(letter.action.address).toBe(`https://jauap.example/ru/petitions/${petition.number}/updates`)
		const token = letter.unsubscribe?.address.split('/').at(-1) ?? ''
		expect(readUnfollowToken(token, SECRET_KEY)).toEqual({ signature: `${petition.id}-1` })
		expect(
			readUnfollowToken(unfollowToken({ signature: `${petition.id}-1` }, 'another'), SECRET_KEY),
		).toBeUndefined()

		const signature = `${petition.id}-1`
		expect(await hearsOfPetition(store.readOwn, signature)).toBe(true)
		await store.write('following', (tx) => stopLetters(tx, signature))
		expect(await hearsOfPetition(store.readOwn, signature)).toBe(false)
		expect(await hearsOfPetition(store.readOwn, `${petition.id}-3`)).toBe(true)
	})

	test('no faster than letters leave, so that nobody waits behind them', async () => {
		const { store } = world
		const petition = await aPetition(store)
		await store.write(petitionKey(petition.id), (tx) =>
			takeSignatures(
				tx,
				petition.id,
				Array.from({ length: 900 }, (_, n) =>
					anAsked(petition, n, { email: `q${n}@demo.example`, updates: true }),
				),
				SIGNED_AT,
			),
		)
		await store.write('outbox', (tx) => tx.delete(outbox))
		await decided(petition, await waiting(petition), null)
		await tellSigners(store, { now: NOW })
		const letters = () => lettersOf('petition-update')
		expect(await letters()).toHaveLength(500)
		await store.write('outbox', (tx) => tx.update(outbox).set({ sentAt: NOW, nextAttemptAt: null }))
		await tellSigners(store, { now: NOW })
		expect(await letters()).toHaveLength(400)
	})
})
