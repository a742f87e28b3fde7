import type { ActionFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { readForm } from '#app/forms/read-form.server.ts'
import { notFound } from '#app/not-found.ts'
import { askedIn } from '#app/signatures/ask.server.ts'
import { signedFields } from '#app/signatures/signed-form.server.ts'
import { statementText } from '#app/signatures/statement.ts'

const SENT = z.object({ sealed: signedFields.sealed })

export async function loader() {
	throw notFound()
}

/** The statement of a page as a file, to the byte. */
export async function action({ request }: ActionFunctionArgs) {
	const form = await readForm(request, SENT)
	const asked = form.ok ? askedIn(form.value.sealed, new Date()) : undefined
	if (!asked) throw notFound()
	return new Response(statementText(asked), {
		headers: {
			'Content-Type': 'text/plain; charset=utf-8',
			'Content-Disposition': 'attachment; filename="statement.txt"',
			'Cache-Control': 'private, no-store',
		},
	})
}
