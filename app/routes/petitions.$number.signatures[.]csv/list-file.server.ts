import { streamOf } from '#app/files/lines.server.ts'
import { notFound } from '#app/not-found.ts'
import { STRANGER } from '#app/people/actor.ts'
import { petitionFor } from '#app/petitions/shown.server.ts'
import { commitmentsAsCsv, commitmentsAsJson, MOST_LINES } from '#app/receipts/commitment-list.server.ts'
import { tallyOf } from '#app/signing/tally.server.ts'
import { store } from '#app/store.server.ts'
import { configuration } from '#server/configuration.ts'

const USUAL_LINES = 1000

/** Part of the published list, for whoever counts again; written as it is read. */
export async function listFile(
	form: 'csv' | 'json',
	request: Request,
	params: { number?: string },
): Promise<Response> {
	const asked = new URL(request.url).searchParams
	const { read } = await store()
	const found = await petitionFor(read, params.number?.toUpperCase() ?? '', STRANGER)
	const tally = found && (await tallyOf(read, found.petition.id))
	if (!found?.petition.publishedAt || !tally) throw notFound()
	const number = found.petition.number ?? ''
	const part = {
		petition: { id: found.petition.id, number },
		tally,
		after: numberIn(asked.get('after'), 0),
		limit: Math.min(numberIn(asked.get('limit'), USUAL_LINES), MOST_LINES),
		publicUrl: configuration().PUBLIC_URL,
	}
	const lines = form === 'csv' ? commitmentsAsCsv(read, part) : commitmentsAsJson(read, part)
	return new Response(streamOf(lines), {
		headers: {
			'Content-Type': `${form === 'csv' ? 'text/csv' : 'application/json'}; charset=utf-8`,
			'Content-Disposition': `attachment; filename="${number}-after-${part.after}.${form}"`,
			'Cache-Control': 'public, max-age=10',
			'Access-Control-Allow-Origin': '*',
		},
	})
}

const numberIn = (typed: string | null, otherwise: number) =>
	/^\d{1,12}$/.test(typed ?? '') ? Number(typed) : otherwise
