import { store } from '#app/store.server.ts'
import { type Person, personById } from './find.server.ts'
import { requirePerson } from './session.server.ts'

/** The account of whoever is signed in, as it stands at this moment. */
export async function ownAccount(request: Request): Promise<Person> {
	const { personId } = await requirePerson(request)
	const { readOwn } = await store()
	const person = await personById(readOwn, personId)
	if (!person) throw new Error(`no person ${personId}`)
	return person
}
