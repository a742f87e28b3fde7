import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'
import { isoCBOR } from '@simplewebauthn/server/helpers'

const sha256 = (bytes: string | Buffer) => createHash('sha256').update(bytes).digest()
const base64url = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url')

interface Over {
	origin?: string
	rpID?: string
	/** Whether the owner was asked for a finger, a face or a PIN. */
	verified?: boolean
	counter?: number
}

const PRESENT = 0x01
const VERIFIED = 0x04
const NEW_KEY = 0x40

/** An authenticator as WebAuthn has them, in software: it makes one passkey and shows it. */
export class Authenticator {
	readonly id = randomBytes(32)
	readonly #key: KeyObject
	readonly #publicKey: KeyObject
	#counter = 0

	constructor() {
		const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
		this.#key = privateKey
		this.#publicKey = publicKey
	}

	create(challenge: string, over: Over = {}): string {
		const { x, y } = this.#publicKey.export({ format: 'jwk' })
		const cose = new Map<number, number | Uint8Array>([
			[1, 2],
			[3, -7],
			[-1, 1],
			[-2, Buffer.from(String(x), 'base64url')],
			[-3, Buffer.from(String(y), 'base64url')],
		])
		const length = Buffer.alloc(2)
		length.writeUInt16BE(this.id.length)
		const authData = Buffer.concat([
			this.#about(over, NEW_KEY),
			Buffer.alloc(16),
			length,
			this.id,
			isoCBOR.encode(cose as never),
		])
		const attestation = new Map<string, unknown>([
			['fmt', 'none'],
			['attStmt', new Map()],
			['authData', new Uint8Array(authData)],
		])
		return this.#sent(client('webauthn.create', challenge, over), {
			attestationObject: base64url(isoCBOR.encode(attestation as never)),
			transports: ['internal'],
		})
	}

	get(challenge: string, over: Over = {}): string {
		const clientData = client('webauthn.get', challenge, over)
		const authenticatorData = this.#about(over)
		const signature = sign('sha256', Buffer.concat([authenticatorData, sha256(clientData)]), this.#key)
		return this.#sent(clientData, {
			authenticatorData: base64url(authenticatorData),
			signature: base64url(signature),
		})
	}

	#about({ rpID = 'localhost', verified = true, counter = ++this.#counter }: Over, more = 0): Buffer {
		const count = Buffer.alloc(4)
		count.writeUInt32BE(counter)
		const flags = PRESENT | (verified ? VERIFIED : 0) | more
		return Buffer.concat([sha256(rpID), Buffer.from([flags]), count])
	}

	#sent(clientData: Buffer, more: object): string {
		const id = base64url(this.id)
		return JSON.stringify({
			id,
			rawId: id,
			type: 'public-key',
			response: { clientDataJSON: base64url(clientData), ...more },
		})
	}
}

const client = (type: string, challenge: string, { origin = 'http://localhost:3000' }: Over) =>
	Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }))
