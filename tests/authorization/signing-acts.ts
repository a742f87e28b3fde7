import { takeSignatures } from '#app/signing/take.server.ts'
import { takeBackSignature } from '#app/signing/take-back.server.ts'
import { anAsked, aPetition, SIGNED_AT } from '#tests/petitions/a-petition.ts'
import type { Row } from './who.ts'

/** What its signer may do with a signature that was given with an account. */
export const signingActs: readonly Row[] = [
	{
		name: 'takeBackSignature',
		allowed: ['author'],
		async arrange({ store }) {
			const petition = await aPetition(store)
			await store.write(`petition:${petition.id}`, (tx) =>
				takeSignatures(tx, petition.id, [anAsked(petition, 1, { personId: 'author' })], SIGNED_AT),
			)
			return {
				attempt: (tx, { personId }) =>
					takeBackSignature(tx, { petitionId: petition.id, ordinal: 1, personId, now: SIGNED_AT }),
			}
		},
	},
]
