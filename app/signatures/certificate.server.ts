import { type BaseBlock, type FromBerOptions, fromBER } from 'asn1js'
import {
	type AlgorithmIdentifier,
	type BasicConstraints,
	Certificate,
	type CRLDistributionPoints,
	type ExtKeyUsage,
	getCrypto,
	type InfoAccess,
	type PublicKeyInfo,
	type RelativeDistinguishedNames,
	RSASSAPSSParams,
} from 'pkijs'
import { cleaned } from '#app/forms/clean.ts'
import type { SubjectNames } from './signer.ts'

/** What is not worth looking at: it ends the work, and the file counts as malformed. */
export class Malformed extends Error {
	override name = 'Malformed'
}

/** Reads all of the bytes as one value, within the limits of the reader. */
export function blockOf(bytes: Uint8Array, limits: FromBerOptions = {}): BaseBlock {
	const { offset, result } = fromBER(bytes, limits)
	if (offset !== bytes.byteLength || result.error)
		throw new Malformed(result.error || 'there is more after it')
	return result
}

const issued = new WeakMap<Certificate, Uint8Array>()

/** The certificate in a block that was read, with its bytes kept: encoding it again would only cost time. */
export function certificateIn(block: BaseBlock): Certificate {
	const der = new Uint8Array(block.valueBeforeDecodeView)
	const certificate = new Certificate({ schema: block })
	issued.set(certificate, der)
	return certificate
}

export const certificateOf = (der: Uint8Array) => certificateIn(blockOf(der))

/** The certificate as it was issued, to the byte. */
export const derOf = (certificate: Certificate): Uint8Array => issued.get(certificate) ?? new Uint8Array()

export const serialOf = ({ serialNumber }: Certificate) =>
	Buffer.from(serialNumber.valueBlock.valueHexView).toString('hex')

export const isValidAt = ({ notBefore, notAfter }: Certificate, at: Date) =>
	notBefore.value <= at && at <= notAfter.value

const NAMES: Record<string, keyof SubjectNames> = {
	'2.5.4.3': 'commonName',
	'2.5.4.4': 'surname',
	'2.5.4.5': 'serialNumber',
	'2.5.4.42': 'givenName',
}

/** The names of a subject that this product knows; of several values the first. */
export function namesIn(subject: RelativeDistinguishedNames): SubjectNames {
	const names: SubjectNames = {}
	for (const { type, value } of subject.typesAndValues) {
		const name = NAMES[type]
		if (name) names[name] ??= textOf(value)
	}
	return names
}

/** A name in one line, for people to compare: CN=..., O=..., C=... */
export function nameOf(subject: RelativeDistinguishedNames): string {
	const parts = subject.typesAndValues.map(({ type, value }) => `${SHORT[type] ?? type}=${textOf(value)}`)
	return parts.join(', ').slice(0, 500)
}

const SHORT: Record<string, string> = {
	'2.5.4.3': 'CN',
	'2.5.4.4': 'SN',
	'2.5.4.5': 'serialNumber',
	'2.5.4.6': 'C',
	'2.5.4.7': 'L',
	'2.5.4.8': 'ST',
	'2.5.4.10': 'O',
	'2.5.4.11': 'OU',
	'2.5.4.42': 'GN',
}

function textOf(value: { valueBlock: unknown }): string {
	const text = (value.valueBlock as { value?: unknown }).value
	return typeof text === 'string' ? cleaned(text).trim().slice(0, 200) : ''
}

function extension<Parsed>(certificate: Certificate, oid: string): Parsed | undefined {
	return certificate.extensions?.find(({ extnID }) => extnID === oid)?.parsedValue as Parsed | undefined
}

/** Bits of keyUsage, from the left (RFC 5280, 4.2.1.3). */
export const DIGITAL_SIGNATURE = 0x80
export const NON_REPUDIATION = 0x40
const KEY_CERT_SIGN = 0x04
export const CRL_SIGN = 0x02

/** Whether the key may be used so. Where nothing is said, everything may be. */
export function mayBeUsedTo(certificate: Certificate, bit: number): boolean {
	const usage = extension<{ valueBlock: { valueHexView: Uint8Array } }>(certificate, '2.5.29.15')
	return usage === undefined || ((usage.valueBlock.valueHexView[0] ?? 0) & bit) !== 0
}

/** The extended uses; undefined where nothing is said. */
export const extendedUses = (certificate: Certificate) =>
	extension<ExtKeyUsage>(certificate, '2.5.29.37')?.keyPurposes

const UNDERSTOOD = new Set(['2.5.29.15', '2.5.29.17', '2.5.29.19', '2.5.29.32', '2.5.29.37'])

/** A critical extension that is not understood may say that the certificate is not for this. */
export const isUnderstood = ({ extensions }: Certificate) =>
	(extensions ?? []).every(({ critical, extnID }) => !critical || UNDERSTOOD.has(extnID))

export const isAuthority = (certificate: Certificate) =>
	extension<BasicConstraints>(certificate, '2.5.29.19')?.cA === true &&
	mayBeUsedTo(certificate, KEY_CERT_SIGN)

/** How many authorities may stand below this one on the way to the signer. */
export function mostBelow(certificate: Certificate): number {
	const most = extension<BasicConstraints>(certificate, '2.5.29.19')?.pathLenConstraint
	return typeof most === 'number' ? most : Number.POSITIVE_INFINITY
}

