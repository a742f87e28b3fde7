import type { LoaderFunctionArgs } from '@remix-run/node'
import { tableFile } from '#app/files/table.server.ts'
import { hearingsAsCsv } from '#app/hearings/export.server.ts'
import { pageLanguage } from '#app/i18n/page-language.ts'
import { hearingsAsked } from '#app/routes/$lang.hearings._index/hearings-page.server.ts'
import { store } from '#app/store.server.ts'
import { configuration } from '#server/configuration.ts'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
	const { read } = await store()
	const { filter } = await hearingsAsked(new URL(request.url).searchParams)
	const language = pageLanguage(params)
	const lines = hearingsAsCsv(read, filter, { language, publicUrl: configuration().PUBLIC_URL })
	return tableFile('hearings', lines, context)
}
