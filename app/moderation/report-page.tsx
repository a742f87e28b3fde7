import { Form } from '@remix-run/react'
import type { FormReply } from '#app/forms/form-reply.ts'
import { useFilledForm } from '#app/forms/use-filled-form.ts'
import type en from '#app/i18n/en/oversight.json'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { useRefusals } from '#app/people/use-refusals.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { Choice } from '#app/ui/choice.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Field } from '#app/ui/field.tsx'
import { Heading } from '#app/ui/heading.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { HIDING_REASONS, type TextKind } from './hiding.ts'

interface Reporting {
	text: { kind: TextKind; subject: string; language: string }
	sent: boolean
	/** The page that the text stands on. */
	href: string
	reply: FormReply | undefined
}

/** Anybody's way to have a moderator look at a text, without signing in. */
export function ReportPage({ text, sent, href, reply }: Reporting) {
	const { t } = useTranslation(['oversight', 'common'])
	const often = useRefusals()
	const form = useFilledForm(reply, {
		refusal: (code) =>
			code.startsWith('often') ? often(code) : t(`oversight:refused.${code as keyof typeof en.refused}`),
	})
	if (sent && !reply) {
		return (
			<div className="stack">
				<Heading level={1}>{t('oversight:report.title')}</Heading>
				<Notice tone="success" heading={t('oversight:report.sent')}>
					<p>{t('oversight:report.sentText')}</p>
				</Notice>
				<div className="actions">
					<LinkButton variant="secondary" href={href}>
						{t('oversight:report.back')}
					</LinkButton>
				</div>
			</div>
		)
	}
	return (
		<Form method="post" className="stack" noValidate>
			<Heading level={1}>{t('oversight:report.title')}</Heading>
			<ErrorSummary title={t('common:errors.summary')} problems={form.problems} />
			<p>
				{t(`oversight:report.about.${text.kind}`)}:{' '}
				<a href={href} lang={text.language}>
					{text.subject}
				</a>
			</p>
			<p>{t('oversight:report.lead')}</p>
			<Choice
				name="reason"
				legend={t('oversight:report.reason')}
				options={HIDING_REASONS.map((reason) => ({
					value: reason,
					label: t(`oversight:reason.${reason}`),
				}))}
				defaultValue={form.value('reason')}
				error={form.problem('reason')}
			/>
			<Field
				name="explanation"
				type="textarea"
				rows={3}
				label={t('oversight:report.explanation')}
				description={t('oversight:report.explanationHint')}
				optional={t('common:form.optional')}
				defaultValue={form.value('explanation')}
				error={form.problem('explanation')}
			/>
			<div className="actions">
				<Button>{t('oversight:report.send')}</Button>
			</div>
		</Form>
	)
}
