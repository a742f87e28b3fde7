import type { IncomingMessage, ServerResponse } from 'node:http'
import type { RequestHandler } from 'express'
import { LRUCache } from 'lru-cache'
import { isLanguage, type Language } from '#app/i18n/languages.ts'
import { signatureReceiptPath } from '#app/links.ts'
import { signerOfCookies } from '#app/people/session.server.ts'
import type { Petition } from '#app/petitions/petition.server.ts'
import { receiptKeyPem } from '#app/receipts/receipt.server.ts'
import { petitionToSign, signAs } from '#app/signing/online.server.ts'
import { store } from '#app/store.server.ts'
import { clientAddress } from './client-address.ts'
import type { Configuration } from './configuration.ts'
import { isSameOrigin } from './security.ts'

const PLACE = /^\/([a-z]{2})\/petitions\/(?:links\/([\w-]{20,64})|([A-Z0-9-]{5,40}))\/signature$/
const FORM = /^application\/x-www-form-urlencoded\s*(?:;|$)/i
const MOST_BYTES = 4096
const FRESH_MS = 1000

interface Options {
	configuration: Pick<Configuration, 'PUBLIC_URL' | 'TRUST_PROXY'>
	security: Record<string, string>
	now?: () => number
}

/** What a request of this server has once its form was read on the way. */
type Asked = IncomingMessage & { body?: Buffer }

/**
 * Whoever has signed in and filled in the form rightly signs here, without what it takes to make a page: a petition
 * may get thousands of signatures a minute. Everything else goes on to the page, which says what is missing.
 */
export function openSigning({ configuration, security, now = () => performance.now() }: Options) {
	const known = new URL(configuration.PUBLIC_URL).host
	const answer = { ...security, 'Cache-Control': 'no-store', 'Content-Length': 0 }
	// What may change under a signature is looked at again when it is taken.
	const petitions = new LRUCache<string, Petition>({ max: 2000, ttl: FRESH_MS, perf: { now } })

	/** Answers, or leaves the request to `pass`; gives false for another address. */
	return (request: Asked, response: ServerResponse, pass: () => void, failed: (error: unknown) => void) => {
		if (request.method !== 'POST' || !request.url?.endsWith('/signature')) return false
		const [, language, secret, number] = PLACE.exec(request.url) ?? []
		if (!language || !isLanguage(language) || !mayBeSigned(request, known)) return false
		signed(request, language, { secret, number }).then((path) => {
			if (path) response.writeHead(303, { ...answer, Location: path }).end()
			else pass()
		}, failed)
		return true
	}

	/** Gives the path of the receipt. */
	async function signed(request: Asked, language: Language, place: { secret?: string; number?: string }) {
		const at = new Date()
		// It is read once: the page finds it here, should it come to that.
		request.body = await bodyOf(request)
		const fields = new URLSearchParams(request.body.toString('utf8'))
		if (fields.get('consent') !== 'on') return undefined
		const signer = await signerOfCookies(request.headers.cookie ?? '', at)
		const petition = signer && (await petitionAt(place))
		if (!petition) return undefined
		const wish = {
			region: fields.get('region') ?? undefined,
			show: fields.get('show') === 'on',
			updates: fields.get('updates') === 'on',
		}
		const address = clientAddress(request, configuration.TRUST_PROXY)
		const byLink = place.secret !== undefined
		const outcome = await signAs(signer, petition, wish, { language, address, byLink, at })
		return outcome.ok ? signatureReceiptPath(language, outcome.value.secret) : undefined
	}

	async function petitionAt(place: { secret?: string; number?: string }) {
		const key = place.number ?? `links/${place.secret}`
		const kept = petitions.get(key)
		if (kept) return kept
		const { readOwn } = await store()
		const petition = await petitionToSign(readOwn, place)
		if (petition) petitions.set(key, petition)
		return petition
	}
}

/** Whether it is the form of a browser, from this site, of a size that such a form has. */
function mayBeSigned({ headers }: IncomingMessage, known: string): boolean {
	if (!headers.cookie || !FORM.test(headers['content-type'] ?? '')) return false
	return Number(headers['content-length'] ?? MOST_BYTES + 1) <= MOST_BYTES && isSameOrigin(headers, known)
}

/** The key that receipts are signed with, for whoever checks them. */
export const receiptKey: RequestHandler = (_request, response) => {
	response.set('Cache-Control', 'public, max-age=3600').type('application/x-pem-file').send(receiptKeyPem())
}

function bodyOf(request: IncomingMessage): Promise<Buffer> {
	return new Promise((resolve, reject) => {
		const parts: Buffer[] = []
		request.on('data', (part: Buffer) => parts.push(part))
		request.on('end', () => resolve(Buffer.concat(parts)))
		request.on('error', reject)
	})
}
