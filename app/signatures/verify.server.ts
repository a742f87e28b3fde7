import { done, type Outcome, refused } from '#app/outcome.ts'
import { inThread, TooSlow } from '#app/threads/pool.server.ts'
import { configuration } from '#server/configuration.ts'
import { type RevocationState, stateOfPath } from './ask-state.server.ts'
import type { CheckedSigner } from './cms.server.ts'
import { bytesOf } from './encoding.ts'
import { verifyByNcanode } from './ncanode.server.ts'
import type { SignatureRefusal } from './refusal.ts'
import { fullNameOf, identifierOf } from './signer.ts'
import { type Purpose, readStatement } from './statement.ts'

export interface ToVerify {
	/** The signature as it came: DER, base64 or PEM. */
	cms: Uint8Array
	/** The statement that was to be signed. */
	statement: string
	authorities: readonly Uint8Array[]
	/** The moment for which the certificate counts; of a signature that is verified again, when it was given. */
	at: Date
	now: Date
	/** Where GOST keys are verified, if anywhere. */
	gostVerifier?: string
	/** Hosts inside a private network that may be asked about revocation. */
	privateResponders?: readonly string[]
}

/** A signature that holds. Of the identifier only a hash may be kept. */
export interface Verified {
	cms: Buffer
	statement: string
	fullName: string
	identifier: string
	issuer: string
	serial: string
	validUntil: Date
	revocation: Exclude<RevocationState, 'revoked'>
}

export const MOST_CMS_BYTES = 128 << 10

/** Who one is may be shown by a key for that; a text is signed by one for signing. */
const keyFor = (purpose: Purpose) => (purpose === 'sign-in' ? 'identify' : 'sign')

/**
 * Whether this is a digital signature over exactly the statement, by a human whose certificate leads to one of the
 * authorities and is not revoked. Nobody answering about revocation is not a refusal here: the purpose decides.
 */
export async function verifySignature({
	statement,
	authorities,
	at,
	now,
	gostVerifier = configuration().NCANODE_URL,
	privateResponders = configuration().PRIVATE_RESPONDERS,
	...given
}: ToVerify): Promise<Outcome<Verified, SignatureRefusal>> {
	const purpose = readStatement(statement)?.purpose
	if (!purpose) return refused('stale')
	if (given.cms.byteLength === 0) return refused('no-signature')
	if (given.cms.byteLength > MOST_CMS_BYTES) return refused('too-large')
	const cms = bytesOf(given.cms)
	const use = keyFor(purpose)
	try {
		const checked = await inThread('checkCms', {
			cms,
			statement: Buffer.from(statement),
			authorities,
			use,
			at,
		})
		if (checked.ok) {
			const revocation = await stateOfPath(checked.path, { at, now, privateResponders })
			return verified({ cms, statement, signer: checked.signer, revocation })
		}
		if (checked.refusal !== 'gost' || !gostVerifier) return checked
		const byOther = await verifyByNcanode({ url: gostVerifier, cms, statement, use, at })
		return byOther.ok ? verified({ cms, statement, ...byOther.value }) : byOther
	} catch (error) {
		if (error instanceof TooSlow) return refused('too-slow')
		throw error
	}
}

function verified({
	signer: { names, ...certificate },
	revocation,
	...rest
}: {
	cms: Buffer
	statement: string
	signer: CheckedSigner
	revocation: RevocationState
}): Outcome<Verified, SignatureRefusal> {
	if (revocation === 'revoked') return refused('revoked')
	const identifier = identifierOf(names.serialNumber)
	if (!identifier) return refused('identifier')
	return done({ ...rest, ...certificate, fullName: fullNameOf(names), identifier, revocation })
}
