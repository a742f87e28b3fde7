import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { dutiesOf, missingInDecision, openDuties } from '#app/considerations/consider.ts'
import { decidePetition } from '#app/considerations/decide.server.ts'
import { DecisionLetter } from '#app/considerations/decision-letter.tsx'
import { headOf, petitionOnDesk } from '#app/considerations/desk.server.ts'
import { DeskStep } from '#app/considerations/desk-step.tsx'
import { isDay } from '#app/deadlines/day.ts'
import { PASSKEYS_SCRIPT } from '#app/factors/factor-fields.tsx'
import { FACTOR_SENT, factorWanted, steppedUp } from '#app/factors/step-up.server.ts'
import { looseFiles } from '#app/files/find.server.ts'
import type { KeptFile } from '#app/files/kept-file.server.ts'
import { takeUploads } from '#app/files/take-uploads.server.ts'
import type { FormReply } from '#app/forms/form-reply.ts'
import { readForm, uploads } from '#app/forms/read-form.server.ts'
import { useFormOf } from '#app/forms/use-form-of.ts'
import { LANGUAGES } from '#app/i18n/languages.ts'
import { pageLanguage } from '#app/i18n/page-language.ts'
import { translator } from '#app/i18n/translator.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { deskPetitionPath } from '#app/links.ts'
import type { PageHandle } from '#app/page-handle.ts'
import { pageTitle } from '#app/page-title.ts'
import { addressOf } from '#app/people/limits.server.ts'
import { requirePerson } from '#app/people/session.server.ts'
import { petitionKey } from '#app/petitions/petition.server.ts'
import type { ShownDecision } from '#app/petitions/shown.ts'
import { store } from '#app/store.server.ts'
import { renderMarkdown } from '#app/text/markdown.ts'
import { Notice } from '#app/ui/notice.tsx'
import { DecisionForm } from './decision-form.tsx'

export const handle = { script: PASSKEYS_SCRIPT } satisfies PageHandle
export const meta = pageTitle

export async function loader({ request, params }: LoaderFunctionArgs) {
	const person = await requirePerson(request)
	const { readOwn } = await store()
	const opened = await petitionOnDesk(readOwn, person, String(params.considerationId), new Date())
	const { consideration, petition, law, kept, acts } = opened
	if (!acts.includes('decide')) throw redirect(deskPetitionPath(pageLanguage(params), consideration.id))
	const { official } = law.profile.languages
	return {
		title: translator(pageLanguage(params))('considering:decision.title'),
		head: await headOf(readOwn, opened),
		open: openDuties(law.profile, kept),
		outcomes: law.profile.petition.outcomes,
		languages: [...new Set([petition.language, ...official])],
		reasoned: dutiesOf(law.profile).length > 0,
		wanted: await factorWanted(person),
	}
}

const text = z.string().max(50_000).default('')
const promise = { text: z.string().max(1000).default(''), due: z.string().refine(isDay, 'day').optional() }
const SENT = z.object({
	intent: z.enum(['preview', 'decide']),
	files: uploads(),
	kept: z.array(z.uuid()).max(20).default([]),
	outcome: z.string().max(100).default(''),
	language: z.string().max(10).default(''),
	...{ body: text, reasons: text, law: text, facts: text, appeal: text },
	promiseText0: promise.text,
	promiseDue0: promise.due,
	promiseText1: promise.text,
	promiseDue1: promise.due,
	promiseText2: promise.text,
	promiseDue2: promise.due,
	...FACTOR_SENT,
})

