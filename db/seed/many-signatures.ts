import { eq } from 'drizzle-orm'
import { addDays, dayIn } from '#app/deadlines/day.ts'
import { lawOf } from '#app/jurisdictions/law.server.ts'
import { thresholdsFor } from '#app/jurisdictions/threshold.ts'
import { petitionById, petitionKey } from '#app/petitions/petition.server.ts'
import { publish } from '#app/petitions/publish.server.ts'
import { nextNumber } from '#app/register/next-number.server.ts'
import { openTally } from '#app/signing/take.server.ts'
import { passThresholds } from '#app/signing/threshold.server.ts'
import { bodies } from '#db/schema/bodies.ts'
import { petitionSignatures, petitions, petitionTexts } from '#db/schema/petitions.ts'
import { openStore, type Store, type Writer } from '#db/store.ts'
import { openBulk } from './bulk.ts'
import { randomFrom } from './picture.ts'
import { type Chain, chainOf, keepTotals, momentsOf, rowsOf } from './signatures.ts'
import { momentOf, PROFILE, ZONE } from './timeline.ts'

// For the bench only, as are many questions: rows as signing would have left them, with all that they add up to.

const AT_ONCE = 2000
const DAYS = 120

/** Adds one petition with so many signatures to a database that nobody has open; gives its number. */
export async function seedManySignatures(many: { url: string; count: number; now: Date }): Promise<string> {
	const { url, count, now } = many
	const from = momentOf(addDays(dayIn(ZONE, now), -DAYS), '11:00')
	const chain = await withStore(url, (store) => store.write('number:P', (tx) => openPetition(tx, from)))
	const random = randomFrom(count)
	const wave = { from, until: now, count }
	const moments = momentsOf(wave, random)
	const rows = rowsOf(chain, wave)
	const bulk = await openBulk(url, [petitionSignatures])
	for (let at = 0; at < count; at += AT_ONCE)
		await bulk.add(petitionSignatures, rows(moments.slice(at, at + AT_ONCE), random))
	await bulk.finish()
	await withStore(url, (store) =>
		store.write(petitionKey(chain.petition.id), (tx) => settle(tx, chain, moments)),
	)
	return chain.petition.number
}

async function withStore<Result>(url: string, work: (store: Store) => Promise<Result>): Promise<Result> {
	const store = await openStore(url)
	try {
		return await work(store)
	} finally {
		await store.close()
	}
}

async function openPetition(tx: Writer, at: Date): Promise<Chain> {
	const law = await lawOf(tx, PROFILE.id)
	const [body] = await tx.select().from(bodies).where(eq(bodies.competence, 'central')).limit(1)
	if (!body) throw new Error('no body takes petitions')
	const number = await nextNumber(tx, 'P', Number(dayIn(ZONE, at).slice(0, 4)))
	const [petition] = await tx
		.insert(petitions)
		.values({
			number,
			bodyId: body.id,
			language: 'kk',
			authorName: 'Тұрғын',
			publicAuthor: 'Тұрғын',
			profileId: PROFILE.id,
			profileVersion: PROFILE.version,
			competence: body.competence,
			thresholds: thresholdsFor(PROFILE, body) ?? [],
			createdAt: at,
			updatedAt: at,
			checkedAt: at,
		})
		.returning()
	if (!petition) throw new Error('no petition was made')
	const text = { title: 'Көп қол жиналған петиция', substance: 'Ауладағы жарықты жөндеу.', html: '' }
	await tx.insert(petitionTexts).values({ petitionId: petition.id, language: 'kk', ...text, updatedAt: at })
	await openTally(tx, petition.id)
	await publish(tx, petition, law, at)
	return chainOf({ id: petition.id, number, signatureLevel: petition.signatureLevel })
}

/** The totals, and what they brought about when they were reached. */
async function settle(tx: Writer, chain: Chain, moments: readonly number[]): Promise<void> {
	const last = moments.at(-1)
	if (last === undefined) return
	await keepTotals(tx, chain, new Date(last))
	const petition = await petitionById(tx, chain.petition.id)
	const needed = petition?.thresholds?.[0]?.needed
	if (!petition || needed === undefined) return
	for (const share of [25, 50, 75, 100]) {
		const after = Math.ceil((needed * share) / 100)
		const at = moments[after - 1]
		if (at !== undefined) await passThresholds(tx, petition, { before: after - 1, after, now: new Date(at) })
	}
}
