import { existsSync } from 'node:fs'
import type { RequestHandler } from 'express'
import sirv from 'sirv'

const A_DAY = 24 * 60 * 60

/** Files made by the build never change under their name; the others are asked for again after a day. */
export function staticFiles(folder: string): RequestHandler {
	if (!existsSync(folder)) return (_request, _response, next) => next()
	const built = '/assets/'
	return sirv(folder, {
		brotli: true,
		gzip: true,
		etag: true,
		maxAge: A_DAY,
		setHeaders(response, pathname) {
			if (pathname.startsWith(built)) {
				response.setHeader('Cache-Control', 'public, max-age=31536000, immutable')
			}
		},
	}) as RequestHandler
}
