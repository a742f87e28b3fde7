import type { BaseBlock, GeneralizedTime } from 'asn1js'
import {
	BasicOCSPResponse,
	CertID,
	type Certificate,
	CertificateRevocationList,
	type IssuingDistributionPoint,
	OCSPRequest,
	OCSPResponse,
	type SingleResponse,
} from 'pkijs'
import {
	blockOf,
	CRL_SIGN,
	certificateOf,
	extendedUses,
	isAuthority,
	isSignatureOf,
	isSignedBy,
	isValidAt,
	mayBeUsedTo,
} from './certificate.server.ts'

/** What an authority says of a certificate, and until when it stands by it. */
export interface RevocationAnswer {
	/** Null as long as it is good. */
	revokedAt: Date | null
	until: Date
}

interface Asked {
	certificate: Uint8Array
	issuer: Uint8Array
}

interface Given extends Asked {
	answer: Uint8Array
	now: Date
}

/** The bytes to send to an OCSP responder (RFC 6960). */
export async function ocspRequest({ certificate, issuer }: Asked): Promise<Uint8Array> {
	const request = new OCSPRequest()
	await request.createForCertificate(certificateOf(certificate), {
		hashAlgorithm: 'SHA-1',
		issuerCertificate: certificateOf(issuer),
	})
	return new Uint8Array(request.toSchema(true).toBER())
}

/** What an OCSP responder answered; undefined when it is no answer to the question, or not one to be believed. */
export async function readOcsp({ answer, now, ...asked }: Given): Promise<RevocationAnswer | undefined> {
	try {
		const { responseStatus, responseBytes } = new OCSPResponse({ schema: blockOf(answer) })
		if (responseStatus.valueBlock.valueDec !== 0 || !responseBytes) return undefined
		const response = new BasicOCSPResponse({
			schema: blockOf(responseBytes.response.valueBlock.valueHexView),
		})
		const issuer = certificateOf(asked.issuer)
		if (!(await isAuthorized(response, issuer, now))) return undefined
		const single = await answerFor(response, certificateOf(asked.certificate), issuer)
		return single && stateIn(single, now)
	} catch {
		return undefined
	}
}

/** What a list of an authority says; undefined when it is not of this authority, not whole or not of today. */
export async function readCrl({ answer, now, ...asked }: Given): Promise<RevocationAnswer | undefined> {
	try {
		const certificate = certificateOf(asked.certificate)
		const issuer = certificateOf(asked.issuer)
		const crl = new CertificateRevocationList({ schema: blockOf(answer, { maxNodes: MOST_NODES }) })
		const { nextUpdate, thisUpdate, revokedCertificates = [] } = crl
		if (!crl.issuer.isEqual(issuer.subject) || !mayBeUsedTo(issuer, CRL_SIGN) || !coversAll(crl, certificate))
			return undefined
		if (!nextUpdate || !isCurrent(thisUpdate.value, nextUpdate.value, now)) return undefined
		const signed = { bytes: crl.tbsView, signature: crl.signatureValue, algorithm: crl.signatureAlgorithm }
		if (!(await isSignatureOf(issuer, signed))) return undefined
		const entry = revokedCertificates.find(({ userCertificate }) =>
			userCertificate.isEqual(certificate.serialNumber),
		)
		return { revokedAt: entry?.revocationDate.value ?? null, until: nextUpdate.value }
	} catch {
		return undefined
	}
}

/** Some two hundred thousand revoked certificates. */
const MOST_NODES = 1_000_000

/** The authority itself, or one whom it has certified for just this (RFC 6960, 4.2.2.2). */
async function isAuthorized(response: BasicOCSPResponse, issuer: Certificate, now: Date): Promise<boolean> {
	const signed = {
		bytes: response.tbsResponseData.tbsView,
		signature: response.signature,
		algorithm: response.signatureAlgorithm,
	}
	if (await isSignatureOf(issuer, signed)) return true
	for (const candidate of (response.certs ?? []).slice(0, 3)) {
		const isDelegate =
			extendedUses(candidate)?.includes(OCSP_SIGNING) &&
			isValidAt(candidate, now) &&
			(await isSignedBy(candidate, issuer))
		if (isDelegate && (await isSignatureOf(candidate, signed))) return true
	}
	return false
}

const OCSP_SIGNING = '1.3.6.1.5.5.7.3.9'

async function answerFor(
	{ tbsResponseData }: BasicOCSPResponse,
	certificate: Certificate,
	issuer: Certificate,
): Promise<SingleResponse | undefined> {
	for (const single of tbsResponseData.responses.slice(0, 10)) {
		const hashAlgorithm = HASHES[single.certID.hashAlgorithm.algorithmId]
		if (!hashAlgorithm) continue
		const wanted = new CertID()
		await wanted.createForCertificate(certificate, { hashAlgorithm, issuerCertificate: issuer })
		if (single.certID.isEqual(wanted)) return single
	}
	return undefined
}

/** SHA-1 names the certificate here, it protects nothing. */
const HASHES: Record<string, string> = { '1.3.14.3.2.26': 'SHA-1', '2.16.840.1.101.3.4.2.1': 'SHA-256' }

const A_DAY = 24 * 60 * 60_000
const SKEW = 5 * 60_000
const GOOD = 0
const REVOKED = 1

function stateIn(
	{ certStatus, thisUpdate, nextUpdate }: SingleResponse,
	now: Date,
): RevocationAnswer | undefined {
	const until = nextUpdate ?? new Date(thisUpdate.getTime() + A_DAY)
	if (!isCurrent(thisUpdate, until, now)) return undefined
	const { tagNumber } = (certStatus as BaseBlock).idBlock
	if (tagNumber === GOOD) return { revokedAt: null, until }
	// A responder that does not know the certificate has said nothing.
	if (tagNumber !== REVOKED) return undefined
	const [time] = (certStatus as { valueBlock: { value: GeneralizedTime[] } }).valueBlock.value
	return { revokedAt: time?.toDate() ?? thisUpdate, until }
}

const isCurrent = (from: Date, until: Date, now: Date) =>
	from.getTime() <= now.getTime() + SKEW && now.getTime() <= until.getTime() + SKEW

/** All revoked certificates of this kind, for whatever reason: no part, no change since the last, nobody else's. */
function coversAll({ crlExtensions }: CertificateRevocationList, certificate: Certificate): boolean {
	return (crlExtensions?.extensions ?? []).every(({ extnID, critical, parsedValue }) => {
		if (extnID !== '2.5.29.28') return !critical
		const point = parsedValue as IssuingDistributionPoint | undefined
		return (
			point !== undefined &&
			!point.indirectCRL &&
			!point.onlyContainsAttributeCerts &&
			!(isAuthority(certificate) ? point.onlyContainsUserCerts : point.onlyContainsCACerts) &&
			!point.onlySomeReasons
		)
	})
}
