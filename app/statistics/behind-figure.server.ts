import { listed } from '#app/inquiries/rows.server.ts'
import { legalDay } from '#app/inquiries/submit.server.ts'
import { lawOf } from '#app/jurisdictions/law.server.ts'
import { store } from '#app/store.server.ts'
import { configuration } from '#server/configuration.ts'
import { FIGURES, type Scope } from './figures.ts'
import { questionsBehind } from './find.server.ts'

/** The page of the list behind a figure that the address asks for; undefined for a figure that is not kept. */
export async function behindFigure(scope: Scope, { request, name }: { request: Request; name?: string }) {
	const figure = FIGURES.find((known) => known === name)
	if (!figure) return undefined
	const { read } = await store()
	const law = await lawOf(read, configuration().JURISDICTION)
	const today = legalDay(law, new Date())
	const page = Number.parseInt(new URL(request.url).searchParams.get('page') ?? '1', 10) || 1
	const { found, ...rest } = await questionsBehind(read, { scope, figure, today, page })
	return { figure, items: await listed(read, found, { law, today }), ...rest }
}
