import { Form } from '@remix-run/react'
import type { FormReply } from '#app/forms/form-reply.ts'
import { useFilledForm } from '#app/forms/use-filled-form.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { UpdateTag } from '#app/petitions/update-tag.tsx'
import { useRefusal } from '#app/petitions/use-refusal.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Field } from '#app/ui/field.tsx'
import { Heading } from '#app/ui/heading.tsx'
import { Time } from '#app/ui/time.tsx'
import type { UPDATE_STATES } from '#db/schema/petitions.ts'

interface Update {
	id: string
	language: string
	title: string
	html: string
	state: (typeof UPDATE_STATES)[number]
	toSigners: boolean
	writtenAt: Date | string
	refusal: string | null
}

/** An update as the public would read it, and what may be decided of it. */
export function DecideUpdate({ update, reply }: { update: Update; reply: FormReply | undefined }) {
	const { t } = useTranslation(['invalidating', 'common'])
	const form = useFilledForm(reply, { refusal: useRefusal() })
	const { id, language, title, html, state, toSigners, writtenAt, refusal } = update
	return (
		<article className="stack" aria-labelledby={id}>
			<p className="row">
				<UpdateTag state={state} />
				<Time at={writtenAt} format="short" />
				<span>{t(toSigners ? 'invalidating:updates.toSigners' : 'invalidating:updates.pageOnly')}</span>
			</p>
			<Heading level={2} id={id} lang={language}>
				{title}
			</Heading>
			{/* biome-ignore lint/security/noDangerouslySetInnerHtml: it came through the one door */}
			<div className="prose" lang={language} dangerouslySetInnerHTML={{ __html: html }} />
			{refusal && (
				<p>
					{t('invalidating:updates.refusedBecause')} {refusal}
				</p>
			)}
			{state === 'waiting' && (
				<Form method="post" className="form" noValidate>
					<ErrorSummary title={t('common:errors.summary')} problems={form.problems} />
					<input type="hidden" name="updateId" value={id} />
					<div className="actions">
						<Button name="intent" value="publish">
							{t('invalidating:updates.publish')}
						</Button>
					</div>
					<Field
						name="refusal"
						type="textarea"
						rows={2}
						label={t('invalidating:updates.refusal')}
						description={t('invalidating:updates.refusalHint')}
						defaultValue={form.value('refusal')}
						error={form.problem('refusal')}
					/>
					<div className="actions">
						<Button name="intent" value="refuse" variant="secondary" color="danger">
							{t('invalidating:updates.refuse')}
						</Button>
					</div>
				</Form>
			)}
		</article>
	)
}