export async function action({ request, params, context }: ActionFunctionArgs) {
	const person = await requirePerson(request)
	const { readOwn, write } = await store()
	const now = new Date()
	const opened = await petitionOnDesk(readOwn, person, String(params.considerationId), now)
	const { petition, consideration, law, today } = opened
	const form = await readForm(request, SENT)
	if (!form.ok) return data<Answer>({ form: form.reply }, 422)

	const { personId } = person
	const taken = await takeUploads(
		form.value.files,
		personId,
		{ person: personId, address: addressOf(context) },
		now,
	)
	if (taken === 'often') return data<Answer>({ form: form.refuse('often', 'files') }, 429)
	// What has come stays with the form, however often it is shown again.
	const kept = await looseFiles(readOwn, [...form.value.kept, ...taken.ids], personId)
	const again = (reply: FormReply, status: number) => data<Answer>({ form: reply, kept }, status)
	if (taken.refused.length > 0) return again(form.refuse('fileKind', 'files'), 422)
	const decision = decisionOf(form.value)
	const gaps = missingInDecision(decision, law.profile, { language: petition.language, today })
	if (gaps.length > 0) return again(form.refuse(`gap-${gaps[0]}`, FIELDS[gaps[0] ?? 'body']), 422)
	if (form.value.intent === 'preview') {
		const { html } = renderMarkdown(decision.body)
		const { outcome, language, promises: made, ...parts } = decision
		const promises = made.map((one, at) => ({ ...one, ...NOT_KEPT, id: String(at) }))
		const preview = { outcome, language, promises, parts, html, decidedOn: today, signerName: person.name }
		return data<Answer>({ form: form.unchanged(), kept, preview: { ...preview, files: kept } })
	}
	const shown = await steppedUp({ request, context }, person, form.value, now)
	if (!shown.ok) return again(form.refuse(shown.refusal, 'factorCode'), 422)
	const acting = { petitionId: petition.id, considerationId: consideration.id, actor: shown.value, now }
	const fileIds = kept.map(({ id }) => id)
	const outcome = await write(petitionKey(petition.id), (tx) =>
		decidePetition(tx, { ...acting, text: decision, fileIds }),
	)
	if (!outcome.ok) return again(form.refuse(outcome.refusal), 409)
	throw redirect(deskPetitionPath(pageLanguage(params), consideration.id))
}

const NOT_KEPT = { keptAt: null, keptNote: null, lapsed: false }

interface Answer {
	form: FormReply
	kept?: KeptFile[]
	preview?: ShownDecision
}

/** The field in which something is missing, where its name is another. */
const FIELDS = {
	...{ body: 'body', outcome: 'outcome', language: 'language', reasons: 'reasons' },
	...{ law: 'law', facts: 'facts', appeal: 'appeal', promise: 'promiseText0' },
} as const

function decisionOf(sent: z.output<typeof SENT>) {
	const { outcome, language, body, reasons, law, facts, appeal } = sent
	const promises = ([0, 1, 2] as const)
		.map((row) => ({ text: sent[`promiseText${row}`], dueOn: sent[`promiseDue${row}`] ?? '' }))
		.filter(({ text, dueOn }) => text !== '' || dueOn !== '')
	return { outcome, language, body, reasons, law, facts, appeal, promises }
}

export default function Decision() {
	const loaded = useLoaderData<typeof loader>()
	const answer = useActionData<Answer>()
	const { t } = useTranslation(['considering', 'law'])
	const language = useLanguage()
	const known = LANGUAGES.find((one) => one === loaded.languages[0])
	const filled = useFormOf('considering', answer?.form, { language: known ?? language })
	const { head, open } = loaded
	return (
		<DeskStep head={head} title={t('considering:decision.title')} filled={filled}>
			{open.length > 0 ? (
				<Notice tone="warning" heading={t('considering:desk.before')}>
					<ul className="ds-list">
						{open.map((duty) => (
							<li key={duty}>{t(`law:petition.duty.${duty as 'commission_with_starter'}`)}</li>
						))}
					</ul>
				</Notice>
			) : (
				<Notice>
					<p>{t('considering:decision.about')}</p>
				</Notice>
			)}
			{answer?.preview && (
				<DecisionLetter
					id={head.considerationId}
					decision={answer.preview}
					body={t('considering:decision.preview')}
					number={head.number}
				/>
			)}
			<DecisionForm {...loaded} kept={answer?.kept} filled={filled} />
		</DeskStep>
	)
}
