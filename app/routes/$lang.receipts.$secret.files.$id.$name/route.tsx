import type { LoaderFunctionArgs } from '@remix-run/node'
import { inquiryOfReceipt } from '#app/inquiries/thread.server.ts'
import { notFound } from '#app/not-found.ts'
import { fileResponse } from '#app/routes/files.$id.$name/file-response.server.ts'
import { store } from '#app/store.server.ts'

/** A file of the question, for whoever holds its receipt. */
export async function loader({ request, params }: LoaderFunctionArgs) {
	const { readOwn } = await store()
	const receipt = await inquiryOfReceipt(readOwn, String(params.secret))
	if (!receipt) throw notFound()
	return fileResponse(
		String(params.id),
		{ personId: null, roles: [], level: 0, receiptOf: receipt.id },
		request.headers.get('Range'),
	)
}
