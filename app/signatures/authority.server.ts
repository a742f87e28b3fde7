import { certificateOf, isAuthority, isStrongKey, nameOf } from './certificate.server.ts'
import { fingerprintOf } from './fingerprint.server.ts'

/** What an administrator sees of an authority before and after it is believed. */
export interface AuthorityFacts {
	name: string
	fingerprint: string
	validFrom: Date
	validUntil: Date
}

/** A certificate that was brought; undefined when it is not one of an authority that could be believed. */
export async function readAuthority({ der }: { der: Uint8Array }): Promise<AuthorityFacts | undefined> {
	try {
		const certificate = certificateOf(der)
		if (!isAuthority(certificate) || !isStrongKey(certificate.subjectPublicKeyInfo)) return undefined
		return {
			name: nameOf(certificate.subject),
			fingerprint: fingerprintOf(der),
			validFrom: certificate.notBefore.value,
			validUntil: certificate.notAfter.value,
		}
	} catch {
		return undefined
	}
}
