import { publicHearing } from '#app/hearings/hearing-page.server.ts'
import { notFound } from '#app/not-found.ts'
import { actorOf } from '#app/people/session.server.ts'
import { refusalToWithdraw } from '#app/remarks/remark.ts'
import { remarkByOrdinal } from '#app/remarks/withdraw.server.ts'
import { store } from '#app/store.server.ts'
import { ordinalIn } from '#app/text/ordinal.ts'

/** The remark that a page is about, and what whoever asks has to do with it. */
export async function remarkPage(request: Request, params: { number?: string; ordinal?: string }) {
	const page = await publicHearing(params)
	const actor = await actorOf(request)
	const ordinal = ordinalIn(params.ordinal) ?? 0
	// Its author comes here from handing it in: a copy of the database may not have it yet.
	const { readOwn } = await store()
	const remark = await remarkByOrdinal(readOwn, page.hearing.id, ordinal)
	if (!remark) throw notFound()
	const own = actor.personId !== null && actor.personId === remark.personId
	return {
		...page,
		readOwn,
		actor,
		ordinal,
		remark,
		own,
		mayWithdraw: refusalToWithdraw(remark, page.hearing, actor.personId) === undefined,
	}
}
