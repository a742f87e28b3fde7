import { webcrypto } from 'node:crypto'
import { ObjectIdentifier, OctetString } from 'asn1js'
import {
	Attribute,
	ContentInfo,
	EncapsulatedContentInfo,
	IssuerAndSerialNumber,
	SignedAndUnsignedAttributes,
	SignedData,
	SignerInfo,
} from 'pkijs'
import { certificateOf } from './certificate.server.ts'

interface ToSign {
	content: Uint8Array
	/** The signer's own first, as DER. */
	certificates: readonly Uint8Array[]
	key: CryptoKey
	/** Without the content in it. */
	detached?: boolean
}

const DIGEST = 'SHA-256'

/** A signature as the common tools make it: one signer, with signed attributes (RFC 5652). */
export async function makeCms({ content, certificates, key, detached = false }: ToSign): Promise<Buffer> {
	const [certificate, ...others] = certificates.map(certificateOf)
	if (!certificate) throw new Error('a signature needs the certificate of its signer')
	const digest = await webcrypto.subtle.digest(DIGEST, content)
	const signed = new SignedData({
		version: 1,
		encapContentInfo: new EncapsulatedContentInfo({ eContentType: ContentInfo.DATA }),
		signerInfos: [
			new SignerInfo({
				version: 1,
				sid: new IssuerAndSerialNumber({
					issuer: certificate.issuer,
					serialNumber: certificate.serialNumber,
				}),
				signedAttrs: new SignedAndUnsignedAttributes({
					type: 0,
					attributes: [
						new Attribute({
							type: '1.2.840.113549.1.9.3',
							values: [new ObjectIdentifier({ value: ContentInfo.DATA })],
						}),
						new Attribute({
							type: '1.2.840.113549.1.9.4',
							values: [new OctetString({ valueHex: digest })],
						}),
					],
				}),
			}),
		],
		certificates: [certificate, ...others],
	})
	if (!detached)
		signed.encapContentInfo.eContent = new OctetString({ valueHex: new Uint8Array(content).buffer })
	await signed.sign(key, 0, DIGEST, new Uint8Array(content).buffer)
	const whole = new ContentInfo({ contentType: ContentInfo.SIGNED_DATA, content: signed.toSchema(true) })
	return Buffer.from(whole.toSchema().toBER())
}
