import { configuration } from '#server/configuration.ts'
import type { Carried } from './carried.ts'
import { foldEmail } from './email.ts'
import { seal, unseal } from './sealed.server.ts'

const A_DAY = 24 * 60 * 60 * 1000

/**
 * The form as one hidden field. It goes along through signing in, signing up and confirming, so nothing
 * typed is lost and nothing is kept on the server. Files do not go along.
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

/**
 * Shows that this browser is the one that signed up. With it a confirmed address signs in at once; the
 * link from the letter alone does not, since an account can be begun with somebody else's address.
 */
export function proofOf(email: string, now = new Date()): string {
	const { SECRET_KEY } = configuration()
	return seal(
		{ email: foldEmail(email) },
		{ purpose: 'proof', secretKey: SECRET_KEY, until: new Date(now.getTime() + A_DAY) },
	)
}

export function isProofOf(email: string, proof: string | null | undefined, now = new Date()): boolean {
	if (!proof) return false
	const opened = unseal(proof, { purpose: 'proof', secretKey: configuration().SECRET_KEY, now })
	return (opened as { email: string } | undefined)?.email === foldEmail(email)
}
