import type { LoaderFunctionArgs } from '@remix-run/node'
import { notFound } from '#app/not-found.ts'
import { petitionById, textsOf } from '#app/petitions/petition.server.ts'
import { receiptText, signatureOfSecret } from '#app/receipts/receipt.server.ts'
import { receiptOf } from '#app/receipts/receipt-of.server.ts'
import { signatureAt } from '#app/signing/take-back.server.ts'
import { store } from '#app/store.server.ts'
import { configuration } from '#server/configuration.ts'

/** The signature that the secret in the address belongs to. */
export async function signatureOfPage({ secret = '' }: LoaderFunctionArgs['params']) {
	const { readOwn } = await store()
	const place = signatureOfSecret(secret)
	const petition = place && (await petitionById(readOwn, place.petitionId))
	const signature = place && (await signatureAt(readOwn, place.petitionId, place.ordinal))
	if (!petition?.number || !signature) throw notFound()
	const [text] = await textsOf(readOwn, petition)
	return {
		secret,
		petition,
		number: petition.number,
		signature,
		title: petition.hidden ? '' : (text?.title ?? ''),
	}
}

/** The receipt as its signer keeps it. */
export async function receiptTextOfPage(params: LoaderFunctionArgs['params']): Promise<string | undefined> {
	const { petition, signature } = await signatureOfPage(params)
	const { readOwn } = await store()
	const receipt = await receiptOf(readOwn, petition, signature, configuration().PUBLIC_URL)
	return receipt && receiptText(receipt)
}

export const OWN_PAGE = { 'Cache-Control': 'private, no-store', 'X-Robots-Tag': 'noindex' }
