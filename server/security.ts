import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http'
import type { RequestHandler } from 'express'
import helmet from 'helmet'
import { isUnfollowPath } from '#app/links.ts'

interface Site {
	production: boolean
	PUBLIC_URL: string
	STREAM_HOSTS: readonly string[]
}

/** The headers of every response. Nothing may run on a page, and nothing may come from elsewhere. */
export function securityHeaders(site: Site): Record<string, string> {
	const headers: Record<string, string> = {}
	const collect = { setHeader: (name: string, value: string) => (headers[name] = value), removeHeader() {} }
	// They are the same for every response, so helmet is asked once.
	helmet({
		contentSecurityPolicy: { useDefaults: false, directives: policy(site) },
		strictTransportSecurity: site.production ? { maxAge: 63_072_000, includeSubDomains: true } : false,
		// The next site learns where somebody came from, never what they read.
		referrerPolicy: { policy: 'strict-origin-when-cross-origin' },
		xFrameOptions: { action: 'deny' },
	})({} as IncomingMessage, collect as unknown as ServerResponse, (failure) => {
		if (failure) throw failure
	})
	return headers
}

/**
 * The policy of a page with a script: files of this site may run, and speak to this site and to one address more.
 * It is the same for every reader, so that such a page can be shared as well.
 */
export function scriptPolicy(site: Site, connect?: string, streams = false): string {
	const directives = {
		...policy(site),
		'script-src': ["'self'"],
		'connect-src': ["'self'", ...(connect ? [connect] : [])],
		...(streams && site.STREAM_HOSTS.length > 0
			? { 'frame-src': site.STREAM_HOSTS.map((host) => `https://${host}`) }
			: {}),
	}
	return Object.entries(directives)
		.map(([name, sources]) => [name, ...sources].join(' '))
		.join(';')
}

function policy({ production }: Site): Record<string, string[]> {
	return {
		'default-src': ["'none'"],
		'base-uri': ["'none'"],
		'font-src': ["'self'"],
		'form-action': ["'self'"],
		'frame-ancestors': ["'none'"],
		// `data:` for the signs in our own stylesheet; no text of a visitor ever shows a picture.
		'img-src': ["'self'", 'data:'],
		'manifest-src': ["'self'"],
		'media-src': ["'self'"],
		'style-src': ["'self'"],
		...(production ? { 'upgrade-insecure-requests': [] } : {}),
	}
}

/**
 * A form may be sent only from this site. Browsers say where a request comes from and no page can
 * change what they say, so no token is needed in a form, and pages with forms can be cached.
 */
export function sameOriginOnly({ PUBLIC_URL }: Site): RequestHandler {
	const known = new URL(PUBLIC_URL).host
	return (request, response, next) => {
		if (request.method === 'GET' || request.method === 'HEAD' || request.method === 'OPTIONS') return next()
		if (isSameOrigin(request.headers, known) || isUnfollowPath(request.path)) return next()
		response.status(403).type('text/plain').send('This form was sent from another site.\n')
	}
}

export function isSameOrigin(headers: IncomingHttpHeaders, known: string): boolean {
	const site = headers['sec-fetch-site']
	// `none`: the person did it themselves, by reloading the page.
	if (site) return site === 'same-origin' || site === 'none'
	const from = headers.origin ?? headers.referer
	// Old browsers send one of the two with every form.
	if (!from || !URL.canParse(from)) return false
	const { host } = new URL(from)
	return host === headers.host || host === known
}
