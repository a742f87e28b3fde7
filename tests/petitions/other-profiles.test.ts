import { asc, eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { decidePetition } from '#app/considerations/decide.server.ts'
import { sendPetition } from '#app/considerations/send.server.ts'
import { passPetition } from '#app/petitions/check.server.ts'
import { closePetitions } from '#app/petitions/close.server.ts'
import { type Petition, petitionById, petitionKey } from '#app/petitions/petition.server.ts'
import { takeSignatures } from '#app/signing/take.server.ts'
import { settleThresholds } from '#app/signing/threshold.server.ts'
import { considerations, petitionTallies } from '#db/schema/petitions.ts'
import type { Writer } from '#db/store.ts'
import { aWorld, type World } from '#tests/support/world.ts'
import { anAsked } from './a-petition.ts'
import { petitionByActs } from './by-acts.ts'

let world: World
beforeEach(async () => {
	world = await aWorld()
})
afterEach(() => world.store.close())

const at = new Date('2026-02-16T12:00:00+05:00')
const write = <Result>({ id }: Petition, work: (tx: Writer) => Promise<Result>) =>
	world.store.write(petitionKey(id), work)
const now = async ({ id }: Petition) => (await petitionById(world.store.readOwn, id)) as Petition

/** So many ask to sign in the same moment; gives what each was answered. */
async function sign(petition: Petition, count: number, byLink = false): Promise<string[]> {
	const asked = Array.from({ length: count }, () =>
		anAsked(petition, crypto.randomUUID(), { level: 1, method: 'email', at, byLink }),
	)
	const answers = await write(petition, (tx) => takeSignatures(tx, petition.id, asked, at))
	return answers.map((answer) => (answer.ok ? 'taken' : answer.refusal))
}

/** As though so many had signed. */
const counted = (petition: Petition, confirmed: number) =>
	write(petition, (tx) =>
		tx.update(petitionTallies).set({ confirmed }).where(eq(petitionTallies.petitionId, petition.id)),
	)

const reached = ({ id }: Petition) =>
	world.store.readOwn
		.select()
		.from(considerations)
		.where(eq(considerations.petitionId, id))
		.orderBy(asc(considerations.needed))

const send = (petition: Petition, considerationId: number) =>
	write(petition, (tx) =>
		sendPetition(tx, { petitionId: petition.id, considerationId, actor: world.actors.moderator, now: at }),
	)

const RESPONSE = {
	outcome: 'response',
	language: 'en',
	body: 'The government will measure the air.',
	reasons: '',
	law: '',
	facts: '',
	appeal: '',
	promises: [],
}

describe('by the rules of the United Kingdom', () => {
	const british = (as: 'sponsoring' | 'checking' | 'open' = 'sponsoring') =>
		petitionByActs(world, { as, profileId: 'GB', competence: 'parliament' })

	test('the fifth supporter sends it to its check, and no more than twenty are taken', async () => {
		const petition = await british()
		expect(petition).toMatchObject({
			sponsorsNeeded: 5,
			sponsorsMost: 20,
			sponsorsBy: null,
			signatureLevel: 1,
		})
		await sign(petition, 4, true)
		expect((await now(petition)).state).toBe('sponsoring')
		await sign(petition, 1, true)
		expect((await now(petition)).state).toBe('checking')

		const crowd = await sign(await british(), 25, true)
		expect(crowd.filter((answer) => answer === 'taken')).toHaveLength(20)
		expect(crowd.filter((answer) => answer === 'full')).toHaveLength(5)
	})

	test('10,000 bring an answer and 100,000 a debate, while it goes on collecting to its end', async () => {
		const checking = await british('checking')
		await write(checking, (tx) =>
			passPetition(tx, { petitionId: checking.id, actor: world.actors.moderator, now: at }),
		)
		const petition = await now(checking)
		expect(petition.thresholds).toEqual([
			{ key: 'response', needed: 10_000 },
			{ key: 'debate', needed: 100_000 },
		])
		await counted(petition, 9998)
		await sign(petition, 1)
		expect(await reached(petition)).toEqual([])
		await sign(petition, 1)
		const [response] = await reached(petition)
		expect(response).toMatchObject({ threshold: 'response', needed: 10_000, state: 'reached' })

		expect(await send(petition, Number(response?.id))).toMatchObject({ ok: true })
		const actor = world.actors['ENV:approver'] as NonNullable<World['actors'][string]>
		expect(
			await write(petition, (tx) =>
				decidePetition(tx, {
					petitionId: petition.id,
					considerationId: Number(response?.id),
					actor,
					now: at,
					text: RESPONSE,
				}),
			),
		).toMatchObject({ ok: true })
		expect((await now(petition)).state).toBe('open')

		await counted(petition, 99_999)
		expect(await sign(petition, 1)).toEqual(['taken'])
		expect(await reached(petition)).toMatchObject([
			{ threshold: 'response', state: 'decided', rule: null, dueOn: null },
			{ threshold: 'debate', state: 'reached' },
		])
		const ended = new Date('2026-12-01T12:00:00Z')
		const filing = { file: () => Promise.reject(new Error('nothing is filed')), keysFor: () => [] }
		await closePetitions(world.store, { now: ended }, filing)
		expect((await now(petition)).state).toBe('closed')
	})

	test('one whose time ends after all that it reached was decided ends as decided', async () => {
		const petition = await british('open')
		await counted(petition, 9999)
		await sign(petition, 1)
		const [response] = await reached(petition)
		const considered = { petitionId: petition.id, considerationId: Number(response?.id), now: at }
		await send(petition, considered.considerationId)
		const actor = world.actors['ENV:approver'] as NonNullable<World['actors'][string]>
		await write(petition, (tx) => decidePetition(tx, { ...considered, actor, text: RESPONSE }))
		const filing = { file: () => Promise.reject(new Error('nothing is filed')), keysFor: () => [] }
		await closePetitions(world.store, { now: new Date('2026-12-01T12:00:00Z') }, filing)
		expect((await now(petition)).state).toBe('decided')

		// What was removed by mistake and is given back brings the debate after all; taken again, it is decided again.
		const settle = async (confirmed: number) => {
			const current = await now(petition)
			await write(petition, (tx) => settleThresholds(tx, current, confirmed, at))
			return (await now(petition)).state
		}
		expect(await settle(100_000)).toBe('closed')
		expect(await reached(petition)).toMatchObject([
			{ state: 'decided' },
			{ threshold: 'debate', state: 'reached' },
		])
		expect(await settle(99_999)).toBe('decided')
	})
})

describe('by the rules of Estonia', () => {
	test('a petition is open at once; a thousand send it to the parliament, and then nobody signs any more', async () => {
		const petition = await petitionByActs(world, {
			as: 'sponsoring',
			profileId: 'EE',
			competence: 'parliament',
		})
		expect(petition).toMatchObject({ state: 'open', sponsorsNeeded: 0, checkBy: null })
		expect(petition.thresholds).toEqual([{ key: 'national', needed: 1000 }])
		await counted(petition, 999)
		await sign(petition, 1)
		const [national] = await reached(petition)
		expect(national).toMatchObject({ threshold: 'national', state: 'reached' })
		expect(await send(petition, Number(national?.id))).toMatchObject({ ok: true })
		expect((await now(petition)).state).toBe('considered')
		expect(await sign(petition, 1)).toEqual(['closed'])
		expect((await reached(petition))[0]).toMatchObject({ rule: 'petition.decide', dueOn: '2026-08-16' })
	})

	test('a municipality needs one voter in a hundred, and five at least', async () => {
		const needed = async (population: number) => {
			const petition = await petitionByActs(world, {
				profileId: 'EE',
				competence: 'municipality',
				population,
			})
			return petition.thresholds?.map((threshold) => threshold.needed)
		}
		expect(await needed(12_345)).toEqual([124])
		expect(await needed(301)).toEqual([5])
	})
})
