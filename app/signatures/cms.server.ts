import { createHash, timingSafeEqual } from 'node:crypto'
import {
	algorithmIn,
	type Certificate,
	certificateIn,
	certificateOf,
	DIGITAL_SIGNATURE,
	digestOf,
	extendedUses,
	hasNoRevocation,
	hasSigned,
	isAuthority,
	isGost,
	isStrongKey,
	isUnderstood,
	keyIdentifierOf,
	mayBeUsedTo,
	NON_REPUDIATION,
	nameIn,
	nameOf,
	namesIn,
	respondersOf,
	serialOf,
	strongScheme,
} from './certificate.server.ts'
import {
	bare,
	holding,
	INTEGER,
	Malformed,
	octetsOf,
	oidOf,
	partsOf,
	readValue,
	SEQUENCE,
	SET,
	type Value,
} from './der.server.ts'
import { fingerprintOf } from './fingerprint.server.ts'
import { pathFrom } from './path.server.ts'
import type { SignatureRefusal } from './refusal.ts'
import type { SubjectNames } from './signer.ts'

/** A signature with nine certificates of authorities on the way is not made by any tool. */
const MOST_CERTIFICATES = 10

export interface CmsToCheck {
	cms: Uint8Array
	/** The bytes that were to be signed. */
	statement: Uint8Array
	/** Certificates of the authorities that are believed. */
	authorities: readonly Uint8Array[]
	/** To show who one is, or to put one's name under a text. */
	use: 'identify' | 'sign'
	at: Date
}

/** A certificate of the path, with the next one, which issued it, and where its state can be asked. */
export interface PathStep {
	certificate: Uint8Array
	issuer: Uint8Array
	ocsp: string[]
	crl: string[]
	/** It says itself that it is never revoked. */
	noRevocation: boolean
}

export interface CheckedSigner {
	names: SubjectNames
	issuer: string
	serial: string
	validUntil: Date
}

export type CheckedCms =
	| { ok: true; signer: CheckedSigner; path: PathStep[] }
	| { ok: false; refusal: SignatureRefusal }

/**
 * Whether a CMS is a signature over exactly these bytes, by a key that may be used so and whose certificate leads
 * to an authority that is believed. Of its revocation nothing is known yet.
 */
export function checkCms({ cms, statement, authorities, use, at }: CmsToCheck): CheckedCms {
	try {
		const { content, contentType, certificates, signers } = signedIn(readValue(cms))
		const [signer] = signers
		if (!signer || signers.length !== 1) return no('signers')
		if (certificates.length > MOST_CERTIFICATES) return no('too-large')
		const signerInfo = signerIn(signer)
		const given = certificates.map(certificateIn)
		const certificate = given.find(signerInfo.isBy)
		if (!certificate) return no('no-certificate')
		if (contentType !== DATA) return no('attributes')
		// Before another verifier is asked: NCANode checks the content that goes along, and not the statement then.
		if (content && !isSame(content, statement)) return no('altered')
		if (isGost(certificate)) return no('gost')

		const problem =
			problemOfSignature(signerInfo, certificate, statement) ?? problemOfCertificate(certificate, use, at)
		if (problem) return no(problem)
		const path = pathFrom(certificate, {
			given: given.filter((one) => one !== certificate),
			believed: authorities.map(known),
			at,
		})
		return path ? { ok: true, signer: signerOf(certificate), path: stepsOf(path) } : no('untrusted')
	} catch {
		// Whatever goes wrong in what a stranger has sent.
		return no('malformed')
	}
}

const no = (refusal: SignatureRefusal) => ({ ok: false, refusal }) as const

const DATA = '1.2.840.113549.1.7.1'
const SIGNED_DATA = '1.2.840.113549.1.7.2'

interface Signed {
	contentType: string
	/** What was signed, if it goes along. */
	content: Uint8Array | undefined
	certificates: readonly Value[]
	signers: readonly Value[]
}

/** RFC 5652, 3 and 5.1. */
function signedIn(whole: Value): Signed {
	const [type, explicit] = partsOf(whole, SEQUENCE)
	if (oidOf(type) !== SIGNED_DATA) throw new Malformed('not signed data')
	const [, , encapsulated, ...rest] = partsOf(partsOf(explicit, holding(0))[0], SEQUENCE)
	const [contentType, content] = partsOf(encapsulated, SEQUENCE)
	const tagged = rest.find(({ tag }) => tag === holding(0))
	return {
		contentType: oidOf(contentType),
		content: content && octetsOf(partsOf(content, holding(0))[0]),
		// Attribute certificates among them are of no use.
		certificates: (tagged?.parts ?? []).filter(({ tag }) => tag === SEQUENCE),
		signers: partsOf(rest.at(-1), SET),
	}
}

interface Signer {
	/** Whether the signer names this certificate. */
	isBy: (certificate: Certificate) => boolean
	digest: ReturnType<typeof digestOf>
	algorithm: ReturnType<typeof algorithmIn>
	attributes: Value | undefined
	signature: Uint8Array
}

