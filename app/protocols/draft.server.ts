import {
	type ActingOnHearing,
	type Hearing,
	openHearing,
	recordHearingStep,
} from '#app/hearings/hearing.server.ts'
import type { HearingRefusal } from '#app/hearings/hearing.ts'
import { lawOf } from '#app/jurisdictions/law.server.ts'
import { done, type Outcome, refused } from '#app/outcome.ts'
import { protocols } from '#db/schema/hearings.ts'
import type { Reader, Writer } from '#db/store.ts'
import { composeProtocol, sha256 } from './compose.server.ts'
import { canonical, type ProtocolContent } from './content.ts'
import { lastProtocol } from './find.server.ts'

export type ProtocolRefusal = HearingRefusal | 'not-found' | 'factorNeeded' | 'already'

/** The record as it is now, and its hash. */
export async function protocolNow(
	read: Reader,
	hearing: Hearing,
): Promise<{ content: ProtocolContent; sha256: string }> {
	const { profile } = await lawOf(read, hearing.profileId)
	const content = await composeProtocol(read, hearing, profile.hearing.protocol_must_have ?? [])
	return { content, sha256: sha256(canonical(content)) }
}

/** The secretary has the protocol drawn up from the record; again, as often as the record changes before it is signed. */
export async function draftProtocol(
	tx: Writer,
	act: ActingOnHearing,
): Promise<Outcome<{ version: number }, ProtocolRefusal>> {
	const opened = await openHearing(tx, 'draft-protocol', act)
	if (!opened.ok) return opened
	const { hearing } = opened.value
	if (hearing.protocolSignedAt) return refused('already')
	const last = await lastProtocol(tx, hearing.id)
	const { content, sha256 } = await protocolNow(tx, hearing)
	if (last?.sha256 === sha256) return done({ version: last.version })
	const version = (last?.version ?? 0) + 1
	await tx.insert(protocols).values({
		hearingId: hearing.id,
		version,
		content: { ...content },
		sha256,
		draftedAt: act.now,
		draftedBy: String(act.actor.personId),
	})
	await recordHearingStep(tx, opened.value, act, 'protocol-drafted', { version })
	return done({ version })
}
