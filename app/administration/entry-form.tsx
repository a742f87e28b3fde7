import { Form } from '@remix-run/react'
import type { FormReply } from '#app/forms/form-reply.ts'
import { useFilledForm } from '#app/forms/use-filled-form.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { Button } from '#app/ui/button.tsx'
import { Choice } from '#app/ui/choice.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Field } from '#app/ui/field.tsx'
import { Heading } from '#app/ui/heading.tsx'
import { KINDS } from './calendar-entry.ts'
import { NameFields } from './name-fields.tsx'
import { useRefusal } from './use-refusal.ts'

export function EntryForm({
	calendar,
	year,
	filled,
	reply,
}: {
	calendar: string
	year: number | undefined
	/** What to begin with. */
	filled?: Record<string, string> | undefined
	reply: FormReply | undefined
}) {
	const { t } = useTranslation(['oversight', 'law', 'common'])
	const form = useFilledForm(reply, { defaults: { kind: 'holiday', ...filled }, refusal: useRefusal() })
	return (
		<Form method="post" className="stack" noValidate>
			<Heading level={1}>{t('oversight:calendar.entering')}</Heading>
			<p>{t(`law:profile.${calendar as 'KZ'}`)}</p>
			<ErrorSummary title={t('common:errors.summary')} problems={form.problems} />
			<Field
				name="day"
				type="date"
				label={t('oversight:calendar.day')}
				min={year && `${year}-01-01`}
				max={year && `${year}-12-31`}
				required
				defaultValue={form.value('day')}
				error={form.problem('day')}
			/>
			<Choice
				name="kind"
				legend={t('oversight:calendar.kind')}
				options={KINDS.map((kind) => ({
					value: kind,
					label: t(`law:entryKind.${kind}`),
					description: t(`oversight:calendar.kinds.${kind}`),
				}))}
				defaultValue={form.value('kind')}
				error={form.problem('kind')}
			/>
			<NameFields form={form} legend={t('oversight:calendar.titles')} />
			<Field
				name="source"
				label={t('oversight:calendar.source')}
				description={t('oversight:calendar.sourceHint')}
				required
				defaultValue={form.value('source')}
				error={form.problem('source')}
			/>
			<div className="actions">
				<Button name="intent" value="check">
					{t('oversight:calendar.check')}
				</Button>
			</div>
		</Form>
	)
}
