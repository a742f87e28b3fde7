import { done, type Outcome, refused } from '#app/outcome.ts'
import type { Reader } from '#db/store.ts'
import { personByEmail } from './find.server.ts'
import { passwordMatches } from './password.server.ts'

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
