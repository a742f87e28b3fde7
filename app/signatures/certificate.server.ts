import { constants, createPublicKey, type KeyObject, verify } from 'node:crypto'
import { cleaned } from '#app/forms/clean.ts'
import {
	BOOLEAN,
	bare,
	bitsOf,
	countOf,
	holding,
	INTEGER,
	isTrue,
	Malformed,
	octetsOf,
	oidOf,
	partsOf,
	readValue,
	SEQUENCE,
	SET,
	stringOf,
	timeOf,
	type Value,
} from './der.server.ts'
import type { SubjectNames } from './signer.ts'

/** A certificate as far as signatures need it (RFC 5280, 4.1). */
export interface Certificate {
	/** As it was issued, to the byte. */
	der: Uint8Array
	/** What its issuer has signed of it. */
	signed: Uint8Array
	serial: Uint8Array
	issuer: Name
	subject: Name
	notBefore: Date
	notAfter: Date
	key: PublicKey
	extensions: ReadonlyMap<string, { critical: boolean; value: Uint8Array }>
	algorithm: Algorithm
	signature: Uint8Array
}

export interface Name {
	attributes: readonly { type: string; text: string }[]
	/** The same for all ways of writing the same name (RFC 5280, 7.1). */
	same: string
}

export interface Algorithm {
	oid: string
	parameters: Value | undefined
}

interface PublicKey {
	der: Uint8Array
	algorithm: Algorithm
	bits: Uint8Array
}

export const certificateOf = (der: Uint8Array) => certificateIn(readValue(der))

export function certificateIn(value: Value): Certificate {
	const [signed, algorithm, signature] = partsOf(value, SEQUENCE)
	const all = partsOf(signed, SEQUENCE)
	const [serial, inner, issuer, validity, subject, key, ...rest] =
		all[0]?.tag === holding(0) ? all.slice(1) : all
	const [notBefore, notAfter] = partsOf(validity, SEQUENCE)
	const [keyAlgorithm, bits] = partsOf(key, SEQUENCE)
	if (serial?.tag !== INTEGER) throw new Malformed('no number')
	if (!inner || !algorithm || Buffer.compare(inner.whole, algorithm.whole) !== 0)
		throw new Malformed('two algorithms of one signature')
	return {
		der: value.whole,
		signed: (signed as Value).whole,
		serial: serial.content,
		issuer: nameIn(issuer),
		subject: nameIn(subject),
		notBefore: timeOf(notBefore),
		notAfter: timeOf(notAfter),
		key: { der: (key as Value).whole, algorithm: algorithmIn(keyAlgorithm), bits: bitsOf(bits) },
		extensions: extensionsIn(rest.find(({ tag }) => tag === holding(3))),
		algorithm: algorithmIn(algorithm),
		signature: bitsOf(signature),
	}
}

export function algorithmIn(value: Value | undefined): Algorithm {
	const [oid, parameters] = partsOf(value, SEQUENCE)
	return { oid: oidOf(oid), parameters }
}

export function nameIn(value: Value | undefined): Name {
	const attributes: { type: string; text: string }[] = []
	const same = partsOf(value, SEQUENCE).map((set) =>
		partsOf(set, SET).map((attribute) => {
			const [type, written] = partsOf(attribute, SEQUENCE)
			const oid = oidOf(type)
			const text = written && stringOf(written)
			if (text !== undefined) attributes.push({ type: oid, text: cleaned(text).trim().slice(0, 200) })
			return [oid, text?.trim().replace(/\s+/g, ' ').toLowerCase() ?? hexOf(written?.whole ?? [])]
		}),
	)
	return { attributes, same: JSON.stringify(same) }
}

function extensionsIn(value: Value | undefined): Certificate['extensions'] {
	const found = new Map<string, { critical: boolean; value: Uint8Array }>()
	for (const extension of value ? partsOf(value.parts[0], SEQUENCE) : []) {
		const [type, ...rest] = partsOf(extension, SEQUENCE)
		const oid = oidOf(type)
		if (found.has(oid)) throw new Malformed('one extension twice')
		found.set(oid, { critical: isTrue(rest[0]), value: octetsOf(rest.at(-1)) })
	}
	return found
}

const hexOf = (bytes: Iterable<number>) => Buffer.from([...bytes]).toString('hex')

export const serialOf = ({ serial }: Certificate) => hexOf(serial)

export const isValidAt = ({ notBefore, notAfter }: Certificate, at: Date) => notBefore <= at && at <= notAfter

const NAMES: Record<string, keyof SubjectNames> = {
	'2.5.4.3': 'commonName',
	'2.5.4.4': 'surname',
	'2.5.4.5': 'serialNumber',
	'2.5.4.42': 'givenName',
}

/** The names of a subject that this product knows; of several values the first. */
export function namesIn({ attributes }: Name): SubjectNames {
	const names: SubjectNames = {}
	for (const { type, text } of attributes) {
		const name = NAMES[type]
		if (name) names[name] ??= text
	}
	return names
}

