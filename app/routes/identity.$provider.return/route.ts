import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { languageFor } from '#app/i18n/languages.ts'
import { accountPagePath, homePath, identityPath, safeReturnPath, signInFactorPath } from '#app/links.ts'
import { notFound } from '#app/not-found.ts'
import { comeBack } from '#app/people/come-back.server.ts'
import { type Errand, endErrand, errandOf } from '#app/people/errand.server.ts'
import { providerById } from '#app/people/oidc.server.ts'

/** Where a provider sends people back to. Nothing is shown here, so that its answer stays in no address. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
	const provider = providerById(params.provider)
	if (!provider) throw notFound()
	const { search, searchParams } = new URL(request.url)
	const errand = errandOf(request, searchParams.get('state'))
	if (errand?.provider !== provider.id)
		return redirect(identityPath(languageFor(request.headers), { problem: 'lost' }))

	const report = (error: unknown) => context.reportFailure?.(error)
	const outcome = await comeBack(request, { provider, errand, search, report })
	const { language, state, form } = errand
	if (!outcome.ok) return redirect(identityPath(language, { errand: state, problem: outcome.refusal }))
	const { headers, half, created } = outcome.value
	if (!form) headers.append('Set-Cookie', endErrand(errand))
	const next = form ? identityPath(language, { errand: state }) : nextPlace(errand, created)
	return redirect(half ? signInFactorPath(language, { next }) : next, { headers })
}

function nextPlace({ language, next, personId }: Errand, created: boolean): string {
	if (next) return safeReturnPath(language, next)
	const account = accountPagePath(language, 'identity')
	if (created) return `${account}?done=created`
	return personId ? `${account}?done=linked` : homePath(language)
}
