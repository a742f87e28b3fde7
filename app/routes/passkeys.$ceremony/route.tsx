import type { ActionFunctionArgs } from '@remix-run/node'
import { optionsToCreate, optionsToGet } from '#app/factors/passkey.server.ts'
import { notFound } from '#app/not-found.ts'
import { addressOf, limited } from '#app/people/limits.server.ts'
import { halfSignedIn, personOf } from '#app/people/session.server.ts'

/** What public/passkeys.js asks the browser to sign: for a new passkey, for the second factor, to sign in. */
export async function action({ request, params, context }: ActionFunctionArgs) {
	const allowed = await limited('challenge', { address: addressOf(context) })
	if (!allowed.ok) return new Response(null, { status: 429 })
	const now = new Date()
	switch (params.ceremony) {
		case 'create': {
			const person = await personOf(request)
			if (!person) throw notFound()
			const { personId, email, name } = person
			return Response.json(await optionsToCreate({ personId, label: email ?? name, now }))
		}
		case 'get': {
			const person = (await personOf(request)) ?? (await halfSignedIn(request))
			if (!person) throw notFound()
			return Response.json(await optionsToGet(person.personId, now))
		}
		case 'sign-in':
			return Response.json(await optionsToGet(null, now))
		default:
			throw notFound()
	}
}
