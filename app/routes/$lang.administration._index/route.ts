import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { pageLanguage } from '#app/i18n/page-language.ts'
import { administrationPath } from '#app/links.ts'

export async function loader({ params }: LoaderFunctionArgs) {
	throw redirect(administrationPath(pageLanguage(params), 'bodies'))
}
