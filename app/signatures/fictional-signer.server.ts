import { eq } from 'drizzle-orm'
import { identifierHash } from '#app/people/identify.server.ts'
import type { SignedIn } from '#app/people/signed-in.ts'
import { people } from '#db/schema/people.ts'
import type { Reader } from '#db/store.ts'
import { configuration } from '#server/configuration.ts'
import { fictionalIdentifier } from './fictional.server.ts'
import { FICTIONAL_PEOPLE } from './fictional-people.ts'

/**
 * Of a demonstration: in whose name a visitor signs, so that it is the human of their account. Undefined on a real
 * installation, and for an account whose human is none of the fictional ones.
 */
export async function fictionalSignerOf(
	read: Reader,
	{ personId, name }: SignedIn,
): Promise<{ fullName: string; identifier: string } | undefined> {
	if (!configuration().DEMO) return undefined
	const [person] = await read
		.select({ hash: people.identifierHash })
		.from(people)
		.where(eq(people.id, personId))
	const own = { fullName: name, identifier: fictionalIdentifier(personId) }
	if (!person?.hash) return own
	const all = [own, ...FICTIONAL_PEOPLE]
	return all.find(({ identifier }) => identifierHash(identifier) === person.hash)
}
