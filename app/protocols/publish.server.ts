import { eq } from 'drizzle-orm'
import { type ActingOnHearing, openHearing, recordHearingStep } from '#app/hearings/hearing.server.ts'
import { mendHearingBreach } from '#app/hearings/mend-breach.server.ts'
import { decidersOf, holdingOf, tellAll, tellInitiator } from '#app/hearings/tell.server.ts'
import { lastDayOf } from '#app/hearings/terms.ts'
import { done, type Outcome, refused } from '#app/outcome.ts'
import { hearings } from '#db/schema/hearings.ts'
import type { Writer } from '#db/store.ts'
import type { ProtocolRefusal } from './draft.server.ts'
import { lastProtocol } from './find.server.ts'

/** Makes the signed protocol public (ENV 73(15)). Objections are taken from then on. */
export async function publishProtocol(
	tx: Writer,
	act: ActingOnHearing,
): Promise<Outcome<null, ProtocolRefusal | 'unsigned'>> {
	const opened = await openHearing(tx, 'publish-protocol', act)
	if (!opened.ok) return opened
	const { hearing, law, today } = opened.value
	if (!hearing.protocolSignedAt) return refused('unsigned')
	if (hearing.protocolPublishedAt) return refused('already')
	await tx
		.update(hearings)
		.set({
			protocolPublishedAt: act.now,
			objectionsUntil: lastDayOf(law, 'objections', today),
			updatedAt: act.now,
		})
		.where(eq(hearings.id, hearing.id))
	await mendHearingBreach(tx, { hearingId: hearing.id, duty: 'publish_protocol' }, act.now)
	await recordHearingStep(tx, opened.value, act, 'protocol-published')
	return done(null)
}

/** The chair sends the protocol to the authority that decides (ENV 73(16)1), and to the initiator, who is to use it. */
export async function sendProtocol(
	tx: Writer,
	act: ActingOnHearing,
): Promise<Outcome<null, ProtocolRefusal | 'unsigned' | 'unresolved'>> {
	const opened = await openHearing(tx, 'send-protocol', act)
	if (!opened.ok) return opened
	const { hearing } = opened.value
	const protocol = await lastProtocol(tx, hearing.id)
	if (!hearing.protocolSignedAt || !protocol) return refused('unsigned')
	if (hearing.protocolSentAt) return refused('already')
	if (protocol.content.groups.some(({ unresolved }) => unresolved)) return refused('unresolved')
	await tx
		.update(hearings)
		.set({ protocolSentAt: act.now, updatedAt: act.now })
		.where(eq(hearings.id, hearing.id))
	await mendHearingBreach(tx, { hearingId: hearing.id, duty: 'send_protocol' }, act.now)
	await recordHearingStep(tx, opened.value, act, 'protocol-sent')
	const told = {
		notice: 'protocol-sent',
		values: {
			number: hearing.number,
			sha256: protocol.sha256,
			path: hearing.protocolPublishedAt
				? `/hearings/${hearing.number}/protocol`
				: holdingOf(hearing, 'protocol'),
		},
		now: act.now,
	}
	if (hearing.bodyId) await tellAll(tx, await decidersOf(tx, hearing.bodyId), told)
	await tellInitiator(tx, hearing, told)
	return done(null)
}
