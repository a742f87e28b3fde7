import { z } from 'zod'
import type { Acting } from '#app/inquiries/act.server.ts'
import { assignInquiry } from '#app/inquiries/assign.server.ts'
import { inquiryOf, writeCase } from '#app/inquiries/hold.server.ts'
import { mergeInquiry } from '#app/inquiries/join.server.ts'
import { redirectInquiry } from '#app/inquiries/redirect.server.ts'
import type { Outcome } from '#app/outcome.ts'
import type { Actor } from '#app/people/actor.ts'
import { store } from '#app/store.server.ts'

/** More at once would hold the desk up; the list shows a page at a time anyway. */
export const MOST_AT_ONCE = 50

const cases = z.array(z.string().max(100)).max(MOST_AT_ONCE).min(1)

export const BulkSent = z.discriminatedUnion('intent', [
	z.object({ intent: z.literal('assign'), case: cases, executorId: z.string().min(1).max(100) }),
	z.object({
		intent: z.literal('redirect'),
		case: cases,
		to: z.string().min(1).max(200),
		reason: z.string().min(1).max(5000),
	}),
	z.object({ intent: z.literal('merge'), case: cases, into: z.string().min(1).max(100) }),
])

/** Does one thing to several cases, each on its own: what is refused for one is done for the others. */
export async function inBulk(
	actor: Actor,
	sent: z.output<typeof BulkSent>,
	now: Date,
): Promise<{ proceedingId: string; refusal: string | null }[]> {
	const data = await store()
	const results: { proceedingId: string; refusal: string | null }[] = []
	for (const proceedingId of sent.case) {
		const ids = [inquiryOf(proceedingId)]
		if (sent.intent === 'merge') ids.push(inquiryOf(sent.into))
		const outcome = await writeCase(data, ids, (tx): Promise<Outcome<unknown, string>> => {
			const acting: Acting = { proceedingId, actor, now }
			if (sent.intent === 'assign') return assignInquiry(tx, { ...acting, executorId: sent.executorId })
			if (sent.intent === 'merge') return mergeInquiry(tx, { ...acting, intoProceedingId: sent.into })
			const [toBodyId = '', toOfficeId = null] = sent.to.split(' ', 2)
			return redirectInquiry(tx, { ...acting, toBodyId, toOfficeId, reason: sent.reason })
		})
		results.push({ proceedingId, refusal: outcome.ok ? null : outcome.refusal })
	}
	return results
}