/** A name in one line, for people to compare: CN=..., O=..., C=... */
export const nameOf = ({ attributes }: Name) =>
	attributes
		.map(({ type, text }) => `${SHORT[type] ?? type}=${text}`)
		.join(', ')
		.slice(0, 500)

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

function extension({ extensions }: Certificate, oid: string): Value | undefined {
	const found = extensions.get(oid)
	return found && readValue(found.value)
}

/** Bits of keyUsage, from the left (RFC 5280, 4.2.1.3). */
export const DIGITAL_SIGNATURE = 0x80
export const NON_REPUDIATION = 0x40
const KEY_CERT_SIGN = 0x04
export const CRL_SIGN = 0x02

/** Whether the key may be used so. Where nothing is said, everything may be. */
export function mayBeUsedTo(certificate: Certificate, bit: number): boolean {
	const usage = extension(certificate, '2.5.29.15')
	return usage === undefined || ((bitsOf(usage)[0] ?? 0) & bit) !== 0
}

/** The extended uses; undefined where nothing is said. */
export function extendedUses(certificate: Certificate): string[] | undefined {
	const uses = extension(certificate, '2.5.29.37')
	return uses && partsOf(uses, SEQUENCE).map(oidOf)
}

/** What names the key, in the certificate itself. */
export function keyIdentifierOf(certificate: Certificate): Uint8Array | undefined {
	const identifier = extension(certificate, '2.5.29.14')
	return identifier && octetsOf(identifier)
}

const UNDERSTOOD = new Set(['2.5.29.15', '2.5.29.17', '2.5.29.19', '2.5.29.32', '2.5.29.37'])

/** A critical extension that is not understood may say that the certificate is not for this. */
export const isUnderstood = ({ extensions }: Certificate) =>
	[...extensions].every(([oid, { critical }]) => !critical || UNDERSTOOD.has(oid))

const constraintsOf = (certificate: Certificate): readonly Value[] => {
	const constraints = extension(certificate, '2.5.29.19')
	return constraints ? partsOf(constraints, SEQUENCE) : []
}

export const isAuthority = (certificate: Certificate) =>
	isTrue(constraintsOf(certificate)[0]) && mayBeUsedTo(certificate, KEY_CERT_SIGN)

/** How many authorities may stand below this one on the way to the signer. */
export function mostBelow(certificate: Certificate): number {
	const most = constraintsOf(certificate).find(({ tag }) => tag !== BOOLEAN)
	return most ? countOf(most) : Number.POSITIVE_INFINITY
}

/** RFC 9608: there is no revocation for it, as for one that lives a few hours. */
export const hasNoRevocation = ({ extensions }: Certificate) => extensions.has('2.5.29.56')

const OCSP = '1.3.6.1.5.5.7.48.1'
const URI = bare(6)
const MOST_ADDRESSES = 3

/** Where the certificate says that its state can be asked. */
export function respondersOf(certificate: Certificate): { ocsp: string[]; crl: string[] } {
	const access = extension(certificate, '1.3.6.1.5.5.7.1.1')
	const points = extension(certificate, '2.5.29.31')
	const addresses = (names: readonly Value[]) =>
		names.flatMap(({ tag, content }) => (tag === URI ? [Buffer.from(content).toString('latin1')] : []))
	const ocsp = (access ? partsOf(access, SEQUENCE) : []).flatMap((description) => {
		const [method, ...location] = partsOf(description, SEQUENCE)
		return oidOf(method) === OCSP ? addresses(location) : []
	})
	const crl = (points ? partsOf(points, SEQUENCE) : []).flatMap((point) => {
		const [name] = partsOf(point, SEQUENCE)
		const full = name?.tag === holding(0) ? name.parts[0] : undefined
		return full?.tag === holding(0) ? addresses(full.parts) : []
	})
	return { ocsp: ocsp.slice(0, MOST_ADDRESSES), crl: crl.slice(0, MOST_ADDRESSES) }
}

const RSA = '1.2.840.113549.1.1.1'
const PSS = '1.2.840.113549.1.1.10'
const EC = '1.2.840.10045.2.1'
const CURVES = ['1.2.840.10045.3.1.7', '1.3.132.0.34']

type Digest = 'sha256' | 'sha384' | 'sha512'
const DIGESTS: Record<string, Digest> = {
	'2.16.840.1.101.3.4.2.1': 'sha256',
	'2.16.840.1.101.3.4.2.2': 'sha384',
	'2.16.840.1.101.3.4.2.3': 'sha512',
}
const SIGNATURES: Record<string, { key: 'rsa' | 'ec'; digest: Digest }> = {
	'1.2.840.113549.1.1.11': { key: 'rsa', digest: 'sha256' },
	'1.2.840.113549.1.1.12': { key: 'rsa', digest: 'sha384' },
	'1.2.840.113549.1.1.13': { key: 'rsa', digest: 'sha512' },
	'1.2.840.10045.4.3.2': { key: 'ec', digest: 'sha256' },
	'1.2.840.10045.4.3.3': { key: 'ec', digest: 'sha384' },
	'1.2.840.10045.4.3.4': { key: 'ec', digest: 'sha512' },
}

