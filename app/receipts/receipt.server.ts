import {
	createHmac,
	createPrivateKey,
	createPublicKey,
	hash,
	type KeyObject,
	sign,
	verify,
} from 'node:crypto'
import type { SignatureMethod } from '#db/schema/petitions.ts'
import { configuration } from '#server/configuration.ts'

/** What a signature says, and what its commitment is made of. */
export interface Committed {
	/** The number of the petition, with the site it stands on: two sites may give the same number. */
	petition: string
	ordinal: number
	at: Date
	level: number
	method: SignatureMethod
	region: string
	name: string
	salt: string
}

/** What a signer holds. Whoever has it can prove that they signed, and nobody can without it. */
export interface Receipt extends Committed {
	site: string
	commitment: string
	/** The chain after this signature: it stands for every commitment before it as well. */
	head: string
}

/** The chain before its first commitment. */
export const CHAIN_START = '0'.repeat(64)

const sha256 = (text: string) => hash('sha256', text)

/** SHA-256, in hex, over what was signed; the salt keeps a name from being guessed from it. */
export const commitmentOf = (signed: Committed): string =>
	sha256(`JAUAP COMMITMENT 1\n${linesOf(signed).join('\n')}\n`)

/** The head of the chain after one more commitment: SHA-256, in hex, of both as they are written. */
export const headAfter = (head: string, commitment: string): string => sha256(head + commitment)

const linesOf = ({ petition, ordinal, at, level, method, region, name, salt }: Committed): string[] => [
	`petition: ${petition}`,
	`ordinal: ${ordinal}`,
	`time: ${at.toISOString()}`,
	`level: ${level}`,
	`method: ${method}`,
	`region: ${region}`,
	`name: ${name}`,
	`salt: ${salt}`,
]

/** The salt of one signature. It is kept nowhere: the receipt holds it, and the installation can make it again. */
export const saltOf = (petitionId: number, ordinal: number): string =>
	createHmac('sha256', configuration().IDENTITY_KEY)
		.update(`receipt-salt:${petitionId}:${ordinal}`)
		.digest('base64url')
		.slice(0, 22)

const FIRST_LINE = 'JAUAP SIGNATURE RECEIPT 1'

/** The receipt as it is given, signed by the installation in its last line. */
export function receiptText(receipt: Receipt): string {
	const body = bodyOf(receipt)
	return `${body}signature: ${signed(body)}\n`
}

const bodyOf = ({ site, commitment, head, ...committed }: Receipt): string =>
	`${[FIRST_LINE, `site: ${site}`, ...linesOf(committed), `commitment: ${commitment}`, `head: ${head}`].join('\n')}\n`

const FORM = new RegExp(
	`^${FIRST_LINE}\\nsite: (\\S{1,200})\\npetition: (\\S{1,40})\\nordinal: (\\d{1,12})\\ntime: (\\S{24})\\n` +
		'level: ([123])\\nmethod: (email|oidc|eds|paper)\\nregion: (\\S{1,20})\\nname: (.{0,300})\\nsalt: ([\\w-]{22})\\n' +
		'commitment: ([0-9a-f]{64})\\nhead: ([0-9a-f]{64})\\nsignature: ([\\w-]{86})\\n?$',
)

/** Reads a receipt; undefined for anything that is not one. Whether it is true is for `isSigned` and the list. */
export function readReceipt(text: string): { receipt: Receipt; body: string; signature: string } | undefined {
	const found = FORM.exec(text.replace(/\r\n?/g, '\n').trim())
	if (!found) return undefined
	const [, site = '', petition = '', ordinal, time = '', level, method, region = '', name = '', ...rest] =
		found
	const [salt = '', commitment = '', head = '', signature = ''] = rest
	const at = new Date(time)
	if (Number.isNaN(at.getTime())) return undefined
	const receipt: Receipt = {
		site,
		petition,
		ordinal: Number(ordinal),
		at,
		level: Number(level),
		method: method as SignatureMethod,
		region,
		name,
		salt,
		commitment,
		head,
	}
	return { receipt, body: bodyOf(receipt), signature }
}

export interface Checkpoint {
	petition: string
	/** After so many signatures. */
	ordinal: number
	head: string
	at: Date
}

/** A checkpoint as it is signed: how the chain stood after so many signatures. */
export const checkpointText = ({ petition, ordinal, head, at }: Checkpoint): string =>
	`JAUAP CHECKPOINT 1\npetition: ${petition}\nordinal: ${ordinal}\nhead: ${head}\ntime: ${at.toISOString()}\n`

export const signCheckpoint = (checkpoint: Checkpoint): string => signed(checkpointText(checkpoint))

/** Ed25519 by the installation, base64url. */
export const signed = (text: string): string =>
	sign(null, Buffer.from(text), keys().privateKey).toString('base64url')

export function isSigned(text: string, signature: string, publicKey: KeyObject = keys().publicKey): boolean {
	return verify(null, Buffer.from(text), publicKey, Buffer.from(signature, 'base64url'))
}

/** The key that receipts are checked with, for everybody. */
export const receiptKeyPem = (): string => keys().publicKey.export({ type: 'spki', format: 'pem' }).toString()

let made: { privateKey: KeyObject; publicKey: KeyObject; of: string } | undefined

/** RFC 8410: an Ed25519 private key is 32 bytes behind this head. */
const PKCS8_HEAD = Buffer.from('302e020100300506032b657004220420', 'hex')

/** Made from IDENTITY_KEY, which an installation keeps for as long as its records. */
function keys() {
	const { IDENTITY_KEY } = configuration()
	if (made?.of === IDENTITY_KEY) return made
	const seed = createHmac('sha256', IDENTITY_KEY).update('receipt-key').digest()
	const privateKey = createPrivateKey({
		key: Buffer.concat([PKCS8_HEAD, seed]),
		format: 'der',
		type: 'pkcs8',
	})
	made = { privateKey, publicKey: createPublicKey(privateKey), of: IDENTITY_KEY }
	return made
}

/** Opens one signature's receipt page: only who has it, or the key, can make it. */
export const receiptSecret = (petitionId: number, ordinal: number): string => {
	const mac = createHmac('sha256', configuration().SECRET_KEY)
		.update(`signature-receipt:${petitionId}:${ordinal}`)
		.digest('base64url')
		.slice(0, 26)
	return `${petitionId}.${ordinal}.${mac}`
}

/** Which signature a secret belongs to; undefined for one that nobody was given. */
export function signatureOfSecret(secret: string): { petitionId: number; ordinal: number } | undefined {
	const [, petitionId, ordinal] = /^(\d{1,12})\.(\d{1,12})\.[\w-]{26}$/.exec(secret) ?? []
	if (!petitionId || !ordinal) return undefined
	const place = { petitionId: Number(petitionId), ordinal: Number(ordinal) }
	return receiptSecret(place.petitionId, place.ordinal) === secret ? place : undefined
}
