import { Form } from '@remix-run/react'
import type { FormReply } from '#app/forms/form-reply.ts'
import { useFilledForm } from '#app/forms/use-filled-form.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { Button } from '#app/ui/button.tsx'
import { Choice } from '#app/ui/choice.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'

/** Was it answered? Did it help? Two questions, because an answer can do the one without the other. */
export function RateForm({
	action,
	form,
	given,
}: {
	action: string
	form?: FormReply
	given?: { answered: boolean; helped: boolean }
}) {
	const { t } = useTranslation(['inquiries', 'common'])
	const yesOrNo = (value: boolean | undefined) => (value === undefined ? undefined : value ? 'yes' : 'no')
	const filled = useFilledForm(form, {
		defaults: { answered: yesOrNo(given?.answered), helped: yesOrNo(given?.helped) },
		refusal: (code) => t(`inquiries:refusal.${code as 'wrong-state'}`),
	})
	const options = (['yes', 'no'] as const).map((value) => ({
		value,
		label: t(`inquiries:yesNo.${value}`),
	}))
	return (
		<Form method="post" action={action} className="form" reloadDocument>
			<ErrorSummary title={t('common:errors.summary')} problems={filled.problems} />
			{(['answered', 'helped'] as const).map((name) => (
				<Choice
					key={name}
					name={name}
					legend={t(`inquiries:rate.${name}`)}
					options={options}
					defaultValue={filled.value(name)}
					error={filled.problem(name)}
					required
					inline
				/>
			))}
			<p className="actions">
				<Button variant="secondary">{t('inquiries:rate.send')}</Button>
			</p>
		</Form>
	)
}
