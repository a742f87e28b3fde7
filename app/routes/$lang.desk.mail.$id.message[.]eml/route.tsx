import type { LoaderFunctionArgs } from '@remix-run/node'
import { mailFor, rawOf } from '#app/mail/find.server.ts'
import { notFound } from '#app/not-found.ts'
import { requirePerson } from '#app/people/session.server.ts'
import { store } from '#app/store.server.ts'

/** The message as it came. It is never shown as a page: nobody has looked at what is in it. */
export async function loader({ request, params }: LoaderFunctionArgs) {
	const person = await requirePerson(request)
	const { readOwn } = await store()
	const found = await mailFor(readOwn, String(params.id), person)
	const raw = found && (await rawOf(readOwn, found.mail.rawId))
	if (!raw) throw notFound()
	return new Response(new Uint8Array(raw), {
		headers: {
			'Content-Type': 'message/rfc822',
			'Content-Disposition': 'attachment; filename="message.eml"',
			'Cache-Control': 'private, no-store',
			'X-Content-Type-Options': 'nosniff',
			'Content-Security-Policy': 'sandbox',
		},
	})
}
