import { Readable } from 'node:stream'
import { createReadableStreamFromReadable, type LoaderFunctionArgs } from '@remix-run/node'
import { postsAsCsv } from '#app/blogs/export.server.ts'
import { pageLanguage } from '#app/i18n/page-language.ts'
import { store } from '#app/store.server.ts'
import { configuration } from '#server/configuration.ts'

/** Written as it is read, so that a list of any length takes little memory. */
export async function loader({ params }: LoaderFunctionArgs) {
	const { read } = await store()
	const lines = postsAsCsv(read, { language: pageLanguage(params), publicUrl: configuration().PUBLIC_URL })
	return new Response(createReadableStreamFromReadable(Readable.from(lines)), {
		headers: {
			'Content-Type': 'text/csv; charset=utf-8',
			'Content-Disposition': 'attachment; filename="posts.csv"',
		},
	})
}
