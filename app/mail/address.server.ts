import { createHmac, timingSafeEqual } from 'node:crypto'
import { parseRegisterNumber } from '#app/register/number.ts'
import { configuration } from '#server/configuration.ts'

/** Where letters to us arrive, and the key that makes the addresses which nobody can guess. */
export interface MailHome {
	domain: string
	secretKey: string
}

/** Whose replies an address takes: the author's, or the desk's. */
export type Side = 'author' | 'desk'

export type Addressed =
	| { to: 'body'; code: string }
	| { to: 'office'; code: string; slugs: readonly string[] }
	| { to: 'thread'; number: string; side: Side }
	/** A failure of delivery, of the letter with this number in the outbox. */
	| { to: 'letter'; letter: number }
	| { to: 'postmaster' }

/** Of this installation; undefined where it takes no mail, and then no page or letter names an address. */
export function mailHome(): MailHome | undefined {
	const { MAIL_IN_DOMAIN, SECRET_KEY } = configuration()
	return MAIL_IN_DOMAIN ? { domain: MAIL_IN_DOMAIN, secretKey: SECRET_KEY } : undefined
}

/** `env@`: a new question to a body. */
export const bodyMailAddress = (code: string, { domain }: Pick<MailHome, 'domain'>) =>
	`${code.toLowerCase()}@${domain}`

/** `env.minister@`: a new question to an office. The body opens the name of the office only once. */
export function officeMailAddress(code: string, slug: string, { domain }: Pick<MailHome, 'domain'>) {
	const body = code.toLowerCase()
	return `${body}.${slug.startsWith(`${body}-`) ? slug.slice(body.length + 1) : slug}@${domain}`
}

/** `q-ENV-2026-000123-7.4f9a...@`: a reply to one question. Whoever was not written to cannot make it. */
export const threadMailAddress = (number: string, side: Side, home: MailHome) =>
	keyed(PREFIXES[side], number, home)

/** Where a failure to deliver this letter is told: the return path of its envelope. */
export const letterReturnPath = (letter: number, home: MailHome) => keyed('b', String(letter), home)

const PREFIXES = { author: 'q', desk: 'd' } as const satisfies Record<Side, string>

/** What an address of ours stands for; undefined when it is none, or when its key is wrong. */
export function readMailAddress(address: string, home: MailHome): Addressed | undefined {
	const at = address.lastIndexOf('@')
	const local = address.slice(0, at).toLowerCase()
	if (at < 1 || address.slice(at + 1).toLowerCase() !== home.domain.toLowerCase()) return undefined
	if (local === 'postmaster' || local === 'abuse') return { to: 'postmaster' }
	const secret = /^([qdb])-([a-z0-9-]+)\.([0-9a-f]{20})$/.exec(local)
	if (secret)
		return readKeyed(secret[1] as string, (secret[2] as string).toUpperCase(), secret[3] as string, home)
	const open = /^([a-z]{2,5})(?:\.([a-z0-9-]{1,100}))?$/.exec(local)
	if (!open) return undefined
	const [, code = '', slug] = open
	if (!slug) return { to: 'body', code: code.toUpperCase() }
	return { to: 'office', code: code.toUpperCase(), slugs: [`${code}-${slug}`, slug] }
}

function readKeyed(
	prefix: string,
	name: string,
	key: string,
	{ secretKey }: MailHome,
): Addressed | undefined {
	const expected = Buffer.from(keyOf(prefix, name, secretKey))
	if (!timingSafeEqual(Buffer.from(key), expected)) return undefined
	if (prefix === 'b') return { to: 'letter', letter: Number(name) }
	const number = parseRegisterNumber(name)
	return number ? { to: 'thread', number, side: prefix === 'd' ? 'desk' : 'author' } : undefined
}

const keyed = (prefix: string, name: string, { domain, secretKey }: MailHome) =>
	`${prefix}-${name}.${keyOf(prefix, name, secretKey)}@${domain}`

// Eighty bits: nobody tries so many addresses on a server that counts, and the name stays short of 64 signs.
const keyOf = (prefix: string, name: string, secretKey: string) =>
	createHmac('sha256', secretKey).update(`mail:${prefix}:${name}`).digest('hex').slice(0, 20)
