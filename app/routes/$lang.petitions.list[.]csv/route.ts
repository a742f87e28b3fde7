import type { LoaderFunctionArgs } from '@remix-run/node'
import { tableFile } from '#app/files/table.server.ts'
import { pageLanguage } from '#app/i18n/page-language.ts'
import { petitionsAsCsv } from '#app/petitions/export.server.ts'
import { petitionsAsked } from '#app/routes/$lang.petitions._index/petitions-page.server.ts'
import { store } from '#app/store.server.ts'
import { configuration } from '#server/configuration.ts'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
	const { read } = await store()
	const { filter } = await petitionsAsked(new URL(request.url).searchParams)
	const language = pageLanguage(params)
	const lines = petitionsAsCsv(read, filter, { language, publicUrl: configuration().PUBLIC_URL })
	return tableFile('petitions', lines, context)
}
