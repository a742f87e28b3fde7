import type { IncomingMessage, ServerResponse } from 'node:http'
import { isLanguage, type Language } from '#app/i18n/languages.ts'
import { signerOfCookies } from '#app/people/session.server.ts'
import { clientAddress } from './client-address.ts'
import type { Configuration } from './configuration.ts'
import { isSameOrigin } from './security.ts'

/** A form that is filled in rightly, and by somebody signed in, so often that it is taken without making a page. */
export interface QuickForm {
	/** Of its page; the language comes first in it. */
	place: RegExp
	/** The most that such a form holds, as it is sent. */
	mostBytes: number
	/** How the page itself would send on. */
	status: 302 | 303
	/** Does what the form asks for and says where to go next. Undefined: the page says what is missing. */
	take(form: SentForm): Promise<string | undefined>
}

export interface SentForm {
	/** What `place` caught after the language. */
	place: readonly (string | undefined)[]
	language: Language
	fields: URLSearchParams
	person: NonNullable<Awaited<ReturnType<typeof signerOfCookies>>>
	address: string | undefined
	at: Date
}

interface Options {
	configuration: Pick<Configuration, 'PUBLIC_URL' | 'TRUST_PROXY'>
	security: Record<string, string>
	forms: readonly QuickForm[]
}

/** What a request of this server has once its form was read on the way. */
type Sent = IncomingMessage & { body?: Buffer }

/** Takes what needs no page. Everything else goes on to the page. */
export function openQuickForms({ configuration, security, forms }: Options) {
	const known = new URL(configuration.PUBLIC_URL).host
	const answer = { ...security, 'Cache-Control': 'no-store', 'Content-Length': 0 }

	/** Answers, or leaves the request to `pass`; gives false for another address. */
	return (request: Sent, response: ServerResponse, pass: () => void, failed: (error: unknown) => void) => {
		if (request.method !== 'POST') return false
		for (const form of forms) {
			const [, language, ...place] = form.place.exec(request.url ?? '') ?? []
			if (!language || !isLanguage(language)) continue
			if (!mayBeTaken(request, known, form.mostBytes)) return false
			// Whoever has left is not a failure.
			const gone = (error: unknown) => (response.destroyed ? undefined : failed(error))
			taken(form, request, { language, place }).then((path) => {
				if (path) response.writeHead(form.status, { ...answer, Location: path }).end()
				else pass()
			}, gone)
			return true
		}
		return false
	}

	async function taken(form: QuickForm, request: Sent, where: Pick<SentForm, 'language' | 'place'>) {
		// It is read once: the page finds it here, should it come to that.
		request.body = await bodyOf(request)
		// As on a page: what counts is when all of it was there.
		const at = new Date()
		const person = await signerOfCookies(request.headers.cookie ?? '', at)
		if (!person) return undefined
		const fields = new URLSearchParams(request.body.toString('utf8'))
		const address = clientAddress(request, configuration.TRUST_PROXY)
		return form.take({ ...where, fields, person, address, at })
	}
}

const FORM = /^application\/x-www-form-urlencoded\s*(?:;|$)/i

/** Whether it is the form of a browser, from this site, of a size that such a form has. */
function mayBeTaken({ headers }: IncomingMessage, known: string, mostBytes: number): boolean {
	if (!headers.cookie || !FORM.test(headers['content-type'] ?? '')) return false
	return Number(headers['content-length'] ?? mostBytes + 1) <= mostBytes && isSameOrigin(headers, known)
}

function bodyOf(request: IncomingMessage): Promise<Buffer> {
	return new Promise((resolve, reject) => {
		const parts: Buffer[] = []
		request.on('data', (part: Buffer) => parts.push(part))
		request.on('end', () => resolve(Buffer.concat(parts)))
		request.on('error', reject)
	})
}
