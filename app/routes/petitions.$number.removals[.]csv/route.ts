import type { LoaderFunctionArgs } from '@remix-run/node'
import { removalsAsCsv, removalsOf } from '#app/invalidations/removals.server.ts'
import { publicPetition } from '#app/petitions/public.server.ts'

export async function loader({ params }: LoaderFunctionArgs) {
	const { read, head } = await publicPetition(params)
	return new Response(removalsAsCsv(await removalsOf(read, head.id)), {
		headers: {
			'Content-Type': 'text/csv; charset=utf-8',
			'Content-Disposition': `attachment; filename="${head.number}-removals.csv"`,
		},
	})
}
