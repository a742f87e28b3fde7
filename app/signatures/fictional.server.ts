import { createHash, randomBytes, webcrypto } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { configuration } from '#server/configuration.ts'
import type { Holder } from './make-certificate.server.ts'

// A certification authority of the demonstration alone: with it a visitor signs within a minute, without a key of
// their own. Its certificate is believed only while DEMO is on, and is written into no database.

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256' } as const
const A_DAY = 24 * 60 * 60_000

const CN = '2.5.4.3'
const SURNAME = '2.5.4.4'
const SERIAL = '2.5.4.5'
const COUNTRY = '2.5.4.6'
const ORGANISATION = '2.5.4.10'

let made: Promise<Holder> | undefined

/** The fictional authority of this installation, made at first use and kept beside its other keys. */
export function fictionalAuthority(): Promise<Holder> {
	made ??= load()
	return made
}

/** A statement signed by a key that is thrown away, with the certificate of a fictional person. */
export async function signFictionally(
	statement: string,
	{ fullName, identifier, now }: { fullName: string; identifier: string; now: Date },
): Promise<Buffer> {
	// Only a demonstration pays for them.
	const { makeCertificate, noRevocationExtension, usageExtension, usesExtension } = await import(
		'./make-certificate.server.ts'
	)
	const { makeCms } = await import('./make-cms.server.ts')
	const keys = await newKeys()
	const { der } = await makeCertificate({
		subject: [
			[CN, fullName],
			[SURNAME, fullName.split(' ')[0] ?? fullName],
			[SERIAL, identifier],
			[COUNTRY, 'KZ'],
			[ORGANISATION, 'Fictional: a demonstration'],
		],
		keys,
		issuer: await fictionalAuthority(),
		serial: serial(),
		from: new Date(now.getTime() - 60_000),
		until: new Date(now.getTime() + A_DAY),
		extensions: [usageExtension(0xc0), usesExtension(['1.3.6.1.5.5.7.3.4']), noRevocationExtension()],
	})
	return makeCms({ content: Buffer.from(statement), certificates: [der], key: keys.privateKey })
}

/** The same made-up number for the same person, always; twelve digits that begin like no date of birth. */
export const fictionalIdentifier = (of: string) =>
	`PNOKZ-00${(BigInt(`0x${createHash('sha256').update(of).digest('hex')}`) % 10_000_000_000n).toString().padStart(10, '0')}`

const newKeys = () =>
	webcrypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify']) as Promise<CryptoKeyPair>

/** Positive, as a serial number must be. */
const serial = () => new Uint8Array([0x40, ...randomBytes(15)])

interface Kept {
	certificate: string
	privateKey: string
	publicKey: string
}

async function load(): Promise<Holder> {
	const { DATA_DIR } = configuration()
	const file = join(DATA_DIR, 'fictional-authority.json')
	if (!existsSync(file)) {
		mkdirSync(DATA_DIR, { recursive: true })
		try {
			writeFileSync(file, JSON.stringify(await make()), { mode: 0o600, flag: 'wx' })
		} catch (error) {
			// Another process of this installation was quicker: its authority is the authority.
			if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
		}
	}
	const kept = JSON.parse(readFileSync(file, 'utf8')) as Kept
	const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'base64'))
	return {
		der: bytes(kept.certificate),
		keys: {
			privateKey: await webcrypto.subtle.importKey('pkcs8', bytes(kept.privateKey), ALGORITHM, false, [
				'sign',
			]),
			publicKey: await webcrypto.subtle.importKey('spki', bytes(kept.publicKey), ALGORITHM, true, ['verify']),
		},
	}
}

async function make(): Promise<Kept> {
	const { authorityExtension, makeCertificate, usageExtension } = await import('./make-certificate.server.ts')
	const keys = await newKeys()
	const now = Date.now()
	const { der } = await makeCertificate({
		subject: [
			[CN, 'Fictional certification authority of a demonstration'],
			[COUNTRY, 'KZ'],
		],
		keys,
		serial: serial(),
		from: new Date(now - A_DAY),
		until: new Date(now + 3650 * A_DAY),
		extensions: [authorityExtension(0), usageExtension(0x06)],
	})
	const base64 = (bytes: ArrayBuffer | Uint8Array) => Buffer.from(bytes as Uint8Array).toString('base64')
	return {
		certificate: base64(der),
		privateKey: base64(await webcrypto.subtle.exportKey('pkcs8', keys.privateKey)),
		publicKey: base64(await webcrypto.subtle.exportKey('spki', keys.publicKey)),
	}
}
