import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { isLanguage, LANGUAGE_COOKIE, languageOfPath } from '#app/i18n/languages.ts'
import { notFound } from '#app/not-found.ts'

const A_YEAR = 365 * 24 * 60 * 60

/** `/language/ru/bodies`: remembers the choice, then shows `/ru/bodies`. */
export function loader({ request }: LoaderFunctionArgs) {
	const { pathname, search } = new URL(request.url)
	const path = pathname.slice('/language'.length)
	const language = languageOfPath(path)
	if (!isLanguage(language)) throw notFound()
	return redirect(`${path}${search}`, {
		headers: {
			'Set-Cookie': `${LANGUAGE_COOKIE}=${language}; Path=/; Max-Age=${A_YEAR}; SameSite=Lax`,
			'Cache-Control': 'private, no-store',
		},
	})
}
