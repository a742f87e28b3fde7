import { signerHash } from '#app/people/signer.server.ts'
import type { Petition } from '#app/petitions/petition.server.ts'
import { type AskedSignature, openTally } from '#app/signing/take.server.ts'
import { petitions, petitionTexts } from '#db/schema/petitions.ts'
import type { Store } from '#db/store.ts'

/** Published on Monday 2 March 2026, collecting for six months, addressed to ENV. */
const PUBLISHED = new Date('2026-03-02T05:00:00Z')

let number = 0

/** A petition that collects; a test names only what matters. */
export async function aPetition(
	store: Store,
	over: Partial<typeof petitions.$inferInsert> = {},
): Promise<Petition> {
	return store.write('a petition', async (tx) => {
		const [petition] = await tx
			.insert(petitions)
			.values({
				number: `P-2026-${String(++number).padStart(6, '0')}-0`,
				state: 'open',
				bodyId: 'ENV',
				language: 'en',
				authorId: 'author',
				authorName: 'Author',
				publicAuthor: 'A.',
				profileId: 'KZ',
				profileVersion: '2026-03',
				competence: 'central',
				thresholds: [{ key: 'national', needed: 50_000 }],
				sponsorsNeeded: 50,
				createdAt: PUBLISHED,
				updatedAt: PUBLISHED,
				publishedAt: PUBLISHED,
				collectsUntil: '2026-09-02',
				closesAt: new Date('2026-09-02T19:00:00Z'),
				...over,
			})
			.returning()
		if (!petition) throw new Error('no petition was made')
		await tx.insert(petitionTexts).values({
			petitionId: petition.id,
			language: 'en',
			title: `A petition ${petition.id}`,
			substance: 'That something be done.',
			html: '<p>That something be done.</p>',
			updatedAt: PUBLISHED,
		})
		await openTally(tx, petition.id)
		return petition
	})
}

export const SIGNED_AT = new Date('2026-03-10T06:00:00Z')

/** Somebody of this name and number asks to sign. */
export function anAsked(
	petition: Petition,
	who: number | string,
	over: Partial<AskedSignature> = {},
): AskedSignature {
	return {
		signers: [signerHash(petition.id, { identifierHash: `human ${who}` })],
		level: 3,
		method: 'eds',
		region: 'KZ-75',
		fullName: `Signer ${who}`,
		language: 'kk',
		updates: false,
		at: SIGNED_AT,
		...over,
	}
}
