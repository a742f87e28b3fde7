import type { LoaderFunctionArgs } from '@remix-run/node'
import { tableFile } from '#app/files/table.server.ts'
import { pageLanguage } from '#app/i18n/page-language.ts'
import { inquiriesAsCsv } from '#app/inquiries/export.server.ts'
import { questionsAsked } from '#app/routes/$lang.inquiries._index/questions.server.ts'
import { store } from '#app/store.server.ts'
import { configuration } from '#server/configuration.ts'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
	const { read } = await store()
	const { filter, when } = await questionsAsked(new URL(request.url).searchParams)
	const language = pageLanguage(params)
	const lines = inquiriesAsCsv(read, filter, { ...when, language, publicUrl: configuration().PUBLIC_URL })
	return tableFile('questions', lines, context)
}