/** The name of a digest that is strong enough. */
export const digestOf = ({ oid }: Algorithm): Digest | undefined => DIGESTS[oid]

interface Scheme {
	key: 'rsa' | 'ec'
	digest: Digest
	/** Of PSS. */
	saltLength?: number
}

/**
 * RSA of PKCS#1 or PSS, or ECDSA, over SHA-256 or longer; undefined for what is weaker, or not known. The bare RSA of
 * a CMS leaves the digest to its signer.
 */
export function strongScheme(algorithm: Algorithm, digest?: Digest): Scheme | undefined {
	if (algorithm.oid === RSA) return digest && { key: 'rsa', digest }
	return algorithm.oid === PSS ? pssScheme(algorithm.parameters) : SIGNATURES[algorithm.oid]
}

const MGF1 = '1.2.840.113549.1.1.8'
/** That of the longest key; OpenSSL takes as much as fits. */
const LONGEST_SALT = 1022

/** RFC 4055, 3.1. What it leaves out is SHA-1, which is too weak; two digests in one signature nobody makes. */
function pssScheme(parameters: Value | undefined): Scheme | undefined {
	const given = new Map(parameters ? partsOf(parameters, SEQUENCE).map((one) => [one.tag, one.parts[0]]) : [])
	const [hash, mask, salt] = [given.get(holding(0)), given.get(holding(1)), given.get(holding(2))]
	if (!hash || !mask) return undefined
	const digest = digestOf(algorithmIn(hash))
	const { oid, parameters: masked } = algorithmIn(mask)
	const saltLength = salt ? countOf(salt) : 20
	if (!digest || oid !== MGF1 || digestOf(algorithmIn(masked)) !== digest || saltLength > LONGEST_SALT)
		return undefined
	return { key: 'rsa', digest, saltLength }
}

/** RSA from 2048 bits, P-256 or P-384. Longer than 8192 bits only costs time. */
export function isStrongKey({ key: { algorithm, bits } }: Certificate): boolean {
	if (algorithm.oid === EC)
		return algorithm.parameters !== undefined && CURVES.includes(oidOf(algorithm.parameters))
	if (algorithm.oid !== RSA) return false
	const [modulus, exponent] = partsOf(readValue(bits), SEQUENCE).map(({ content }) => lengthInBits(content))
	return modulus !== undefined && modulus >= 2048 && modulus <= 8192 && (exponent ?? 33) <= 32
}

function lengthInBits(bytes: Uint8Array): number {
	const first = bytes.findIndex((byte) => byte !== 0)
	return first < 0 ? 0 : (bytes.byteLength - first) * 8 - Math.clz32(bytes[first] as number) + 24
}

/** Keys of GOST 34.310 (Kazakhstan) and GOST R 34.10 (Russia), which OpenSSL does not know by itself. */
export const isGost = ({ key }: Certificate) => /^1\.2\.(398|643)\./.test(key.algorithm.oid)

/** The keys of authorities serve again and again. */
const keys = new WeakMap<Certificate, KeyObject>()

function keyOf(certificate: Certificate): KeyObject {
	const before = keys.get(certificate)
	if (before) return before
	const key = createPublicKey({ key: Buffer.from(certificate.key.der), type: 'spki', format: 'der' })
	keys.set(certificate, key)
	return key
}

/** Whether the holder of the certificate has signed the bytes so. */
export function hasSigned(
	signer: Certificate,
	{ bytes, signature, scheme }: { bytes: Uint8Array; signature: Uint8Array; scheme: Scheme },
): boolean {
	const key = keyOf(signer)
	if (key.asymmetricKeyType !== scheme.key) return false
	const { saltLength } = scheme
	const padding = saltLength === undefined ? {} : { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength }
	return verify(scheme.digest, bytes, { key, ...padding }, signature)
}

/** Whether `signer` has signed the bytes with what is strong enough: a certificate, a list, or an answer. */
export function isSignatureOf(
	signer: Certificate,
	{ bytes, signature, algorithm }: { bytes: Uint8Array; signature: Uint8Array; algorithm: Algorithm },
): boolean {
	const scheme = strongScheme(algorithm)
	if (!scheme || !isStrongKey(signer)) return false
	try {
		return hasSigned(signer, { bytes, signature, scheme })
	} catch {
		// A key that OpenSSL cannot read.
		return false
	}
}

export const isSignedBy = ({ signed, signature, algorithm }: Certificate, issuer: Certificate): boolean =>
	isSignatureOf(issuer, { bytes: signed, signature, algorithm })
