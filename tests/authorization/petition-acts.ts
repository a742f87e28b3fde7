import { informMedia, passPetition, rejectPetition } from '#app/petitions/check.server.ts'
import { linkCounter } from '#app/petitions/counter.server.ts'
import { addressPetition, discardPetition } from '#app/petitions/draft.server.ts'
import { gatherSponsors } from '#app/petitions/gather.server.ts'
import type { ActingOnPetition } from '#app/petitions/petition.server.ts'
import type { PetitionAct } from '#app/petitions/petition.ts'
import { SIGNED_PETITION_ACTS } from '#app/petitions/petition.ts'
import { withdrawPetition } from '#app/petitions/withdraw.server.ts'
import { attachToPetition, writePetition } from '#app/petitions/write.server.ts'
import type { Writer } from '#db/store.ts'
import { petitionByActs } from '#tests/petitions/by-acts.ts'
import { SECRET_KEY } from '#tests/support/world.ts'
import type { Outcomes, Row } from './who.ts'

const now = new Date('2026-01-20T12:00:00+05:00')

type State = NonNullable<NonNullable<Parameters<typeof petitionByActs>[1]>['as']>

/** An act to a petition to ENV that has come so far. */
const row = (
	name: string,
	act: PetitionAct,
	as: State,
	allowed: readonly string[],
	attempt: (tx: Writer, act: ActingOnPetition) => Outcomes,
): Row & { act: PetitionAct } => ({
	name,
	act,
	allowed,
	async arrange(world) {
		const { id } = await petitionByActs(world, { as })
		return {
			attempt: (tx, actor) => attempt(tx, { petitionId: id, actor: { ...actor, level: 3 }, now }),
		}
	},
})

export const petitionActs: readonly (Row & { act: PetitionAct })[] = [
	row('addressPetition', 'edit', 'draft', ['author'], (tx, act) =>
		addressPetition(tx, { ...act, bodyId: 'ENV', representing: 'Neighbours' }),
	),
	row('writePetition', 'edit', 'draft', ['author'], (tx, act) =>
		writePetition(tx, { ...act, language: 'en', written: { title: 'Clean water' } }),
	),
	row('attachToPetition', 'edit', 'draft', ['author'], (tx, act) =>
		attachToPetition(tx, { ...act, fileIds: [] }),
	),
	row('discardPetition', 'discard', 'draft', ['author'], discardPetition),
	row('gatherSponsors', 'gather-sponsors', 'draft', ['author'], (tx, act) =>
		gatherSponsors(tx, { ...act, secretKey: SECRET_KEY }),
	),
	row('linkCounter', 'link-counter', 'open', ['author', 'moderator'], (tx, act) =>
		linkCounter(tx, { ...act, counterNumber: undefined }),
	),
	row('withdrawPetition', 'withdraw', 'open', ['author'], withdrawPetition),
	row('passPetition', 'check', 'checking', ['moderator'], passPetition),
	row('rejectPetition', 'check', 'checking', ['moderator'], (tx, act) =>
		rejectPetition(tx, { ...act, ground: 'banned_subject', reason: 'It is about elections.' }),
	),
	row('informMedia', 'inform-media', 'open', ['moderator'], informMedia),
]

export const isSigned = ({ act }: { act: PetitionAct }) => SIGNED_PETITION_ACTS.includes(act)
