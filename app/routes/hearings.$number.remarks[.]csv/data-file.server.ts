import { streamOf } from '#app/files/lines.server.ts'
import { publicHearing } from '#app/hearings/hearing-page.server.ts'
import { asCsv, asJson, dataOf } from '#app/remarks/export.server.ts'

/** What everybody may see of a hearing's remarks, or its response table; written as it is read. */
export async function dataFile(
	what: keyof typeof dataOf,
	form: 'csv' | 'json',
	params: { number?: string },
): Promise<Response> {
	const { read, hearing, number } = await publicHearing(params)
	const data = dataOf[what](read, hearing.id)
	const lines = form === 'csv' ? asCsv(data) : asJson(data)
	return new Response(streamOf(lines), {
		headers: {
			'Content-Type': `${form === 'csv' ? 'text/csv' : 'application/json'}; charset=utf-8`,
			'Content-Disposition': `attachment; filename="${number}-${what}.${form}"`,
			'Cache-Control': 'public, max-age=10',
			'Access-Control-Allow-Origin': '*',
		},
	})
}
