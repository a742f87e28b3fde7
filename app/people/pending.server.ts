import { createHash } from 'node:crypto'
import { configuration } from '#server/configuration.ts'
import type { Carried } from './carried.ts'
import { foldEmail } from './email.ts'
import { seal, unseal } from './sealed.server.ts'

const A_DAY = 24 * 60 * 60 * 1000

/**
 * The form as one hidden field. It goes along through signing in, signing up and confirming, so nothing
 * typed is lost and nothing is kept on the server; of files it holds a claim.
 */
export function carry({ to, values }: Carried, now = new Date()): string {
	const { SECRET_KEY } = configuration()
	return seal(
		{ to, values },
		{ purpose: 'carry', secretKey: SECRET_KEY, until: new Date(now.getTime() + A_DAY) },
	)
}

export function uncarry(text: string | null | undefined, now = new Date()): Carried | undefined {
	if (!text) return undefined
	return unseal(text, { purpose: 'carry', secretKey: configuration().SECRET_KEY, now }) as Carried | undefined
}

/** Files sent by somebody not known yet are theirs who brings this. */
export function claimTo(fileIds: readonly string[], now = new Date()): string {
	const { SECRET_KEY } = configuration()
	const until = new Date(now.getTime() + A_DAY)
	return seal(fileIds, { purpose: 'files', secretKey: SECRET_KEY, until })
}

export function claimedBy(claim: string | undefined, now = new Date()): string[] {
	if (!claim) return []
	return (unseal(claim, { purpose: 'files', secretKey: configuration().SECRET_KEY, now }) ?? []) as string[]
}

/**
 * Shows that this browser is the one that signed up, with this password: somebody else may have signed up again
 * with the same address meanwhile, and their password must not become the one of whoever owns the address.
 */
export function proofOf(email: string, passwordHash: string | null, now = new Date()): string {
	const { SECRET_KEY } = configuration()
	return seal(
		{ email: foldEmail(email), mark: markOf(passwordHash) },
		{ purpose: 'proof', secretKey: SECRET_KEY, until: new Date(now.getTime() + A_DAY) },
	)
}

export function isProofOf(
	{ email, passwordHash }: { email: string | null; passwordHash: string | null },
	proof: string | null | undefined,
	now = new Date(),
): boolean {
	if (!proof || !email || !passwordHash) return false
	const opened = unseal(proof, { purpose: 'proof', secretKey: configuration().SECRET_KEY, now })
	const { email: proven, mark } = (opened ?? {}) as { email?: string; mark?: string }
	return proven === foldEmail(email) && mark === markOf(passwordHash)
}

const markOf = (passwordHash: string | null) =>
	createHash('sha256')
		.update(passwordHash ?? '')
		.digest('base64url')
