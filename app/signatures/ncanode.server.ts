import { z } from 'zod'
import { done, type Outcome, refused } from '#app/outcome.ts'
import { askOutside } from './ask-outside.server.ts'
import type { RevocationState } from './ask-state.server.ts'
import type { CheckedSigner } from './cms.server.ts'
import type { SignatureRefusal } from './refusal.ts'

/** What is used of NCANode's answer to `POST /cms/verify`, by the OpenAPI description of its version 3. */
const Answer = z.object({
	valid: z.boolean(),
	signers: z
		.array(
			z.object({
				certificates: z
					.array(
						z.object({
							valid: z.boolean(),
							revocations: z
								.array(z.object({ revoked: z.boolean(), revocationTime: z.coerce.date().nullish() }))
								.nullish(),
							notBefore: z.coerce.date(),
							notAfter: z.coerce.date(),
							keyUsage: z.enum(['UNKNOWN', 'AUTH', 'SIGN']),
							serialNumber: z.string(),
							subject: z.object({
								commonName: z.string().nullish(),
								surName: z.string().nullish(),
								lastName: z.string().nullish(),
								iin: z.string().nullish(),
							}),
							issuer: z.object({ dn: z.string().nullish(), commonName: z.string().nullish() }),
						}),
					)
					.min(1),
			}),
		)
		.length(1),
})

interface ToVerify {
	/** Where the verifier of this installation listens. */
	url: string
	cms: Buffer
	statement: string
	use: 'identify' | 'sign'
	at: Date
}

/**
 * Has a signature with a GOST key verified by NCANode, which the organisation runs beside this server: WebCrypto has
 * no GOST. It answers for the signature, the path to its own authorities and the revocation.
 */
export async function verifyByNcanode({
	url,
	cms,
	statement,
	use,
	at,
}: ToVerify): Promise<Outcome<{ signer: CheckedSigner; revocation: RevocationState }, SignatureRefusal>> {
	const answer = await ask(url, {
		cms: cms.toString('base64'),
		data: Buffer.from(statement).toString('base64'),
		revocationCheck: ['OCSP', 'CRL'],
	})
	if (!answer) return refused('verifier-down')
	const [certificate] = answer.signers[0]?.certificates ?? []
	if (!certificate) return refused('no-certificate')
	if (at < certificate.notBefore) return refused('not-valid-yet')
	if (at > certificate.notAfter) return refused('expired')
	const revocations = certificate.revocations ?? []
	if (revocations.some(({ revoked, revocationTime }) => revoked && (revocationTime ?? at) <= at))
		return refused('revoked')
	if (!answer.valid || !certificate.valid) return refused('signature')
	if (use === 'sign' && certificate.keyUsage !== 'SIGN') return refused('usage')
	const { subject, issuer } = certificate
	const names = {
		serialNumber: `IIN${subject.iin ?? ''}`,
		commonName: subject.commonName ?? '',
		surname: subject.surName ?? undefined,
		givenName: subject.lastName ?? undefined,
	}
	return done({
		signer: {
			names,
			issuer: issuer.dn ?? issuer.commonName ?? '',
			serial: certificate.serialNumber,
			validUntil: certificate.notAfter,
		},
		revocation: revocations.length > 0 ? 'good' : 'unchecked',
	})
}

const MOST_BYTES = 1 << 20
const TIMEOUT_MS = 8000

async function ask(url: string, question: unknown): Promise<z.output<typeof Answer> | undefined> {
	try {
		const answer = await askOutside(`${url}/cms/verify`, {
			body: JSON.stringify(question),
			type: 'application/json',
			mostBytes: MOST_BYTES,
			timeoutMs: TIMEOUT_MS,
			// The administrator has named it.
			allowed: [new URL(url).host],
		})
		return Answer.parse(JSON.parse(answer.toString('utf8')))
	} catch {
		// Away, or something else than it should be: nobody has verified the signature.
		return undefined
	}
}
