import { createHash, timingSafeEqual } from 'node:crypto'
import type { BaseBlock, OctetString } from 'asn1js'
import { type Certificate, ContentInfo, getCrypto, IssuerAndSerialNumber, SignerInfo } from 'pkijs'
import {
	blockOf,
	certificateIn,
	certificateOf,
	DIGITAL_SIGNATURE,
	derOf,
	digestOf,
	extendedUses,
	hasNoRevocation,
	isAuthority,
	isGost,
	isStrongKey,
	isStrongSignature,
	isUnderstood,
	Malformed,
	mayBeUsedTo,
	NON_REPUDIATION,
	nameOf,
	namesIn,
	respondersOf,
	serialOf,
} from './certificate.server.ts'
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
export async function checkCms({ cms, statement, authorities, use, at }: CmsToCheck): Promise<CheckedCms> {
	try {
		const { content, contentType, certificates, signers } = signedIn(blockOf(cms))
		const [signer] = signers
		if (!signer || signers.length !== 1) return no('signers')
		if (certificates.length > MOST_CERTIFICATES) return no('too-large')
		const signerInfo = new SignerInfo({ schema: signer })
		const given = certificates.map(certificateIn)
		const certificate = certificateOfSigner(signerInfo, given)
		if (!certificate) return no('no-certificate')
		if (contentType !== ContentInfo.DATA) return no('attributes')
		// Before another verifier is asked: NCANode checks the content that goes along, and not the statement then.
		if (content && !isSame(content, statement)) return no('altered')
		if (isGost(certificate.subjectPublicKeyInfo.algorithm)) return no('gost')

		const problem =
			(await problemOfSignature(signerInfo, certificate, statement)) ??
			problemOfCertificate(certificate, use, at)
		if (problem) return no(problem)
		const path = await pathFrom(certificate, {
			given: given.filter((one) => one !== certificate),
			believed: authorities.map(known),
			at,
		})
		return path ? { ok: true, signer: signerOf(certificate), path: stepsOf(path) } : no('untrusted')
	} catch {
		// The reader of DER throws whatever it likes at what was not made by one that writes DER.
		return no('malformed')
	}
}

const no = (refusal: SignatureRefusal) => ({ ok: false, refusal }) as const

interface Signed {
	contentType: string
	/** What was signed, if it goes along. */
	content: Uint8Array | undefined
	certificates: BaseBlock[]
	signers: BaseBlock[]
}

const SEQUENCE = 16
const SET = 17

/**
 * RFC 5652, 3 and 5.1, walked by hand: the library tries every kind of certificate there ever was on every one, and
 * takes ten times as long.
 */
function signedIn(whole: BaseBlock): Signed {
	const [type, explicit] = partsOf(whole)
	if (!type || textOf(type) !== ContentInfo.SIGNED_DATA) throw new Malformed('not signed data')
	const [, , encapsulated, ...rest] = partsOf(partsOf(explicit)[0])
	const [contentType, content] = partsOf(encapsulated)
	if (!contentType) throw new Malformed('no type of content')
	const last = rest.at(-1)
	if (last?.idBlock.tagClass !== 1 || last.idBlock.tagNumber !== SET) throw new Malformed('no signers')
	const tagged = rest.find(({ idBlock }) => idBlock.tagClass === 3 && idBlock.tagNumber === 0)
	return {
		contentType: textOf(contentType),
		content: content && new Uint8Array((partsOf(content)[0] as OctetString).getValue()),
		// Attribute certificates among them are of no use.
		certificates: (tagged ? partsOf(tagged) : []).filter(
			({ idBlock }) => idBlock.tagClass === 1 && idBlock.tagNumber === SEQUENCE,
		),
		signers: partsOf(last),
	}
}

function partsOf(block: BaseBlock | undefined): BaseBlock[] {
	const parts = (block?.valueBlock as { value?: unknown } | undefined)?.value
	if (!block?.idBlock.isConstructed || !Array.isArray(parts)) throw new Malformed('not constructed')
	return parts
}

const textOf = ({ valueBlock }: BaseBlock) => String(valueBlock)

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

function certificateOfSigner(
	{ sid }: SignerInfo,
	certificates: readonly Certificate[],
): Certificate | undefined {
	if (sid instanceof IssuerAndSerialNumber)
		return certificates.find(
			(one) => one.issuer.isEqual(sid.issuer) && one.serialNumber.isEqual(sid.serialNumber),
		)
	const named = keyIdentifierOf(sid)
	return certificates.find((one) => {
		const key = one.extensions?.find(({ extnID }) => extnID === '2.5.29.14')?.parsedValue as
			| OctetString
			| undefined
		return key !== undefined && Buffer.compare(key.valueBlock.valueHexView, named) === 0
	})
}

/** [0] SubjectKeyIdentifier, in whichever of the two ways it is written. */
function keyIdentifierOf(sid: unknown): Uint8Array {
	const { valueBlock } = sid as { valueBlock: { valueHexView?: Uint8Array; value?: OctetString[] } }
	return valueBlock.value?.[0]?.valueBlock.valueHexView ?? valueBlock.valueHexView ?? new Uint8Array()
}

const CONTENT_TYPE = '1.2.840.113549.1.9.3'
const MESSAGE_DIGEST = '1.2.840.113549.1.9.4'

/** RFC 5652, 5.3 and 5.4, with the signed attributes that every tool writes. */
async function problemOfSignature(
	signer: SignerInfo,
	certificate: Certificate,
	statement: Uint8Array,
): Promise<SignatureRefusal | undefined> {
	const digest = digestOf(signer.digestAlgorithm)
	if (!digest || !isStrongSignature(signer.signatureAlgorithm, digest)) return 'algorithm'
	if (!isStrongKey(certificate.subjectPublicKeyInfo)) return 'algorithm'

	const { signedAttrs } = signer
	if (!signedAttrs) return 'attributes'
	const type = onlyValue(signer, CONTENT_TYPE)
	const stated = onlyValue(signer, MESSAGE_DIGEST)
	if (!type || !stated || textOf(type) !== ContentInfo.DATA) return 'attributes'
	const actual = createHash(digest.replace('-', '').toLowerCase()).update(statement).digest()
	if (!isSame((stated as OctetString).valueBlock.valueHexView, actual)) return 'altered'

	const whole = await getCrypto(true).verifyWithPublicKey(
		signedAttrs.encodedValue,
		signer.signature,
		certificate.subjectPublicKeyInfo,
		signer.signatureAlgorithm,
		digest,
	)
	return whole ? undefined : 'signature'
}

/** The one value of an attribute that stands there once (RFC 5652, 11.1 and 11.2). */
function onlyValue({ signedAttrs }: SignerInfo, type: string): BaseBlock | undefined {
	const found = (signedAttrs?.attributes ?? []).filter((attribute) => attribute.type === type)
	return found.length === 1 && found[0]?.values.length === 1 ? found[0].values[0] : undefined
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
	if (at < certificate.notBefore.value) return 'not-valid-yet'
	if (at > certificate.notAfter.value) return 'expired'
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
	validUntil: certificate.notAfter.value,
})

/** The last one is believed by itself. */
const stepsOf = (path: readonly Certificate[]): PathStep[] =>
	path.slice(0, -1).map((certificate, place) => ({
		certificate: derOf(certificate),
		issuer: derOf(path[place + 1] as Certificate),
		...respondersOf(certificate),
		noRevocation: hasNoRevocation(certificate),
	}))
