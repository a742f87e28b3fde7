import type { RequestListener } from 'node:http'
import type { RequestHandler } from 'express'
import { returnPath } from '#app/links.ts'
import type { Configuration } from './configuration.ts'
import { DEMO_IDENTITY_PATH } from './identity-providers.ts'

/** The demo's own state identity, on the site's own address. It is loaded when the first visitor goes there. */
export function demoIdentity({ IDENTITY_PROVIDERS, PUBLIC_URL }: Configuration): RequestHandler {
	const issuer = PUBLIC_URL + DEMO_IDENTITY_PATH
	const provider = IDENTITY_PROVIDERS.find((one) => one.issuer === issuer)
	if (!provider) return (_request, _response, next) => next()
	let opened: Promise<RequestListener> | undefined
	return async (request, response, next) => {
		opened ??= import('./fictional-identity.ts').then(({ fictionalIdentity }) =>
			fictionalIdentity({ issuer, returnUrl: PUBLIC_URL + returnPath(provider.id) }),
		)
		try {
			const answer = await opened
			answer(request, response)
		} catch (error) {
			opened = undefined
			next(error)
		}
	}
}
