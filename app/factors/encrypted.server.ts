import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

const NONCE = 12
const TAG = 16

interface Lock {
	secretKey: string
	/** Whose it is: what was encrypted for one opens for no other. */
	owner: string
}

/** A secret as it is kept in the table: without the key of the installation a copy of the table opens nothing. */
export function encrypt(text: string, { secretKey, owner }: Lock): string {
	const nonce = randomBytes(NONCE)
	const cipher = createCipheriv('aes-256-gcm', keyFrom(secretKey), nonce).setAAD(Buffer.from(owner))
	return Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]).toString(
		'base64url',
	)
}

export function decrypt(kept: string, { secretKey, owner }: Lock): string {
	const bytes = Buffer.from(kept, 'base64url')
	const decipher = createDecipheriv('aes-256-gcm', keyFrom(secretKey), bytes.subarray(0, NONCE))
		.setAAD(Buffer.from(owner))
		.setAuthTag(bytes.subarray(-TAG))
	return decipher.update(bytes.subarray(NONCE, -TAG), undefined, 'utf8') + decipher.final('utf8')
}

const keyFrom = (secretKey: string) => Buffer.from(hkdfSync('sha256', secretKey, '', 'factors', 32))
