import { z } from 'zod'
import { isDay } from '#app/deadlines/day.ts'
import { FACTOR_SENT } from '#app/factors/step-up.server.ts'
import { LANGUAGES } from '#app/i18n/languages.ts'
import type { Acting } from '#app/inquiries/act.server.ts'
import { answerInPart } from '#app/inquiries/answer-in-part.server.ts'
import { type ReturnGround, requestCorrection, returnInquiry } from '#app/inquiries/correct.server.ts'
import { extendInquiry } from '#app/inquiries/extend.server.ts'
import type { InquiryAct } from '#app/inquiries/inquiry.ts'
import { mergeInquiry } from '#app/inquiries/join.server.ts'
import { redirectInquiry } from '#app/inquiries/redirect.server.ts'
import { terminateInquiry } from '#app/inquiries/terminate.server.ts'
import { refused } from '#app/outcome.ts'
import type { Writer } from '#db/store.ts'

/** The acts that have a page of their own, by the noun in its address. */
export const ACT_OF_STEP = {
	redirect: 'redirect',
	extension: 'extend',
	correction: 'request-correction',
	return: 'return',
	termination: 'terminate',
	'partial-answer': 'answer-in-part',
	merge: 'merge',
} as const satisfies Record<string, InquiryAct>

export type Step = keyof typeof ACT_OF_STEP

export const isStep = (text: string | undefined): text is Step =>
	text !== undefined && Object.hasOwn(ACT_OF_STEP, text)

const reason = z.string().min(1).max(5000)
const day = z.string().refine(isDay, 'day')

/** What each page sends. */
export const SENT = {
	redirect: z.object({
		to: z.string().min(1).max(200),
		whole: z.enum(['all', 'some']),
		part: z.string().max(2000).optional(),
		reason,
	}),
	extension: z.object({ until: day, reason, ...FACTOR_SENT }),
	correction: z.object({ request: reason, until: day }),
	return: z.object({ ground: z.enum(['uncorrected', 'identical', 'obscene']), reason }),
	termination: z.object({ ground: z.string().min(1).max(100), reason, ...FACTOR_SENT }),
	'partial-answer': z.object({
		body: z.string().min(1).max(50_000),
		language: z.enum(LANGUAGES),
		...FACTOR_SENT,
	}),
	merge: z.object({ into: z.string().min(1).max(100) }),
} satisfies Record<Step, z.ZodType>

type Sent = z.output<(typeof SENT)[Step]>

/** Does the act of the page with what its form sent. */
export async function takeStep(tx: Writer, step: Step, acting: Acting, sent: Sent) {
	switch (step) {
		case 'redirect': {
			const { to, whole, part, reason } = sent as z.output<typeof SENT.redirect>
			if (whole === 'some' && !part) return refused('no-part')
			const [toBodyId = '', toOfficeId] = to.split(' ', 2)
			return redirectInquiry(tx, {
				...acting,
				toBodyId,
				toOfficeId: toOfficeId ?? null,
				part: whole === 'some' ? part : null,
				reason,
			})
		}
		case 'extension':
			return extendInquiry(tx, { ...acting, ...(sent as z.output<typeof SENT.extension>) })
		case 'correction':
			return requestCorrection(tx, { ...acting, ...(sent as z.output<typeof SENT.correction>) })
		case 'return': {
			const { ground, reason } = sent as z.output<typeof SENT.return>
			return returnInquiry(tx, { ...acting, ground: ground as ReturnGround, reason })
		}
		case 'termination':
			return terminateInquiry(tx, { ...acting, ...(sent as z.output<typeof SENT.termination>) })
		case 'partial-answer':
			return answerInPart(tx, { ...acting, ...(sent as z.output<(typeof SENT)['partial-answer']>) })
		case 'merge':
			return mergeInquiry(tx, { ...acting, intoProceedingId: (sent as z.output<typeof SENT.merge>).into })
	}
}
