import { newChallenge } from '#app/factors/challenge.server.ts'
import { write as writeNotice } from '#app/notices/notice.server.ts'
import { done, type Outcome, refused } from '#app/outcome.ts'
import type { Reader, Writer } from '#db/store.ts'
import { CODE_MINUTES, newCode } from './code.server.ts'
import { personByEmail } from './find.server.ts'
import { passwordMatches } from './password.server.ts'
import { resendConfirmation } from './sign-up.server.ts'

export type SignInRefusal = 'credentials' | 'unconfirmed'

/** Whose address and password these are. Whether the address is known is not to be seen, nor to be timed. */
export async function personWith(
	read: Reader,
	{ email, password }: { email: string; password: string },
): Promise<Outcome<{ personId: string }, SignInRefusal>> {
	const person = await personByEmail(read, email)
	if (!(await passwordMatches(person?.passwordHash, password)) || !person) return refused('credentials')
	if (!person.emailConfirmedAt) return refused('unconfirmed')
	return done({ personId: person.id })
}

/**
 * A letter with a code to sign in, and the id of the letter, which only the browser that asked is told: the code
 * is worth nothing without it. Who has no account is answered the same, and something is written for them too.
 */
export async function sendSignInCode(
	tx: Writer,
	{ email, secretKey, now }: { email: string; secretKey: string; now: Date },
): Promise<string> {
	const person = await personByEmail(tx, email)
	if (!person?.emailConfirmedAt) {
		if (person) await resendConfirmation(tx, { email, secretKey, now })
		else await newChallenge(tx, { ceremony: 'sign-in', personId: null, now })
		return crypto.randomUUID()
	}
	const { id, code } = await newCode(tx, { personId: person.id, purpose: 'sign-in', secretKey, now })
	await writeNotice(tx, {
		notice: 'sign-in-code',
		recipient: person.email,
		language: person.language,
		values: { code, minutes: CODE_MINUTES, path: '/sign-in/code' },
		now,
	})
	return id
}
