import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { readForm } from '#app/forms/read-form.server.ts'
import { useFormOf } from '#app/forms/use-form-of.ts'
import { commitmentsOf, tellCommitment } from '#app/hearings/commitments.server.ts'
import { HoldingFrame } from '#app/hearings/frames.tsx'
import { hearingKey } from '#app/hearings/hearing.server.ts'
import { LONGEST, mayDo } from '#app/hearings/hearing.ts'
import { holdingPage } from '#app/hearings/hearing-page.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { holdingPath } from '#app/links.ts'
import { pageTitle } from '#app/page-title.ts'
import { Commitment } from '#app/protocols/decided.tsx'
import { store } from '#app/store.server.ts'
import { Button } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Field } from '#app/ui/field.tsx'

export const meta = pageTitle

export async function loader({ request, params }: LoaderFunctionArgs) {
	const { hearing, head, person, readOwn, language } = await holdingPage(request, params)
	return {
		title: translator(language)('protocols:tracker.title'),
		head,
		commitments: await commitmentsOf(readOwn, hearing.id),
		mayTell: mayDo('keep-commitments', person, hearing),
	}
}

const SENT = z.object({
	commitmentId: z.string().max(40),
	progress: z.coerce.number().int().min(0).max(100),
	note: z.string().min(1).max(LONGEST.reason),
})

export async function action({ request, params }: ActionFunctionArgs) {
	const { act, language } = await holdingPage(request, params)
	const form = await readForm(request, SENT)
	if (!form.ok) return data({ form: form.reply }, 422)
	const { write } = await store()
	const told = await write(hearingKey(act.hearingId), (tx) => tellCommitment(tx, { ...act, ...form.value }))
	if (!told.ok) return data({ form: form.refuse(told.refusal) }, 409)
	throw redirect(holdingPath(language, act.hearingId, 'commitments'))
}

export default function Commitments() {
	const { t } = useTranslation('protocols')
	const { head, commitments, mayTell } = useLoaderData<typeof loader>()
	const filled = useFormOf('protocols', useActionData<typeof action>()?.form)
	return (
		<HoldingFrame head={head} title={t('tracker.title')} problems={filled.problems}>
			{commitments.length === 0 && <EmptyState heading={t('tracker.none')} />}
			<ol className="entries">
				{commitments.map((commitment) => {
					const { id, progress, doneAt } = commitment
					const typed = filled.value('commitmentId') === id
					return (
						<li key={id} className="stack">
							<Commitment commitment={commitment} />
							{mayTell && !doneAt && (
								<Form method="post" className="form">
									<input type="hidden" name="commitmentId" value={id} />
									<Field
										name="progress"
										id={`progress-${id}`}
										type="number"
										min={0}
										max={100}
										label={t('tracker.progressLabel')}
										defaultValue={typed ? filled.value('progress') : progress}
										error={typed ? filled.problem('progress') : undefined}
									/>
									<Field
										name="note"
										id={`note-${id}`}
										type="textarea"
										rows={3}
										label={t('tracker.note')}
										defaultValue={typed ? filled.value('note') : undefined}
										error={typed ? filled.problem('note') : undefined}
									/>
									<Button>{t('tracker.tell')}</Button>
								</Form>
							)}
						</li>
					)
				})}
			</ol>
		</HoldingFrame>
	)
}
