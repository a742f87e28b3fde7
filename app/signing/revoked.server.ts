import { and, eq, notExists, sql } from 'drizzle-orm'
import { petitionById, petitionKey, recordSystemStep } from '#app/petitions/petition.server.ts'
import type { Round } from '#app/round.ts'
import { events } from '#db/schema/register.ts'
import { signatures } from '#db/schema/signatures.ts'
import type { Store } from '#db/store.ts'
import { signatureAt } from './take-back.server.ts'
import { moveSignatures } from './tally.server.ts'

const AT_ONCE = 100

/**
 * A digital signature whose certificate turns out to have been revoked before it signed is set apart: out of the
 * count until a moderator has looked. Once, so that what they decide stands.
 */
export async function setApartRevoked({ readOwn, write }: Store, { now }: Round): Promise<void> {
	const once = sql<string>`'revoked:' || ${signatures.id}`
	const revoked = await readOwn
		.select({ id: signatures.id, place: signatures.subjectId })
		.from(signatures)
		.where(
			and(
				eq(signatures.subject, 'petition'),
				eq(signatures.revocation, 'revoked'),
				notExists(readOwn.select({ one: sql`1` }).from(events).where(eq(events.once, once))),
			),
		)
		.limit(AT_ONCE)
	for (const { id, place } of revoked) {
		const [petitionId = 0, ordinal = 0] = place.split(':').map(Number)
		await write(petitionKey(petitionId), async (tx) => {
			const petition = await petitionById(tx, petitionId)
			if (!petition) return
			const why = { why: 'revoked' }
			const first = await recordSystemStep(tx, petition, now, 'signature-set-apart', why, `revoked:${id}`)
			// One that was taken out of the count already stays with the removal that took it.
			const counted = (await signatureAt(tx, petitionId, ordinal))?.state === 'confirmed'
			if (first && counted) await moveSignatures(tx, petition, [ordinal], { state: 'review' }, now)
		})
	}
}
