import type { LoaderFunctionArgs } from '@remix-run/node'
import { notFound } from '#app/not-found.ts'
import { requirePerson } from '#app/people/session.server.ts'
import { signatureFor } from '#app/signatures/find.server.ts'
import { store } from '#app/store.server.ts'

/** A signature that was given, the statement and the text under it, for those whose it is. */
export async function loader({ request, params }: LoaderFunctionArgs) {
	const person = await requirePerson(request)
	const { readOwn } = await store()
	const found = await signatureFor(readOwn, String(params.id), person)
	if (!found) throw notFound()
	switch (params.file) {
		case 'signature.cms':
			return file(new Uint8Array(found.cms), 'application/pkcs7-signature', params.file)
		case 'statement.txt':
			return file(found.statement, 'text/plain; charset=utf-8', params.file)
		case 'text.txt':
			return file(found.text, 'text/plain; charset=utf-8', params.file)
		default:
			throw notFound()
	}
}

const file = (body: BodyInit, type: string, name: string) =>
	new Response(body, {
		headers: {
			'Content-Type': type,
			'Content-Disposition': `attachment; filename="${name}"`,
			'X-Content-Type-Options': 'nosniff',
			'Cache-Control': 'private, no-store',
		},
	})
