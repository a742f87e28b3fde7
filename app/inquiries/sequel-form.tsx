import { Form } from '@remix-run/react'
import { type ReactNode, useId } from 'react'
import type { FormReply } from '#app/forms/form-reply.ts'
import { SubmissionId } from '#app/forms/submission-id.tsx'
import { useFilledForm } from '#app/forms/use-filled-form.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Field } from '#app/ui/field.tsx'
import { FilesField } from './ask-form.tsx'

/** A subject, a text and files: what a follow-up and a complaint consist of. */
export function SequelForm({
	form,
	kept,
	defaults,
	submissionId,
	send,
	children,
}: {
	form?: FormReply
	/** Files that have come already. */
	kept?: readonly { id: string; name: string; size: number }[]
	defaults: { subject: string; text?: string }
	submissionId?: string
	/** The words on the button. */
	send: string
	/** The effect that sending has. */
	children?: ReactNode
}) {
	const { t } = useTranslation(['inquiries', 'common'])
	const effect = useId()
	const filled = useFilledForm(form, {
		defaults,
		refusal: (code) => t(`inquiries:refusal.${code as 'wrong-state'}`),
	})
	return (
		<Form method="post" encType="multipart/form-data" className="form" reloadDocument>
			<ErrorSummary title={t('common:errors.summary')} problems={filled.problems} />
			<SubmissionId id={submissionId} />
			<Field
				name="subject"
				label={t('inquiries:sequel.subject')}
				defaultValue={filled.value('subject')}
				error={filled.problem('subject')}
				required
				minLength={3}
				maxLength={200}
			/>
			<Field
				name="text"
				type="textarea"
				rows={10}
				label={t('inquiries:ask.text')}
				defaultValue={filled.value('text')}
				error={filled.problem('text')}
				required
				minLength={10}
				maxLength={10_000}
			/>
			<FilesField kept={kept} problem={filled.problem('files')} />
			<div id={effect}>{children}</div>
			<p className="actions">
				<Button aria-describedby={effect}>{send}</Button>
			</p>
		</Form>
	)
}
