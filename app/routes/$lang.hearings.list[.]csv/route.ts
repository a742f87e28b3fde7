import { Readable } from 'node:stream'
import { createReadableStreamFromReadable, type LoaderFunctionArgs } from '@remix-run/node'
import { hearingsAsCsv } from '#app/hearings/export.server.ts'
import { pageLanguage } from '#app/i18n/page-language.ts'
import { hearingsAsked } from '#app/routes/$lang.hearings._index/hearings-page.server.ts'
import { store } from '#app/store.server.ts'
import { configuration } from '#server/configuration.ts'

/** Written as it is read, so that a list of any length takes little memory. */
export async function loader({ request, params }: LoaderFunctionArgs) {
	const { read } = await store()
	const { filter } = await hearingsAsked(new URL(request.url).searchParams)
	const language = pageLanguage(params)
	const lines = hearingsAsCsv(read, filter, { language, publicUrl: configuration().PUBLIC_URL })
	return new Response(createReadableStreamFromReadable(Readable.from(lines)), {
		headers: {
			'Content-Type': 'text/csv; charset=utf-8',
			'Content-Disposition': 'attachment; filename="hearings.csv"',
		},
	})
}
