import { z } from 'zod'
import { isDay } from '#app/deadlines/day.ts'
import { FACTOR_SENT } from '#app/factors/step-up.server.ts'
import { takeIn } from '#app/files/accept.server.ts'
import { keepFiles } from '#app/files/keep.server.ts'
import { uploads } from '#app/forms/read-form.server.ts'
import { LANGUAGES } from '#app/i18n/languages.ts'
import type { Acting } from '#app/inquiries/act.server.ts'
import { releaseDraft, saveDraft, submitDraft, takeDraft } from '#app/inquiries/draft.server.ts'
import { inquiryOf, writeCase } from '#app/inquiries/hold.server.ts'
import { type SigningRefusal, signAnswer } from '#app/inquiries/sign.server.ts'
import { done, type Outcome, refused } from '#app/outcome.ts'
import { store } from '#app/store.server.ts'
import { appealText } from './appeal.server.ts'
import { caseOnDesk } from './case.server.ts'
import { answerLanguage } from './draft-view.server.ts'
import { PROMISES } from './promise-rows.ts'

const text = z.string().max(50_000).default('')
const version = z.coerce.number().int()
const promise = { text: z.string().max(1000).optional(), due: z.string().refine(isDay, 'day').optional() }

const Written = z.object({
	version,
	body: text,
	language: z.enum(LANGUAGES),
	outcome: z.string().max(100),
	reasons: text,
	law: text,
	facts: text,
	appeal: text,
	publicBody: text,
	redactionReason: z.string().max(5000).default(''),
	promiseText0: promise.text,
	promiseDue0: promise.due,
	promiseText1: promise.text,
	promiseDue1: promise.due,
	promiseText2: promise.text,
	promiseDue2: promise.due,
	files: uploads(),
	/** Of the draft's files, those that stay with it. */
	kept: z.array(z.uuid()).max(20).default([]),
})

/** What the page of the answer sends. */
export const AnswerSent = z.discriminatedUnion('intent', [
	z.object({ intent: z.literal('take') }),
	z.object({ intent: z.literal('take-over') }),
	z.object({ intent: z.literal('release') }),
	Written.extend({ intent: z.literal('save') }),
	Written.extend({ intent: z.literal('submit') }),
	z.object({ intent: z.literal('sign'), version, ...FACTOR_SENT }),
])

type Refusal = SigningRefusal | 'fileKind' | `tooManyFiles:${number}`

/** Does what the page asks; `ended` when the case needs no more writing. */
export async function takeAnswerStep(
	acting: Acting & { actor: { personId: string } },
	sent: z.output<typeof AnswerSent>,
): Promise<Outcome<'goes-on' | 'ended', Refusal>> {
	const data = await store()
	const { readOwn } = data
	const ids = [inquiryOf(acting.proceedingId)]
	const opened = await caseOnDesk(readOwn, acting.actor, acting.proceedingId, acting.now)

	switch (sent.intent) {
		case 'take':
		case 'take-over': {
			const language = answerLanguage(opened.inquiry.language)
			const outcome = opened.law.profile.inquiry.procedures[opened.inquiry.procedure]?.outcomes[0] ?? ''
			const appeal = await appealText(readOwn, opened, language)
			const takeOver = sent.intent === 'take-over'
			const taken = await writeCase(data, ids, (tx) =>
				takeDraft(tx, { ...acting, takeOver, language, outcome, appeal }),
			)
			return taken.ok ? done('goes-on') : taken
		}
		case 'release':
			await writeCase(data, ids, (tx) => releaseDraft(tx, acting))
			return done('ended')
		case 'save':
		case 'submit': {
			const { stored, refused: notTaken } = await takeIn(sent.files)
			if (notTaken.length > 0) return refused('fileKind')
			const { version, kept } = sent
			const outcome = await writeCase(data, ids, async (tx) => {
				const added = await keepFiles(tx, { stored, by: acting.actor.personId, now: acting.now })
				const saved = await saveDraft(tx, { ...acting, version, text: textOf(sent), files: { kept, added } })
				if (!saved.ok || sent.intent === 'save') return saved
				return submitDraft(tx, acting)
			})
			return outcome.ok ? done('goes-on') : outcome
		}
		case 'sign': {
			const outcome = await writeCase(data, ids, (tx) => signAnswer(tx, { ...acting, version: sent.version }))
			return outcome.ok ? done('ended') : outcome
		}
	}
}

function textOf(sent: z.output<typeof Written>) {
	const { body, language, outcome, reasons, law, facts, appeal } = sent
	const promises = PROMISES.map((row) => ({
		text: sent[`promiseText${row}`] ?? '',
		dueOn: sent[`promiseDue${row}`] ?? '',
	}))
	return {
		...{ body, language, outcome, reasons, law, facts, appeal },
		publicBody: sent.publicBody === '' ? null : sent.publicBody,
		redactionReason: sent.redactionReason === '' ? null : sent.redactionReason,
		promises: promises.filter(({ text, dueOn }) => text !== '' || dueOn !== ''),
	}
}
