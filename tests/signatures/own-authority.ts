import { webcrypto } from 'node:crypto'
import { Constructed, Enumerated, GeneralizedTime, OctetString, Primitive } from 'asn1js'
import {
	AccessDescription,
	BasicOCSPResponse,
	CertID,
	Certificate,
	CertificateRevocationList,
	CRLDistributionPoints,
	DistributionPoint,
	Extension,
	GeneralName,
	InfoAccess,
	OCSPResponse,
	ResponseBytes,
	ResponseData,
	RevokedCertificate,
	SingleResponse,
	Time,
} from 'pkijs'
import {
	authorityExtension,
	type Holder,
	makeCertificate,
	usageExtension,
	usesExtension,
} from '#app/signatures/make-certificate.server.ts'
import { makeCms } from '#app/signatures/make-cms.server.ts'

export const NOW = new Date('2026-03-02T09:00:00Z')
export const days = (count: number) => new Date(NOW.getTime() + count * 24 * 60 * 60_000)

export const KEYS = {
	rsa: {
		name: 'RSASSA-PKCS1-v1_5',
		hash: 'SHA-256',
		modulusLength: 2048,
		publicExponent: new Uint8Array([1, 0, 1]),
	},
	rsa1024: {
		name: 'RSASSA-PKCS1-v1_5',
		hash: 'SHA-256',
		modulusLength: 1024,
		publicExponent: new Uint8Array([1, 0, 1]),
	},
	pss: { name: 'RSA-PSS', hash: 'SHA-256', modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]) },
	p256: { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' },
	p384: { name: 'ECDSA', namedCurve: 'P-384', hash: 'SHA-384' },
} as const
export type KeyKind = keyof typeof KEYS

export const newKeys = (kind: KeyKind = 'p256') =>
	webcrypto.subtle.generateKey(KEYS[kind], true, ['sign', 'verify']) as Promise<CryptoKeyPair>

type Names = readonly (readonly [string, string])[]

/** CN, SN and so on by their object identifiers. */
const CN = '2.5.4.3'
const SURNAME = '2.5.4.4'
export const SERIAL = '2.5.4.5'
const COUNTRY = '2.5.4.6'
const GIVEN_NAME = '2.5.4.42'

let issued = 0x100000

interface Wanted {
	names?: Names
	issuer?: Holder
	kind?: KeyKind
	from?: Date
	until?: Date
	extensions?: Extension[]
}

async function issue(wanted: Wanted & { names: Names }): Promise<Holder> {
	const { names, issuer, kind, from = days(-30), until = days(300), extensions = [] } = wanted
	issued++
	return makeCertificate({
		subject: names,
		keys: await newKeys(kind),
		issuer,
		serial: new Uint8Array([1, issued >> 16, issued >> 8, issued]),
		from,
		until,
		extensions,
	})
}

export const named = (name: string): Names => [
	[CN, name],
	[COUNTRY, 'KZ'],
]

const KEEPS_LISTS = 0x04 | 0x02

/** An authority: of itself, or under another one. */
export const anAuthority = ({ below, ...wanted }: Wanted & { below?: number } = {}) =>
	issue({
		names: named('Fictional Root'),
		...wanted,
		extensions: [authorityExtension(below), usageExtension(KEEPS_LISTS), ...(wanted.extensions ?? [])],
	})

export const SIGN = '1.3.6.1.5.5.7.3.4'
export const AUTHENTICATE = '1.3.6.1.5.5.7.3.2'
export const OCSP_SIGNING = '1.3.6.1.5.5.7.3.9'
export const DIGITAL_SIGNATURE = 0x80
const NON_REPUDIATION = 0x40

interface SignerWanted extends Omit<Wanted, 'issuer'> {
	usage?: number
	uses?: string[]
	ocsp?: string
	crl?: string
}

/** One who signs: in the form of Kazakhstan's certificates, with a key for signing. */
export const aSigner = (issuer: Holder, wanted: SignerWanted = {}) =>
	issue({
		names: [
			[CN, 'ҮЛГІҰЛЫ СЫНАҚ'],
			[SURNAME, 'ҮЛГІҰЛЫ'],
			[SERIAL, 'IIN850101300123'],
			[COUNTRY, 'KZ'],
			[GIVEN_NAME, 'ЖОБАҰЛЫ'],
		],
		...wanted,
		issuer,
		extensions: [
			usageExtension(wanted.usage ?? DIGITAL_SIGNATURE | NON_REPUDIATION),
			usesExtension(wanted.uses ?? [SIGN, '1.2.398.3.3.4.1.1']),
			...(wanted.ocsp ? [accessTo(wanted.ocsp)] : []),
			...(wanted.crl ? [pointTo(wanted.crl)] : []),
			...(wanted.extensions ?? []),
		],
	})

