import { Form } from '@remix-run/react'
import { useRefusal } from '#app/administration/use-refusal.ts'
import type { FormReply } from '#app/forms/form-reply.ts'
import { useFilledForm } from '#app/forms/use-filled-form.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Field } from '#app/ui/field.tsx'
import { Heading } from '#app/ui/heading.tsx'
import type { Sent } from './sent.ts'

/** From when to when the site could not be used, and why. */
export function OutageForm({
	today,
	filled,
	reply,
}: {
	today: string
	filled: Sent | undefined
	reply: FormReply | undefined
}) {
	const { t } = useTranslation(['oversight', 'common'])
	const form = useFilledForm(reply, {
		defaults: { ...(filled ?? { fromDay: today, untilDay: today }) },
		refusal: useRefusal(),
	})
	const field = (name: keyof Sent) => ({
		name,
		label: t(`oversight:outages.${name}`),
		required: true,
		defaultValue: form.value(name),
		error: form.problem(name),
	})
	return (
		<Form method="post" className="form stack" noValidate>
			<Heading level={2} id="record">
				{t('oversight:outages.recording')}
			</Heading>
			<ErrorSummary title={t('common:errors.summary')} problems={form.problems} />
			<Field {...field('fromDay')} type="date" width="short" />
			<Field {...field('fromTime')} type="time" width="short" />
			<Field {...field('untilDay')} type="date" width="short" />
			<Field {...field('untilTime')} type="time" width="short" />
			<Field {...field('reason')} description={t('oversight:outages.reasonHint')} />
			<div className="actions">
				<Button name="intent" value="check">
					{t('oversight:outages.check')}
				</Button>
			</div>
		</Form>
	)
}
