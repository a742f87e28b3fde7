import type { RequestHandler } from 'express'
import { LRUCache } from 'lru-cache'
import { signatureReceiptPath } from '#app/links.ts'
import type { Petition } from '#app/petitions/petition.server.ts'
import { receiptKeyPem } from '#app/receipts/receipt.server.ts'
import { petitionToSign, signAs } from '#app/signing/online.server.ts'
import { store } from '#app/store.server.ts'
import type { QuickForm } from './quick-forms.ts'

const FRESH_MS = 1000

/** A petition may get thousands of signatures a minute. */
export function signing(): QuickForm {
	// What may change under a signature is looked at again when it is taken.
	const petitions = new LRUCache<string, Petition>({ max: 2000, ttl: FRESH_MS })

	async function petitionAt(place: { secret?: string; number?: string }) {
		const key = place.number ?? `links/${place.secret}`
		const kept = petitions.get(key)
		if (kept) return kept
		const { readOwn } = await store()
		const petition = await petitionToSign(readOwn, place)
		if (petition) petitions.set(key, petition)
		return petition
	}

	return {
		place: /^\/([a-z]{2})\/petitions\/(?:links\/([\w-]{20,64})|([A-Z0-9-]{5,40}))\/signature$/,
		mostBytes: 4096,
		status: 303,
		async take({ place: [secret, number], language, fields, person, address, at }) {
			if (fields.get('consent') !== 'on') return undefined
			const petition = await petitionAt({ secret, number })
			if (!petition) return undefined
			const wish = {
				region: fields.get('region') ?? undefined,
				show: fields.get('show') === 'on',
				updates: fields.get('updates') === 'on',
			}
			const byLink = secret !== undefined
			const outcome = await signAs(person, petition, wish, { language, address, byLink, at })
			return outcome.ok ? signatureReceiptPath(language, outcome.value.secret) : undefined
		},
	}
}

/** The key that receipts are signed with, for whoever checks them. */
export const receiptKey: RequestHandler = (_request, response) => {
	response.set('Cache-Control', 'public, max-age=3600').type('application/x-pem-file').send(receiptKeyPem())
}
