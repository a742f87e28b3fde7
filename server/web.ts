import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { type AppLoadContext, createRequestHandler, type ServerBuild } from '@remix-run/node'
import express, { type ErrorRequestHandler, type Express, type RequestHandler } from 'express'
import type { Logger } from 'pino'
import { receiptKeyPath } from '#app/links.ts'
import { clientAddress } from './client-address.ts'
import type { Configuration } from './configuration.ts'
import { demoIdentity } from './demo-identity.ts'
import { failurePage } from './failure-page.ts'
import { filing } from './filing.ts'
import { health } from './health.ts'
import { DEMO_IDENTITY_PATH } from './identity-providers.ts'
import { logAnswer } from './log.ts'
import { openPageCache, type Page } from './page-cache.ts'
import { openPetitionCount } from './petition-count.ts'
import { openQuickForms } from './quick-forms.ts'
import { remix } from './remix.ts'
import { openRenderer, type Renderer } from './renderer.ts'
import { openRoomStream } from './room-stream.ts'
import { sameOriginOnly, scriptPolicy, securityHeaders } from './security.ts'
import { receiptKey, signing } from './signing.ts'
import { staticFiles } from './static.ts'

declare module '@remix-run/node' {
	interface AppLoadContext {
		/** Lets files of this site run as scripts of this response, speak to one address more, and streams stand in it. */
		allowScripts?: (connect?: string, streams?: boolean) => void
		reportFailure?: (error: unknown) => void
		/** Where the request came from, past the known proxies; for limits, never kept. */
		clientAddress?: string
		/** Made for everybody at once: nothing of one person may be on it. */
		shared?: boolean
		/** The body of a page that was made in one go; the response that goes with it has none. */
		page?: Buffer
	}
}

// Five files of ten megabytes and their form.
const MOST_UPLOADED = 55 << 20
const MOST_WRITTEN = 1 << 20
/** Each that waits holds some 8 kB: whoever comes beyond is asked to come again, so that those inside get their answer. */
const MOST_AT_ONCE = 4000
const COME_AGAIN_S = 5

export interface WebOptions {
	configuration: Configuration
	log: Logger
	build: () => Promise<ServerBuild>
	ping: () => Promise<void>
	stopping: () => boolean
	/** Where the built files for the browser are. */
	clientFolder?: string
	/** What development adds before the pages. */
	before?: RequestHandler
	/** Requests that are being answered; streams do not count. */
	mostAtOnce?: number
}

/** The server: shared pages first, without any of the rest; then everything else. */
export async function openWeb(options: WebOptions): Promise<Server> {
	const { configuration, log, mostAtOnce = MOST_AT_ONCE } = options
	const mode = process.env.NODE_ENV ?? 'production'
	const render = options.before
		? createRequestHandler(options.build, mode)
		: openRenderer(await options.build(), mode)
	const security = options.before ? {} : securityHeaders(configuration)
	const report = (error: unknown) => log.error(error instanceof Error ? error : new Error(String(error)))
	const fail = failing(security)
	const site = pages({ ...options, report, security, render, fail })
	const count = openPetitionCount()
	const room = openRoomStream({ configuration, stopping: options.stopping, report })
	const quick = openQuickForms({ configuration, security, forms: [signing(), filing(configuration)] })
	const cache = openPageCache({ render: shared({ configuration, report, security, render }) })

	let underway = 0

	function answer(request: IncomingMessage, response: ServerResponse) {
		logAnswer(log, request, response)
		if (options.stopping()) response.setHeader('Connection', 'close')
		const pass = () => site(request, response)
		const failed = (error: unknown) => {
			report(error)
			fail('failed', request, response)
		}
		if (count(request, response, failed) || room(request, response, failed)) return
		// Whoever asks how the server is must not take a crowd for its end.
		if (underway >= mostAtOnce && !request.url?.startsWith('/health/')) return fail('busy', request, response)
		let held = 0
		const hold = () => {
			if (response.closed) return
			held = 1
			underway++
		}
		response.once('close', () => {
			underway -= held
		})
		// A form that comes slowly costs little until it is there.
		if (request.method === 'POST') request.once('end', hold)
		else hold()
		if (quick(request, response, pass, failed)) return
		if (options.before) return void pass()
		cache.serve(request, response, pass)
	}
	const server = createServer(answer)
	server.headersTimeout = 15_000
	server.requestTimeout = 5 * 60_000
	server.keepAliveTimeout = 65_000
	return server
}

