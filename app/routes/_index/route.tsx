import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { languageFor } from '#app/i18n/languages.ts'
import { homePath } from '#app/links.ts'

/** The site has no page without a language. */
export function loader({ request }: LoaderFunctionArgs) {
	return redirect(homePath(languageFor(request.headers)), {
		headers: { 'Cache-Control': 'private, no-store', Vary: 'Cookie, Accept-Language' },
	})
}
