import { createHash, randomBytes } from 'node:crypto'
import type { AppLoadContext } from '@remix-run/node'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { configuration } from '#server/configuration.ts'

const MINUTE = 60
const HOUR = 60 * MINUTE

/** Whose tries are counted: a signed-in person, an account by its e-mail, a network address. */
export interface LimitKeys {
	person?: string | null
	account?: string | null
	address?: string | null
}

type By = keyof LimitKeys

interface Limit {
	/** Counted together: an account from one address. */
	by: readonly By[]
	tries: number
	seconds: number
}

/**
 * Many people share the address of a mobile network, so addresses are given more. An account is
 * counted together with the address, so that nobody can keep its owner out from elsewhere.
 */
const LIMITS = {
	signIn: [
		{ by: ['account', 'address'], tries: 10, seconds: 10 * MINUTE },
		{ by: ['account'], tries: 100, seconds: 10 * MINUTE },
		{ by: ['address'], tries: 200, seconds: 10 * MINUTE },
	],
	signUp: [
		{ by: ['account'], tries: 5, seconds: HOUR },
		{ by: ['address'], tries: 30, seconds: HOUR },
	],
	sendCode: [
		{ by: ['account'], tries: 5, seconds: HOUR },
		{ by: ['address'], tries: 40, seconds: HOUR },
	],
	enterCode: [
		{ by: ['account'], tries: 20, seconds: 10 * MINUTE },
		{ by: ['address'], tries: 100, seconds: 10 * MINUTE },
	],
	ask: [
		{ by: ['person'], tries: 10, seconds: HOUR },
		{ by: ['address'], tries: 30, seconds: HOUR },
	],
	join: [
		{ by: ['person'], tries: 20, seconds: HOUR },
		{ by: ['address'], tries: 60, seconds: HOUR },
	],
	report: [
		{ by: ['person'], tries: 20, seconds: HOUR },
		{ by: ['address'], tries: 30, seconds: HOUR },
	],
	upload: [
		{ by: ['person'], tries: 50, seconds: HOUR },
		{ by: ['address'], tries: 150, seconds: HOUR },
	],
} as const satisfies Record<string, readonly Limit[]>

export type LimitKind = keyof typeof LIMITS

const counters = new Map<string, RateLimiterMemory>()
for (const [kind, limits] of Object.entries(LIMITS)) {
	for (const { by, tries, seconds } of limits) {
		const name = nameOf(kind, by)
		counters.set(name, new RateLimiterMemory({ keyPrefix: name, points: tries, duration: seconds }))
	}
}

/**
 * Counts a try and says whether it may go on, or after how many seconds it may. Waiting is all that is
 * ever asked: a try that was stopped makes the wait no longer.
 */
export async function limited(
	kind: LimitKind,
	keys: LimitKeys,
): Promise<{ ok: true } | { ok: false; seconds: number }> {
	if (configuration().RATE_LIMITS === 'off') return { ok: true }
	const waits = await Promise.all(LIMITS[kind].map(({ by }) => waitFor(kind, by, keys)))
	const seconds = Math.max(...waits)
	return seconds > 0 ? { ok: false, seconds } : { ok: true }
}

/** After a success, the failures before it no longer count against the person. */
export async function forgive(kind: LimitKind, keys: LimitKeys): Promise<void> {
	for (const { by } of LIMITS[kind]) {
		const key = keyOf(by, keys)
		if (key && (by as readonly By[]).includes('account')) await counters.get(nameOf(kind, by))?.delete(key)
	}
}

/** Where the request came from; only proxies that are known are believed. */
export const addressOf = (context: AppLoadContext): string | undefined => context.clientAddress

async function waitFor(kind: LimitKind, by: readonly By[], keys: LimitKeys): Promise<number> {
	const key = keyOf(by, keys)
	if (!key) return 0
	try {
		await counters.get(nameOf(kind, by))?.consume(key)
		return 0
	} catch (spent) {
		if (spent instanceof RateLimiterRes) return Math.max(1, Math.ceil(spent.msBeforeNext / 1000))
		throw spent
	}
}

function nameOf(kind: string, by: readonly By[]): string {
	return `${kind}:${by.join('+')}`
}

// Nobody's address is kept in the clear, nor can it be found from what is kept after a restart.
const salt = randomBytes(16)

function keyOf(by: readonly By[], keys: LimitKeys): string | undefined {
	const parts = by.map((one) => (one === 'address' ? networkOf(keys.address) : keys[one]))
	if (parts.some((part) => !part)) return undefined
	return createHash('sha256').update(salt).update(JSON.stringify(parts)).digest('base64url')
}

/** One household has as many IPv6 addresses as it likes, in one network of 64 bits. */
function networkOf(address: string | null | undefined): string | undefined {
	if (!address?.includes(':')) return address ?? undefined
	const mapped = address.match(/^::ffff:(\d+\.\d+\.\d+\.\d+)$/i)?.[1]
	if (mapped) return mapped
	const [head = '', tail = ''] = address.split('::', 2)
	const before = head.split(':').filter(Boolean)
	const after = tail.split(':').filter(Boolean)
	const zeros = address.includes('::') ? Array(Math.max(0, 8 - before.length - after.length)).fill('0') : []
	return [...before, ...zeros, ...after].slice(0, 4).join(':').toLowerCase()
}