interface Site extends Omit<WebOptions, 'build'> {
	report: (error: unknown) => void
	security: Record<string, string>
	render: Renderer
	fail: ReturnType<typeof failing>
}

function pages({ configuration, render, report, security, fail, ...options }: Site): Express {
	const site = express()
	site.disable('x-powered-by')
	site.disable('etag')
	site.use((_request, response, next) => {
		response.set(security)
		next()
	})
	const sameOrigin = sameOriginOnly(configuration)
	site.use(health(options))
	site.use(DEMO_IDENTITY_PATH, demoIdentity(configuration))
	if (options.before) site.use(options.before)
	else site.use(staticFiles(options.clientFolder ?? 'build/client'))
	site.get(receiptKeyPath(), receiptKey)
	site.use(sameOrigin, ofBearableSize)
	// Not by a pattern: Express would fail where it cannot decode the address, and there is no such page.
	site.use(
		remix({
			render,
			site: configuration.PUBLIC_URL,
			contextOf: (request, response) => ({
				reportFailure: report,
				clientAddress: clientAddress(request, configuration.TRUST_PROXY),
				allowScripts(connect, streams) {
					if (!options.before)
						response.setHeader('Content-Security-Policy', scriptPolicy(configuration, connect, streams))
				},
			}),
		}),
	)
	const failed: ErrorRequestHandler = (error, request, response, _next) => {
		report(error)
		fail('failed', request, response)
	}
	return site.use(failed)
}

/** The answer when nothing else could be made. */
function failing(security: Record<string, string>) {
	return (why: 'failed' | 'busy', request: IncomingMessage, response: ServerResponse) => {
		if (response.headersSent) return void response.destroy()
		const { language, html } = failurePage(request, why)
		response
			.writeHead(why === 'busy' ? 503 : 500, {
				...security,
				...(why === 'busy' ? { 'Retry-After': COME_AGAIN_S } : {}),
				'Cache-Control': 'no-store',
				'Content-Language': language,
				'Content-Type': 'text/html; charset=utf-8',
			})
			.end(html)
	}
}

/** Makes a page from its address alone, so that nothing of who asked first is shown to the others. */
function shared({
	configuration,
	render,
	report,
	security,
}: Pick<Site, 'configuration' | 'render' | 'report' | 'security'>) {
	return async (path: string): Promise<Page> => {
		const own = { ...security }
		const context: AppLoadContext = {
			shared: true,
			reportFailure: report,
			allowScripts(connect, streams) {
				own['Content-Security-Policy'] = scriptPolicy(configuration, connect, streams)
			},
		}
		const response = await render(new Request(configuration.PUBLIC_URL + path), context)
		return {
			status: response.status,
			headers: { ...own, ...Object.fromEntries(response.headers) },
			body: context.page ?? Buffer.from(await response.arrayBuffer()),
		}
	}
}

/** Refused before it is read. Browsers always say how long a form is. */
const ofBearableSize: RequestHandler = (request, response, next) => {
	if (request.method === 'GET' || request.method === 'HEAD') return next()
	const { 'content-length': length, 'transfer-encoding': chunked } = request.headers
	if (chunked) return void response.status(411).type('text/plain').send('The length is missing.\n')
	const most = request.is('multipart/form-data') ? MOST_UPLOADED : MOST_WRITTEN
	if (Number(length ?? 0) > most) {
		return void response.status(413).set('Connection', 'close').type('text/plain').send('Too large.\n')
	}
	next()
}
