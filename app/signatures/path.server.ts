import type { Certificate } from 'pkijs'
import { derOf, isAuthority, isSignedBy, isUnderstood, isValidAt, mostBelow } from './certificate.server.ts'
import { fingerprintOf } from './fingerprint.server.ts'

/** Authorities between the signer and one that is believed: as many as any state needs, and some more. */
const MOST_BETWEEN = 4

/**
 * The certificates from the signer's to that of an authority which is believed here, each signed by the next
 * (RFC 5280, 6.1); undefined when there is no such path. Constraints of names are not weighed: an authority under
 * a critical one is not believed, rather than believed for too much.
 */
export async function pathFrom(
	signer: Certificate,
	{ given, believed, at }: { given: readonly Certificate[]; believed: readonly Certificate[]; at: Date },
): Promise<Certificate[] | undefined> {
	const path = [signer]
	const ends = new Set(believed.map((certificate) => fingerprintOf(derOf(certificate))))
	for (let between = 0; between <= MOST_BETWEEN; between++) {
		const last = path[path.length - 1] as Certificate
		const issuer = await issuerOf(last, [...believed, ...given], { between, at })
		if (!issuer || path.includes(issuer)) return undefined
		path.push(issuer)
		if (ends.has(fingerprintOf(derOf(issuer)))) return path
	}
	return undefined
}

async function issuerOf(
	certificate: Certificate,
	among: readonly Certificate[],
	{ between, at }: { between: number; at: Date },
): Promise<Certificate | undefined> {
	for (const candidate of among) {
		if (!candidate.subject.isEqual(certificate.issuer)) continue
		if (!isAuthority(candidate) || !isUnderstood(candidate) || !isValidAt(candidate, at)) continue
		if (mostBelow(candidate) < between) continue
		if (await isSignedBy(certificate, candidate)) return candidate
	}
	return undefined
}
