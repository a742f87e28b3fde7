import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { pageLanguage } from '#app/i18n/page-language.ts'
import { accountPagePath } from '#app/links.ts'
import { archiveOf } from '#app/own-data/archive.server.ts'
import { isTicketOf } from '#app/own-data/ticket.server.ts'
import { limited } from '#app/people/limits.server.ts'
import { requirePerson } from '#app/people/session.server.ts'
import { store } from '#app/store.server.ts'

/** Nothing is here to look at: the archive is only ever fetched by the form of the page. */
export function loader({ params }: ActionFunctionArgs) {
	return redirect(accountPagePath(pageLanguage(params), 'data'))
}

export async function action({ request, params }: ActionFunctionArgs) {
	const { personId } = await requirePerson(request)
	const language = pageLanguage(params)
	const page = accountPagePath(language, 'data')
	const ticket = String((await request.formData()).get('ticket') ?? '')
	const now = new Date()
	if (!isTicketOf(personId, ticket, now)) return redirect(`${page}?again=ticket`)
	const allowed = await limited('archive', { person: personId })
	if (!allowed.ok) return redirect(`${page}?again=archive:${allowed.seconds}`)
	const { readOwn } = await store()
	return new Response(archiveOf(readOwn, { personId, language, now }), {
		headers: {
			'Content-Type': 'application/zip',
			'Content-Disposition': `attachment; filename="jauap-${now.toISOString().slice(0, 10)}.zip"`,
			'Cache-Control': 'private, no-store',
		},
	})
}
