import { generateKeyPairSync, randomBytes } from 'node:crypto'
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import Provider, { type Configuration, interactionPolicy } from 'oidc-provider'
import { type Language, languageFor } from '#app/i18n/languages.ts'
import { translator } from '#app/i18n/translator.ts'
import { FICTIONAL_PEOPLE, type FictionalPerson } from './fictional-people.ts'
import { fictionalProvider } from './identity-providers.ts'

interface Options {
	issuer: string
	/** Where people are sent back to. */
	returnUrl: string
}

/**
 * A state identity of people who do not exist: OpenID Connect as a real one speaks it, and a page on which one
 * press is enough. What it remembers is bounded, and lost with the process.
 */
export function fictionalIdentity({ issuer, returnUrl }: Options): RequestListener {
	const { host, protocol, pathname } = new URL(issuer)
	const root = pathname.replace(/\/$/, '')
	const provider = new Provider(issuer, settings(root, returnUrl))
	// Its addresses are made from the request, which a proxy may have changed.
	provider.proxy = true
	const answer = provider.callback()
	return async (request, response) => {
		request.headers.host = host
		request.headers['x-forwarded-proto'] = protocol.slice(0, -1)
		const { pathname: path, searchParams } = new URL(request.url ?? '/', issuer)
		const within = root && path.startsWith(root) ? path.slice(root.length) : path
		if (within === '/style.css') return void response.setHeader('Content-Type', 'text/css').end(STYLE)
		if (!within.startsWith('/people/')) return void answer(request, response)
		try {
			await choose(provider, request, response, searchParams.get('person'), root)
		} catch {
			// The page was open for longer than it holds, or was opened by itself.
			response.writeHead(302, { Location: new URL('/', returnUrl).href }).end()
		}
	}
}

async function choose(
	provider: Provider,
	request: IncomingMessage,
	response: ServerResponse,
	chosen: string | null,
	root: string,
) {
	const { params } = await provider.interactionDetails(request, response)
	const person = FICTIONAL_PEOPLE.find(({ identifier }) => identifier === chosen)
	if (request.method === 'POST') {
		const login = person ? { login: { accountId: person.identifier } } : REFUSED
		return provider.interactionFinished(request, response, login)
	}
	const asked = String(params.ui_locales ?? request.headers['accept-language'] ?? '')
	const language = languageFor(new Headers({ 'Accept-Language': asked }))
	response.setHeader('Content-Type', 'text/html; charset=utf-8')
	response.setHeader('Cache-Control', 'no-store')
	response.end(page(language, root))
}

const REFUSED = { error: 'access_denied', error_description: 'the person went back' }

/** Every time the person is chosen anew; what one was chosen for before needs no second consent. */
function settings(root: string, returnUrl: string): Configuration {
	const policy = interactionPolicy.base()
	const { Check } = interactionPolicy
	policy
		.get('login')
		?.checks.add(
			new Check('anew', 'somebody is chosen each time', ({ oidc }) =>
				oidc.result?.login ? Check.NO_NEED_TO_PROMPT : Check.REQUEST_PROMPT,
			),
		)
	const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
	const { clientId, clientSecret, claims } = fictionalProvider('')
	return {
		jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), alg: 'ES256', use: 'sig' }] as never },
		cookies: { keys: [randomBytes(32).toString('base64')] },
		clients: [
			{
				client_id: clientId,
				client_secret: clientSecret,
				redirect_uris: [returnUrl],
				response_types: ['code'],
				grant_types: ['authorization_code'],
				id_token_signed_response_alg: 'ES256',
			},
		],
		pkce: { required: () => true },
		features: { devInteractions: { enabled: false } },
		interactions: { policy, url: (_, { uid }) => `${root}/people/${uid}` },
		claims: {
			openid: ['sub'],
			profile: [...claims.name, ...Object.values(claims.names).flat(), claims.identifier, 'address'],
		},
		ttl: {
			Interaction: 600,
			Session: 600,
			Grant: 600,
			AccessToken: 600,
			AuthorizationCode: 60,
			IdToken: 600,
		},
		findAccount: (_, accountId) =>
			accountOf(FICTIONAL_PEOPLE.find(({ identifier }) => identifier === accountId)),
		async loadExistingGrant({ oidc }) {
			const grant = new oidc.provider.Grant({
				clientId: oidc.client?.clientId,
				accountId: oidc.session?.accountId,
			})
			grant.addOIDCScope('openid profile')
			await grant.save()
			return grant
		},
	}
}

function accountOf(person: FictionalPerson | undefined) {
	if (!person) return undefined
	const { identifier, names, region } = person
	return {
		accountId: identifier,
		claims: () => ({
			sub: identifier,
			national_id: identifier,
			name: names.en,
			'name#kk': names.kk,
			'name#ru': names.ru,
			'name#en': names.en,
			address: { region },
		}),
	}
}

function page(language: Language, root: string): string {
	const t = translator(language)
	const people = FICTIONAL_PEOPLE.map(
		({ identifier, names }) => `<li><form method="post" action="?person=${identifier}">
<button><strong>${names[language]}</strong> <span>${identifier}</span></button></form></li>`,
	)
	return `<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${t('people:fictional.title')}</title><link rel="stylesheet" href="${root}/style.css"></head>
<body><main>
<h1>${t('people:fictional.title')}</h1>
<p>${t('people:fictional.text')}</p>
<ul>
${people.join('\n')}
</ul>
<form method="post"><button>${t('people:fictional.back')}</button></form>
</main></body>
</html>
`
}

const STYLE = `
body { margin: 0; font: 1.0625rem/1.5 system-ui, sans-serif; color: #1d2b36; background: #eef3f5 }
main { max-width: 30rem; margin: 0 auto; padding: 1.5rem }
ul { list-style: none; padding: 0; display: grid; gap: .5rem }
button { font: inherit; width: 100%; padding: .75rem 1rem; text-align: left; cursor: pointer; color: inherit;
	background: #fff; border: 1px solid #5d7381; border-radius: .375rem }
button span { display: block; font-size: .875rem; font-variant-numeric: tabular-nums }
button:focus-visible { outline: 3px solid #0b6b8a; outline-offset: 2px }
`