/** RFC 5652, 5.3. */
function signerIn(value: Value): Signer {
	const [, sid, digest, ...rest] = partsOf(value, SEQUENCE)
	const attributes = rest[0]?.tag === holding(0) ? rest[0] : undefined
	const [algorithm, signature] = attributes ? rest.slice(1) : rest
	return {
		isBy: namedBy(sid),
		digest: digestOf(algorithmIn(digest)),
		algorithm: algorithmIn(algorithm),
		attributes,
		signature: octetsOf(signature),
	}
}

/** By issuer and number, or by the key identifier, which tools write in two ways. */
function namedBy(sid: Value | undefined): Signer['isBy'] {
	if (sid?.tag === bare(0) || sid?.tag === holding(0)) {
		const key = sid.tag === bare(0) ? sid.content : octetsOf(sid.parts[0])
		return (certificate) => isSame(keyIdentifierOf(certificate) ?? new Uint8Array(), key)
	}
	const [name, serial] = partsOf(sid, SEQUENCE)
	const issuer = nameIn(name)
	if (serial?.tag !== INTEGER) throw new Malformed('no number')
	return (certificate) =>
		certificate.issuer.same === issuer.same && isSame(certificate.serial, serial.content)
}

/** The few that are believed come with every signature; a thread reads each once. */
const read = new Map<string, Certificate>()

function known(der: Uint8Array): Certificate {
	const key = fingerprintOf(der)
	const before = read.get(key)
	if (before) return before
	if (read.size >= 500) read.clear()
	const certificate = certificateOf(der)
	read.set(key, certificate)
	return certificate
}

const CONTENT_TYPE = '1.2.840.113549.1.9.3'
const MESSAGE_DIGEST = '1.2.840.113549.1.9.4'

/** RFC 5652, 5.3 and 5.4, with the signed attributes that every tool writes. */
function problemOfSignature(
	{ digest, algorithm, attributes, signature }: Signer,
	certificate: Certificate,
	statement: Uint8Array,
): SignatureRefusal | undefined {
	const scheme = strongScheme(algorithm, digest)
	if (!digest || !scheme || !isStrongKey(certificate)) return 'algorithm'

	if (!attributes) return 'attributes'
	const type = onlyValue(attributes, CONTENT_TYPE)
	const stated = onlyValue(attributes, MESSAGE_DIGEST)
	if (!type || !stated || oidOf(type) !== DATA) return 'attributes'
	const actual = createHash(digest).update(statement).digest()
	if (!isSame(octetsOf(stated), actual)) return 'altered'

	// They are signed as the set that they are, not as the part of a signature.
	const bytes = Buffer.from(attributes.whole)
	bytes[0] = SET
	return hasSigned(certificate, { bytes, signature, scheme }) ? undefined : 'signature'
}

/** The one value of an attribute that stands there once (RFC 5652, 11.1 and 11.2). */
function onlyValue(attributes: Value, wanted: string): Value | undefined {
	const found = attributes.parts.filter((attribute) => oidOf(partsOf(attribute, SEQUENCE)[0]) === wanted)
	const values = found.length === 1 ? partsOf(found[0]?.parts[1], SET) : []
	return values.length === 1 ? values[0] : undefined
}

const isSame = (a: Uint8Array, b: Uint8Array) => a.byteLength === b.byteLength && timingSafeEqual(a, b)

const CLIENT_AUTHENTICATION = '1.3.6.1.5.5.7.3.2'
const EMAIL_PROTECTION = '1.3.6.1.5.5.7.3.4'
const DOCUMENT_SIGNING = '1.3.6.1.5.5.7.3.36'
const ANY_USE = '2.5.29.37.0'
const USES = {
	identify: [CLIENT_AUTHENTICATION, EMAIL_PROTECTION, DOCUMENT_SIGNING, ANY_USE],
	sign: [EMAIL_PROTECTION, DOCUMENT_SIGNING, ANY_USE],
}

/**
 * A name goes under a text by a key made for that: with the bit of non-repudiation, and not by one for
 * authentication alone (Kazakhstan's templates: 1.3.6.1.5.5.7.3.4 to sign, 1.3.6.1.5.5.7.3.2 to authenticate).
 * Signing in, either may show who one is.
 */
function problemOfCertificate(
	certificate: Certificate,
	use: CmsToCheck['use'],
	at: Date,
): SignatureRefusal | undefined {
	if (at < certificate.notBefore) return 'not-valid-yet'
	if (at > certificate.notAfter) return 'expired'
	const bits = use === 'sign' ? NON_REPUDIATION : DIGITAL_SIGNATURE | NON_REPUDIATION
	const uses = extendedUses(certificate)
	const fits = !uses || uses.some((one) => USES[use].includes(one))
	return !fits || !mayBeUsedTo(certificate, bits) || isAuthority(certificate) || !isUnderstood(certificate)
		? 'usage'
		: undefined
}

const signerOf = (certificate: Certificate): CheckedSigner => ({
	names: namesIn(certificate.subject),
	issuer: nameOf(certificate.issuer),
	serial: serialOf(certificate),
	validUntil: certificate.notAfter,
})

/** The last one is believed by itself. */
const stepsOf = (path: readonly Certificate[]): PathStep[] =>
	path.slice(0, -1).map((certificate, place) => ({
		certificate: certificate.der,
		issuer: (path[place + 1] as Certificate).der,
		...respondersOf(certificate),
		noRevocation: hasNoRevocation(certificate),
	}))
