import { createHash, randomBytes } from 'node:crypto'
import type { AppLoadContext } from '@remix-run/node'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { configuration } from '#server/configuration.ts'
import { blockOf, householdOf } from './network.ts'

const MINUTE = 60
const HOUR = 60 * MINUTE

/** Whose tries are counted: a signed-in person, an account by its e-mail, a network address. */
export interface LimitKeys {
	person?: string | null
	account?: string | null
	address?: string | null
	/** The browser, where the account has been signed in to with it before: see `knownDevice`. */
	device?: string | null
}

/** `block` is the network that an address belongs to: its 256 neighbours, or the provider's customer. */
type By = keyof LimitKeys | 'block'

interface Limit {
	/** Counted together: an account from one address. */
	by: readonly By[]
	tries: number
	seconds: number
}

/**
 * Many people share the address of a mobile network, so addresses are given more, and blocks of them more still.
 * An account is counted together with the address, and where it is counted alone the wait is short: nobody is to
 * keep its owner out from elsewhere. A browser that the owner has used before has tries of its own, so that not
 * even an attack from everywhere at once keeps them out.
 */
const LIMITS = {
	signIn: [
		{ by: ['device'], tries: 10, seconds: 10 * MINUTE },
		{ by: ['account', 'address'], tries: 10, seconds: 10 * MINUTE },
		{ by: ['account'], tries: 30, seconds: 3 * MINUTE },
		{ by: ['address'], tries: 200, seconds: 10 * MINUTE },
		{ by: ['block'], tries: 1000, seconds: 10 * MINUTE },
	],
	/** A second factor. Six digits are few, so tries are fewer. */
	factor: [
		{ by: ['device'], tries: 10, seconds: 10 * MINUTE },
		{ by: ['account'], tries: 10, seconds: 20 * MINUTE },
		{ by: ['address'], tries: 100, seconds: 10 * MINUTE },
		{ by: ['block'], tries: 500, seconds: 10 * MINUTE },
	],
	challenge: [
		{ by: ['address'], tries: 200, seconds: 10 * MINUTE },
		{ by: ['block'], tries: 1000, seconds: 10 * MINUTE },
	],
	signUp: [
		{ by: ['account'], tries: 5, seconds: HOUR },
		{ by: ['address'], tries: 30, seconds: HOUR },
	],
	sendCode: [
		{ by: ['device'], tries: 5, seconds: HOUR },
		{ by: ['account', 'address'], tries: 5, seconds: HOUR },
		{ by: ['account'], tries: 10, seconds: HOUR },
		{ by: ['address'], tries: 40, seconds: HOUR },
		{ by: ['block'], tries: 200, seconds: HOUR },
	],
	enterCode: [
		{ by: ['device'], tries: 20, seconds: 10 * MINUTE },
		{ by: ['account'], tries: 20, seconds: 10 * MINUTE },
		{ by: ['address'], tries: 100, seconds: 10 * MINUTE },
		{ by: ['block'], tries: 500, seconds: 10 * MINUTE },
	],
	identity: [{ by: ['address'], tries: 60, seconds: 10 * MINUTE }],
	ask: [
		{ by: ['person'], tries: 10, seconds: HOUR },
		{ by: ['address'], tries: 30, seconds: HOUR },
	],
	signature: [
		{ by: ['person'], tries: 30, seconds: 10 * MINUTE },
		{ by: ['address'], tries: 100, seconds: 10 * MINUTE },
	],
	/** Of a hearing: its officers, by the address of an account. */
	appoint: [
		{ by: ['person'], tries: 20, seconds: HOUR },
		{ by: ['address'], tries: 60, seconds: HOUR },
	],
	join: [
		{ by: ['person'], tries: 20, seconds: HOUR },
		{ by: ['address'], tries: 60, seconds: HOUR },
	],
	report: [
		{ by: ['person'], tries: 20, seconds: HOUR },
		{ by: ['address'], tries: 30, seconds: HOUR },
	],
	objection: [
		{ by: ['person'], tries: 10, seconds: HOUR },
		{ by: ['address'], tries: 30, seconds: HOUR },
	],
	/** A signature on a petition, by whoever is known: one human can add one, so only the work is limited. */
	sign: [{ by: ['person'], tries: 60, seconds: HOUR }],
	/** A remark on a project: whoever has much to say may, and a hall at one address too. */
	remark: [
		{ by: ['person'], tries: 30, seconds: HOUR },
		{ by: ['address'], tries: 300, seconds: HOUR },
	],
	signatureLetter: [
		{ by: ['account'], tries: 5, seconds: HOUR },
		{ by: ['address'], tries: 300, seconds: HOUR },
		{ by: ['block'], tries: 3000, seconds: HOUR },
	],
	checkReceipt: [
		{ by: ['address'], tries: 100, seconds: 10 * MINUTE },
		{ by: ['block'], tries: 1000, seconds: 10 * MINUTE },
	],
	/** What somebody does in the room of a hearing: each is one click, and one person votes once. */
	room: [
		{ by: ['person'], tries: 120, seconds: 10 * MINUTE },
		{ by: ['address'], tries: 6000, seconds: 10 * MINUTE },
	],
	roomQuestion: [
		{ by: ['person'], tries: 10, seconds: 10 * MINUTE },
		{ by: ['address'], tries: 300, seconds: 10 * MINUTE },
	],
	/** A whole list as a table. */
	table: [
		{ by: ['address'], tries: 30, seconds: HOUR },
		{ by: ['block'], tries: 150, seconds: HOUR },
	],
	archive: [{ by: ['person'], tries: 3, seconds: 24 * HOUR }],
	upload: [
		{ by: ['person'], tries: 50, seconds: HOUR },
		{ by: ['address'], tries: 150, seconds: HOUR },
	],
	// By the envelope alone: all of it comes from the one mail server before us.
	mail: [{ by: ['account'], tries: 120, seconds: HOUR }],
} as const satisfies Record<string, readonly Limit[]>

