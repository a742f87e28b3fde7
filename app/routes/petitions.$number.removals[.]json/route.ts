import type { LoaderFunctionArgs } from '@remix-run/node'
import { removalRows, removalsOf } from '#app/invalidations/removals.server.ts'
import { publicPetition } from '#app/petitions/public.server.ts'

export async function loader({ params }: LoaderFunctionArgs) {
	const { read, head } = await publicPetition(params)
	const { totals, mistakes, ...rest } = await removalsOf(read, head.id)
	return Response.json({
		petition: head.number,
		totals,
		mistakes_of_entering: mistakes,
		removals: removalRows(rest),
	})
}
