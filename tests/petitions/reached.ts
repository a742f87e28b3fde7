import { eq } from 'drizzle-orm'
import type { Actor } from '#app/people/actor.ts'
import {
	considerations,
	petitionCells,
	petitionSignatures,
	petitions,
	petitionTallies,
	petitionTexts,
} from '#db/schema/petitions.ts'
import { events } from '#db/schema/register.ts'
import type { Writer } from '#db/store.ts'
import type { World } from '#tests/support/world.ts'

export const noon = (day: string) => new Date(`${day}T12:00:00+05:00`)

type NewPetition = typeof petitions.$inferInsert
type NewConsideration = typeof considerations.$inferInsert

/** Petitions to ENV as they stand after a while: `open`, `reached`, `signed`, and the rows that they became. */
export function petitionsOf({ store, actors }: World) {
	const write = <Result>(work: (tx: Writer) => Promise<Result>) => store.write('test', work)
	let made = 0

	/** Collecting since 2 March 2026, up to 2 September. */
	async function open(over: Partial<NewPetition> = {}): Promise<number> {
		const number = `P-2026-${String(++made).padStart(6, '0')}-0`
		return write(async (tx) => {
			const [petition] = await tx
				.insert(petitions)
				.values({
					number,
					state: 'open',
					bodyId: 'ENV',
					language: 'ru',
					authorId: 'author',
					authorName: 'author',
					publicAuthor: 'A.',
					profileId: 'KZ',
					profileVersion: '2026-07',
					competence: 'central',
					thresholds: [{ key: 'national', needed: 3 }],
					collectsUntil: '2026-09-02',
					closesAt: new Date('2026-09-03T00:00:00+05:00'),
					createdAt: noon('2026-02-02'),
					updatedAt: noon('2026-02-02'),
					linkedAt: noon('2026-02-02'),
					sponsoredAt: noon('2026-02-10'),
					publishedAt: noon('2026-03-02'),
					mediaInformedAt: noon('2026-03-03'),
					...over,
				})
				.returning({ id: petitions.id })
			const petitionId = petition?.id as number
			await tx.insert(petitionTexts).values({
				petitionId,
				language: 'ru',
				title: 'Clean yards',
				substance: 'Collect batteries in every yard.',
				html: '<p>Collect batteries in every yard.</p>',
				updatedAt: noon('2026-02-02'),
			})
			await tx.insert(petitionTallies).values({ petitionId, head: '0'.repeat(64) })
			return petitionId
		})
	}

	/** One that has enough signatures, since 1 April. */
	async function reached(over: Partial<NewPetition> = {}, consideration: Partial<NewConsideration> = {}) {
		const petitionId = await open(over)
		const considerationId = await write(async (tx) => {
			const [row] = await tx
				.insert(considerations)
				.values({
					petitionId,
					threshold: 'national',
					needed: 3,
					bodyId: 'ENV',
					reachedAt: noon('2026-04-01'),
					...consideration,
				})
				.returning({ id: considerations.id })
			return row?.id as number
		})
		return { petitionId, considerationId }
	}

	/** So many signatures, all confirmed, tallied as signing tallies them. */
	async function signed(petitionId: number, count: number) {
		await write(async (tx) => {
			for (let ordinal = 1; ordinal <= count; ordinal++)
				await tx.insert(petitionSignatures).values({
					petitionId,
					ordinal,
					signerHash: `signer-${ordinal}`,
					level: 3,
					method: 'eds',
					state: 'confirmed',
					region: 'KZ-71',
					signedAt: noon('2026-03-03'),
					commitment: `commitment-${ordinal}`,
					personId: null,
					fullName: `Signer ${ordinal}`,
					publicName: `S. ${ordinal}`,
					email: `signer${ordinal}@home.example`,
					language: 'ru',
					updates: false,
					consent: 1,
					address: 'a',
					network: 'n',
					domain: 'home.example',
				})
			await tx
				.update(petitionTallies)
				.set({ taken: count, confirmed: count, lastSignedAt: noon('2026-03-03') })
				.where(eq(petitionTallies.petitionId, petitionId))
			await tx.insert(petitionCells).values(
				[
					{ by: 'method' as const, key: 'eds' },
					{ by: 'region' as const, key: 'KZ-71' },
					{ by: 'hour' as const, key: '2026-03-03T07' },
				].map((cell) => ({ petitionId, ...cell, confirmed: count })),
			)
		})
	}

	const petition = async (id: number) => {
		const [row] = await store.read.select().from(petitions).where(eq(petitions.id, id))
		if (!row) throw new Error(`no petition ${id}`)
		return row
	}
	const consideration = async (id: number) => {
		const [row] = await store.read.select().from(considerations).where(eq(considerations.id, id))
		if (!row) throw new Error(`no consideration ${id}`)
		return row
	}
	const recorded = async (type: string) =>
		(await store.read.select().from(events).where(eq(events.type, type))).map(({ details }) => details)
	const as = (who: string, day: string) => ({ actor: actors[who] as Actor, now: noon(day) })

	return { write, open, reached, signed, petition, consideration, recorded, as }
}
