import type { RequestHandler } from 'express'
import { isLanguage } from '#app/i18n/languages.ts'
import { signatureReceiptPath } from '#app/links.ts'
import { personOf } from '#app/people/session.server.ts'
import { receiptKeyPem } from '#app/receipts/receipt.server.ts'
import { petitionToSign, signAs } from '#app/signing/online.server.ts'
import { store } from '#app/store.server.ts'

const PLACE = /^\/([a-z]{2})\/petitions\/(?:links\/([\w-]{20,64})|([A-Z0-9-]{5,40}))\/signature$/
const MOST_BYTES = 4096

/**
 * Whoever has signed in and filled in the form rightly signs here, without what it takes to make a page: a petition
 * may get thousands of signatures a minute. Everything else goes on to the page, which says what is missing.
 */
export function signing(): RequestHandler {
	return async (request, response, next) => {
		const at = new Date()
		const [, language, secret, number] = PLACE.exec(request.path) ?? []
		if (request.method !== 'POST' || !language || !isLanguage(language)) return next()
		if (!request.headers.cookie || !request.is('application/x-www-form-urlencoded')) return next()
		if (Number(request.headers['content-length'] ?? MOST_BYTES + 1) > MOST_BYTES) return next()
		try {
			const body = await bodyOf(request)
			// For the page, should it come to that.
			request.body = body
			const fields = new URLSearchParams(body.toString('utf8'))
			if (fields.get('consent') !== 'on') return next()
			const { cookie } = request.headers
			const person = await personOf(new Request('http://site.invalid/', { headers: { cookie } }), at)
			if (!person) return next()
			const { readOwn } = await store()
			const petition = await petitionToSign(readOwn, { number, secret })
			if (!petition) return next()
			const wish = {
				region: fields.get('region') ?? undefined,
				show: fields.get('show') === 'on',
				updates: fields.get('updates') === 'on',
			}
			const signed = await signAs(person, petition, wish, {
				language,
				address: request.ip,
				byLink: secret !== undefined,
				at,
			})
			if (!signed.ok) return next()
			response
				.status(303)
				.set('Location', signatureReceiptPath(language, signed.value.secret))
				.set('Cache-Control', 'no-store')
				.end()
		} catch (error) {
			next(error)
		}
	}
}

/** The key that receipts are signed with, for whoever checks them. */
export const receiptKey: RequestHandler = (_request, response) => {
	response.set('Cache-Control', 'public, max-age=3600').type('application/x-pem-file').send(receiptKeyPem())
}

async function bodyOf(request: AsyncIterable<Buffer>): Promise<Buffer> {
	const parts: Buffer[] = []
	for await (const part of request) parts.push(part)
	return Buffer.concat(parts)
}
