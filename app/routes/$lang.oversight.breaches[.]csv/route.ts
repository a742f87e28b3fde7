import type { LoaderFunctionArgs } from '@remix-run/node'
import { streamOf } from '#app/files/lines.server.ts'
import { pageLanguage } from '#app/i18n/page-language.ts'
import { legalDay } from '#app/inquiries/submit.server.ts'
import { lawOf } from '#app/jurisdictions/law.server.ts'
import { filterOf } from '#app/oversight/breach-filter.ts'
import { breachesAsCsv } from '#app/oversight/export.server.ts'
import { requireRole } from '#app/people/session.server.ts'
import { store } from '#app/store.server.ts'
import { configuration } from '#server/configuration.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
	const overseer = await requireRole(request, 'overseer', 'administrator')
	const { read } = await store()
	const law = await lawOf(read, configuration().JURISDICTION)
	const today = legalDay(law, new Date())
	const filter = filterOf(new URL(request.url).searchParams, today)
	const lines = breachesAsCsv(read, overseer, filter, { language: pageLanguage(params), law, today })
	return new Response(streamOf(lines), {
		headers: {
			'Content-Type': 'text/csv; charset=utf-8',
			'Content-Disposition': `attachment; filename="breaches-${filter.of}-${filter.from}-${filter.to}.csv"`,
		},
	})
}
