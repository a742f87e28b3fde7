import type { AppLoadContext, EntryContext } from '@remix-run/node'
import { RemixServer } from '@remix-run/react'
import { renderToString } from 'react-dom/server'
import { I18nextProvider } from 'react-i18next'
import { encoded, encodingFor } from '#server/encoding.ts'
import { type Language, languageFor, languageOfPath } from './i18n/languages.ts'
import { i18nIn } from './i18n/translator.ts'
import { connectOf, scriptOf, showsStreams } from './page-handle.ts'

export default function handleRequest(
	request: Request,
	status: number,
	headers: Headers,
	remix: EntryContext,
	context: AppLoadContext,
) {
	const language = languageOfPath(new URL(request.url).pathname) ?? languageFor(request.headers)
	headers.set('Content-Type', 'text/html; charset=utf-8')
	headers.set('Content-Language', language)
	if (!context.shared && !headers.has('Cache-Control')) headers.set('Cache-Control', 'private, no-store')
	const handles = handlesOf(remix)
	if (scriptOf(handles)) context.allowScripts?.(connectOf(handles), showsStreams(handles))
	return whole(request, { status, headers, remix, language, context })
}

/** What a failed loader or action leaves behind. Someone who closed the page is not a failure. */
export function handleError(
	error: unknown,
	{ request, context }: { request: Request; context: AppLoadContext },
) {
	if (!request.signal.aborted) context.reportFailure?.(error)
}

/** What scripts ask for after the first page is a person's own. */
export function handleDataRequest(response: Response) {
	if (!response.headers.has('Cache-Control')) response.headers.set('Cache-Control', 'private, no-store')
	return response
}

interface Rendering {
	status: number
	headers: Headers
	remix: EntryContext
	language: Language
}

/** A page is made in one go: nothing in it is waited for, and no data is sent along. */
async function whole(
	request: Request,
	{ status, headers, remix, language, context }: Rendering & { context: AppLoadContext },
) {
	remix.serverHandoffStream?.cancel()
	remix.serverHandoffStream = undefined
	const html = renderToString(<Whole request={request} remix={remix} language={language} />)
	const body = Buffer.from(`<!doctype html>${html}`)
	const encoding = encodingFor(request.headers.get('Accept-Encoding'))
	if (encoding !== 'identity') headers.set('Content-Encoding', encoding)
	context.page = await encoded(body, encoding)
	return new Response(null, { status, headers })
}

function Whole({ request, remix, language }: { request: Request; remix: EntryContext; language: Language }) {
	return (
		<I18nextProvider i18n={i18nIn(language)}>
			<RemixServer context={remix} url={request.url} />
		</I18nextProvider>
	)
}

const handlesOf = ({ staticHandlerContext, routeModules }: EntryContext) =>
	staticHandlerContext.matches.map(({ route }) => routeModules[route.id]?.handle)
