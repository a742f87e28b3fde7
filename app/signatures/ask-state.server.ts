import { LRUCache } from 'lru-cache'
import { inThread } from '#app/threads/pool.server.ts'
import { askOutside } from './ask-outside.server.ts'
import type { PathStep } from './cms.server.ts'
import { fingerprintOf } from './fingerprint.server.ts'
import type { RevocationAnswer } from './revocation.server.ts'

export type RevocationState = 'good' | 'revoked' | 'unchecked'

const MOST_OCSP = 64 << 10
const MOST_CRL = 8 << 20
const TIMEOUT_MS = 3000
/** No answer is held for longer, whatever it says of itself. */
const LONGEST_MS = 60 * 60_000
/** One that is down is not asked again by everybody who signs meanwhile. */
const DOWN_MS = 30_000

const known = new LRUCache<string, RevocationAnswer>({ max: 10_000 })
const lists = new LRUCache<string, Buffer>({
	maxSize: 32 << 20,
	sizeCalculation: (list) => list.byteLength + 1,
})
const down = new LRUCache<string, true>({ max: 1000, ttl: DOWN_MS })
const underway = new Map<string, Promise<Buffer | undefined>>()

/**
 * What the authorities say of all certificates of a path: each by OCSP, and by its list where nobody answers.
 * One that was revoked later than `at` was good then.
 */
export async function stateOfPath(
	path: readonly PathStep[],
	{ at, ...asking }: Asking & { at: Date },
): Promise<RevocationState> {
	const answers = await Promise.all(path.map((step) => answerFor(step, asking)))
	if (answers.some((answer) => answer?.revokedAt && answer.revokedAt <= at)) return 'revoked'
	return answers.every((answer) => answer !== undefined) ? 'good' : 'unchecked'
}

interface Asking {
	now: Date
	/** Hosts inside a private network that may be asked. */
	privateResponders: readonly string[]
}

async function answerFor(step: PathStep, asking: Asking): Promise<RevocationAnswer | undefined> {
	const { now } = asking
	if (step.noRevocation) return { revokedAt: null, until: now }
	const key = fingerprintOf(step.certificate)
	const before = known.get(key)
	if (before && now < before.until) return before
	const answer = (await byOcsp(step, asking)) ?? (await byList(step, asking))
	if (!answer) return undefined
	const until = new Date(Math.min(answer.until.getTime(), now.getTime() + LONGEST_MS))
	known.set(key, { ...answer, until })
	return answer
}

async function byOcsp(
	{ certificate, issuer, ocsp }: PathStep,
	{ now, privateResponders }: Asking,
): Promise<RevocationAnswer | undefined> {
	for (const address of ocsp) {
		const body = await inThread('ocspRequest', { certificate, issuer })
		const answer = await ask(address, {
			body,
			type: 'application/ocsp-request',
			mostBytes: MOST_OCSP,
			allowed: privateResponders,
		})
		const read = answer && (await inThread('readOcsp', { certificate, issuer, answer, now }))
		if (read) return read
	}
	return undefined
}

async function byList(
	{ certificate, issuer, crl }: PathStep,
	{ now, privateResponders }: Asking,
): Promise<RevocationAnswer | undefined> {
	for (const address of crl) {
		const read = (answer: Buffer) => inThread('readCrl', { certificate, issuer, answer, now })
		const held = lists.get(address)
		const heldSays = held && (await read(held))
		if (heldSays) return heldSays
		const answer = await ask(address, { mostBytes: MOST_CRL, allowed: privateResponders })
		const says = answer && (await read(answer))
		if (!says) continue
		lists.set(address, answer)
		return says
	}
	return undefined
}

/** Many who sign at once cause one question for a list. */
async function ask(
	address: string,
	question: { body?: Uint8Array; type?: string; mostBytes: number; allowed: readonly string[] },
): Promise<Buffer | undefined> {
	if (down.has(address)) return undefined
	const key = question.body ? `${address} ${fingerprintOf(question.body)}` : address
	const asked =
		underway.get(key) ??
		askOutside(address, { ...question, timeoutMs: TIMEOUT_MS })
			.catch(() => {
				down.set(address, true)
				return undefined
			})
			.finally(() => underway.delete(key))
	underway.set(key, asked)
	return asked
}

/** For tests, and for an administrator who has changed what is believed. */
export function forgetAnswers(): void {
	known.clear()
	lists.clear()
	down.clear()
}
