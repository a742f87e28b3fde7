import { redirect } from '@remix-run/node'
import { type HearingAct, mayDo } from '#app/hearings/hearing.ts'
import { holdingPage } from '#app/hearings/hearing-page.server.ts'
import { holdingPath } from '#app/links.ts'

/** As `holdingPage`, for a page of these acts: whoever may do none of them now is led to what they may do. */
export async function pageToAct(
	request: Request,
	params: Parameters<typeof holdingPage>[1],
	...acts: readonly HearingAct[]
) {
	const page = await holdingPage(request, params)
	const { person, hearing, language } = page
	if (!acts.some((act) => mayDo(act, person, hearing))) throw redirect(holdingPath(language, hearing.id))
	return page
}
