import type { AppLoadContext } from '@remix-run/node'
import { addressOf, limited } from '#app/people/limits.server.ts'
import { streamOf } from './lines.server.ts'

/**
 * A list as a table to take along, written as it is read, so that one of any length takes little memory. It costs as much
 * as a great many pages: whoever has had their share is answered 429 and when to come again. It is nothing that is made
 * once for all, so there it says no more than that.
 */
export async function tableFile(
	name: string,
	lines: AsyncIterable<string>,
	context: AppLoadContext,
): Promise<Response> {
	if (context.shared) return new Response(null, { headers: { 'Cache-Control': 'no-store' } })
	const may = await limited('table', { address: addressOf(context) })
	if (!may.ok) throw new Response(null, { status: 429, headers: { 'Retry-After': String(may.seconds) } })
	return new Response(streamOf(lines), {
		headers: {
			'Content-Type': 'text/csv; charset=utf-8',
			'Content-Disposition': `attachment; filename="${name}.csv"`,
		},
	})
}
