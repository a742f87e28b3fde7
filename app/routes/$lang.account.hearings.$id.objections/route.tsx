import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { readForm } from '#app/forms/read-form.server.ts'
import { useFormOf } from '#app/forms/use-form-of.ts'
import { HoldingFrame } from '#app/hearings/frames.tsx'
import { hearingKey } from '#app/hearings/hearing.server.ts'
import { LONGEST, mayDo } from '#app/hearings/hearing.ts'
import { holdingPage } from '#app/hearings/hearing-page.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { holdingPath } from '#app/links.ts'
import { pageTitle } from '#app/page-title.ts'
import { objectionsOf } from '#app/protocols/find.server.ts'
import { answerObjection } from '#app/protocols/object.server.ts'
import { OneObjection } from '#app/protocols/objections.tsx'
import { store } from '#app/store.server.ts'
import { Button } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Field } from '#app/ui/field.tsx'

export const meta = pageTitle

export async function loader({ request, params }: LoaderFunctionArgs) {
	const { hearing, head, person, readOwn, language } = await holdingPage(request, params)
	return {
		title: translator(language)('protocols:objections.title'),
		head,
		objections: await objectionsOf(readOwn, hearing.id),
		mayAnswer: mayDo('answer-objection', person, hearing),
	}
}

const SENT = z.object({ objectionId: z.string().max(40), answer: z.string().min(1).max(LONGEST.reason) })

export async function action({ request, params }: ActionFunctionArgs) {
	const { act, language } = await holdingPage(request, params)
	const form = await readForm(request, SENT)
	if (!form.ok) return data({ form: form.reply }, 422)
	const { write } = await store()
	const outcome = await write(hearingKey(act.hearingId), (tx) =>
		answerObjection(tx, { ...act, ...form.value }),
	)
	if (!outcome.ok) return data({ form: form.refuse(outcome.refusal) }, 409)
	throw redirect(holdingPath(language, act.hearingId, 'objections'))
}

export default function HoldingObjections() {
	const { t } = useTranslation('protocols')
	const { head, objections, mayAnswer } = useLoaderData<typeof loader>()
	const filled = useFormOf('protocols', useActionData<typeof action>()?.form)
	return (
		<HoldingFrame head={head} title={t('objections.title')} problems={filled.problems}>
			{objections.length === 0 && <EmptyState icon="tick" heading={t('objections.none')} />}
			<ol className="entries">
				{objections.map((objection) => {
					const typed = filled.value('objectionId') === objection.id
					return (
						<li key={objection.id} className="stack">
							<OneObjection objection={objection} />
							{mayAnswer && !objection.answer && (
								<Form method="post" className="form">
									<input type="hidden" name="objectionId" value={objection.id} />
									<Field
										name="answer"
										id={`answer-${objection.id}`}
										type="textarea"
										label={t('objections.answerLabel')}
										defaultValue={typed ? filled.value('answer') : undefined}
										error={typed ? filled.problem('answer') : undefined}
									/>
									<Button>{t('objections.answerButton')}</Button>
								</Form>
							)}
						</li>
					)
				})}
			</ol>
		</HoldingFrame>
	)
}
