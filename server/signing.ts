import type { Readable } from 'node:stream'
import type { RequestHandler } from 'express'
import { isLanguage } from '#app/i18n/languages.ts'
import { signatureReceiptPath } from '#app/links.ts'
import { personOfCookies } from '#app/people/session.server.ts'
import { receiptKeyPem } from '#app/receipts/receipt.server.ts'
import { petitionToSign, signAs } from '#app/signing/online.server.ts'
import { store } from '#app/store.server.ts'

export const SIGNATURE_PLACE =
	/^\/([a-z]{2})\/petitions\/(?:links\/([\w-]{20,64})|([A-Z0-9-]{5,40}))\/signature$/
const MOST_BYTES = 4096

/**
 * Whoever has signed in and filled in the form rightly signs here, without what it takes to make a page: a petition
 * may get thousands of signatures a minute. Everything else goes on to the page, which says what is missing.
 */
export const signing: RequestHandler = async (request, response, next) => {
	const at = new Date()
	const [, language, secret, number] = SIGNATURE_PLACE.exec(request.path) ?? []
	if (!language || !isLanguage(language)) return next()
	if (!request.headers.cookie || !request.is('application/x-www-form-urlencoded')) return next()
	if (Number(request.headers['content-length'] ?? MOST_BYTES + 1) > MOST_BYTES) return next()
	try {
		const body = await bodyOf(request)
		// For the page, should it come to that.
		request.body = body
		const fields = new URLSearchParams(body.toString('utf8'))
		if (fields.get('consent') !== 'on') return next()
		const person = await personOfCookies(request.headers.cookie, at)
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

/** The key that receipts are signed with, for whoever checks them. */
export const receiptKey: RequestHandler = (_request, response) => {
	response.set('Cache-Control', 'public, max-age=3600').type('application/x-pem-file').send(receiptKeyPem())
}

function bodyOf(request: Readable): Promise<Buffer> {
	return new Promise((resolve, reject) => {
		const parts: Buffer[] = []
		request.on('data', (part: Buffer) => parts.push(part))
		request.on('end', () => resolve(Buffer.concat(parts)))
		request.on('error', reject)
	})
}