export type LimitKind = keyof typeof LIMITS

const counters = new Map<string, RateLimiterMemory>()
for (const [kind, limits] of Object.entries(LIMITS)) {
	for (const { by, tries, seconds } of limits) {
		const name = nameOf(kind, by)
		counters.set(name, new RateLimiterMemory({ keyPrefix: name, points: tries, duration: seconds }))
	}
}

/** Only to measure or to test. */
export const limitsAreOff = () => configuration().RATE_LIMITS === 'off'

/**
 * Counts a try and says whether it may go on, or after how many seconds it may. Waiting is all that is
 * ever asked: a try that was stopped makes the wait no longer, and takes nothing from those who share the address.
 */
export async function limited(
	kind: LimitKind,
	keys: LimitKeys,
): Promise<{ ok: true } | { ok: false; seconds: number }> {
	if (limitsAreOff()) return { ok: true }
	const limits = applying(kind, keys)
	for (const wait of [spent, consumed]) {
		const seconds = Math.max(...(await Promise.all(limits.map((limit) => wait(kind, limit, keys)))))
		if (seconds > 0) return { ok: false, seconds }
	}
	return { ok: true }
}

/** After a success, the failures before it no longer count against the person. */
export async function forgive(kind: LimitKind, keys: LimitKeys): Promise<void> {
	for (const { by } of applying(kind, keys)) {
		const key = keyOf(by, keys)
		const itsOwn = by.includes('account') || by.includes('device')
		if (key && itsOwn) await counters.get(nameOf(kind, by))?.delete(key)
	}
}

/** A browser that is known is counted by itself, where there is a count for it; everybody else by the others. */
function applying(kind: LimitKind, { device }: LimitKeys): readonly Limit[] {
	const limits: readonly Limit[] = LIMITS[kind]
	const ofDevice = limits.filter(({ by }) => by.includes('device'))
	return device && ofDevice.length > 0 ? ofDevice : limits
}

/** Where the request came from; only proxies that are known are believed. */
export const addressOf = (context: AppLoadContext): string | undefined => context.clientAddress

/** The wait in seconds where all tries are spent, without counting one. */
async function spent(kind: LimitKind, { by, tries }: Limit, keys: LimitKeys): Promise<number> {
	const key = keyOf(by, keys)
	const counted = key && (await counters.get(nameOf(kind, by))?.get(key))
	return counted && counted.consumedPoints >= tries ? secondsOf(counted) : 0
}

async function consumed(kind: LimitKind, { by }: Limit, keys: LimitKeys): Promise<number> {
	const key = keyOf(by, keys)
	if (!key) return 0
	try {
		await counters.get(nameOf(kind, by))?.consume(key)
		return 0
	} catch (refused) {
		if (refused instanceof RateLimiterRes) return secondsOf(refused)
		throw refused
	}
}

const secondsOf = ({ msBeforeNext }: RateLimiterRes) => Math.max(1, Math.ceil(msBeforeNext / 1000))

function nameOf(kind: string, by: readonly By[]): string {
	return `${kind}:${by.join('+')}`
}

// Nobody's address is kept in the clear, nor can it be found from what is kept after a restart.
const salt = randomBytes(16)

function keyOf(by: readonly By[], keys: LimitKeys): string | undefined {
	const parts = by.map((one) => {
		if (one === 'block') return keys.address && blockOf(keys.address)
		return one === 'address' ? keys.address && householdOf(keys.address) : keys[one]
	})
	if (parts.some((part) => !part)) return undefined
	return createHash('sha256').update(salt).update(JSON.stringify(parts)).digest('base64url')
}
