import { createHash, randomBytes } from 'node:crypto'
import { seal, unseal } from '#app/people/sealed.server.ts'
import { configuration } from '#server/configuration.ts'
import { endOf, type Purpose, readStatement, type Statement, statementText } from './statement.ts'

/** What somebody is asked to sign, as the page shows it and as the form brings it back. */
export interface AskedToSign {
	statement: string
	/** The statement in a hidden field: whoever carries it cannot change it. */
	sealed: string
}

interface Asking {
	purpose: Purpose
	subject?: string | null
	/** The text that is signed, to the byte. */
	text?: string
	now: Date
}

/** Asks for a signature. Nothing is kept here until it comes. */
export function askToSign({ purpose, subject = null, text, now }: Asking): AskedToSign {
	const { PUBLIC_URL, SECRET_KEY } = configuration()
	const asked: Statement = {
		site: PUBLIC_URL,
		purpose,
		subject,
		textHash: text === undefined ? null : textHash(text),
		at: now,
		nonce: randomBytes(24).toString('base64url'),
	}
	const statement = statementText(asked)
	return {
		statement,
		sealed: seal(statement, { purpose: 'statement', secretKey: SECRET_KEY, until: endOf(asked) }),
	}
}

/** The statement that was asked for here, while it may still be signed. */
export function askedIn(sealed: string, now: Date): Statement | undefined {
	const { SECRET_KEY } = configuration()
	const text = unseal(sealed, { purpose: 'statement', secretKey: SECRET_KEY, now })
	return typeof text === 'string' ? readStatement(text) : undefined
}

export const textHash = (text: string) => createHash('sha256').update(text).digest('hex')

export const nonceHash = (nonce: string) => createHash('sha256').update(`nonce:${nonce}`).digest('base64url')
