import { and, eq } from 'drizzle-orm'
import {
	type ActingOnHearing,
	type Hearing,
	type OpenedHearing,
	openHearing,
	recordHearingStep,
} from '#app/hearings/hearing.server.ts'
import { mendHearingBreach } from '#app/hearings/mend-breach.server.ts'
import { lastDayOf } from '#app/hearings/terms.ts'
import type { Law } from '#app/jurisdictions/law.server.ts'
import { done, type Outcome, refused } from '#app/outcome.ts'
import type { Actor } from '#app/people/actor.ts'
import { hearingOfficers, hearings, protocols } from '#db/schema/hearings.ts'
import type { Reader, Writer } from '#db/store.ts'
import { missingInProtocol, type Protocol, type ProtocolContent } from './content.ts'
import { type ProtocolRefusal, protocolNow } from './draft.server.ts'
import { lastProtocol } from './find.server.ts'

export type SigningRefusal = ProtocolRefusal | 'stale' | 'changed' | 'incomplete'

/** What the law wants in this protocol and is not there. */
export const gapsIn = (content: ProtocolContent, { profile }: Pick<Law, 'profile'>) =>
	missingInProtocol(content, profile.hearing.protocol_must_have ?? [])

const SIGNERS = ['chair', 'secretary'] as const
type Signer = (typeof SIGNERS)[number]

/** As what this actor has still to sign it. */
export const signsAs = (
	actor: Actor,
	{ officers }: Pick<Hearing, 'officers'>,
	{ chairSignedAt, secretarySignedAt }: Pick<Protocol, 'chairSignedAt' | 'secretarySignedAt'>,
): Signer[] =>
	SIGNERS.filter(
		(role) =>
			officers.some((officer) => officer.personId === actor.personId && officer.role === role) &&
			!(role === 'chair' ? chairSignedAt : secretarySignedAt),
	)

/**
 * The chair and the secretary sign the last version, each for themselves (ENV 73(14)). It must be the record as it
 * stands, and have all that the law wants in it. With the second signature the terms of what follows begin.
 */
export async function signProtocol(
	tx: Writer,
	act: ActingOnHearing & { version: number },
): Promise<Outcome<{ whole: boolean }, SigningRefusal>> {
	const opened = await openHearing(tx, 'sign-protocol', act)
	if (!opened.ok) return opened
	const { hearing, law } = opened.value
	const protocol = await lastProtocol(tx, hearing.id)
	if (!protocol) return refused('not-found')
	if (protocol.version !== act.version) return refused('stale')
	const roles = signsAs(act.actor, hearing, protocol)
	if (roles.length === 0) return refused('already')
	if ((await protocolNow(tx, hearing)).sha256 !== protocol.sha256) return refused('changed')
	if (gapsIn(protocol.content, law).length > 0) return refused('incomplete')

	const set: Partial<typeof protocols.$inferInsert> = {}
	for (const role of roles) {
		const name = await nameOf(tx, hearing.id, act.actor, role)
		Object.assign(
			set,
			role === 'chair'
				? { chairSignedAt: act.now, chairName: name }
				: { secretarySignedAt: act.now, secretaryName: name },
		)
		await recordHearingStep(tx, opened.value, act, 'protocol-signed', { role, version: act.version })
	}
	await tx
		.update(protocols)
		.set(set)
		.where(and(eq(protocols.hearingId, hearing.id), eq(protocols.version, act.version)))
	const { chairSignedAt, secretarySignedAt } = { ...protocol, ...set }
	const whole = Boolean(chairSignedAt && secretarySignedAt)
	if (whole) await beginTerms(tx, opened.value, protocol.content, act.now)
	return done({ whole })
}

async function beginTerms(
	tx: Writer,
	{ hearing, law, today }: OpenedHearing,
	{ groups, notHeld }: ProtocolContent,
	now: Date,
): Promise<void> {
	// Of the hearing of a civic group nothing follows in law.
	const term = (rule: string) => (hearing.civic ? null : lastDayOf(law, rule, today))
	await tx
		.update(hearings)
		.set({
			protocolSignedAt: now,
			publishProtocolBy: term('publish_protocol'),
			// It is the protocol without open remarks that goes to the authority (ENV 73(16)1).
			sendProtocolBy: notHeld || groups.some(({ unresolved }) => unresolved) ? null : term('send_protocol'),
			validUntil: notHeld ? null : term('result_valid'),
			updatedAt: now,
		})
		.where(eq(hearings.id, hearing.id))
	await mendHearingBreach(tx, { hearingId: hearing.id, duty: 'sign_protocol' }, now)
}

async function nameOf(read: Reader, hearingId: number, { personId }: Actor, role: Signer): Promise<string> {
	const [officer] = await read
		.select({ name: hearingOfficers.name })
		.from(hearingOfficers)
		.where(
			and(
				eq(hearingOfficers.hearingId, hearingId),
				eq(hearingOfficers.personId, String(personId)),
				eq(hearingOfficers.role, role),
			),
		)
	return officer?.name ?? ''
}
