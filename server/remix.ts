import type { IncomingHttpHeaders } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import type { AppLoadContext } from '@remix-run/node'
import type { Response as Answer, Request as Asked, RequestHandler } from 'express'
import type { Renderer } from './renderer.ts'

interface Options {
	render: Renderer
	/** The address of the site as people use it; what the request says of it is not believed. */
	site: string
	contextOf: (request: Asked, response: Answer) => AppLoadContext
}

/** Brings a request to Remix and its answer back; a page that is made in one go is sent in one go. */
export function remix({ render, site, contextOf }: Options): RequestHandler {
	return async (asked, answer, next) => {
		try {
			const context = contextOf(asked, answer)
			const response = await render(requestOf(asked, site), context)
			answer.status(response.status)
			for (const [name, value] of response.headers) answer.append(name, value)
			if (context.page) answer.end(asked.method === 'HEAD' ? undefined : context.page)
			else if (response.body) await pipeline(Readable.fromWeb(response.body as ReadableStream), answer)
			else answer.end()
		} catch (error) {
			// Whoever has left the page is not a failure.
			if (answer.destroyed) return
			next(error)
		}
	}
}

function requestOf(asked: Asked, site: string): Request {
	const { method } = asked
	const headers = headersOf(asked.headers)
	const url = site + asked.originalUrl
	if (method === 'GET' || method === 'HEAD') return new Request(url, { method, headers })
	// Where a form comes from was looked at before; Remix looks again, and knows of no proxy.
	headers.delete('X-Forwarded-Host')
	const { origin } = asked.headers
	if (origin && URL.canParse(origin)) headers.set('Host', new URL(origin).host)
	// What was read on the way here is not read again.
	const body: BodyInit = Buffer.isBuffer(asked.body)
		? new Uint8Array(asked.body)
		: (Readable.toWeb(asked) as unknown as BodyInit)
	return new Request(url, { method, headers, body, duplex: 'half' } as RequestInit)
}

function headersOf(given: IncomingHttpHeaders): Headers {
	const headers = new Headers()
	for (const [name, value] of Object.entries(given)) {
		if (value === undefined) continue
		if (typeof value === 'string') headers.set(name, value)
		else for (const one of value) headers.append(name, one)
	}
	return headers
}
