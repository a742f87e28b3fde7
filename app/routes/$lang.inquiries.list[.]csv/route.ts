import { Readable } from 'node:stream'
import { createReadableStreamFromReadable, type LoaderFunctionArgs } from '@remix-run/node'
import { pageLanguage } from '#app/i18n/page-language.ts'
import { inquiriesAsCsv } from '#app/inquiries/export.server.ts'
import { questionsAsked } from '#app/routes/$lang.inquiries._index/questions.server.ts'
import { store } from '#app/store.server.ts'
import { configuration } from '#server/configuration.ts'

/** Written as it is read, so that a list of any length takes little memory. */
export async function loader({ request, params }: LoaderFunctionArgs) {
	const { read } = await store()
	const { filter, when } = await questionsAsked(new URL(request.url).searchParams)
	const language = pageLanguage(params)
	const lines = inquiriesAsCsv(read, filter, { ...when, language, publicUrl: configuration().PUBLIC_URL })
	return new Response(createReadableStreamFromReadable(Readable.from(lines)), {
		headers: {
			'Content-Type': 'text/csv; charset=utf-8',
			'Content-Disposition': 'attachment; filename="questions.csv"',
		},
	})
}
