import { Form } from '@remix-run/react'
import type { FormReply } from '#app/forms/form-reply.ts'
import { useFilledForm } from '#app/forms/use-filled-form.ts'
import type en from '#app/i18n/en/oversight.json'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { Button } from '#app/ui/button.tsx'
import { Choice } from '#app/ui/choice.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Field } from '#app/ui/field.tsx'
import { Heading } from '#app/ui/heading.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Time } from '#app/ui/time.tsx'
import { HIDING_REASONS, type HidingReason } from './hiding.ts'

/** Hides the text, saying first what that does; where it was reported, it may be left as it is instead. */
export function HidingForm({ reply, reported }: { reply: FormReply | undefined; reported: boolean }) {
	const { t } = useTranslation(['oversight', 'common'])
	const form = useFilledForm(reply, {
		refusal: (code) => t(`oversight:refused.${code as keyof typeof en.refused}`),
	})
	return (
		<div className="stack" data-gap="wide">
			<Form method="post" className="stack" aria-labelledby="hide" noValidate>
				<Heading level={2} id="hide">
					{t('oversight:moderation.hide')}
				</Heading>
				<ErrorSummary title={t('common:errors.summary')} problems={form.problems} />
				<p>{t('oversight:moderation.hideText')}</p>
				<Choice
					name="reason"
					legend={t('oversight:moderation.reason')}
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
					label={t('oversight:moderation.explanation')}
					description={t('oversight:moderation.explanationHint')}
					required
					defaultValue={form.value('explanation')}
					error={form.problem('explanation')}
				/>
				<div className="actions">
					<Button name="intent" value="hide" color="danger">
						{t('oversight:moderation.hide')}
					</Button>
				</div>
			</Form>
			{reported && (
				<Form method="post" className="stack" aria-labelledby="leave">
					<Heading level={2} id="leave">
						{t('oversight:moderation.leave')}
					</Heading>
					<p>{t('oversight:moderation.leaveText')}</p>
					<div className="actions">
						<Button name="intent" value="leave" variant="secondary">
							{t('oversight:moderation.leave')}
						</Button>
					</div>
				</Form>
			)}
		</div>
	)
}

export function LiftingForm({
	hiding,
}: {
	hiding: { reason: string; explanation: string; at: Date | string }
}) {
	const { t } = useTranslation('oversight')
	return (
		<Form method="post" className="stack">
			<Notice tone="warning" heading={t('moderation.isHidden')}>
				<p>
					{t(`reason.${hiding.reason as HidingReason}`)}. {hiding.explanation}
				</p>
				<p className="small">
					{t('moderation.since')} <Time at={hiding.at} />
				</p>
			</Notice>
			<div className="actions">
				<Button name="intent" value="lift">
					{t('moderation.lift')}
				</Button>
			</div>
		</Form>
	)
}
