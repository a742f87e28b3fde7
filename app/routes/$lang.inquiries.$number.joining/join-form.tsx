import { Form } from '@remix-run/react'
import type { FormReply } from '#app/forms/form-reply.ts'
import { SubmissionId } from '#app/forms/submission-id.tsx'
import { useFilledForm } from '#app/forms/use-filled-form.ts'
import { LANGUAGE_NAMES, LANGUAGES } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { WhoMayAsk } from '#app/inquiries/ask-form.tsx'
import { inquiryActPath } from '#app/links.ts'
import type { Standing } from '#app/people/level.ts'
import { Button } from '#app/ui/button.tsx'
import { Check } from '#app/ui/choice.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Field } from '#app/ui/field.tsx'

export function JoinForm({
	number,
	standing,
	told,
	unbound,
	submissionId,
	form,
}: {
	number: string
	standing: Standing
	told: boolean
	/** The body answers of its own will. */
	unbound: boolean
	submissionId: string
	form?: FormReply
}) {
	const { t } = useTranslation(['inquiries', 'common'])
	const language = useLanguage()
	const filled = useFilledForm(form, {
		defaults: { language },
		refusal: (code) => t(`inquiries:ask.refused.${code as 'often'}`),
	})
	return (
		<>
			{!told && <WhoMayAsk standing={standing} next={inquiryActPath(language, number, 'joining')} />}
			<Form
				method="post"
				action={inquiryActPath(language, number, 'joining')}
				className="form"
				reloadDocument
			>
				<ErrorSummary title={t('common:errors.summary')} problems={filled.problems} />
				<SubmissionId id={submissionId} />
				<Field
					name="text"
					type="textarea"
					rows={5}
					label={t('inquiries:join.words')}
					optional={t('common:form.optional')}
					description={t('inquiries:join.wordsHelp')}
					defaultValue={filled.value('text')}
					error={filled.problem('text')}
					maxLength={10_000}
				/>
				<Check
					name="shown"
					label={t('inquiries:join.shown')}
					description={t('inquiries:join.shownHelp')}
					defaultChecked={filled.value('shown') === 'on'}
				/>
				<Field
					name="language"
					type="select"
					label={t('inquiries:ask.language')}
					defaultValue={filled.value('language')}
					error={filled.problem('language')}
					options={LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
					width="short"
				/>
				<p>{t(unbound ? 'inquiries:followUp.effectUnbound' : 'inquiries:join.effect')}</p>
				<p className="actions">
					<Button name="intent" value="join" icon="people">
						{t('inquiries:join.join')}
					</Button>
				</p>
			</Form>
		</>
	)
}
