import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { limitsAreOff } from '#app/people/limits.server.ts'
import { addressHash, networkHash } from '#app/people/source.server.ts'

/** Where a signature came from: the address and its network as keyed hashes, the domain of an e-mail as it is. */
export interface Source {
	address: string | null
	network: string | null
	domain: string | null
}

/** Signatures of one source can be told to be of one source; from where they came nobody can read in them. */
export function sourceOf(clientAddress: string | undefined, email?: string | null): Source {
	return {
		address: clientAddress ? addressHash(clientAddress) : null,
		network: clientAddress ? networkHash(clientAddress) : null,
		domain: email ? domainOf(email) : null,
	}
}

const domainOf = (email: string) => email.slice(email.lastIndexOf('@') + 1).toLowerCase()

const MINUTE = 60
const HOUR = 60 * MINUTE

/** At once, and over a time: a family signs at one table, a village behind one address all evening. */
const LIMITS = [
	{ by: 'address', signatures: 8, seconds: MINUTE },
	{ by: 'address', signatures: 40, seconds: HOUR },
	{ by: 'network', signatures: 60, seconds: MINUTE },
	{ by: 'network', signatures: 600, seconds: HOUR },
] as const

const counters = LIMITS.map(({ by, signatures, seconds }) => ({
	by,
	counter: new RateLimiterMemory({
		keyPrefix: `signed:${by}:${seconds}`,
		points: signatures,
		duration: seconds,
	}),
}))

/**
 * Counts a signature of somebody who is known by an e-mail alone, and says whether too many came from the same
 * place. Such a signature is taken all the same, in the state `review`, and its signer is answered as ever:
 * whoever sends them by script learns nothing of where the limit is.
 */
export async function tooMany(petitionId: number, source: Source): Promise<boolean> {
	if (limitsAreOff()) return false
	const spent = await Promise.all(
		counters.map(async ({ by, counter }) => {
			const from = source[by]
			return from !== null && isSpent(counter, `${petitionId}:${from}`)
		}),
	)
	return spent.includes(true)
}

async function isSpent(counter: RateLimiterMemory, key: string): Promise<boolean> {
	try {
		await counter.consume(key)
		return false
	} catch (spent) {
		if (spent instanceof RateLimiterRes) return true
		throw spent
	}
}