const uri = (value: string) => new GeneralName({ type: 6, value })

const accessTo = (ocsp: string) =>
	new Extension({
		extnID: '1.3.6.1.5.5.7.1.1',
		extnValue: new InfoAccess({
			accessDescriptions: [
				new AccessDescription({ accessMethod: '1.3.6.1.5.5.7.48.1', accessLocation: uri(ocsp) }),
			],
		})
			.toSchema()
			.toBER(),
	})

const pointTo = (crl: string) =>
	new Extension({
		extnID: '2.5.29.31',
		extnValue: new CRLDistributionPoints({
			distributionPoints: [new DistributionPoint({ distributionPoint: [uri(crl)] })],
		})
			.toSchema()
			.toBER(),
	})

/** What the holder's tool makes of a statement. */
export const signedBy = (
	holder: Holder,
	statement: string,
	{ others = [], detached }: { others?: readonly Holder[]; detached?: boolean } = {},
) =>
	makeCms({
		content: Buffer.from(statement),
		certificates: [holder.der, ...others.map(({ der }) => der)],
		key: holder.keys.privateKey,
		detached,
	})

/** A list of the authority, with these certificates on it. */
export async function aCrl(
	authority: Holder,
	{ revoked = [], at = days(-1), from = days(-1), until = days(6) }: CrlWanted = {},
): Promise<Buffer> {
	const crl = new CertificateRevocationList({
		version: 1,
		issuer: Certificate.fromBER(new Uint8Array(authority.der)).subject,
		thisUpdate: new Time({ value: from }),
		nextUpdate: new Time({ value: until }),
		revokedCertificates: revoked.map(
			({ der }) =>
				new RevokedCertificate({
					userCertificate: Certificate.fromBER(new Uint8Array(der)).serialNumber,
					revocationDate: new Time({ value: at }),
				}),
		),
	})
	await crl.sign(authority.keys.privateKey, 'SHA-256')
	return Buffer.from(crl.toSchema(true).toBER())
}

interface CrlWanted {
	revoked?: readonly Holder[]
	at?: Date
	from?: Date
	until?: Date
}

interface OcspWanted {
	state?: 'good' | 'revoked' | 'unknown'
	at?: Date
	from?: Date
	until?: Date
	/** Who answers in the name of the authority. */
	responder?: Holder
}

/** What a responder answers about one certificate. */
export async function anOcspAnswer(
	{ holder, authority }: { holder: Holder; authority: Holder },
	{ state = 'good', at = days(-1), from = NOW, until = days(1), responder }: OcspWanted = {},
): Promise<Buffer> {
	const issuer = Certificate.fromBER(new Uint8Array(authority.der))
	const certID = new CertID()
	await certID.createForCertificate(Certificate.fromBER(new Uint8Array(holder.der)), {
		hashAlgorithm: 'SHA-1',
		issuerCertificate: issuer,
	})
	const signer = responder ?? authority
	const own = Certificate.fromBER(new Uint8Array(signer.der))
	const response = new BasicOCSPResponse({
		tbsResponseData: new ResponseData({
			responderID: own.subject,
			producedAt: from,
			responses: [
				new SingleResponse({ certID, certStatus: statusOf(state, at), thisUpdate: from, nextUpdate: until }),
			],
		}),
		certs: responder ? [own] : undefined,
	})
	await response.sign(signer.keys.privateKey, 'SHA-256')
	const whole = new OCSPResponse({
		responseStatus: new Enumerated({ value: 0 }),
		responseBytes: new ResponseBytes({
			responseType: '1.3.6.1.5.5.7.48.1.1',
			response: new OctetString({ valueHex: response.toSchema().toBER() }),
		}),
	})
	return Buffer.from(whole.toSchema().toBER())
}

function statusOf(state: 'good' | 'revoked' | 'unknown', at: Date) {
	if (state === 'revoked')
		return new Constructed({
			idBlock: { tagClass: 3, tagNumber: 1 },
			value: [new GeneralizedTime({ valueDate: at })],
		})
	return new Primitive({
		idBlock: { tagClass: 3, tagNumber: state === 'good' ? 0 : 2 },
		lenBlock: { length: 1 },
	} as never)
}

/** A certificate that names an algorithm for its key which WebCrypto does not know. */
export async function usesOnly(holder: Holder, { key }: { key: string }): Promise<Holder> {
	const certificate = Certificate.fromBER(new Uint8Array(holder.der))
	certificate.subjectPublicKeyInfo.algorithm.algorithmId = key
	return { ...holder, der: new Uint8Array(certificate.toSchema(true).toBER()) }
}
