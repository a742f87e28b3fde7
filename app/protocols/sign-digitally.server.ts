import { type ActingOnHearing, hearingById, hearingKey } from '#app/hearings/hearing.server.ts'
import { mayDo } from '#app/hearings/hearing.ts'
import { lawOf } from '#app/jurisdictions/law.server.ts'
import { done, type Outcome, refused } from '#app/outcome.ts'
import { identityKey, type LinkRefusal } from '#app/people/identify.server.ts'
import type { SignedIn } from '#app/people/signed-in.ts'
import type { SignatureRefusal } from '#app/signatures/refusal.ts'
import { linkSigner } from '#app/signatures/sign-in.server.ts'
import { keepSignature, spendStatement, takeSignature } from '#app/signatures/take.server.ts'
import { store } from '#app/store.server.ts'
import type { Reader, Writer } from '#db/store.ts'
import { lastProtocol } from './find.server.ts'
import { gapsIn, type SigningRefusal, signProtocol, signsAs } from './sign.server.ts'
import { protocolText } from './signed-text.ts'

/** The protocol as this officer signs it; undefined while there is nothing for them to sign. */
export async function protocolToSign(read: Reader, actor: SignedIn, hearingId: number) {
	const hearing = await hearingById(read, hearingId)
	const protocol = await lastProtocol(read, hearingId)
	if (!hearing?.number || !protocol || !mayDo('sign-protocol', actor, hearing)) return undefined
	const gaps = gapsIn(protocol.content, await lawOf(read, hearing.profileId))
	if (gaps.length > 0 || signsAs(actor, hearing, protocol).length === 0) return undefined
	const { number } = hearing
	return { number, version: protocol.version, text: protocolText(number, protocol) }
}

/** The digital signature is kept with the act that it is for, or neither is. */
export async function signProtocolDigitally(
	acting: ActingOnHearing & { actor: SignedIn },
	{ sealed, cms, version }: { sealed: string; cms: Uint8Array; version: number },
): Promise<Outcome<null, SigningRefusal | SignatureRefusal | LinkRefusal>> {
	const { actor, hearingId, now } = acting
	const { readOwn, write } = await store()
	const asked = await protocolToSign(readOwn, actor, hearingId)
	if (!asked) return refused('not-allowed')
	if (asked.version !== version) return refused('stale')
	const { number: subject, text } = asked
	const taken = await takeSignature({ purpose: 'sign-protocol', subject, text, sealed, cms, now })
	if (!taken.ok) return taken
	const keys = [hearingKey(hearingId), identityKey(taken.value.identifierHash), `person:${actor.personId}`]
	const sign = async (
		tx: Writer,
	): Promise<Outcome<null, SigningRefusal | SignatureRefusal | LinkRefusal>> => {
		const { personId } = actor
		const linked = await linkSigner(tx, taken.value, { personId, now })
		if (!linked.ok) return linked
		if (!(await spendStatement(tx, taken.value))) return refused('replayed')
		const signed = await signProtocol(tx, { ...acting, version })
		if (!signed.ok) return signed
		const subjectId = `${hearingId}:${version}`
		await keepSignature(tx, taken.value, { subject: 'protocol', subjectId, personId, now })
		return done(null)
	}
	return write(keys, sign)
}
