import type { LoaderFunctionArgs } from '@remix-run/node'
import { notFound } from '#app/not-found.ts'
import {
	OWN_PAGE,
	receiptTextOfPage,
	signatureOfPage,
} from '#app/routes/$lang.petitions.receipts.$secret._index/receipt-page.server.ts'

/** The receipt as a file. */
export async function loader({ params }: LoaderFunctionArgs) {
	const { number, signature } = await signatureOfPage(params)
	const text = await receiptTextOfPage(params)
	if (!text) throw notFound()
	return new Response(text, {
		headers: {
			...OWN_PAGE,
			'Content-Type': 'text/plain; charset=utf-8',
			'Content-Disposition': `attachment; filename="${number}-${signature.ordinal}.txt"`,
		},
	})
}
