import { eq } from 'drizzle-orm'
import { lawOf } from '#app/jurisdictions/law.server.ts'
import { beginCheck } from '#app/petitions/begin-check.server.ts'
import { passPetition } from '#app/petitions/check.server.ts'
import { addressPetition, startPetition } from '#app/petitions/draft.server.ts'
import { gatherSponsors, keysForNumber } from '#app/petitions/gather.server.ts'
import { type Petition, petitionById, petitionKey } from '#app/petitions/petition.server.ts'
import { writePetition } from '#app/petitions/write.server.ts'
import { bodies } from '#db/schema/bodies.ts'
import type { Writer } from '#db/store.ts'
import { SECRET_KEY, type World } from '#tests/support/world.ts'

/** The day on which petitions of tests begin, unless they say otherwise: Monday 12 January 2026, noon. */
export const BEGUN = new Date('2026-01-12T12:00:00+05:00')

interface Wanted {
	profileId?: string
	competence?: string
	population?: number
	title?: string
	/** How far it has come. */
	as?: 'draft' | 'sponsoring' | 'checking' | 'open'
	now?: Date
}

/** A petition of `author` to ENV, led by its own acts to where the test begins. */
export async function petitionByActs(
	{ store, actors }: World,
	{
		profileId = 'KZ',
		competence = 'central',
		population,
		title = 'Clean air',
		as = 'open',
		now = BEGUN,
	}: Wanted = {},
): Promise<Petition> {
	const author = { ...actors.author, personId: 'author', level: 3 }
	const petitionId = await store.write('petition', async (tx) => {
		await tx
			.update(bodies)
			.set({ competence, population: population ?? null })
			.where(eq(bodies.id, 'ENV'))
		const started = await startPetition(tx, {
			actor: author,
			profileId,
			language: 'en',
			author: 'Author',
			now,
		})
		if (!started.ok) throw new Error(started.refusal)
		const act = { petitionId: started.value.petitionId, actor: author, now }
		await addressPetition(tx, { ...act, bodyId: 'ENV', representing: '' })
		const written = {
			title,
			substance: 'Smog every winter.',
			arguments: 'It harms.',
			proposals: 'Measure it.',
		}
		await writePetition(tx, { ...act, language: 'en', written })
		return act.petitionId
	})
	if (as !== 'draft') {
		const act = { petitionId, actor: author, now, secretKey: SECRET_KEY }
		const gathered = await store.write(keysForNumber(petitionId), (tx) => gatherSponsors(tx, act))
		if (!gathered.ok) throw new Error(gathered.refusal)
	}
	const state = await stateOf(store.readOwn, petitionId)
	if (state === 'sponsoring' && (as === 'checking' || as === 'open'))
		await store.write(petitionKey(petitionId), (tx) => sponsorsFound(tx, petitionId, now))
	if ((await stateOf(store.readOwn, petitionId)) === 'checking' && as === 'open')
		await store.write(petitionKey(petitionId), (tx) =>
			passPetition(tx, { petitionId, actor: actors.moderator, now }),
		)
	return (await petitionById(store.readOwn, petitionId)) as Petition
}

/** As though enough had signed by the link. */
export async function sponsorsFound(tx: Writer, petitionId: number, now: Date): Promise<void> {
	const petition = (await petitionById(tx, petitionId)) as Petition
	await beginCheck(tx, petition, await lawOf(tx, petition.profileId), now)
}

const stateOf = async (read: World['store']['readOwn'], id: number) => (await petitionById(read, id))?.state
