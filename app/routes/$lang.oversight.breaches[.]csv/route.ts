import { Readable } from 'node:stream'
import { createReadableStreamFromReadable, type LoaderFunctionArgs } from '@remix-run/node'
import { pageLanguage } from '#app/i18n/page-language.ts'
import { legalDay } from '#app/inquiries/submit.server.ts'
import { lawOf } from '#app/jurisdictions/law.server.ts'
import { filterOf } from '#app/oversight/breach-filter.ts'
import { breachesAsCsv } from '#app/oversight/export.server.ts'
import { requireRole } from '#app/people/session.server.ts'
import { store } from '#app/store.server.ts'
import { configuration } from '#server/configuration.ts'

/** Written as it is read, so that a file of any length takes little memory. */
export async function loader({ request, params }: LoaderFunctionArgs) {
	const overseer = await requireRole(request, 'overseer', 'administrator')
	const { read } = await store()
	const law = await lawOf(read, configuration().JURISDICTION)
	const today = legalDay(law, new Date())
	const filter = filterOf(new URL(request.url).searchParams, today)
	const lines = breachesAsCsv(read, overseer, filter, { language: pageLanguage(params), law, today })
	return new Response(createReadableStreamFromReadable(Readable.from(lines)), {
		headers: {
			'Content-Type': 'text/csv; charset=utf-8',
			'Content-Disposition': `attachment; filename="breaches-${filter.of}-${filter.from}-${filter.to}.csv"`,
		},
	})
}
