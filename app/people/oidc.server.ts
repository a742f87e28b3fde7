import type { Configuration as Client, CustomFetch, IDToken, UserInfoResponse } from 'openid-client'
import type { Language } from '#app/i18n/languages.ts'
import { returnPath } from '#app/links.ts'
import { done, type Outcome, refused } from '#app/outcome.ts'
import { configuration } from '#server/configuration.ts'
import { DEMO_IDENTITY_PATH, type IdentityProvider } from '#server/identity-providers.ts'
import { identifierIn } from './identifier.ts'
import { type Identity, identifierHash } from './identify.server.ts'

const PATIENCE_SECONDS = 5
const AN_HOUR = 60 * 60 * 1000

/** What only this browser and the provider know of one going there and coming back. */
export interface Handshake {
	state: string
	nonce: string
	verifier: string
}

export const providerById = (id: string | undefined): IdentityProvider | undefined =>
	configuration().IDENTITY_PROVIDERS.find((provider) => provider.id === id)

/** Where to send somebody so that the provider tells who they are: an authorization code, with PKCE. */
export async function authorizationAt(
	provider: IdentityProvider,
	language: Language,
	report: Report,
): Promise<Outcome<{ url: string; handshake: Handshake }, 'unavailable'>> {
	try {
		const oidc = await import('openid-client')
		const client = await clientOf(provider)
		const verifier = oidc.randomPKCECodeVerifier()
		const handshake = { state: oidc.randomState(), nonce: oidc.randomNonce(), verifier }
		const url = oidc.buildAuthorizationUrl(client, {
			redirect_uri: returnUrl(provider),
			scope: provider.scope,
			state: handshake.state,
			nonce: handshake.nonce,
			code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
			code_challenge_method: 'S256',
			ui_locales: language,
			...(provider.acrValues ? { acr_values: provider.acrValues } : {}),
		})
		return done({ url: url.href, handshake })
	} catch (error) {
		report(failureAt(provider, error))
		return refused('unavailable')
	}
}

export type ProofRefusal = 'cancelled' | 'unavailable' | 'invalid' | 'claims' | 'assurance'

/** Who came back, by the answer of the provider: its signature, its nonce and its claims are checked. */
export async function identityBy(
	provider: IdentityProvider,
	{ search, handshake, language }: { search: string; handshake: Handshake; language: Language },
	report: Report,
): Promise<Outcome<Identity, ProofRefusal>> {
	try {
		const oidc = await import('openid-client')
		const client = await clientOf(provider)
		const tokens = await oidc.authorizationCodeGrant(client, new URL(returnUrl(provider) + search), {
			expectedState: handshake.state,
			expectedNonce: handshake.nonce,
			pkceCodeVerifier: handshake.verifier,
			idTokenExpected: true,
		})
		const told = tokens.claims() as IDToken
		// Some providers put into the token only that there was a signing in.
		const claims = textAt(told, provider.claims.identifier)
			? told
			: { ...(await oidc.fetchUserInfo(client, tokens.access_token, told.sub)), acr: told.acr }
		return identityOf(provider, claims, language)
	} catch (error) {
		const refusal = refusalBy(error)
		if (refusal !== 'cancelled') report(failureAt(provider, error))
		return refused(refusal)
	}
}

/** What the claims say, as the configuration of the provider reads them. */
export function identityOf(
	{ id, country, claims: where, level, levels }: IdentityProvider,
	claims: IDToken | UserInfoResponse,
	language: Language,
): Outcome<Identity, 'claims' | 'assurance'> {
	const proven = levels ? levels[String(claims.acr)] : level
	if (!proven) return refused('assurance')
	const identifier = identifierIn(country, textAt(claims, where.identifier) ?? '')
	const parts = [where.names[language], where.name, ['given_name', 'family_name']]
	const fullName = parts.map((names = []) => nameBy(claims, names)).find(Boolean)
	if (!identifier || !fullName) return refused('claims')
	return done({
		kind: 'oidc',
		provider: id,
		identifierHash: identifierHash(identifier),
		fullName: fullName.slice(0, 200),
		region: where.region ? (textAt(claims, where.region)?.slice(0, 100) ?? null) : null,
		level: proven,
	})
}

const nameBy = (claims: object, names: readonly string[]) =>
	names.flatMap((name) => textAt(claims, name) ?? []).join(' ')

/** `address.region` leads into an object; a claim of that very name goes before. */
function textAt(claims: object, path: string): string | undefined {
	const own = (from: unknown, name: string): unknown =>
		typeof from === 'object' && from !== null && Object.hasOwn(from, name)
			? (from as Record<string, unknown>)[name]
			: undefined
	const found = own(claims, path) ?? path.split('.').reduce<unknown>(own, claims)
	const text = typeof found === 'string' || typeof found === 'number' ? String(found).trim() : ''
	return text || undefined
}

const clients = new Map<string, { client: Promise<Client>; until: number }>()

/** What the provider says of itself is asked when it is first needed, and again after an hour. */
function clientOf(provider: IdentityProvider, now = Date.now()): Promise<Client> {
	const known = clients.get(provider.issuer)
	if (known && now < known.until) return known.client
	const client = discover(provider)
	clients.set(provider.issuer, { client, until: now + AN_HOUR })
	// One that did not answer is asked again by the next who comes.
	client.catch(() => clients.delete(provider.issuer))
	return client
}

async function discover({ issuer, clientId, clientSecret }: IdentityProvider): Promise<Client> {
	const oidc = await import('openid-client')
	const { production, PUBLIC_URL } = configuration()
	return oidc.discovery(new URL(issuer), clientId, undefined, oidc.ClientSecretBasic(clientSecret), {
		timeout: PATIENCE_SECONDS,
		execute: [oidc.enableNonRepudiationChecks, ...(production ? [] : [oidc.allowInsecureRequests])],
		...(issuer === PUBLIC_URL + DEMO_IDENTITY_PATH ? { [oidc.customFetch]: fetchFromOurselves } : {}),
	})
}

/** From inside, this server may not be reached under the address that people use. */
const fetchFromOurselves: CustomFetch = (url, options) => {
	const { HOST, PORT } = configuration()
	const { pathname, search } = new URL(url)
	const host = HOST === '0.0.0.0' || HOST === '::' ? '127.0.0.1' : HOST
	return fetch(`http://${host}:${PORT}${pathname}${search}`, options as RequestInit)
}

const returnUrl = ({ id }: IdentityProvider) => configuration().PUBLIC_URL + returnPath(id)

type Report = (error: unknown) => void

function refusalBy(error: unknown): ProofRefusal {
	const { error: said, code } = (error ?? {}) as { error?: string; code?: string }
	if (said === 'access_denied') return 'cancelled'
	if (said === 'temporarily_unavailable' || said === 'server_error') return 'unavailable'
	return code === 'OAUTH_TIMEOUT' || (error instanceof TypeError && error.message === 'fetch failed')
		? 'unavailable'
		: 'invalid'
}

/** For the log: what went wrong and where; answers of a provider are about a person and stay out. */
function failureAt({ id }: IdentityProvider, error: unknown): Error {
	const { error: said, code, name } = (error ?? {}) as { error?: string; code?: string; name?: string }
	return new Error(`the identity provider ${id} failed: ${[name, code, said].filter(Boolean).join(' ')}`)
}
