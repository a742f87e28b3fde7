import { type BaseBlock, BitString, Integer, Null, PrintableString, Utf8String } from 'asn1js'
import {
	AttributeTypeAndValue,
	BasicConstraints,
	Certificate,
	Extension,
	ExtKeyUsage,
	type RelativeDistinguishedNames,
} from 'pkijs'
import { certificateOf } from './certificate.server.ts'

/** A key and the certificate that says whose it is. */
export interface Holder {
	der: Uint8Array
	keys: CryptoKeyPair
}

export interface CertificateWanted {
	/** Attributes of the subject by their object identifiers, in order. */
	subject: readonly (readonly [oid: string, value: string])[]
	keys: CryptoKeyPair
	/** Who certifies it; itself, where nobody does. */
	issuer?: Holder
	serial: Uint8Array
	from: Date
	until: Date
	extensions: readonly Extension[]
}

/** Issues a certificate. The product itself does so for its fictional authority alone. */
export async function makeCertificate(wanted: CertificateWanted): Promise<Holder> {
	const { subject, keys, issuer, serial, from, until, extensions } = wanted
	const certificate = new Certificate({ version: 2 })
	certificate.serialNumber = new Integer({ valueHex: new Uint8Array(serial).buffer })
	certificate.notBefore.value = from
	certificate.notAfter.value = until
	addNames(certificate.subject, subject)
	if (issuer) certificate.issuer = certificateOf(issuer.der).subject
	else addNames(certificate.issuer, subject)
	certificate.extensions = [...extensions]
	await certificate.subjectPublicKeyInfo.importKey(keys.publicKey)
	await certificate.sign((issuer?.keys ?? keys).privateKey, 'SHA-256')
	return { der: new Uint8Array(certificate.toSchema(true).toBER()), keys }
}

const COUNTRY = '2.5.4.6'
const SERIAL_NUMBER = '2.5.4.5'

function addNames(names: RelativeDistinguishedNames, subject: CertificateWanted['subject']): void {
	for (const [type, value] of subject) {
		const printable = type === COUNTRY || type === SERIAL_NUMBER
		names.typesAndValues.push(
			new AttributeTypeAndValue({
				type,
				value: printable ? new PrintableString({ value }) : new Utf8String({ value }),
			}),
		)
	}
}

const extension = (extnID: string, critical: boolean, value: BaseBlock) =>
	new Extension({ extnID, critical, extnValue: value.toBER() })

/** It may certify others: signers, and as many authorities one under the other as is said. */
export const authorityExtension = (below?: number) =>
	extension(
		'2.5.29.19',
		true,
		new BasicConstraints({
			cA: true,
			...(below === undefined ? {} : { pathLenConstraint: below }),
		}).toSchema(),
	)

/** The bits of keyUsage, from the left. */
export const usageExtension = (bits: number) =>
	extension('2.5.29.15', true, new BitString({ valueHex: new Uint8Array([bits]).buffer, unusedBits: 0 }))

export const usesExtension = (keyPurposes: string[]) =>
	extension('2.5.29.37', false, new ExtKeyUsage({ keyPurposes }).toSchema())

/** RFC 9608: it is never revoked, for it lives too short. */
export const noRevocationExtension = () => extension('2.5.29.56', false, new Null())
