import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { pageLanguage } from '#app/i18n/page-language.ts'
import { homePath } from '#app/links.ts'
import { endSession } from '#app/people/session.server.ts'

/** Going to the address signs nobody out; the button does. */
export function loader({ params }: LoaderFunctionArgs) {
	throw redirect(homePath(pageLanguage(params)))
}

export async function action({ request, params }: ActionFunctionArgs) {
	return redirect(homePath(pageLanguage(params)), { headers: { 'Set-Cookie': await endSession(request) } })
}
