import type { LoaderFunctionArgs } from '@remix-run/node'
import { postsAsCsv } from '#app/blogs/export.server.ts'
import { tableFile } from '#app/files/table.server.ts'
import { pageLanguage } from '#app/i18n/page-language.ts'
import { store } from '#app/store.server.ts'
import { configuration } from '#server/configuration.ts'

export async function loader({ params, context }: LoaderFunctionArgs) {
	const { read } = await store()
	const lines = postsAsCsv(read, { language: pageLanguage(params), publicUrl: configuration().PUBLIC_URL })
	return tableFile('posts', lines, context)
}