/** RFC 9608: there is no revocation for it, as for one that lives a few hours. */
export const hasNoRevocation = ({ extensions }: Certificate) =>
	(extensions ?? []).some(({ extnID }) => extnID === '2.5.29.56')

const OCSP = '1.3.6.1.5.5.7.48.1'
const URI = 6
const MOST_ADDRESSES = 3

/** Where the certificate says that its state can be asked. */
export function respondersOf(certificate: Certificate): { ocsp: string[]; crl: string[] } {
	const access = extension<InfoAccess>(certificate, '1.3.6.1.5.5.7.1.1')?.accessDescriptions ?? []
	const points = extension<CRLDistributionPoints>(certificate, '2.5.29.31')?.distributionPoints ?? []
	const crl = points.flatMap(({ distributionPoint }) =>
		Array.isArray(distributionPoint)
			? distributionPoint.flatMap(({ type, value }) => (type === URI ? [String(value)] : []))
			: [],
	)
	const ocsp = access.flatMap(({ accessMethod, accessLocation: { type, value } }) =>
		accessMethod === OCSP && type === URI ? [String(value)] : [],
	)
	return { ocsp: ocsp.slice(0, MOST_ADDRESSES), crl: crl.slice(0, MOST_ADDRESSES) }
}

const RSA = '1.2.840.113549.1.1.1'
const PSS = '1.2.840.113549.1.1.10'
const EC = '1.2.840.10045.2.1'
const CURVES = ['1.2.840.10045.3.1.7', '1.3.132.0.34']
const DIGESTS: Record<string, string> = {
	'2.16.840.1.101.3.4.2.1': 'SHA-256',
	'2.16.840.1.101.3.4.2.2': 'SHA-384',
	'2.16.840.1.101.3.4.2.3': 'SHA-512',
}
const SIGNATURES = [
	'1.2.840.113549.1.1.11',
	'1.2.840.113549.1.1.12',
	'1.2.840.113549.1.1.13',
	'1.2.840.10045.4.3.2',
	'1.2.840.10045.4.3.3',
	'1.2.840.10045.4.3.4',
]

/** That of the longest key; OpenSSL takes as much as fits. */
const LONGEST_SALT = 1022

/** The name of a digest that is strong enough. */
export const digestOf = ({ algorithmId }: AlgorithmIdentifier): string | undefined => DIGESTS[algorithmId]

/** RSA of PKCS#1 or PSS, or ECDSA, over SHA-256 or longer. The bare RSA of a CMS leaves the digest to its signer. */
export function isStrongSignature(algorithm: AlgorithmIdentifier, digest?: string): boolean {
	if (algorithm.algorithmId === RSA) return digest !== undefined
	if (algorithm.algorithmId !== PSS) return SIGNATURES.includes(algorithm.algorithmId)
	if (!algorithm.algorithmParams) return false
	const { hashAlgorithm, saltLength } = new RSASSAPSSParams({ schema: algorithm.algorithmParams })
	return digestOf(hashAlgorithm) !== undefined && saltLength <= LONGEST_SALT
}

/** RSA from 2048 bits, P-256 or P-384. Longer than 8192 bits only costs time. */
export function isStrongKey({ algorithm, parsedKey }: PublicKeyInfo): boolean {
	if (algorithm.algorithmId === EC)
		return CURVES.includes(String(algorithm.algorithmParams?.valueBlock ?? ''))
	if (algorithm.algorithmId !== RSA || !parsedKey || !('modulus' in parsedKey)) return false
	const bits = bitsOf(parsedKey.modulus.valueBlock.valueHexView)
	return bits >= 2048 && bits <= 8192 && bitsOf(parsedKey.publicExponent.valueBlock.valueHexView) <= 32
}

function bitsOf(bytes: Uint8Array): number {
	const first = bytes.findIndex((byte) => byte !== 0)
	return first < 0 ? 0 : (bytes.byteLength - first) * 8 - Math.clz32(bytes[first] as number) + 24
}

/** Keys of GOST 34.310 (Kazakhstan) and GOST R 34.10 (Russia), which WebCrypto does not know. */
export const isGost = ({ algorithmId }: AlgorithmIdentifier) => /^1\.2\.(398|643)\./.test(algorithmId)

/** Whether `issuer` signed the certificate, with what is strong enough. */
export async function isSignedBy(certificate: Certificate, issuer: Certificate): Promise<boolean> {
	if (!isStrongSignature(certificate.signatureAlgorithm) || !isStrongKey(issuer.subjectPublicKeyInfo))
		return false
	try {
		return await certificate.verify(issuer)
	} catch {
		// Of another kind than the issuer's key.
		return false
	}
}

/** Checks a signature of an authority over a list or an answer of its own. */
export async function isSignatureOf(
	signer: Certificate,
	{
		bytes,
		signature,
		algorithm,
	}: { bytes: Uint8Array; signature: BaseBlock; algorithm: AlgorithmIdentifier },
): Promise<boolean> {
	if (!isStrongSignature(algorithm) || !isStrongKey(signer.subjectPublicKeyInfo)) return false
	try {
		const engine = getCrypto(true)
		return await engine.verifyWithPublicKey(
			bytes as BufferSource as ArrayBuffer,
			signature as never,
			signer.subjectPublicKeyInfo,
			algorithm,
		)
	} catch {
		return false
	}
}
